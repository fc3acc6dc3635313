import "server-only";
import type { Once, Session, Share, ShareScope } from "#server/contract.ts";
import { AppError } from "#server/errors.ts";
import type { Ports } from "#server/ports.ts";
import { isPlainLine } from "#server/storable-text.ts";
import { walletFrom } from "#server/wallet.ts";

const maxPurposeLength = 280;
const maxShareMs = 366 * 24 * 60 * 60 * 1000;

/**
 * Lets one lender read the score, cut to a scope, for a purpose, until a date. Throws `bad_request`, and `limit_reached`
 * when too many are live.
 */
export async function createShare(
  { now, shares }: Pick<Ports, "now" | "shares">,
  session: Session,
  input: {
    readonly lender: string;
    readonly scope: ShareScope;
    readonly purpose: string;
    /** ISO 8601 with an offset. */
    readonly expiresAt: string;
  },
  once: Once | null = null,
): Promise<Share> {
  const lender = walletFrom(input.lender);
  if (lender === null) throw new AppError("bad_request", "lender must be a wallet address: 0x and 40 hex digits");
  if (lender === session.wallet) throw lenderIsBorrower();
  const purpose = input.purpose.trim();
  if (purpose.length > maxPurposeLength || !isPlainLine(purpose)) {
    throw new AppError("bad_request", `purpose must be 1 to ${maxPurposeLength} characters on one line`);
  }
  const expiresAt = new Date(input.expiresAt);
  const lifeMs = expiresAt.getTime() - now().getTime();
  if (!(lifeMs > 0)) throw expiryInPast();
  if (lifeMs > maxShareMs) throw new AppError("bad_request", "expiresAt must be within a year");

  const share = await shares.createShare(
    { wallet: session.wallet, lender, scope: input.scope, purpose, expiresAt },
    once,
  );
  if (!("error" in share)) return share;
  if (share.error === "too_many") {
    throw new AppError("limit_reached", "100 shares are live. Revoke one that is no longer needed first.");
  }
  throw share.error === "lender_is_borrower" ? lenderIsBorrower() : expiryInPast();
}

function lenderIsBorrower(): AppError {
  return new AppError("bad_request", "lender must be another wallet than your own");
}

function expiryInPast(): AppError {
  return new AppError("bad_request", "expiresAt must be a time in the future");
}
