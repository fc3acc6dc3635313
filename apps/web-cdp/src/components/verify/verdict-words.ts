import type { CheckName, CheckOutcome, Verdict, VerdictCode } from "@lendfriend/score-proof";
import type { BadgeTone } from "#components/ui/Badge.tsx";
import type { NoticeTone } from "#components/ui/Notice.tsx";

export const verdictWords = {
  valid: {
    tone: "positive",
    title: "Valid: genuine and in force",
    text: "This deployment signed it, nothing was changed since, and it has not expired.",
  },
  malformed: {
    tone: "caution",
    title: "Not a signed score",
    text: "The text is not a signed score of this format, or something was added to it or cut off.",
  },
  other_deployment: {
    tone: "caution",
    title: "Signed for another site",
    text: "It names another site as its issuer. Check it there, if you trust that site.",
  },
  malleable_signature: {
    tone: "danger",
    title: "Tampered: the signature was rewritten",
    text: "The signature is in a form that we never write. Do not rely on it.",
  },
  statement_altered: {
    tone: "danger",
    title: "Tampered: the signed statement or its signature was changed",
    text: "The signature does not fit the statement: the score, the tier, a date, the wallet or another signed field was changed. Do not rely on it.",
  },
  unknown_signer: {
    tone: "danger",
    title: "Unknown signer",
    text: "It is signed, but not by a key of this site. Do not rely on it.",
  },
  disclosure_altered: {
    tone: "danger",
    title: "Tampered: a disclosed figure was changed",
    text: "The score is genuine, but at least one figure shown with it is not part of what was signed. It is marked below.",
  },
  period_refused: {
    tone: "danger",
    title: "Its dates contradict each other",
    text: "It claims to be valid for longer than 90 days, or describes a day after its own issue. Do not rely on it.",
  },
  revoked: {
    tone: "caution",
    title: "Revoked: genuine, and taken back",
    text: "It was genuine when it was signed. The borrower took it back, or erased the figures it rests on.",
  },
  expired: {
    tone: "caution",
    title: "Expired: genuine, and its time is over",
    text: "Nothing was changed. Ask the borrower for a new one.",
  },
  not_yet_valid: {
    tone: "caution",
    title: "Not valid yet",
    text: "Its date of issue lies in the future. Check this device’s clock.",
  },
} as const satisfies Record<VerdictCode, { tone: NoticeTone; title: string; text: string }>;

export const checkWords = {
  form: {
    name: "Format",
    passed: "A complete signed score, with nothing added.",
    failed: "Not a signed score.",
    not_done: "",
  },
  issuer: {
    name: "Issuer",
    passed: "Issued by this site.",
    failed: "Issued by another site.",
    not_done: "Not reached.",
  },
  signature: {
    name: "Signature",
    passed: "Fits the statement and the signer that the file names.",
    failed: "Does not fit: the statement, the signer or the signature was changed.",
    not_done: "Not reached.",
  },
  signer: {
    name: "Signer",
    passed: "A key of this site.",
    failed: "Not a key of this site.",
    not_done: "Not reached.",
  },
  disclosures: {
    name: "Disclosed figures",
    passed: "Each is part of what was signed.",
    failed: "At least one is not part of what was signed.",
    not_done: "None disclosed.",
  },
  period: {
    name: "Dates",
    passed: "In force now.",
    failed: "Not in force now.",
    not_done: "Not reached.",
  },
  revocation: { name: "Revocation", passed: "", failed: "", not_done: "" },
} as const satisfies Record<CheckName, { name: string } & Record<CheckOutcome, string>>;

export const outcomeWords = {
  passed: { label: "Passed", tone: "positive" },
  failed: { label: "Failed", tone: "danger" },
  not_done: { label: "Not checked", tone: "neutral" },
} as const satisfies Record<CheckOutcome, { label: string; tone: BadgeTone }>;

/** What the revocation step did, or why it could not. `at` prints a time in unix seconds. */
export function revocationWords(state: Verdict["revocation"], at: (seconds: number) => string): string {
  switch (state.state) {
    case "revoked":
      return `Revoked on ${at(state.revokedAt)}, says the list made on ${at(state.madeAt)}.`;
    case "not_listed":
      return `Not on the list of revoked scores made on ${at(state.madeAt)}.`;
    case "list_too_old":
      return `The list at hand was made on ${at(state.madeAt)}, before this score. It cannot say.`;
    case "list_refused":
      return "The list at hand is not a list that this site signed. It was not used.";
    case "not_checked":
      return "No list of revoked scores at hand: there is no connection, and no saved list was opened. The rest was checked all the same.";
  }
}
