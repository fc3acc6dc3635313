import { randomInt } from "node:crypto";
import { type IncomeRecord, unitsFromDecimal } from "@lendfriend/connector";
import { scoreIncome } from "@lendfriend/credit-score";
import { incomeMetrics } from "@lendfriend/tiktokshop-client";
import type { Pool, PoolClient } from "pg";
import { openMetricsSource } from "../../apps/web-cdp/src/server/jobs/metrics-source.ts";
import { loadSeedRates } from "../../apps/web-cdp/src/server/jobs/refresh-rates.ts";
import { randomFrom, shuffled } from "../../apps/web-cdp/src/server/jobs/testing/random-from.ts";
import { saveRows } from "../../apps/web-cdp/src/server/stores/pg/income-writer.ts";
import { createPool } from "../../apps/web-cdp/src/server/stores/pg/pool.ts";
import { sampleRows } from "../../packages/tiktokshop-client/src/metrics/testing/arbitrary-rows.ts";
import { exampleAsOf } from "../../packages/tiktokshop-client/src/metrics/testing/example-source.ts";
import { type Connected, connect, shopInput } from "../../supabase/tests/harness.ts";
import { openEngine } from "../engine.ts";
import { exactly, type Goal } from "./goal.ts";

const orders = 20;
const window = { from: exampleAsOf - 90 * 86_400, to: exampleAsOf };

export const deliveryOrders: Goal = {
  id: "R8",
  promise: "10,000 drawn histories, each delivered in 20 orders: one score each; stored amounts exact",
  how: "Rows go through the only writer of income rows in pages of drawn sizes, shuffled, a third of them repeated, and half of the orders also in an earlier state that may come last; figures and score are then computed from the tables by the product's code.",
  async measure(isFull) {
    const histories = isFull ? 10_000 : 100;
    const seed = randomInt(2 ** 31);
    const engine = await openEngine();
    const pool = createPool({ databaseUrl: engine.databaseUrl, applicationName: "bench", max: 2 });
    try {
      await loadSeedRates({ pool });
      const seller = await connect(pool, { shops: ["S1", "S2"].map((id) => shopInput(id)) });
      const random = randomFrom(seed);
      const counts = { differing: 0, inexact: 0 };
      for (const { seller: rows } of sampleRows(histories, seed)) {
        const ends = new Set<string>();
        for (let order = 0; order < orders; order += 1) {
          const { score, isExact } = await deliver(pool, seller, { rows, random });
          ends.add(score);
          if (!isExact) counts.inexact += 1;
        }
        if (ends.size !== 1) counts.differing += 1;
      }
      return {
        scale: `${histories.toLocaleString("en")} histories × ${orders} orders of delivery`,
        isFullSize: isFull,
        checks: [
          exactly("histories with more than one score", counts.differing, 0),
          exactly("deliveries after which the stored amounts are not exact", counts.inexact, 0),
        ],
        notes: [`Seed ${seed}.`],
      };
    } finally {
      await pool.end();
      await engine.stop();
    }
  },
};

interface Delivery {
  readonly rows: readonly IncomeRecord[];
  readonly random: () => number;
}

/** One delivery of everything into empty tables; nothing of it stays. */
async function deliver(pool: Pool, { connectionId, wallet }: Connected, { rows, random }: Delivery) {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const sent = shuffled(
      [...rows, ...rows.filter(() => random() < 0.33), ...rows.flatMap((row) => earlier(row, random))],
      random,
    );
    for (let at = 0; at < sent.length; ) {
      const size = 1 + Math.floor(random() * 30);
      const page = { shopId: "S1", rows: sent.slice(at, at + size), rejected: [] };
      if (!(await saveRows(client, { connectionId, runId: null, epoch: 1 }, [page])))
        throw new Error("The connection is gone.");
      at += size;
    }
    const source = await openMetricsSource({
      tx: client,
      connectors: new Map(),
      run: { id: crypto.randomUUID(), connectionId },
      window,
      wallet,
    });
    const report = scoreIncome(await incomeMetrics(source.ofWallet()));
    return { score: JSON.stringify(report), isExact: (await storedUnits(client, connectionId)) === unitsOf(rows) };
  } finally {
    await client.query("rollback");
    client.release();
  }
}

/** Half of the orders were seen in an earlier state too, with another amount. */
function earlier(row: IncomeRecord, random: () => number): readonly IncomeRecord[] {
  if (row.kind !== "order" || random() < 0.5) return [];
  return [{ ...row, status: "UNPAID", merchandiseValue: "0.01", updateTime: row.updateTime - 60 }];
}

function unitsOf(rows: readonly IncomeRecord[]): bigint {
  return rows.reduce((sum, row) => sum + (row.kind === "order" ? unitsFromDecimal(row.merchandiseValue) : 0n), 0n);
}

async function storedUnits(client: PoolClient, connectionId: string): Promise<bigint> {
  const { rows } = await client.query<{ total: string }>(
    "select coalesce(sum(merchandise_value), 0)::text as total from public.orders where connection_id = $1",
    [connectionId],
  );
  return unitsFromDecimal(rows[0]?.total ?? "0");
}
