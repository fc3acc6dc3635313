import "server-only";
import { randomUUID } from "node:crypto";
import type { Connector, Platform } from "@lendfriend/connector";
import { type IncomeMetrics, scoreIncome } from "@lendfriend/credit-score";
import {
  type Insights,
  InsightsBook,
  incomeMetrics,
  revenueData,
  type TieOutSource,
} from "@lendfriend/tiktokshop-client";
import type { Pool, PoolClient } from "pg";
import type { Log } from "#server/log.ts";
import type { StoredConnection } from "#server/stores/pg/connections.ts";
import { listOutcomes } from "#server/stores/pg/outcomes.ts";
import { commitUnless, inTransaction } from "#server/stores/pg/pool.ts";
import { type ClaimedRun, finishRun, holdRun, takeFollowUp } from "#server/stores/pg/runs.ts";
import {
  activateConnection,
  forgetGoneCommissions,
  forgetStaleRows,
  type HeldConnection,
  holdWallet,
  insertSnapshot,
  type StaleLists,
} from "#server/stores/pg/scores.ts";
import { storeTieOut } from "#server/stores/pg/tie-outs.ts";
import { openMetricsSource, type SourceRequest, type WalletSource } from "./metrics-source.ts";
import { provisionalReasons } from "./provisional-reasons.ts";
import { staleLists } from "./stale-lists.ts";
import { SyncRetry } from "./sync-run.ts";

export interface ScoreDeps {
  readonly pool: Pool;
  readonly connectors: ReadonlyMap<Platform, Connector>;
  readonly log: Log;
}

/**
 * Ends a run that has been read: computes the wallet's score from all its living connections as of the run's `to`, and commits the
 * snapshot, the connection's figures and the run's end together. Answers "lost", having scored nothing, when the connection was
 * disconnected or reconnected meanwhile, or another worker holds the run. Throws `SyncRetry`, having scored nothing, when another
 * account that was counted was disconnected or reconnected meanwhile. One snapshot per run, ever.
 */
export async function scoreWallet(
  deps: ScoreDeps,
  run: ClaimedRun,
  connection: StoredConnection,
): Promise<"scored" | "lost"> {
  const { pool, log } = deps;
  const { wallet } = connection;
  return withWalletLock(pool, wallet, async (client) => {
    const outcomes = await listOutcomes(client, run.id);
    await forgetOver(pool, run, staleLists(outcomes));
    const reasons = provisionalReasons(outcomes);
    const request = { wallet, connectionId: connection.id, run, window: run };
    return withFigures(deps, client, request, async ({ wallet: inputs, own, counted, insights, tieOutSource }) => {
      const report = scoreIncome(inputs);
      const outcome = await commitUnless<"scored" | "lost">(pool, "lost", async (tx) => {
        const id = randomUUID();
        // Before anything is held that others wait for: of a million orders this takes a while.
        await storeTieOut(tx, { snapshotId: id, wallet }, tieOutSource);
        const { connections } = await holdWallet(tx, wallet);
        if (own === null || !(await holdRun(tx, run))) return "lost";
        // What was erased while it was counted must not come back in this snapshot.
        if (!liveOn(counted, connections)) throw new SyncRetry("wallet_changed");
        await insertSnapshot(tx, { id: run.id, subject: run.id }, { id, wallet, inputs, insights, report });
        await activateConnection(tx, run, revenueData(own));
        await finishRun(tx, run, reasons);
        await takeFollowUp(tx, run.connectionId);
        return "scored";
      });
      const facts = { runId: run.id, connectionId: run.connectionId, kind: run.kind };
      if (outcome === "lost") log.warn("score_dropped", facts);
      else log.info("import_done", { ...facts, millipoints: report.millipoints, doubts: reasons.length });
      return outcome;
    });
  });
}

/**
 * Before the count, so that nothing is in it that this run found to be over: the next score of the same rows says the same. What is
 * over stays so when the run dies before its score.
 */
async function forgetOver(pool: Pool, run: ClaimedRun, stale: StaleLists): Promise<void> {
  await inTransaction(pool, async (tx) => {
    if (!(await holdRun(tx, run))) return;
    if (stale.ofCreator) await forgetGoneCommissions(tx, run);
    await forgetStaleRows(tx, run, stale);
  });
}

export interface WalletFigures {
  readonly wallet: IncomeMetrics;
  /** How the whole wallet's income is spread. */
  readonly insights: Insights;
  /** Those of one connection; null when it is not counted: disconnected, or not imported yet. */
  readonly own: IncomeMetrics | null;
  /** The accounts that are counted, and in which life each of them was read. */
  readonly counted: readonly HeldConnection[];
  /** The rows behind the whole wallet's, to be read while the work lasts. */
  readonly tieOutSource: TieOutSource;
}

/** Does some work on the figures of a wallet, all from one moment of the database. */
export async function withFigures<T>(
  deps: ScoreDeps,
  client: PoolClient,
  request: Omit<SourceRequest, "tx" | "connectors"> & { readonly connectionId: string },
  work: (figures: WalletFigures) => Promise<T>,
): Promise<T> {
  await client.query("begin transaction isolation level repeatable read read only");
  try {
    const source = await openMetricsSource({ ...request, tx: client, connectors: deps.connectors });
    const tieOutSource = source.ofWallet();
    const book = new InsightsBook();
    const wallet = await incomeMetrics(tieOutSource, book);
    const own = await ownMetrics(source, request.connectionId, wallet);
    return await work({ wallet, own, counted: source.connections, insights: book.result(), tieOutSource });
  } finally {
    await client.query("rollback");
  }
}

async function ownMetrics(
  { connections, ofConnection }: WalletSource,
  connectionId: string,
  wallet: IncomeMetrics,
): Promise<IncomeMetrics | null> {
  if (!connections.some(({ id }) => id === connectionId)) return null;
  return connections.length === 1 ? wallet : incomeMetrics(ofConnection(connectionId));
}

/** Whether every account that was counted is still in the life in which it was read. */
function liveOn(counted: readonly HeldConnection[], living: readonly HeldConnection[]): boolean {
  return counted.every(({ id, epoch }) => living.some((now) => now.id === id && now.epoch === epoch));
}

/** Scores of one wallet are computed one after the other, so that the newest snapshot is the one that saw the most. */
export async function withWalletLock<T>(
  pool: Pool,
  wallet: string,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  const key = `score:${wallet}`;
  let failed = true;
  try {
    await client.query("select pg_advisory_lock(hashtextextended($1, 0))", [key]);
    const result = await work(client);
    await client.query("select pg_advisory_unlock(hashtextextended($1, 0))", [key]);
    failed = false;
    return result;
  } finally {
    // A session that may still hold the lock is closed, which frees it.
    client.release(failed);
  }
}
