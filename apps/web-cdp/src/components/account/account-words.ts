/** Everything that the section on a person's data says. */
export const accountWords = {
  title: "Your data",
  lead: "Everything we hold about your wallet is yours to take away, or to have erased.",
  exportTitle: "Download a copy",
  exportText:
    "One file with your accounts, orders, payouts, scores, shares, who looked, and every entry of your audit log. Access keys to TikTok Shop are not in it.",
  exportWhole: "One JSON object a line. The last line says “end”; without it the download was cut off.",
  exportLabel: "Download my data",
  exportName: "lendfriend-my-data.ndjson",

  deleteTitle: "Delete your account",
  deleteText:
    "Disconnecting, under Business accounts, stops one shop or creator account and leaves the rest as it is. Deleting ends everything at once and erases all of it, for good.",
  deleteLabel: "Delete my account",
  dialogTitle: "Delete your account and all of its data",
  atOnceTitle: "At once",
  atOnce: [
    "Every connected account is disconnected and we forget our access to it.",
    "Every share ends: lenders see nothing any more. Signed scores are revoked.",
    "You are signed out everywhere.",
  ],
  soonTitle: "Within a minute",
  soon: [
    "Orders, refunds, payouts, products, scores, shares and logs are erased.",
    "If you sign in again later, you start with nothing.",
  ],
  staysTitle: "What stays",
  stays: [
    "That an account was deleted, when, and a fingerprint of your wallet’s address, so that a restored backup forgets you again.",
    "Notices that a lender drafted about a decision on your application: the law has lenders keep them.",
    "Your wallet itself, and files that you have handed out.",
  ],
  confirmLabel: "Type “delete my account” to confirm",
  confirmPhrase: "delete my account",
  confirmWrong: "Type exactly: delete my account",
  confirmNow: "Delete everything now",
  cancel: "Cancel",

  ended: "Your access has ended everywhere.",
  erasing: "Your data is being erased. This takes less than a minute; you may close this page.",
  erased: "Everything is erased.",
  late: "Erasing takes longer than usual. It goes on by itself; ask with the number below.",
  receipt: (id: string) => `Number of this deletion: ${id}`,
  leave: "Leave",
} as const;
