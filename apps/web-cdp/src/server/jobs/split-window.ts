import "server-only";
import type { ImportPage } from "@lendfriend/connector";
import type { PendingWindow } from "#server/stores/pg/windows.ts";
import type { PlannedWindow } from "./plan-windows.ts";

/** A list with fewer pages left than this is read by one cursor. */
const fewestPages = 24;
/** Pages that a part should have: each costs half a page that is not full, so this keeps the extra near 3 %. */
const pagesPerPart = 16;
/** Cursors of one list side by side: more than a limit of 50 a second needs at 300 ms a page. */
const mostParts = 20;
/** A part is cut again when it holds this many times the rows that were guessed: its days are the dense ones. */
const denseTimes = 2;

export interface WindowCut {
  /** What the window that was cut keeps of its range: the seconds of its first page. */
  readonly kept: { readonly from: number; readonly to: number };
  readonly parts: readonly PlannedWindow[];
}

/**
 * Cuts the rest of a long list into half-open ranges [a, b) that meet without a gap, each to be read with a cursor of its own,
 * from the platform's count on the first page. A part that turns out to hold far more than its share is cut again at its own
 * first page, so dense days get more cursors. The same counts give the same cuts. Null when the list is short or cannot be cut.
 */
export function cutWindow(window: PendingWindow, page: ImportPage): WindowCut | null {
  const { rest, total, counted } = page;
  if (!rest || total === null || window.cursor !== null || window.pagesDone > 0) return null;
  const perPage = counted ?? page.rows.length + page.rejected.length;
  const before = rest.head.counted ?? rest.head.rows.length + rest.head.rejected.length;
  const left = total - before;
  if (perPage <= 0 || before <= 0 || left < perPage * fewestPages) return null;
  // A part starts with the rows that it was guessed to hold; any other list with none.
  if (window.rowsTotal !== null && total < window.rowsTotal * denseTimes) return null;
  const span = rest.to - rest.from;
  const count = Math.min(mostParts, span, Math.max(2, Math.floor(left / perPage / pagesPerPart)));
  if (count < 2) return null;
  const edgeOf = (part: number) => rest.from + Math.floor((span * part) / count);
  const parts = Array.from({ length: count }, (_, part) => ({
    stage: window.stage,
    shopId: window.shopId,
    parentId: window.parentId,
    from: edgeOf(part),
    to: edgeOf(part + 1),
    seq: window.seq,
    skip: null,
    byUpdate: window.byUpdate,
    splitFrom: window.id,
    rowsExpected: Math.floor(left / count),
  }));
  const isOldestFirst = rest.from > window.from;
  const kept = isOldestFirst ? { from: window.from, to: rest.from } : { from: rest.to, to: window.to };
  return { kept, parts };
}
