import type { CheckOutcome, VerdictCode } from "@lendfriend/score-proof";
import type { BadgeTone } from "#components/ui/Badge.tsx";
import type { NoticeTone } from "#components/ui/Notice.tsx";

export const verdictTones = {
  valid: "positive",
  malformed: "caution",
  other_deployment: "caution",
  malleable_signature: "danger",
  statement_altered: "danger",
  unknown_signer: "danger",
  disclosure_altered: "danger",
  period_refused: "danger",
  revoked: "caution",
  expired: "caution",
  not_yet_valid: "caution",
} as const satisfies Record<VerdictCode, NoticeTone>;

export const outcomeTones = {
  passed: "positive",
  failed: "danger",
  not_done: "neutral",
} as const satisfies Record<CheckOutcome, BadgeTone>;
