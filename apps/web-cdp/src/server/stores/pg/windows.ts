import "server-only";
import type { Pool } from "pg";
import type { PlannedWindow, SkipReason } from "../../jobs/plan-windows.ts";
import { inTransaction, type Sql } from "./pool.ts";
import type { ClaimedRun } from "./runs.ts";
import { noteInactiveShop } from "./shop-activity.ts";

/** A window that is still being read. */
export interface PendingWindow {
  readonly id: string;
  readonly stage: string;
  readonly shopId: string | null;
  readonly parentId: string | null;
  readonly from: number;
  readonly to: number;
  readonly seq: number;
  readonly cursor: string | null;
  readonly pagesDone: number;
  readonly rowsDone: number;
  readonly rowsRejected: number;
  readonly rowsTotal: number | null;
  /** Rows of the platform's list that were read, in the unit of `rowsTotal`. */
  readonly rowsCounted: number;
  /** Whether the range is about when rows changed instead of when they were made. */
  readonly byUpdate: boolean;
}

interface WindowRow {
  id: string;
  stage: string;
  shop_id: string | null;
  parent_id: string | null;
  range_from: string;
  range_to: string;
  seq: number;
  cursor: string | null;
  pages_done: number;
  rows_done: number;
  rows_rejected: number;
  rows_total: number | null;
  rows_counted: number;
  by_update: boolean;
}

const windowColumns = `id, stage, shop_id, parent_id, range_from, range_to, seq, cursor, pages_done, rows_done, rows_rejected,
  rows_total, rows_counted, by_update`;

/** Adds windows to a run; those that it already has stay as they are. Answers the ones that are new and to be read. */
export async function insertWindows(
  tx: Sql,
  run: ClaimedRun,
  windows: readonly PlannedWindow[],
): Promise<readonly PendingWindow[]> {
  if (windows.length === 0) return [];
  const added = await tx.query<WindowRow & { state: string }>(
    `insert into public.sync_windows
       (run_id, connection_id, stage, shop_id, parent_id, range_from, range_to, seq, state, skip_reason, by_update,
        split_from, rows_total)
     select $1, $2, w.stage, w."shopId", w."parentId", w."from", w."to", w.seq,
       case when w.skip is null then 'pending' else 'skipped' end, w.skip, coalesce(w."byUpdate", false),
       w."splitFrom", w."rowsExpected"
     from jsonb_to_recordset($3::jsonb) as w(
       stage text, "shopId" text, "parentId" text, "from" bigint, "to" bigint, seq int, skip text, "byUpdate" boolean,
       "splitFrom" uuid, "rowsExpected" int)
     on conflict (run_id, stage, coalesce(shop_id, ''), coalesce(parent_id, ''), range_from) do nothing
     returning ${windowColumns}, state`,
    [run.id, run.connectionId, JSON.stringify(windows)],
  );
  return added.rows.filter((row) => row.state === "pending").map(windowFrom);
}

export async function hasWindows(sql: Sql, runId: string): Promise<boolean> {
  const found = await sql.query(`select 1 from public.sync_windows where run_id = $1 limit 1`, [runId]);
  return found.rows.length > 0;
}

/** Windows still to be read, in the order in which people are told about them. */
export async function listPendingWindows(
  sql: Sql,
  runId: string,
  except: readonly string[],
  limit: number,
): Promise<readonly PendingWindow[]> {
  const found = await sql.query<WindowRow>(
    `select ${windowColumns} from public.sync_windows
     where run_id = $1 and state = 'pending' and id <> all ($2::uuid[])
     order by seq, shop_id nulls first, range_from, parent_id nulls first limit $3`,
    [runId, except, limit],
  );
  return found.rows.map(windowFrom);
}

/**
 * The count to hold a list to: the largest that the platform gave. A list of what was made in a range only ever grows. One of
 * changes shrinks as rows change again and leave it, and where they stood before the next page, that page skips as many.
 */
export function totalAfter(told: number | null, window: Pick<PendingWindow, "pagesDone" | "rowsTotal">): number | null {
  const before = window.pagesDone > 0 ? window.rowsTotal : null;
  return told === null || before === null ? (told ?? before) : Math.max(told, before);
}

/** Ends a window that was refused or keeps failing. False when this process no longer holds the run. */
export async function giveUpWindow(
  pool: Pool,
  run: ClaimedRun,
  window: PendingWindow,
  end: { readonly state: "skipped" | "failed"; readonly reason: SkipReason | null; readonly code: string },
): Promise<boolean> {
  return inTransaction(pool, async (tx) => {
    if (!(await endWindow(tx, run, window, end))) return false;
    if (end.reason === "shop_inactive" && window.shopId !== null) await noteInactiveShop(tx, run, window.shopId);
    return true;
  });
}

/** Notes why a window has not moved, for whoever looks; the window stays to be read. */
export async function noteWindowError(sql: Sql, window: PendingWindow, code: string): Promise<void> {
  await sql.query(`update public.sync_windows set last_error_code = $2 where id = $1 and state = 'pending'`, [
    window.id,
    code,
  ]);
}

/** Ends a window where it stands. False when this process no longer holds the run or the window has moved on. */
export async function endWindow(
  tx: Sql,
  run: ClaimedRun,
  window: PendingWindow,
  end: { readonly state: string; readonly reason: SkipReason | null; readonly code: string | null },
): Promise<boolean> {
  if (!(await shareRun(tx, run))) return false;
  const ended = await tx.query(
    `update public.sync_windows set state = $4, skip_reason = $5, last_error_code = $6, cursor = null
     where id = $1 and state = 'pending' and cursor is not distinct from $2 and pages_done = $3 returning 1`,
    [window.id, window.cursor, window.pagesDone, end.state, end.reason, end.code],
  );
  return ended.rows.length === 1;
}

/** A worker that lost its claim, and whoever reads a cancelled run, finds nothing to lock here. */
export async function shareRun(tx: Sql, run: ClaimedRun): Promise<boolean> {
  const held = await tx.query(
    `select 1 from public.sync_runs where id = $1 and state = 'running' and attempts = $2 for share`,
    [run.id, run.claim],
  );
  return held.rows.length === 1;
}

function windowFrom(row: WindowRow): PendingWindow {
  return {
    id: row.id,
    stage: row.stage,
    shopId: row.shop_id,
    parentId: row.parent_id,
    from: Number(row.range_from),
    to: Number(row.range_to),
    seq: row.seq,
    cursor: row.cursor,
    pagesDone: row.pages_done,
    rowsDone: row.rows_done,
    rowsRejected: row.rows_rejected,
    rowsTotal: row.rows_total,
    rowsCounted: row.rows_counted,
    byUpdate: row.by_update,
  };
}
