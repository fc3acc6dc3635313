import "server-only";
import { signScore } from "@lendfriend/score-proof";
import type { Once, Session, SignedScoreEntry } from "#server/contract.ts";
import { AppError } from "#server/errors.ts";
import type { Ports, SignableScore } from "#server/ports.ts";
import { claimsOfSnapshot } from "#server/signing/claims-of-snapshot.ts";

type Needs = Pick<Ports, "log" | "now" | "origin" | "random" | "scoreSigner" | "signedScores">;

const daySeconds = 86_400;
/** Older figures are not signed: a fresh date of issue would make them look newer than they are. */
const maxAgeDays = 30;

/**
 * Signs the newest snapshot of the wallet that is not provisional, for 1 to 90 days. A provisional one is never signed.
 * Throws `bad_request`, `not_found` without such a snapshot, `score_too_old`, `limit_reached` when too many are live, and
 * `daily_limit_reached`.
 */
export async function issueSignedScore(
  ports: Needs,
  session: Session,
  { days }: { readonly days: number },
  once: Once | null = null,
): Promise<SignedScoreEntry> {
  if (!Number.isInteger(days) || days < 1 || days > 90) throw new AppError("bad_request", "days must be 1 to 90.");
  const signable = await ports.signedScores.findSignable(session);
  if (signable === null) {
    throw new AppError(
      "not_found",
      "There is no complete score of a connected account. A provisional score is not signed.",
    );
  }
  const issuedAt = Math.floor(ports.now().getTime() / 1_000);
  if (issuedAt - signable.inputs.asOf > maxAgeDays * daySeconds) {
    throw new AppError(
      "score_too_old",
      `The newest complete score is older than ${maxAgeDays} days. Refresh it first.`,
    );
  }
  const held = await sign(ports, session.wallet, signable, { issuedAt, expiresAt: issuedAt + days * daySeconds });
  const outcome = await ports.signedScores.save(session.wallet, signable.snapshotId, held, once);
  if (outcome === "no_snapshot") throw new AppError("not_found", "The score was erased meanwhile.");
  if (outcome === "too_many") {
    throw new AppError("limit_reached", "50 signed scores are live. Revoke one that is no longer needed first.");
  }
  if (outcome === "too_many_today") {
    throw new AppError("daily_limit_reached", "60 scores were signed within a day. Try again tomorrow.");
  }
  ports.log.info("signed_score.issued", { id: outcome.id, wallet: session.wallet, days });
  return outcome;
}

function sign(
  { origin, random, scoreSigner }: Needs,
  wallet: string,
  { report, inputs }: SignableScore,
  period: { readonly issuedAt: number; readonly expiresAt: number },
) {
  return signScore(
    {
      id: uuidFrom(random(16)),
      issuer: origin,
      subject: hexText(wallet.slice(2)),
      scoreMillipoints: report.millipoints,
      tier: report.tier,
      model: report.model,
      modelHash: hexText(report.modelHash),
      windowFrom: inputs.window.from,
      windowTo: inputs.window.to,
      asOf: inputs.asOf,
      provisional: report.provisional,
      confidenceMillipoints: Math.round(report.confidence * 1_000),
      integrity: report.integrity,
      ...period,
    },
    claimsOfSnapshot(report, inputs).map((claim) => ({
      claim,
      salt: hexText(Buffer.from(random(32)).toString("hex")),
    })),
    scoreSigner.account,
  );
}

function hexText(digits: string): `0x${string}` {
  return `0x${digits}`;
}

/** A version 4 uuid of unpredictable bytes. */
function uuidFrom(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes)
    .toString("hex")
    .replace(/^(.{12})./, "$14")
    .replace(
      /^(.{16})(.)/,
      (_, head: string, digit: string) => head + ((Number.parseInt(digit, 16) & 3) | 8).toString(16),
    );
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
