import type { Connector, ImportPage, ReturnRecord } from "@lendfriend/connector";
import { type Sandbox, startSandbox } from "@lendfriend/tiktokshop-sandbox";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { streamRecords } from "#server/stores/pg/income-reader.ts";
import { saveRows } from "#server/stores/pg/income-writer.ts";
import { findNewestRun } from "#server/stores/pg/newest-run.ts";
import { inTransaction } from "#server/stores/pg/pool.ts";
import { askRescore } from "#server/stores/pg/rescores.ts";
import { requestRefresh } from "#server/stores/pg/runs.ts";
import { rescoreWallets } from "./rescore-wallet.ts";
import { scoreWallet } from "./score-wallet.ts";
import type { SyncDeps } from "./sync-job.ts";
import { connectPersona, sandboxConnector } from "./testing/connect-persona.ts";
import { type BenchAccount, type ImportBench, openBench, readRun, runToEnd, syncDeps } from "./testing/import-bench.ts";

let bench: ImportBench;
let sandbox: Sandbox;
let deps: SyncDeps;
/** How far the worker's clock is ahead, so that what was just done lies in its past. */
let aheadMs = 0;
/** What becomes of each page of returns on its way from the platform. */
let change: (page: ImportPage) => ImportPage = (page) => page;

beforeAll(async () => {
  bench = await openBench();
  sandbox = await startSandbox();
  const connector = sandboxConnector(sandbox);
  const { pool, log } = bench;
  const changing: Connector = {
    ...connector,
    async readPage(request) {
      const page = await connector.readPage(request);
      return request.stage === "returns" ? change(page) : page;
    },
  };
  const plain = syncDeps(bench, changing, () => Date.now() + aheadMs);
  const { connectors } = plain;
  deps = { ...plain, score: (run, connection) => scoreWallet({ pool, connectors, log }, run, connection) };
});
beforeEach(() => {
  change = (page) => page;
});
afterAll(async () => {
  await sandbox.close();
  await bench.close();
});

describe("a refresh after a complete import", () => {
  it("reads only what changed, and a late refund is in the next snapshot", async () => {
    const account = await imported("steady-seller");
    const before = await refundsOf(account);
    const orders = await countOf("orders", account);
    const { rows } = await bench.pool.query<{ id: string }>(
      `select o.id from public.orders o where connection_id = $1 and status = 'COMPLETED'
         and merchandise_value > 0 and not (is_sample or is_replacement or is_exchange) and not exists (
         select 1 from public.returns r where r.connection_id = $1 and r.order_id = o.id) order by create_time desc limit 1`,
      [account.connectionId],
    );
    await sandbox.control.refundOrder({ persona: "steady-seller", orderId: rows[0]?.id ?? "", notify: false });
    aheadMs = 5_000;
    sandbox.control.clearLog();

    const runId = await refreshed(account, "webhook");

    expect(await readRun(bench.pool, runId)).toMatchObject({ state: "done", provisional_reasons: [] });
    expect(sandbox.control.requestCounts()["POST /order/202309/orders/search"]).toBeLessThanOrEqual(3);
    expect(sandbox.control.requestCounts()["POST /return_refund/202309/returns/search"]).toBe(1);
    expect(await refundsOf(account)).toBeGreaterThan(before);
    expect(await countOf("orders", account)).toBeGreaterThanOrEqual(orders);
  });

  it("reads everything at the daily reconcile, and whenever the last import left a doubt", async () => {
    const account = await imported("worked-seller");
    expect(await sinceOf(await refreshed(account, "borrower"))).not.toBeNull();
    expect(await sinceOf(await refreshed(account, "daily"))).toBeNull();

    await bench.pool.query(
      `update public.sync_runs set provisional_reasons = '[{"code": "short_list"}]' where connection_id = $1`,
      [account.connectionId],
    );

    expect(await sinceOf(await refreshed(account, "borrower"))).toBeNull();
  });

  it("keeps the rows set aside of what it did not read again, each once", async () => {
    const account = await imported("odd-rows");
    const aside = await countOf("rejected_rows", account);
    expect(aside).toBeGreaterThan(0);

    await refreshed(account, "borrower");
    expect(await countOf("rejected_rows", account)).toBe(aside);
    await refreshed(account, "daily");
    expect(await countOf("rejected_rows", account)).toBe(aside);
  });

  it("a return whose newer state cannot be read makes the score provisional", async () => {
    const account = await imported("heavy-refunds");
    expect(await doubtsOf(account)).toEqual([]);
    const doubts = [`returns of shop ${account.shopIds[0]}: rows_set_aside (1 row)`];
    const kept = await spoilReturn(account);

    const runId = await refreshed(account, "borrower");

    expect(await readRun(bench.pool, runId)).toMatchObject({
      state: "done",
      provisional_reasons: [{ code: "rows_set_aside", stage: "returns", shopId: account.shopIds[0], rows: 1 }],
    });
    expect(await doubtsOf(account)).toEqual(doubts);

    change = (page) => page;
    const next = await refreshed(account, "borrower");
    expect(await sinceOf(next)).toBe(runId);
    expect(await doubtsOf(account)).toEqual(doubts);

    change = (page) => ({ ...page, rows: [...page.rows, kept] });
    await refreshed(account, "borrower");
    expect(await doubtsOf(account)).toEqual([]);
  });

  it("a row that was set aside is no doubt any more once a whole import does not meet it", async () => {
    const account = await imported("declining-seller");
    await spoilReturn(account);
    await refreshed(account, "borrower");
    expect(await doubtsOf(account)).toHaveLength(1);

    change = (page) => page;
    await refreshed(account, "daily");

    expect(await doubtsOf(account)).toEqual([]);
  });

  it("a row that nobody understands when it is read again by its id makes the next score provisional", async () => {
    const account = await imported("growing-seller");
    expect(await doubtsOf(account)).toEqual([]);
    const [shopId = ""] = account.shopIds;
    const rejected = [{ stage: "returns", rowId: "1", reason: "refund_amount: not of type object" }];
    await inTransaction(bench.pool, async (tx) => {
      const runId = await findNewestRun(tx, account.connectionId);
      await saveRows(tx, { connectionId: account.connectionId, runId, epoch: 1 }, [{ shopId, rows: [], rejected }]);
      await askRescore(tx, account.connectionId);
    });
    await bench.pool.query(`update app_private.rescores set due_at = now() where is_waiting`);

    await rescoreWallets({ ...deps, stopping: new AbortController().signal });

    expect(await doubtsOf(account)).toEqual([`returns of shop ${shopId}: rows_set_aside (1 row)`]);
  });

  it("a row of which a part was not understood is kept, and no doubt", async () => {
    const account = await imported("cross-border");
    await spoilReturn(account, { isPart: true });
    await refreshed(account, "borrower");

    expect(await countOf("rejected_rows", account)).toBeGreaterThan(0);
    expect(await doubtsOf(account)).toEqual([]);
  });
});

describe("a creator's list of commissions", () => {
  const list = "/affiliate_creator/202410/orders/search";

  afterEach(async () => {
    sandbox.control.clearFaults();
    // Lets the next wallet connect the same creator.
    await bench.pool.query(`delete from public.business_connections where account = 'creator'`);
  });

  it("a commission order that the list no longer holds is not counted", async () => {
    const account = await imported("us-creator");
    const before = await ordersOf(account);
    await addCommission(account, { orderId: "gone", daysAgo: 20 });
    await addCommission(account, { orderId: "old", daysAgo: 100 });

    await refreshed(account, "borrower");

    expect(await ordersOf(account)).toBe(before);
    expect(await addedOf(account)).toEqual(["old"]);
  });

  it.each([
    ["was shorter than its count", { total_count: 100_000 }],
    ["came without a count", { total_count: null }],
  ])("that %s takes nothing away", async (_name, patch) => {
    const account = await imported("us-creator");
    await addCommission(account, { orderId: "kept", daysAgo: 20 });
    sandbox.control.addFault({ kind: "patch_data", path: list, patch });

    await refreshed(account, "borrower");

    expect(await addedOf(account)).toEqual(["kept"]);
  });

  it("that holds an order which is not understood leaves what was known of it", async () => {
    const account = await imported("us-creator");
    await addCommission(account, { orderId: "odd", daysAgo: 20 });
    const orders = [{ id: "odd", create_time: "soon" }];
    sandbox.control.addFault({
      kind: "patch_data",
      path: list,
      patch: { orders, total_count: 1, next_page_token: "" },
    });

    await refreshed(account, "borrower");

    expect(await addedOf(account)).toEqual(["odd"]);
    expect(await countOf("rejected_rows", account)).toBe(1);
  });
});

async function imported(persona: string): Promise<BenchAccount> {
  const account = await connectPersona(bench, sandbox, sandboxConnector(sandbox), persona);
  await runToEnd(deps, account.runId);
  return account;
}

async function refreshed(account: BenchAccount, requestedBy: string): Promise<string> {
  const runId = await inTransaction(bench.pool, (tx) => requestRefresh(tx, account.connectionId, requestedBy));
  await runToEnd(deps, runId ?? "");
  return runId ?? "";
}

/** From now on a return that was imported is met again in a state that nobody understands. Answers it as it was. */
async function spoilReturn(account: BenchAccount, facts: { readonly isPart?: boolean } = {}): Promise<ReturnRecord> {
  const kept = await inTransaction(bench.pool, async (tx) => {
    for await (const row of streamRecords(tx, "return", account.connectionId)) return row;
    throw new Error("the persona has no return");
  });
  const rejected = { stage: "returns", rowId: kept.id, reason: "refund_amount: not of type object", ...facts };
  change = (page) => ({ ...page, rejected: [...page.rejected, rejected] });
  return kept;
}

async function doubtsOf(account: BenchAccount): Promise<unknown> {
  const { rows } = await bench.pool.query<{ provisional: unknown }>(
    `select inputs -> 'provisional' as provisional from public.score_snapshots
     where wallet_address = $1 order by created_at desc limit 1`,
    [account.wallet],
  );
  return rows[0]?.provisional;
}

async function sinceOf(runId: string): Promise<string | null> {
  const { rows } = await bench.pool.query<{ since_run_id: string | null }>(
    `select since_run_id from public.sync_runs where id = $1`,
    [runId],
  );
  return rows[0]?.since_run_id ?? null;
}

async function refundsOf(account: BenchAccount): Promise<number> {
  const { rows } = await bench.pool.query<{ refunds: string }>(
    `select inputs ->> 'refunds' as refunds from public.score_snapshots
     where wallet_address = $1 order by created_at desc limit 1`,
    [account.wallet],
  );
  return Number(rows[0]?.refunds);
}

/** Copies one of the account's commission lines to an order that its list does not have. */
async function addCommission(
  { connectionId }: BenchAccount,
  { orderId, daysAgo }: { readonly orderId: string; readonly daysAgo: number },
): Promise<void> {
  await bench.pool.query(
    `insert into public.commissions
     select (jsonb_populate_record(line, jsonb_build_object('order_id', $2::text, 'create_time', $3::bigint))).*
     from public.commissions line where connection_id = $1 and status = 'SETTLED' limit 1`,
    [connectionId, orderId, Math.floor(Date.now() / 1000) - daysAgo * 86_400],
  );
}

async function addedOf({ connectionId }: BenchAccount): Promise<readonly string[]> {
  const { rows } = await bench.pool.query<{ order_id: string }>(
    `select order_id from public.commissions where connection_id = $1 and order_id !~ '^\\d+$' order by order_id`,
    [connectionId],
  );
  return rows.map((row) => row.order_id);
}

async function ordersOf({ wallet }: BenchAccount): Promise<number> {
  const { rows } = await bench.pool.query<{ orders: number }>(
    `select (inputs ->> 'orderCount')::int as orders from public.score_snapshots
     where wallet_address = $1 order by created_at desc limit 1`,
    [wallet],
  );
  return rows[0]?.orders ?? 0;
}

async function countOf(table: "orders" | "rejected_rows", account: BenchAccount): Promise<number> {
  const { rows } = await bench.pool.query<{ count: number }>(
    `select count(*)::int as count from public.${table} where connection_id = $1`,
    [account.connectionId],
  );
  return rows[0]?.count ?? 0;
}
