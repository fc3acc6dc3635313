import "server-only";
import type { Pool } from "pg";
import { inTransaction, longStatementMs, type Sql } from "./pool.ts";
import { type RetentionRule, retentionRules } from "./retention-rules.ts";

/** Every rule has its time: whoever calls the removal dead before this is wrong. */
export const mostRetentionSeconds = (retentionRules.length * longStatementMs) / 1_000;

/** Rows past their period, by table. */
export type RetentionReport = Readonly<Record<string, number>>;

/**
 * Removes what is past its period, each table in a transaction of its own; with `dry` it only counts. The pool's statements may
 * take `longStatementMs`. A table that fails holds up no other: once all had their turn an `AggregateError` names those that did.
 */
export async function applyRetention(pool: Pool, { dry }: { readonly dry: boolean }): Promise<RetentionReport> {
  const report: Record<string, number> = {};
  const failures: Error[] = [];
  for (const rule of retentionRules) {
    try {
      report[rule.table] = await inTransaction(pool, (tx) => (dry ? count(tx, rule) : remove(tx, rule)));
    } catch (error) {
      failures.push(new Error(rule.table, { cause: error }));
    }
  }
  if (failures.length > 0) {
    throw new AggregateError(failures, `nothing was removed of ${failures.map(({ message }) => message).join(", ")}`);
  }
  return report;
}

async function count(tx: Sql, { table, past }: RetentionRule): Promise<number> {
  const found = await tx.query<{ rows: number }>(`select count(*)::int as rows from ${table} as t where ${past}`);
  return found.rows[0]?.rows ?? 0;
}

async function remove(tx: Sql, { table, past, removal }: RetentionRule): Promise<number> {
  if (removal === "connection") {
    // Its imported rows go with it, and the ledger and the person's log say so. Scores have a period of their own.
    const gone = await tx.query(
      `with gone as (delete from ${table} as t where ${past} returning t.id, t.wallet_address),
       noted as (
         insert into app_private.erasures (wallet_hash, connection_id, what)
         select app_private.wallet_hash(wallet_address), id, 'connection, income rows (retention)' from gone
       )
       select app_private.append_audit(wallet_address, 'system', 'connection.erased', id::text,
         jsonb_build_object('cause', 'retention')) from gone`,
    );
    return gone.rows.length;
  }
  if (removal === "erasing") await tx.query("select set_config('app.erasing', 'on', true)");
  const gone = await tx.query(`delete from ${table} as t where ${past}`);
  return gone.rowCount ?? 0;
}
