import "server-only";
import type { IncomeMetrics, ScoreReport } from "@lendfriend/credit-score";
import type { Insights } from "@lendfriend/tiktokshop-client";
import type { RevenueFigures } from "#server/contract.ts";
import { staysAside } from "./outcomes.ts";
import type { Sql } from "./pool.ts";
import type { ClaimedRun } from "./runs.ts";

/** A score and what it was computed from, as it is kept for ever. */
export interface ScoredImport {
  readonly id: string;
  readonly wallet: string;
  readonly inputs: IncomeMetrics;
  /** Beside the score: kept with it, neither read nor hashed by it. */
  readonly insights: Insights;
  readonly report: ScoreReport;
}

/** Adds an immutable snapshot, of a run or of the rows at hand, and its line in the wallet's audit log. */
export async function insertSnapshot(
  tx: Sql,
  source: { readonly id: string | null; readonly subject: string },
  { id, wallet, inputs, insights, report }: ScoredImport,
): Promise<void> {
  await tx.query(
    `insert into public.score_snapshots (wallet_address, as_of, model, model_hash, provisional, score_millipoints, tier,
       inputs, report, snapshot_hash, fx_table_hash, run_id, id, insights)
     values ($1, to_timestamp($2), $3, $4, $5, $6, $7, $8::jsonb, $9::jsonb, $10, $11, $12, $13, $14::jsonb)`,
    [
      wallet,
      inputs.asOf,
      report.model,
      report.modelHash,
      report.provisional,
      report.millipoints,
      report.tier,
      JSON.stringify(inputs),
      JSON.stringify(report),
      report.snapshotHash,
      inputs.exchangeRates.hash,
      source.id,
      id,
      JSON.stringify(insights),
    ],
  );
  await tx.query(`select app_private.append_audit($1, 'system', 'score.computed', $2, $3::jsonb)`, [
    wallet,
    source.subject,
    JSON.stringify({ model: report.model, modelHash: report.modelHash, snapshotHash: report.snapshotHash }),
  ]);
}

/** What the newest score of a wallet rests on, as its hash; null when it has none. */
export async function findNewestHash(sql: Sql, wallet: string): Promise<string | null> {
  const found = await sql.query<{ snapshot_hash: string }>(
    `select snapshot_hash from public.score_snapshots where wallet_address = $1 order by created_at desc, id limit 1`,
    [wallet],
  );
  return found.rows[0]?.snapshot_hash ?? null;
}

/** A connection in one of its lives: a disconnect or a new consent ends one. */
export interface HeldConnection {
  readonly id: string;
  readonly epoch: number;
}

/** The wallet's living connections, locked against change, and a text that differs once one of them has changed its life. */
export async function holdWallet(
  sql: Sql,
  wallet: string,
): Promise<{ readonly connections: readonly HeldConnection[]; readonly version: string }> {
  const held = await sql.query<HeldConnection & { status: string }>(
    `select id, epoch, status from public.business_connections where wallet_address = $1 and is_active
     order by id for share`,
    [wallet],
  );
  return { connections: held.rows, version: JSON.stringify(held.rows) };
}

export async function saveRevenue(tx: Sql, connectionId: string, revenue: RevenueFigures): Promise<void> {
  await tx.query(`update public.business_connections set revenue_data = $2::jsonb where id = $1`, [
    connectionId,
    JSON.stringify(revenue),
  ]);
}

/** Marks a connection as up to date with what its run imported. */
export async function activateConnection(tx: Sql, run: ClaimedRun, revenue: RevenueFigures): Promise<void> {
  await tx.query(
    `update public.business_connections
     set status = 'active', revenue_data = $2::jsonb, last_synced_at = to_timestamp($3), error_code = null, error_message = null
     where id = $1`,
    [run.connectionId, JSON.stringify(revenue), run.to],
  );
}

/** Of the lists that show the present only, those that a run read whole. */
export interface StaleLists {
  /** The shops whose unsettled money was. */
  readonly unsettledOf: readonly string[];
  /** The shops whose official figures were not. */
  readonly performanceExcept: readonly string[];
  /** Whether a creator's commissions were. */
  readonly ofCreator: boolean;
}

/**
 * Forgets what a complete re-read no longer found: money that has since been settled, official figures withdrawn, and rows
 * kept aside by earlier runs of lists that this one read. To be called before the run is counted.
 */
export async function forgetStaleRows(
  tx: Sql,
  run: ClaimedRun,
  { unsettledOf, performanceExcept }: StaleLists,
): Promise<void> {
  const ofEarlierRuns = "connection_id = $1 and run_id is distinct from $2";
  await tx.query(`delete from public.unsettled where ${ofEarlierRuns} and shop_id = any ($3::text[])`, [
    run.connectionId,
    run.id,
    unsettledOf,
  ]);
  await tx.query(`delete from public.shop_performance where ${ofEarlierRuns} and shop_id <> all ($3::text[])`, [
    run.connectionId,
    run.id,
    performanceExcept,
  ]);
  await tx.query(
    `delete from public.rejected_rows aside using public.sync_runs run
     where run.id = $1 and aside.connection_id = run.connection_id and not ${staysAside}`,
    [run.id],
  );
}

/**
 * Forgets a creator's commissions of the run's days that its list no longer holds. One that the platform did not count may have
 * lost some on the way, and an order that was set aside is still listed: those forget nothing.
 */
export async function forgetGoneCommissions(tx: Sql, run: ClaimedRun): Promise<void> {
  await tx.query(
    `delete from public.commissions gone
     where connection_id = $1 and run_id is distinct from $2 and side = 'creator' and create_time >= $3 and create_time < $4
       and not exists (
         select 1 from public.sync_windows w where w.run_id = $2 and w.stage = 'commissions' and w.rows_total is null)
       and not exists (
         select 1 from public.rejected_rows aside where aside.connection_id = $1 and aside.run_id = $2
           and aside.stage = 'commissions' and (aside.row_id is null or aside.row_id = gone.order_id))`,
    [run.connectionId, run.id, run.from, run.to],
  );
}

/** A run that was read to its end. */
export interface FinishedRun {
  readonly runId: string;
  /** Unix seconds. */
  readonly asOf: number;
}

/** The newest finished run of each connection that has one. */
export async function latestFinishedRuns(
  sql: Sql,
  connectionIds: readonly string[],
): Promise<ReadonlyMap<string, FinishedRun>> {
  const found = await sql.query<{ connection_id: string; id: string; as_of: number }>(
    `select distinct on (connection_id) connection_id, id, window_to::float8 as as_of
     from public.sync_runs where connection_id = any ($1::uuid[]) and state = 'done'
     order by connection_id, finished_at desc`,
    [connectionIds],
  );
  return new Map(found.rows.map((row) => [row.connection_id, { runId: row.id, asOf: row.as_of }]));
}
