/** What stands around every page. */
export const shell = {
  title: "LendFriend: a credit score from real sales",
  description:
    "Connect a TikTok Shop account, see 90 days of sales turned into a score with every point explained, and share it with the lender you choose.",
  skip: "Skip to the content",
  main: "Main",
  dashboard: "Borrower dashboard",
  dashboardShort: "Dashboard",
  lender: "Lender",
  signIn: "Sign in",
  signedInAs: "Signed in as",
  language: "Language",
  sandboxPlay: "Play a persona",
  sandbox: "Sandbox",
  sandboxMark: "Sandbox.",
  sandboxText: "Shops, orders and wallets here are made up. Nothing reaches TikTok, and no money is involved.",
  notCalibrated: "The score is not calibrated to default risk.",
  notCalibratedText:
    "Its thresholds are reasoned from published figures and have not been fitted to repayment data. It describes sales; it does not predict repayment.",
  howComputed: "How the score is computed",
  trademark:
    "LendFriend reads sales figures with the seller’s or creator’s consent. It cannot post, change a shop, or move money. TikTok Shop is a trademark of its owner, who does not endorse this product.",
  verify: "Verify a signed score",
  signInFirst: "Sign in to see it",
  signInFirstLead: "Your wallet is your account here. There is no password.",
  notFound: "Not found",
  notFoundTitle: "There is nothing here for you",
  notFoundText:
    "The address may be wrong, or a borrower has not shared with this wallet, or the share has ended or been revoked.",
  toLender: "Scores shared with me",
  backToDashboard: "Back to the dashboard",
  backToBreakdown: "Back to the breakdown",
  home: "Home",
  /** Words of small islands: plain, so that no island has to bring a formatter along. */
  island: {
    signOut: "Sign out",
    signOutFailed: "Signing out failed. Check your connection and try again.",
    copied: "Copied",
    copyRefused: "Your browser refused; select the text and copy it",
    print: "Print or save as PDF",
    close: "Close",
    reference: "Support reference:",
    tryAgain: "Try again",
    errorTitle: "This page did not load",
    errorOurs: "Something went wrong on our side.",
    errorText: "Nothing was lost: your connections, score and shares are as they were. Try again in a moment.",
  },
} as const;
