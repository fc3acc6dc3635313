import type { Address } from "viem";
import { isInTree } from "./merkle.ts";
import { judgeRevocation, type RevocationState } from "./revocation.ts";
import { type Disclosure, longestLifeSeconds, type ScoreStatement, signedScoreSchema } from "./signed-score.ts";
import { judgeSignature, scoreDigest } from "./typed-data.ts";

/** Whom the reader trusts, and when it is. */
export interface Trust {
  /** The deployment's origin. */
  readonly issuer: string;
  /** Its signing addresses, lower-case: the present one and retired ones. */
  readonly signers: readonly Address[];
  readonly nowSeconds: number;
}

/** The answer in one word; the first that applies, gravest first. */
export type VerdictCode =
  | "malformed"
  | "other_deployment"
  | "malleable_signature"
  | "statement_altered"
  | "unknown_signer"
  | "disclosure_altered"
  | "period_refused"
  | "revoked"
  | "expired"
  | "not_yet_valid"
  | "valid";

export type CheckName = "form" | "issuer" | "signature" | "signer" | "disclosures" | "period" | "revocation";
export type CheckOutcome = "passed" | "failed" | "not_done";

export interface Verdict {
  readonly code: VerdictCode;
  readonly checks: Readonly<Record<CheckName, CheckOutcome>>;
  readonly revocation: RevocationState;
  /** What the file says; null when it cannot be read. Worth nothing unless the checks passed. */
  readonly statement: ScoreStatement | null;
  readonly signer: Address | null;
  readonly disclosures: readonly { readonly disclosure: Disclosure; readonly genuine: boolean }[];
  /** Claims that were signed and not revealed. */
  readonly hiddenCount: number;
  /** Where the form breaks: `statement.tier`; null when it does not. */
  readonly malformedAt: string | null;
}

/** Clocks of issuer and reader may differ by this much. */
const clockSkewSeconds = 300;

/**
 * Checks a signed score without any network. `revocations` is a list that the reader has at hand, or null: then the
 * verdict says that revocation was not checked. Never throws.
 */
export function verifySignedScore(document: unknown, trust: Trust, revocations: unknown = null): Verdict {
  const parsed = signedScoreSchema.safeParse(document);
  if (!parsed.success) return malformed(parsed.error.issues[0]?.path.join(".") || "the file");
  const { statement, signer, signature, disclosures } = parsed.data;
  const signed = judgeSignature(scoreDigest(statement), signature, signer);
  const tree = { root: statement.claimsRoot, leafCount: statement.claimCount };
  const judged = disclosures.map((disclosure) => ({ disclosure, genuine: isInTree(disclosure, tree) }));
  const shown = new Set(disclosures.map(({ position }) => position));
  const revocation = judgeRevocation(statement, trust, revocations);
  const period = periodCode(statement, trust.nowSeconds);
  const genuine = judged.every((one) => one.genuine) && shown.size === disclosures.length;

  const failures: readonly (VerdictCode | null)[] = [
    statement.issuer === trust.issuer ? null : "other_deployment",
    signed === "malleable" ? "malleable_signature" : null,
    signed === "not_by_named_signer" ? "statement_altered" : null,
    trust.signers.includes(signer) ? null : "unknown_signer",
    genuine ? null : "disclosure_altered",
    period === "period_refused" ? period : null,
    revocation.state === "revoked" ? "revoked" : null,
    period,
  ];
  return {
    code: failures.find((code) => code !== null) ?? "valid",
    checks: {
      form: "passed",
      issuer: passedIf(statement.issuer === trust.issuer),
      signature: passedIf(signed === "by_named_signer"),
      signer: passedIf(trust.signers.includes(signer)),
      disclosures: disclosures.length === 0 ? "not_done" : passedIf(genuine),
      period: passedIf(period === null),
      revocation: revocationOutcome(revocation),
    },
    revocation,
    statement,
    signer,
    disclosures: judged,
    hiddenCount: Math.max(0, statement.claimCount - shown.size),
    malformedAt: null,
  };
}

function periodCode({ issuedAt, expiresAt, asOf }: ScoreStatement, now: number) {
  const life = expiresAt - issuedAt;
  if (life <= 0 || life > longestLifeSeconds || asOf > issuedAt + clockSkewSeconds) return "period_refused";
  if (now >= expiresAt) return "expired";
  return issuedAt > now + clockSkewSeconds ? "not_yet_valid" : null;
}

function revocationOutcome({ state }: RevocationState): CheckOutcome {
  if (state === "not_listed") return "passed";
  return state === "revoked" ? "failed" : "not_done";
}

function passedIf(isGood: boolean): CheckOutcome {
  return isGood ? "passed" : "failed";
}

function malformed(malformedAt: string): Verdict {
  return {
    code: "malformed",
    checks: {
      form: "failed",
      issuer: "not_done",
      signature: "not_done",
      signer: "not_done",
      disclosures: "not_done",
      period: "not_done",
      revocation: "not_done",
    },
    revocation: { state: "not_checked" },
    statement: null,
    signer: null,
    disclosures: [],
    hiddenCount: 0,
    malformedAt,
  };
}
