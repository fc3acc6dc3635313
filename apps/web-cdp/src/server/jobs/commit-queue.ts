import "server-only";
import type { Pool } from "pg";
import { commitPages, type PageCommit } from "#server/stores/pg/commit-pages.ts";
import type { ClaimedRun } from "#server/stores/pg/runs.ts";
import type { PendingWindow } from "#server/stores/pg/windows.ts";

/**
 * Commits a run's pages in the order in which they were read, as many in one transaction as have come in while the last one
 * was written: the next page is asked for meanwhile, and a database that falls behind commits less often, not later.
 */
export interface CommitQueue {
  /** Whether another page may be read: what waits here is held in memory. */
  hasRoom(): boolean;
  add(commit: PageCommit): void;
  /** Resolves, and never rejects, once all that was added is committed or will never be. */
  drained(): Promise<void>;
  /** The transaction at hand; null when there is none. Never rejects. */
  atHand(): Promise<void> | null;
}

/** Pages in one transaction. */
const mostPages = 8;
/** Pages read and not yet committed. */
const mostWaiting = 16;

export function createCommitQueue(options: {
  readonly pool: Pool;
  readonly run: ClaimedRun;
  /** Windows that committed pages have opened. */
  readonly onOpened: (windows: readonly PendingWindow[]) => void;
  /** The run is another worker's, or over: nothing more is written. */
  readonly onLost: () => void;
  /** The database failed: nothing more is written. */
  readonly onFault: (error: unknown) => void;
}): CommitQueue {
  const { pool, run, onOpened, onLost, onFault } = options;
  let waiting: PageCommit[] = [];
  let atHand: Promise<void> | null = null;
  let isOver = false;

  async function writeNext(): Promise<void> {
    const batch = waiting.slice(0, mostPages);
    waiting = waiting.slice(mostPages);
    try {
      const opened = await commitPages(pool, run, batch);
      if (opened !== null) onOpened(opened);
      else end(onLost);
    } catch (error) {
      end(() => onFault(error));
    }
    atHand = waiting.length > 0 ? writeNext() : null;
  }

  function end(tell: () => void): void {
    isOver = true;
    waiting = [];
    tell();
  }

  return {
    hasRoom: () => waiting.length < mostWaiting,
    add(commit) {
      if (isOver) return;
      waiting.push(commit);
      atHand ??= writeNext();
    },
    async drained() {
      while (atHand !== null) await atHand;
    },
    atHand: () => atHand,
  };
}
