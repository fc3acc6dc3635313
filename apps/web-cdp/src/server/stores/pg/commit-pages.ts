import "server-only";
import type { ImportPage, PageHead } from "@lendfriend/connector";
import type { Pool } from "pg";
import type { PlannedWindow } from "../../jobs/plan-windows.ts";
import { saveFirstActivity } from "./connections.ts";
import { forgetUnderstood, saveRows } from "./income-writer.ts";
import { inTransaction, type Sql } from "./pool.ts";
import type { ClaimedRun } from "./runs.ts";
import { endWindow, insertWindows, type PendingWindow, shareRun, totalAfter } from "./windows.ts";

/** One page that was read, and what it means for its window. */
export interface PageCommit {
  /** The window as it was when the page was asked for. */
  readonly window: PendingWindow;
  readonly page: PageHead & Pick<ImportPage, "total">;
  /** Where the next page starts; null ends the window. */
  readonly nextCursor: string | null;
  /** Why a window that ends here cannot be called complete; null when it can. */
  readonly doubt: string | null;
  readonly children: readonly PlannedWindow[];
  /** Set when the list is cut after this page: what this window keeps of its range, the rest being its children's. */
  readonly cut?: { readonly from: number; readonly to: number };
}

/**
 * Commits pages: their rows, the windows that they open, cursors and counts, together or not at all. Pages of one window stand
 * in the order in which they were read. Answers the windows that were opened, or null when this process no longer holds
 * the run or a window has moved on: then nothing was written.
 */
export async function commitPages(
  pool: Pool,
  run: ClaimedRun,
  commits: readonly PageCommit[],
): Promise<readonly PendingWindow[] | null> {
  return unlessLost(pool, async (tx, lost) => {
    const target = { connectionId: run.connectionId, runId: run.id, epoch: run.epoch };
    const pages = commits.map(({ window: { stage, shopId }, page }) => ({ stage, shopId, ...page }));
    if (!(await saveRows(tx, target, pages))) return lost();
    await forgetUnderstood(tx, target, pages);
    if (!(await shareRun(tx, run))) return lost();
    for (const commit of commits) if (!(await moveWindow(tx, commit))) return lost();
    const children = commits.flatMap((commit) => commit.children);
    return insertWindows(tx, run, children);
  });
}

/** The window as `commitPages` leaves it, for asking on before the page is committed; null when the page ends it. */
export function windowAfter({ window, page, nextCursor }: PageCommit): PendingWindow | null {
  if (nextCursor === null) return null;
  return {
    ...window,
    cursor: nextCursor,
    pagesDone: window.pagesDone + 1,
    rowsDone: window.rowsDone + page.rows.length,
    rowsRejected: window.rowsRejected + page.rejected.length,
    rowsCounted: window.rowsCounted + countedOn(page),
    rowsTotal: totalAfter(page.total, window),
  };
}

/** Commits the answer to "when did this account first trade?" and ends its window. */
export async function commitFirstActivity(
  pool: Pool,
  run: ClaimedRun,
  window: PendingWindow,
  firstActivity: number | null,
): Promise<boolean> {
  const done = await unlessLost(pool, async (tx, lost) => {
    const target = { connectionId: run.connectionId, runId: run.id, epoch: run.epoch };
    if (!(await saveRows(tx, target, []))) return lost();
    if (!(await endWindow(tx, run, window, { state: "done", reason: null, code: null }))) return lost();
    await saveFirstActivity(tx, { connectionId: run.connectionId, shopId: window.shopId }, firstActivity);
    return true;
  });
  return done ?? false;
}

/** Moves a window past a page by compare-and-set on where the page started. False when it was elsewhere. */
async function moveWindow(tx: Sql, { window, page, nextCursor, doubt, cut }: PageCommit): Promise<boolean> {
  const moved = await tx.query(
    `update public.sync_windows set cursor = $4, pages_done = pages_done + 1, rows_done = rows_done + $5,
       rows_rejected = rows_rejected + $6, rows_counted = rows_counted + $9,
       rows_total = case when $10::bigint is not null then rows_counted + $9
         else coalesce($7, case when pages_done > 0 then rows_total end) end,
       split_total = case when $10::bigint is null then split_total else $7 end,
       range_from = coalesce($10, range_from), range_to = coalesce($11, range_to),
       state = case when $4::text is null then 'done' else 'pending' end, last_error_code = $8
     where id = $1 and state = 'pending' and cursor is not distinct from $2 and pages_done = $3 returning 1`,
    [
      window.id,
      window.cursor,
      window.pagesDone,
      nextCursor,
      page.rows.length,
      page.rejected.length,
      totalAfter(page.total, window),
      doubt,
      countedOn(page),
      cut?.from ?? null,
      cut?.to ?? null,
    ],
  );
  return moved.rows.length === 1;
}

function countedOn(page: PageHead): number {
  return page.counted ?? page.rows.length + page.rejected.length;
}

class LostClaim extends Error {
  override readonly name = "LostClaim";
}

/** Runs `work` in a transaction that `lost()` rolls back whole; the answer is then null. */
async function unlessLost<T>(pool: Pool, work: (tx: Sql, lost: () => never) => Promise<T>): Promise<T | null> {
  const raise = () => {
    throw new LostClaim("the run is held by another worker, or over");
  };
  try {
    return await inTransaction(pool, (tx) => work(tx, raise));
  } catch (error) {
    if (error instanceof LostClaim) return null;
    throw error;
  }
}
