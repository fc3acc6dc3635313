import { randomUUID } from "node:crypto";
import type pg from "pg";
import { callForObject, type Row } from "./harness.ts";

/** A signed score as the app stores it; its figures and salts are easy to search for. */
export function heldScore(wallet: string, given: Row = {}): Row {
  const now = Math.floor(Date.now() / 1_000);
  return {
    statement: {
      id: randomUUID(),
      subject: wallet,
      issuedAt: now,
      expiresAt: now + 30 * 86_400,
      tier: "Growing",
      ...given,
    },
    signer: `0x${"5".repeat(40)}`,
    signature: "0xsignature",
    claims: [{ claim: { kind: "exact", path: "net_90d", value: "14250.75", unit: "USD" }, salt: "0xsecret-salt" }],
  };
}

/** Stores one for a snapshot of the wallet, and returns its id. */
export async function storeSignedScore(
  pool: pg.Pool,
  wallet: string,
  snapshot: string,
  given: Row = {},
): Promise<string> {
  const id = randomUUID();
  const answer = await callForObject(pool, "store_signed_score", {
    p_wallet: wallet,
    p_snapshot_id: snapshot,
    p_held: heldScore(wallet, { id, ...given }),
  });
  if (answer.stored !== true) throw new Error(`not stored: ${JSON.stringify(answer)}`);
  return id;
}
