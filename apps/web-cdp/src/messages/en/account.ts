/** Everything that the section on a person's data says. */
export const account = {
  title: "Your data",
  lead: "Everything we hold about your wallet is yours to take away, or to have erased.",
  exportTitle: "Download a copy",
  exportText:
    "One file with your accounts, orders, payouts, scores, shares, who looked, and every entry of your audit log. Access keys to TikTok Shop are not in it.",
  exportWhole: "One JSON object a line. The last line says “end”; without it the download was cut off.",
  exportLabel: "Download my data",
  deleteTitle: "Delete your account",
  deleteText:
    "Disconnecting, under Business accounts, stops one shop or creator account and leaves the rest as it is. Deleting ends everything at once and erases all of it, for good.",
  deleteLabel: "Delete my account",
  dialogTitle: "Delete your account and all of its data",
  atOnce: {
    title: "At once",
    accounts: "Every connected account is disconnected and we forget our access to it.",
    shares: "Every share ends: lenders see nothing any more. Signed scores are revoked.",
    sessions: "You are signed out everywhere.",
  },
  soon: {
    title: "Within a minute",
    rows: "Orders, refunds, payouts, products, scores, shares and logs are erased.",
    later: "If you sign in again later, you start with nothing.",
  },
  stays: {
    title: "What stays",
    mark: "That an account was deleted, when, and a fingerprint of your wallet’s address, so that a restored backup forgets you again.",
    notices: "Notices that a lender drafted about a decision on your application: the law has lenders keep them.",
    wallet: "Your wallet itself, and files that you have handed out.",
  },
  /** What a person types, in small letters. */
  confirmPhrase: "delete my account",
  confirmLabel: "Type “{phrase}” to confirm",
  confirmWrong: "Type exactly: {phrase}",
  confirmNow: "Delete everything now",
  ended: "Your access has ended everywhere.",
  erasing: "Your data is being erased. This takes less than a minute; you may close this page.",
  erased: "Everything is erased.",
  late: "Erasing takes longer than usual. It goes on by itself; ask with the number below.",
  receipt: "Number of this deletion: {id}",
  leave: "Leave",
} as const;
