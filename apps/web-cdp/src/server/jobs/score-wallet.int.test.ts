import { type Sandbox, startSandbox } from "@lendfriend/tiktokshop-sandbox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askRescore } from "#server/stores/pg/rescores.ts";
import { call } from "../../../../../supabase/tests/harness.ts";
import { tablesHolding } from "../../../../../supabase/tests/tables-holding.ts";
import { loadSeedRates } from "./refresh-rates.ts";
import { rescoreWallets } from "./rescore-wallet.ts";
import { scoreWallet } from "./score-wallet.ts";
import type { SyncDeps } from "./sync-job.ts";
import { SyncRetry } from "./sync-run.ts";
import { connectPersona, sandboxConnector } from "./testing/connect-persona.ts";
import { type BenchAccount, type ImportBench, openBench, readRun, runToEnd, syncDeps } from "./testing/import-bench.ts";

const pauseKey = 7_301;

let bench: ImportBench;
let sandbox: Sandbox;
let deps: SyncDeps;

beforeAll(async () => {
  bench = await openBench();
  await loadSeedRates(bench);
  sandbox = await startSandbox();
  const plain = syncDeps(bench, sandboxConnector(sandbox));
  deps = { ...plain, score: (run, connection) => scoreWallet(plain, run, connection) };
  // A tie-out that is stored while a test holds the key waits there: everything is read, nothing is held, nothing committed.
  await bench.pool.query(`
    create function public.pause_tie_out() returns trigger language plpgsql as $$
    begin perform pg_advisory_xact_lock_shared(${pauseKey}); return new; end $$;
    create trigger pause_tie_out before insert on public.tie_outs for each row execute function public.pause_tie_out();`);
});
afterAll(async () => {
  await sandbox.close();
  await bench.close();
});

describe("an account that goes while another's import is being scored", () => {
  it("and is erased leaves nothing of it in any table (I03)", async () => {
    const gone = await imported("defects:4:apple");
    const staying = await connected("worked-seller", gone.wallet);
    const [orderId = ""] = await flaggedOrders(gone);

    await whileScored(staying, () => disconnect(gone, "delete"));

    expect(await readRun(bench.pool, staying.runId)).toMatchObject({ state: "running", status: "importing" });
    expect(await tablesHolding(bench.pool, gone.shopIds[0] ?? "")).toEqual([]);
    expect(await tablesHolding(bench.pool, orderId)).toEqual([]);
    expect(await tablesHolding(bench.pool, gone.connectionId)).toEqual(["app_private.erasures", "public.audit_log"]);

    await runToEnd(deps, staying.runId);

    expect(await readRun(bench.pool, staying.runId)).toMatchObject({ state: "done", status: "active" });
    expect(await tablesHolding(bench.pool, gone.shopIds[0] ?? "")).toEqual([]);
    expect((await newestInputs(staying)).orderCount).toBe((await revenueOf(staying))?.orderCount);
  });

  it("and is kept no longer counts in that score", async () => {
    const gone = await imported("heavy-refunds");
    const staying = await connected("declining-seller", gone.wallet);

    await whileScored(staying, () => disconnect(gone, "keep"));
    await runToEnd(deps, staying.runId);

    expect((await newestInputs(staying)).orderCount).toBe((await revenueOf(staying))?.orderCount);
  });
});

describe("a score of the rows at hand", () => {
  it("after one account was disconnected leaves that account's figures as they were", async () => {
    const gone = await imported("no-finance-scope");
    await imported("odd-rows", gone.wallet);
    const before = await revenueOf(gone);

    await disconnect(gone, "keep");
    await rescored(gone);

    expect(await revenueOf(gone)).toEqual(before);
  });

  it("during an account's first import gives that account no figures", async () => {
    const known = await imported("planted-defects");
    const fresh = await connected("cross-border", known.wallet);

    await bench.pool.query(
      `delete from public.orders where connection_id = $1 and id in (
         select id from public.orders where connection_id = $1 and status = 'COMPLETED' limit 20)`,
      [known.connectionId],
    );
    await rescored(fresh);

    expect(await revenueOf(fresh)).toBeNull();
  });
});

async function connected(persona: string, wallet?: string): Promise<BenchAccount> {
  const options = wallet === undefined ? {} : { wallet };
  return connectPersona(bench, sandbox, sandboxConnector(sandbox), persona, options);
}

async function imported(persona: string, wallet?: string): Promise<BenchAccount> {
  const account = await connected(persona, wallet);
  await runToEnd(deps, account.runId);
  return account;
}

/** Has an account's import scored, and something done once everything is read and before it is committed. */
async function whileScored(account: BenchAccount, act: () => Promise<void>): Promise<void> {
  const holder = await bench.pool.connect();
  try {
    await holder.query("select pg_advisory_lock($1)", [pauseKey]);
    const ended = runToEnd(deps, account.runId).catch((error: unknown) => error);
    await expect.poll(isPaused, { timeout: 20_000 }).toBe(true);
    await act();
    await holder.query("select pg_advisory_unlock($1)", [pauseKey]);
    expect(await ended).toBeInstanceOf(SyncRetry);
  } finally {
    // Closes the session, and so frees the key whatever came before.
    holder.release(true);
  }
}

async function isPaused(): Promise<boolean> {
  const { rowCount } = await bench.pool.query(
    `select 1 from pg_locks where locktype = 'advisory' and objid = $1 and not granted
       and database = (select oid from pg_database where datname = current_database())`,
    [pauseKey],
  );
  return rowCount === 1;
}

async function disconnect({ wallet, connectionId }: BenchAccount, erase: "keep" | "delete"): Promise<void> {
  await call(bench.pool, "disconnect_connection", { p_wallet: wallet, p_connection_id: connectionId, p_erase: erase });
}

/** A waiting wish for this account's wallet to be scored, as an object that was read again leaves it, come due. */
async function rescored({ connectionId }: BenchAccount): Promise<void> {
  await askRescore(bench.pool, connectionId);
  await bench.pool.query(`update app_private.rescores set due_at = now() where connection_id = $1`, [connectionId]);
  expect(await rescoreWallets({ ...deps, stopping: new AbortController().signal })).toBeGreaterThan(0);
  const waiting = "select 1 from app_private.rescores where connection_id = $1 and is_waiting";
  expect((await bench.pool.query(waiting, [connectionId])).rows).toEqual([]);
}

async function flaggedOrders({ wallet }: BenchAccount): Promise<readonly string[]> {
  const { rows } = await bench.pool.query<{ id: string }>(
    `select id from public.tie_out_flags where wallet_address = $1 and subject = 'order'`,
    [wallet],
  );
  expect(rows).not.toEqual([]);
  return rows.map(({ id }) => id);
}

async function newestInputs({ wallet }: BenchAccount): Promise<{ readonly orderCount: number }> {
  const { rows } = await bench.pool.query<{ inputs: { orderCount: number } }>(
    `select inputs from public.score_snapshots where wallet_address = $1 order by created_at desc limit 1`,
    [wallet],
  );
  const [row] = rows;
  if (!row) throw new Error("the wallet has no score");
  return row.inputs;
}

async function revenueOf({ connectionId }: BenchAccount): Promise<{ readonly orderCount: number } | null> {
  const { rows } = await bench.pool.query<{ revenue_data: { orderCount: number } | null }>(
    `select revenue_data from public.business_connections where id = $1`,
    [connectionId],
  );
  return rows[0]?.revenue_data ?? null;
}
