import "server-only";
import { type TieOutFlag, type TieOutKind, type TieOutSource, tieOut } from "@lendfriend/tiktokshop-client";
import type { Sql } from "./pool.ts";

const flagsPerInsert = 500;

/**
 * Ties the money of a wallet out and stores the result under the id that its snapshot is going to have, flags as they come, some
 * hundred at a time. The transaction must store that snapshot too.
 */
export async function storeTieOut(
  tx: Sql,
  owner: { readonly snapshotId: string; readonly wallet: string },
  source: TieOutSource,
): Promise<void> {
  const numbers = new Map<TieOutKind, number>();
  let waiting: (TieOutFlag & { readonly number: number })[] = [];
  const summary = await tieOut(source, async (flag) => {
    const number = (numbers.get(flag.kind) ?? 0) + 1;
    numbers.set(flag.kind, number);
    waiting.push({ ...flag, number });
    if (waiting.length < flagsPerInsert) return;
    await insertFlags(tx, owner, waiting);
    waiting = [];
  });
  await insertFlags(tx, owner, waiting);
  await tx.query(`insert into public.tie_outs (snapshot_id, wallet_address, summary) values ($1, $2, $3::jsonb)`, [
    owner.snapshotId,
    owner.wallet,
    JSON.stringify(summary),
  ]);
}

async function insertFlags(
  tx: Sql,
  { snapshotId, wallet }: { readonly snapshotId: string; readonly wallet: string },
  flags: readonly TieOutFlag[],
): Promise<void> {
  if (flags.length === 0) return;
  await tx.query(
    `insert into public.tie_out_flags (snapshot_id, wallet_address, kind, number, subject, problem, shop_id, id, order_id,
       statement_id, payment_id, currency, expected, found, found_currency, at)
     select $1, $2, kind, number, subject, problem, "shopId", id, "orderId", "statementId", "paymentId", currency, expected,
       found, "foundCurrency", at
     from jsonb_to_recordset($3::jsonb) as flag(kind text, number int, subject text, problem text, "shopId" text, id text,
       "orderId" text, "statementId" text, "paymentId" text, currency text, expected numeric, found numeric,
       "foundCurrency" text, at bigint)`,
    [snapshotId, wallet, JSON.stringify(flags)],
  );
}
