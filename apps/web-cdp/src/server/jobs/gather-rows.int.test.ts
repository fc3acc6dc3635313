import { sumDecimals } from "@lendfriend/connector";
import type { IncomeMetrics } from "@lendfriend/credit-score";
import {
  type FigureSum,
  figureName,
  figureTotal,
  figureValues,
  type Insights,
  type TieOutSummary,
} from "@lendfriend/tiktokshop-client";
import { type Sandbox, startSandbox } from "@lendfriend/tiktokshop-sandbox";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { rowsOfFigure } from "#server/figure-catalogue.ts";
import { insertRows, releaseRowSet, takeRowSet } from "#server/stores/pg/figure-rows.ts";
import { gatherRows } from "./gather-rows.ts";
import { loadSeedRates } from "./refresh-rates.ts";
import { scoreWallet } from "./score-wallet.ts";
import { connectPersona, sandboxConnector } from "./testing/connect-persona.ts";
import { type ImportBench, openBench, runToEnd, syncDeps } from "./testing/import-bench.ts";

let bench: ImportBench;
let sandbox: Sandbox;

beforeAll(async () => {
  bench = await openBench();
  await loadSeedRates(bench);
  sandbox = await startSandbox();
});
afterAll(async () => {
  await sandbox.close();
  await bench.close();
});
beforeEach(async () => {
  sandbox.control.reset();
  await bench.pool.query("delete from public.figure_row_sets; delete from public.business_connections");
});

/** Imports and scores a persona for real. */
async function scored(persona: string) {
  const connector = sandboxConnector(sandbox);
  const { wallet, runId } = await connectPersona(bench, sandbox, connector, persona);
  const base = syncDeps(bench, connector);
  await runToEnd({ ...base, score: (run, connection) => scoreWallet(base, run, connection) }, runId);
  return {
    wallet,
    base,
    request: () => requestRows(wallet),
    async gather() {
      await requestRows(wallet);
      return gatherRows({ ...base, stopping: new AbortController().signal });
    },
  };
}

async function requestRows(wallet: string): Promise<{ readonly gaveUp: boolean } | undefined> {
  const { rows } = await bench.pool.query<{ answer: { gaveUp: boolean } }>(
    `select public.request_figure_rows($1) as answer`,
    [wallet],
  );
  return rows[0]?.answer;
}

async function waitOf(wallet: string): Promise<number> {
  const { rows } = await bench.pool.query<{ wait: number }>(
    `select round(extract(epoch from due_at - now()))::int as wait from public.figure_row_sets where wallet_address = $1`,
    [wallet],
  );
  return rows[0]?.wait ?? Number.NaN;
}

/** A wait that was set a moment ago, on a machine that may have been busy since. */
function expectNear(wait: number | undefined, set: number): void {
  expect(wait).toBeLessThanOrEqual(set);
  expect(wait).toBeGreaterThanOrEqual(set - 5);
}

/** Waits for whoever still writes, as a worker does not: it would pass the rows over until its next look. */
const isDue = (wallet: string) =>
  bench.pool.query(
    `with held as (select snapshot_id from public.figure_row_sets where wallet_address = $1 for update)
     update public.figure_row_sets as rows set due_at = now() from held where rows.snapshot_id = held.snapshot_id`,
    [wallet],
  );

interface Stored {
  readonly id: string;
  readonly inputs: IncomeMetrics;
  readonly insights: Insights;
  readonly sums: Readonly<Record<string, FigureSum & { readonly number: number }>>;
  readonly trail: TieOutSummary["counts"];
}

async function storedOf(wallet: string): Promise<Stored> {
  const { rows } = await bench.pool.query<Stored>(
    `select s.id, s.inputs, s.insights, g.sums, t.summary -> 'counts' as trail from public.figure_row_sets g
     join public.tie_outs t on t.snapshot_id = g.snapshot_id
     join public.score_snapshots s on s.id = g.snapshot_id where g.wallet_address = $1`,
    [wallet],
  );
  const [row] = rows;
  if (!row) throw new Error("no rows were gathered");
  return row;
}

test.each(["worked-seller", "heavy-refunds", "cross-border", "planted-defects", "odd-rows", "worked-creator"])(
  "of %s the stored rows of every figure add up to what the score says",
  async (persona) => {
    const { wallet, gather } = await scored(persona);
    expect(await gather()).toBe(1);
    const { id, inputs, insights, sums, trail } = await storedOf(wallet);

    for (const [figure, value] of figureValues(inputs, insights)) {
      const total = figureTotal(figure, sums[figure], inputs);
      expect(rowsOfFigure(figure), figure).not.toBeNull();
      if (value.count !== null) expect([figure, total.count]).toEqual([figure, value.count]);
      if (value.amount !== null) expect([figure, total.amount]).toEqual([figure, value.amount]);
    }
    for (const { subject, state, currency, count, value } of trail) {
      const figure = figureName.trail(subject, state, currency);
      expect([figure, sums[figure]?.count, sums[figure]?.amounts[currency]]).toEqual([figure, count, value]);
    }
    const { rows } = await bench.pool.query<{ counted: string | null }>(
      `select trim_scale(counted)::text as counted from public.figure_rows where snapshot_id = $1 and $2 = any (figures)`,
      [id, sums.net?.number ?? 0],
    );
    expect(sumDecimals(rows.map(({ counted }) => counted ?? "0"))).toBe(
      sumDecimals(Object.values(sums.net?.amounts ?? {})),
    );
    expect(rows).toHaveLength(inputs.orderCount);
  },
);

test("rows that changed since the score come to another sum than it says", async () => {
  const { wallet, gather } = await scored("viral-seller");
  await bench.pool.query(
    `update public.orders set merchandise_value = merchandise_value + 7 where (connection_id, shop_id, id) = (
       select o.connection_id, o.shop_id, o.id from public.orders o join public.business_connections c on c.id = o.connection_id
       where c.wallet_address = $1 and o.status = 'COMPLETED' order by o.create_time desc limit 1)`,
    [wallet],
  );
  await gather();
  const { inputs, sums } = await storedOf(wallet);

  expect(Number(figureTotal("gross", sums.gross, inputs).amount)).toBe(Number(inputs.gross) + 7);
});

test("what a worker left behind when it died is cleared, and nothing is there twice", async () => {
  const { wallet, gather } = await scored("steady-seller");
  await gather();
  const before = await storedOf(wallet);
  await bench.pool.query(`update public.figure_row_sets set sums = null, due_at = now() where wallet_address = $1`, [
    wallet,
  ]);

  expect(await gather()).toBe(1);
  const again = await storedOf(wallet);
  expect(again.sums).toEqual(before.sums);
  const { rows } = await bench.pool.query<{ rows: number; last: number }>(
    `select count(*)::int as rows, max(number)::int as last from public.figure_rows where wallet_address = $1`,
    [wallet],
  );
  expect(rows[0]?.rows).toBe(rows[0]?.last);
  expect(await gather()).toBe(0);
});

test("a worker that was taken for dead writes nothing more", async () => {
  const { wallet } = await scored("declining-seller");
  await bench.pool.query(`select public.request_figure_rows($1)`, [wallet]);
  const early = await takeRowSet(bench.pool);
  await isDue(wallet);
  const late = await takeRowSet(bench.pool);
  const row = {
    kind: "order",
    shopId: "S1",
    id: "1",
    orderId: null,
    label: null,
    at: 1,
    currency: "USD",
    amount: "1",
    amountUsd: "1",
    counted: "1",
    countedUsd: "1",
    unitsPerUsd: "1",
    quantity: 1,
    reason: null,
    number: 1,
    figures: [1],
  } as const;

  expect(early !== null && (await insertRows(bench.pool, early, [row]))).toBe(false);
  expect(late !== null && (await insertRows(bench.pool, late, [row]))).toBe(true);
});

test("a worker that is still at it keeps the rows for itself, however long they take", async () => {
  const { wallet, base, request } = await scored("steady-seller");
  await request();
  const holder = await bench.pool.connect();
  await holder.query("begin; lock table public.figure_rows in access exclusive mode");
  const gathering = gatherRows({ ...base, stopping: new AbortController().signal, renewEveryMs: 20 });
  try {
    for (let look = 0; look < 2; look += 1) {
      await expect.poll(() => waitOf(wallet), { timeout: 5_000 }).toBeGreaterThan(50);
      await bench.pool.query(
        `update public.figure_row_sets set due_at = now() + interval '1 second' where wallet_address = $1`,
        [wallet],
      );
    }
    await expect.poll(() => waitOf(wallet), { timeout: 5_000 }).toBeGreaterThan(50);
  } finally {
    await holder.query("rollback");
    holder.release();
  }

  expect(await gathering).toBe(1);
});

test("rows that cannot be gathered are tried later each time, then given up, and tried anew an hour later", async () => {
  const { wallet, base, request } = await scored("declining-seller");
  const deps = { ...base, stopping: new AbortController().signal };
  await bench.pool.query("alter table public.figure_rows add constraint broken check (number < 0) not valid");
  await request();
  const waits: number[] = [];
  for (let tries = 0; tries < 5; tries += 1) {
    await isDue(wallet);
    await expect(gatherRows(deps)).rejects.toThrow();
    waits.push(await waitOf(wallet));
  }

  for (const [tries, wait] of [30, 60, 120, 240, 480].entries()) expectNear(waits[tries], wait);
  expect(waits).toHaveLength(5);
  await isDue(wallet);
  expect(await gatherRows(deps)).toBe(0);
  expect(await request()).toEqual({ requested: true, gaveUp: true });
  await bench.pool.query(
    `update public.figure_row_sets set gave_up_at = now() - interval '1 hour' where wallet_address = $1`,
    [wallet],
  );
  expect(await request()).toEqual({ requested: true, gaveUp: false });
  await bench.pool.query("alter table public.figure_rows drop constraint broken");
  expect(await gatherRows(deps)).toBe(1);
});

test("rows that end their worker each time are given up as well", async () => {
  const { wallet, request } = await scored("declining-seller");
  await request();
  for (let tries = 0; tries < 5; tries += 1) {
    expect(await takeRowSet(bench.pool)).toMatchObject({ wallet });
    await isDue(wallet);
  }

  expect(await takeRowSet(bench.pool)).toBeNull();
  expect(await request()).toMatchObject({ gaveUp: true });
});

test("a worker that was taken for dead can neither hold nor give back what another one has", async () => {
  const { wallet, request } = await scored("declining-seller");
  await request();
  const early = await takeRowSet(bench.pool);
  await isDue(wallet);
  const late = await takeRowSet(bench.pool);
  if (early === null || late === null) throw new Error("nothing was due");

  await releaseRowSet(bench.pool, early);

  expectNear(await waitOf(wallet), 60);
  await releaseRowSet(bench.pool, late);
  expectNear(await waitOf(wallet), 60);
});
