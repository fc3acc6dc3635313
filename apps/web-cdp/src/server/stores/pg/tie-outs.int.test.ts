import { randomUUID } from "node:crypto";
import { recordsByOrder, recordsSource, type TieOutSource } from "@lendfriend/tiktokshop-client";
import { afterAll, expect, test } from "vitest";
import { orderRow, settlementRow } from "#server/jobs/testing/import-bench.ts";
import { newWallet, openPool } from "../../../../../../supabase/tests/harness.ts";
import { commitUnless, inTransaction, type Sql } from "./pool.ts";
import { storeTieOut } from "./tie-outs.ts";

const pool = openPool();
afterAll(() => pool.end());

const asOf = 1_795_000_000;
const day = 86_400;

test("however many flags there are, each is stored once, numbered within its kind", async () => {
  const wallet = newWallet();
  const snapshotId = randomUUID();

  await inTransaction(pool, async (tx) => {
    await storeTieOut(tx, { snapshotId, wallet }, lossOf(1_201));
    await insertSnapshot(tx, snapshotId, wallet);
  });

  const { rows } = await pool.query(
    `select count(*)::int as flags, count(distinct id)::int as ids, min(number) as first, max(number) as last,
       sum(expected)::text as expected
     from public.tie_out_flags where snapshot_id = $1 and kind = 'MISSING'`,
    [snapshotId],
  );
  expect(rows).toEqual([{ flags: 1_201, ids: 1_201, first: 1, last: 1_201, expected: "12010.000000" }]);
});

test("work that is given up leaves nothing of its tie-out", async () => {
  const wallet = newWallet();

  const outcome = await commitUnless<"scored" | "lost">(pool, "lost", async (tx) => {
    await storeTieOut(tx, { snapshotId: randomUUID(), wallet }, lossOf(3));
    return "lost";
  });

  expect(outcome).toBe("lost");
  const { rows } = await pool.query(`select 1 from public.tie_out_flags where wallet_address = $1`, [wallet]);
  expect(rows).toEqual([]);
});

test("a failure is told as it is, and leaves nothing either", async () => {
  const wallet = newWallet();
  const failing = commitUnless<"scored" | "lost">(pool, "lost", async (tx) => {
    await storeTieOut(tx, { snapshotId: randomUUID(), wallet }, lossOf(3));
    return "scored";
  });

  // No snapshot came with it.
  await expect(failing).rejects.toMatchObject({ code: "23503" });
  const { rows } = await pool.query(`select 1 from public.tie_outs where wallet_address = $1`, [wallet]);
  expect(rows).toEqual([]);
});

/** A shop of which one order was settled and so many delivered ones never were. */
function lossOf(count: number): TieOutSource {
  const times = { createTime: asOf - 40 * day, deliveryTime: asOf - 30 * day };
  const ids = Array.from({ length: count }, (_, at) => `O${String(at).padStart(6, "0")}`);
  const orders = ids.map((id) => orderRow("S1", id, { ...times, merchandiseValue: "10" }));
  const settled = { ...settlementRow("S1", "ST1", "T1"), type: "ADJUSTMENT", settlementAmount: "0" };
  const records = { seller: [...orders, settled] };
  return {
    asOf,
    connections: [
      {
        id: "seller",
        account: "seller",
        region: "US",
        isAuthorized: true,
        authorizationExpiresAt: null,
        firstActivity: null,
        shops: [],
        stages: [{ stage: "settlements", shopId: "S1", status: "read" }],
      },
    ],
    read: recordsSource(records),
    readByOrder: recordsByOrder(records),
    isKeptAside: async () => false,
  };
}

async function insertSnapshot(tx: Sql, id: string, wallet: string): Promise<void> {
  await tx.query(
    `insert into public.score_snapshots (id, wallet_address, as_of, model, model_hash, provisional, score_millipoints, tier,
       inputs, report, snapshot_hash)
     values ($1, $2, to_timestamp($3), 'ttshop-1', 'hash', false, 0, 'New', '{}', '{}', 'hash')`,
    [id, wallet, asOf],
  );
}
