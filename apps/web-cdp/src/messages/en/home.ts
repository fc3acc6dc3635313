/** The first page. */
export const home = {
  title: "A credit score from what you really sell",
  lead: "LendFriend turns 90 days of TikTok Shop sales or commissions into a score out of 100, shows where every point comes from, and lets you share it with the lender you choose.",
  steps: {
    wallet: {
      title: "Sign in with a wallet",
      text: "One signature proves the wallet is yours. It is free and moves nothing.",
    },
    connect: {
      title: "Connect TikTok Shop",
      text: "Approve at TikTok. We read the last 90 days: orders, refunds, payouts, commissions.",
    },
    score: {
      title: "See your score, share it if you like",
      text: "Every point is explained. You choose the lender, how much they see, and until when.",
    },
  },
  signIn: "Sign in",
  signInLead: "Borrowers and lenders sign in the same way: with a wallet, and nothing to remember.",
  signedIn: "You are signed in",
  signedInAs: "as <wallet></wallet>. Where to?",
  toDashboard: "My borrower dashboard",
  toLender: "Scores shared with me",
  borrowers: {
    title: "For borrowers",
    action: "Open the borrower dashboard",
    points: "Four factors, sixteen items, each with its points, your figure and the reason.",
    readOnly: "Read-only. Buyers’ details are dropped before anything is stored.",
    looks: "You see who looked and when. Revoke a share and it ends at once.",
  },
  lenders: {
    title: "For lenders",
    action: "Open the lender view",
    payouts: "Sales checked against the platform’s own payouts, not against a spreadsheet.",
    beside: "Confidence, integrity, freshness and a decline alert beside every score.",
    model: "One versioned model with a published hash. It describes sales and is not calibrated to default risk.",
  },
} as const;
