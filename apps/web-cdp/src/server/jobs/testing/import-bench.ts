import { randomBytes, randomUUID } from "node:crypto";
import type { Connector, ImportStage, IncomeRecord } from "@lendfriend/connector";
import type { Pool } from "pg";
import { createVault, type Vault } from "#server/crypto/vault.ts";
import { createLog } from "#server/log.ts";
import type { StoredConnection } from "#server/stores/pg/connections.ts";
import { listOutcomes } from "#server/stores/pg/outcomes.ts";
import { createPool, inTransaction } from "#server/stores/pg/pool.ts";
import { type ClaimedRun, finishRun, holdRun, takeFollowUp } from "#server/stores/pg/runs.ts";
import { connect } from "../../../../../../supabase/tests/harness.ts";
import { createOwnDatabase, type OwnDatabase } from "../../../../../../supabase/tests/own-database.ts";
import { createFreshTokens } from "../fresh-token.ts";
import { provisionalReasons } from "../provisional-reasons.ts";
import { scoreWallet } from "../score-wallet.ts";
import type { SyncDeps, SyncEnd, SyncJob } from "../sync-job.ts";
import { syncRun } from "../sync-run.ts";
import { tokenSet } from "./scripted-platform.ts";

/** A database, a vault and a way to connect accounts and run imports step by step, as a worker would. */
export interface ImportBench {
  readonly database: OwnDatabase;
  readonly pool: Pool;
  readonly vault: Vault;
  /** The vault's keys as the environment of another process takes them. */
  readonly tokenEncryptionKeys: string;
  readonly log: ReturnType<typeof createLog>;
  close(): Promise<void>;
}

export interface BenchAccount {
  readonly wallet: string;
  readonly connectionId: string;
  readonly runId: string;
  readonly shopIds: readonly string[];
}

export async function openBench(): Promise<ImportBench> {
  const database = await createOwnDatabase();
  return openBenchOn(database.url, `k1:${randomBytes(32).toString("base64")}`, database.drop);
}

/** The same on a database that is there already. */
export function openBenchOn(url: string, tokenEncryptionKeys: string, drop: () => Promise<void>): ImportBench {
  const pool = createPool({ databaseUrl: url, applicationName: "bench", max: 30 });
  pool.on("error", () => undefined);
  const [kid = "", key = ""] = tokenEncryptionKeys.split(":");
  return {
    database: { url, drop },
    pool,
    vault: createVault([{ kid, key: new Uint8Array(Buffer.from(key, "base64")) }]),
    tokenEncryptionKeys,
    log: createLog("silent"),
    async close() {
      await pool.end();
      await drop();
    },
  };
}

/** Connects a seller with the given shops, tokens sealed as the web app seals them. */
export async function connectSeller(bench: ImportBench, shopIds: readonly string[], given = {}): Promise<BenchAccount> {
  const connectionId = randomUUID();
  const tokens = tokenSet(0, Math.floor(Date.now() / 1000));
  const { wallet, runId } = await connect(bench.pool, {
    connectionId,
    accessToken: bench.vault.seal(tokens.accessToken, { connectionId, field: "access", epoch: 1 }),
    accessTokenExpiresAt: tokens.accessTokenExpiresAt,
    refreshToken: bench.vault.seal(tokens.refreshToken, { connectionId, field: "refresh", epoch: 1 }),
    grantedScopes: [],
    shops: shopIds.map((id) => ({
      id,
      name: id,
      region: "US",
      sellerType: "LOCAL",
      cipher: `c-${id}`,
      isActive: true,
    })),
    ...given,
  });
  return { wallet, connectionId, runId, shopIds };
}

/** A worker's dependencies with its own memory, as another process would have. Scoring only ends the run. */
export function syncDeps(bench: ImportBench, connector: Connector, now: () => number = Date.now): SyncDeps {
  const { pool, vault, log } = bench;
  return {
    pool,
    log,
    now,
    connectors: new Map([["tiktokshop", connector]]),
    freshToken: createFreshTokens({ pool, vault, log }),
    score: (run) =>
      inTransaction(pool, async (tx) => {
        if (!(await holdRun(tx, run))) return "lost";
        await finishRun(tx, run, provisionalReasons(await listOutcomes(tx, run.id)));
        await takeFollowUp(tx, run.connectionId);
        return "scored";
      }),
  };
}

export function syncJob(runId: string, facts: Partial<SyncJob> = {}): SyncJob {
  const never = new AbortController().signal;
  return { runId, retries: 0, deferrals: 0, signal: never, stopping: never, ...facts };
}

/** Runs jobs one after the other until the run is over. */
export async function runToEnd(deps: SyncDeps, runId: string, facts: Partial<SyncJob> = {}): Promise<void> {
  for (let jobs = 0; jobs < 50; jobs++) {
    const end: SyncEnd = await syncRun(deps, syncJob(runId, facts));
    if (end.end === "over") return;
  }
  throw new Error("the run did not end within 50 jobs");
}

/** Imports and scores in this process, undisturbed. */
export async function importHere(bench: ImportBench, connector: Connector, runId: string): Promise<void> {
  const deps = syncDeps(bench, connector);
  const scored = { ...deps, score: (run: ClaimedRun, of: StoredConnection) => scoreWallet(deps, run, of) };
  await runToEnd(scored, runId);
}

export async function readRun(pool: Pool, runId: string) {
  const { rows } = await pool.query<{
    state: string;
    attempts: number;
    error_code: string | null;
    provisional_reasons: unknown;
    status: string;
    connection_error: string | null;
  }>(
    `select r.state, r.attempts, r.error_code, r.provisional_reasons, c.status, c.error_code as connection_error
     from public.sync_runs r join public.business_connections c on c.id = r.connection_id where r.id = $1`,
    [runId],
  );
  const [row] = rows;
  if (!row) throw new Error("no such run");
  return row;
}

/** All of a connection's orders and settlements, without what differs between two imports of the same platform. */
export async function dumpRows(pool: Pool, connectionId: string): Promise<unknown> {
  const orders = await pool.query(
    `select to_jsonb(o) - 'connection_id' - 'run_id' - 'first_seen_at' as row from public.orders o
     where connection_id = $1 order by shop_id, id`,
    [connectionId],
  );
  const settlements = await pool.query(
    `select to_jsonb(s) - 'connection_id' - 'run_id' - 'first_seen_at' as row from public.settlements s
     where connection_id = $1 order by shop_id, id`,
    [connectionId],
  );
  const windows = await pool.query(
    `select stage, shop_id, parent_id, state, pages_done, rows_done, rows_rejected, rows_total from public.sync_windows
     where connection_id = $1 order by stage, shop_id, parent_id, range_from`,
    [connectionId],
  );
  return { orders: orders.rows, settlements: settlements.rows, windows: windows.rows };
}

export const benchStages: readonly ImportStage[] = [
  { stage: "orders", account: "seller", perShop: true, scope: "o", asked: true, required: true, parent: null },
  { stage: "statements", account: "seller", perShop: true, scope: "f", asked: true, required: false, parent: null },
  {
    stage: "settlements",
    account: "seller",
    perShop: true,
    scope: "f",
    asked: true,
    required: false,
    parent: "statements",
  },
];

export function orderRow(shopId: string, id: string, facts: Partial<Extract<IncomeRecord, { kind: "order" }>> = {}) {
  return {
    kind: "order",
    id,
    shopId,
    status: "COMPLETED",
    currency: "USD",
    merchandiseValue: "100",
    itemCount: 1,
    giftCount: 0,
    isCod: false,
    isSample: false,
    isReplacement: false,
    isExchange: false,
    cancellationInitiator: null,
    createTime: 1_790_000_000,
    updateTime: 1_790_000_100,
    paidTime: 1_790_000_010,
    rtsTime: null,
    rtsSlaTime: null,
    deliveryTime: null,
    cancelTime: null,
    lines: [{ productId: "p", productName: "Candle", skuId: "s", value: "100" }],
    ...facts,
  } as const satisfies IncomeRecord;
}

export function settlementRow(shopId: string, statementId: string, id: string) {
  return {
    kind: "settlement",
    id,
    shopId,
    statementId,
    type: "ORDER",
    orderId: `o-${id}`,
    adjustmentId: null,
    orderCreateTime: 1_790_000_000,
    currency: "USD",
    settlementAmount: "91.5",
    revenueAmount: "100",
    feeTaxAmount: "-8.5",
  } as const satisfies IncomeRecord;
}
