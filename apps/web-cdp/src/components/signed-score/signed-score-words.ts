import type { BadgeTone } from "#components/ui/Badge.tsx";
import type { SignedScoreEntry } from "#server/contract.ts";

export const signedScoreStates = {
  live: { label: "In force", tone: "positive" },
  expired: { label: "Expired", tone: "neutral" },
  revoked: { label: "Revoked", tone: "neutral" },
} as const satisfies Record<SignedScoreEntry["status"], { label: string; tone: BadgeTone }>;

export const signedScoreWords = {
  title: "Signed score",
  lead: "A file that any lender can check, without an account here and without trusting this site. You choose what is in it.",
  always:
    "Always inside: your wallet’s address, score, tier, confidence, integrity, the model, the 90 days it covers, and both dates.",
  days: "Valid for",
  daysUnit: "days",
  issue: "Sign my score",
  issued: "Signed. Now choose what the file shows.",
  empty: "Nothing signed yet.",
  noScore: "Once you have a complete score, you can have it signed here. A provisional score is not signed.",
  failed: "The score was not signed. Try again.",
  prepare: "Prepare a file",
  close: "Close",
  revoke: "Revoke",
  revokeNow: "Revoke now",
  keep: "Keep",
  revokeAsk: "Every file made from it stops counting.",
  revokedDone: "Revoked. It is on the public list now.",
  revokeFailed: "It was not revoked. Try again.",
  thresholds: "Prove a threshold, and hide the figure",
  nothing: "Nothing",
  exact: "Show exact figures",
  preview: "Preview the file",
  previewFailed: "The file was not made. Try again.",
  inside: "Shown in this file",
  insideNone: "No figure. Only what is always inside.",
  hidden: (count: number) => `${count} other claims were signed and stay hidden.`,
  download: "Download",
  copy: "Copy",
  whole: "The whole file, as the lender gets it",
  verifyHint: "A lender checks it at",
  passOn: "A file can be passed on. Whoever has it sees what is in it until you revoke it, and also afterwards.",
} as const;

/** The same for a lender who looks at a shared score. */
export const sharedSignedWords = {
  title: "Signed score",
  badge: (until: string) => `Signed, in force until ${until}`,
  lead: "A borrower can give you a signed file that you check yourself, offline. Ask for one.",
  leadSigned: "This borrower has a signed score in force. Ask for the file, and check it yourself, offline.",
  verify: "Verify a signed score",
} as const;
