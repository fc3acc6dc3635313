import { modelHash, ttshop1 } from "@lendfriend/credit-score";
import type { Insights } from "@lendfriend/tiktokshop-client";
import { type Sandbox, startSandbox } from "@lendfriend/tiktokshop-sandbox";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newWallet } from "../../../../../supabase/tests/harness.ts";
import { loadSeedRates } from "./refresh-rates.ts";
import { scoreWallet } from "./score-wallet.ts";
import type { SyncDeps } from "./sync-job.ts";
import { connectPersona, sandboxConnector } from "./testing/connect-persona.ts";
import { type ImportBench, openBench, readRun, runToEnd, syncDeps } from "./testing/import-bench.ts";
import { verifyScores } from "./verify-scores.ts";

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
beforeEach(() => sandbox.control.reset());

describe("an import of a worked example", () => {
  it("scores the seller: 150 orders of $100, 5 % returned", async () => {
    const snapshot = await importAndRead(["worked-seller"]);

    expect(snapshot.inputs).toMatchObject({
      currency: "USD",
      gross: "15000",
      orderCount: 150,
      averageOrderValue: "100",
      refunds: "750",
      net: "14250",
      monthlyNet: "4750",
    });
    expect(snapshot.report).toMatchObject({ model: "ttshop-1", provisional: false });
    expect(snapshot.revenue).toMatchObject({ totalRevenue: "15000", orderCount: 150, periodDays: 90, currency: "USD" });
  });

  it("scores the creator: 200 settled lines, $30,000 base at 15 %", async () => {
    const snapshot = await importAndRead(["worked-creator"]);

    expect(snapshot.inputs).toMatchObject({
      orderCount: 200,
      net: "4500",
      monthlyNet: "1500",
      affiliateCommission: "4500",
    });
  });

  it("scores the hybrid: shop $10,000, commissions $3,000", async () => {
    const snapshot = await importAndRead(["worked-hybrid-seller", "worked-hybrid-creator"]);

    expect(snapshot.inputs).toMatchObject({ gross: "10000", refunds: "0", net: "13000", monthlyNet: "4333.33" });
    expect(snapshot.inputs).toMatchObject({ seller: { account: "seller" }, creator: { account: "creator" } });
    expect(snapshot.revenue).toMatchObject({ affiliateCommission: "3000" });

    const { insights } = snapshot;
    const total = (parts: Insights["weekdays"]) => parts.reduce((sum, part) => sum + Number(part.netUsd), 0);
    expect([total(insights.weekdays), total(insights.hours)]).toEqual([13_000, 13_000]);
    expect(total(insights.markets)).toBe(10_000);
    expect(total(insights.content)).toBe(3_000);
  });
});

describe("an import in several currencies", () => {
  it("converts at stored rates, names their day, and hashes exactly the rows that it used", async () => {
    const snapshot = await importAndRead(["cross-border"]);

    expect(snapshot.inputs).toMatchObject({
      currency: "USD",
      exchangeRates: {
        source: "seed rates as of 2026-09-29",
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        missing: [],
      },
    });
    const { rows } = await bench.pool.query(`select distinct fx_table_hash from public.score_snapshots`);
    expect(rows.length).toBeGreaterThan(1);
  });

  it("scores again to the same thousandths from what was stored, as every import before it does", async () => {
    const { rows } = await bench.pool.query(`select 1 from public.score_snapshots where model_hash = $1`, [
      modelHash(ttshop1),
    ]);
    const { identical, different } = await verifyScores(bench.pool);

    expect(different).toEqual([]);
    expect(rows.length).toBeGreaterThan(0);
    expect(identical).toBe(rows.length);
  });
});

describe("an import that cannot read everything", () => {
  it("scores a seller who withheld finance, and does not call what cannot be checked checked", async () => {
    const snapshot = await importAndRead(["no-finance-scope"]);

    expect(snapshot.report).toMatchObject({ provisional: false, integrity: "UNAVAILABLE" });
    expect(snapshot.inputs).toMatchObject({ reconciliation: { status: "unavailable" } });
  });

  it("scores a seller whose market has no such endpoint", async () => {
    sandbox.control.addFault({
      kind: "answer",
      status: 404,
      code: 36_009_009,
      message: "Invalid path",
      path: "/returns/",
    });

    const snapshot = await importAndRead(["steady-seller"]);

    expect(snapshot.report.provisional).toBe(false);
    expect(snapshot.inputs).toMatchObject({ seller: { refunds: { status: "unavailable_platform" } } });
  });

  it("calls the score provisional when an optional list keeps failing", async () => {
    sandbox.control.addFault({ kind: "answer", status: 503, path: "/products/search" });

    const { account, deps } = await connected("growing-seller");
    await runToEnd(deps, account.runId, { retries: 2 });
    const snapshot = await readSnapshot(account.wallet, account.connectionId);

    expect(snapshot.report.provisional).toBe(true);
    expect(snapshot.inputs).toMatchObject({
      provisional: [`products of shop ${account.shopIds[0]}: provider_unavailable`],
    });
  });

  it("keeps odd rows aside and counts them", async () => {
    const { account, deps } = await connected("odd-rows");
    await runToEnd(deps, account.runId);

    const { rows } = await bench.pool.query<{ kept: number; counted: number }>(
      `select (select count(*)::int from public.rejected_rows where connection_id = $1) as kept,
         (select sum(rows_rejected)::int from public.sync_windows where connection_id = $1) as counted`,
      [account.connectionId],
    );
    expect(rows[0]?.kept).toBeGreaterThan(0);
    expect(rows[0]?.counted).toBe(rows[0]?.kept);
    expect((await readRun(bench.pool, account.runId)).status).toBe("active");
  });
});

describe("a snapshot", () => {
  it("is written once per run, and not at all for an account that was disconnected meanwhile", async () => {
    const { account, deps } = await connected("new-shop");
    const score: SyncDeps["score"] = async (run, connection, signal) => {
      await bench.pool.query(`update public.business_connections set epoch = epoch + 1 where id = $1`, [
        run.connectionId,
      ]);
      return deps.score(run, connection, signal);
    };

    await runToEnd({ ...deps, score }, account.runId);

    const { rows } = await bench.pool.query(`select 1 from public.score_snapshots where wallet_address = $1`, [
      account.wallet,
    ]);
    expect(rows).toEqual([]);
  });

  it("holds no trace of a buyer, nor does any other table", async () => {
    await importAndRead(["heavy-refunds"]);

    const { rows: tables } = await bench.pool.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_schema in ('public', 'app_private', 'pgboss') and table_type = 'BASE TABLE'`,
    );
    expect(tables.length).toBeGreaterThan(20);
    for (const { name } of tables) {
      const { rows } = await bench.pool.query(`select 1 from ${name} t where t::text like '%SBXBUYER%' limit 1`);
      expect(rows, name).toEqual([]);
    }
  });
});

async function connected(persona: string, wallet = newWallet()) {
  const connector = sandboxConnector(sandbox);
  const account = await connectPersona(bench, sandbox, connector, persona, { wallet });
  const base = syncDeps(bench, connector);
  const deps: SyncDeps = { ...base, score: (run, connection) => scoreWallet(base, run, connection) };
  return { account, deps };
}

async function importAndRead(personas: readonly string[]) {
  const wallet = newWallet();
  let last = "";
  for (const persona of personas) {
    const { account, deps } = await connected(persona, wallet);
    await runToEnd(deps, account.runId);
    last = account.connectionId;
  }
  return readSnapshot(wallet, last);
}

async function readSnapshot(wallet: string, connectionId: string) {
  const { rows } = await bench.pool.query<{
    inputs: object;
    report: { provisional: boolean; factors: object };
    revenue: object;
    insights: Insights;
  }>(
    `select s.inputs, s.report, s.insights, c.revenue_data as revenue
     from public.score_snapshots s join public.business_connections c on c.id = $2
     where s.wallet_address = $1 order by s.created_at desc limit 1`,
    [wallet, connectionId],
  );
  const [row] = rows;
  if (!row) throw new Error("no snapshot");
  return row;
}
