import "server-only";
import type { Log } from "#server/log.ts";

/** Longer than tokens that were just got are held for a database that is away. */
const mostStopMs = 40_000;

interface StopOptions {
  readonly log: Log;
  readonly exit?: (code: number) => void;
  readonly mostMs?: number;
}

/**
 * Ends the process in order on SIGTERM or SIGINT. What has not ended in time, such as a statement that erases millions of rows,
 * is broken off: everything that a worker does is a transaction, and the next one does it again.
 */
export function stopOnSignal(worker: { stop(): Promise<void> }, options: StopOptions): void {
  const { log, exit = process.exit, mostMs = mostStopMs } = options;
  let isStopping = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      const late = setTimeout(() => {
        log.warn("stop_broken_off", { afterMs: mostMs });
        exit(0);
      }, mostMs);
      worker.stop().then(
        () => {
          clearTimeout(late);
          exit(0);
        },
        (error) => {
          log.error("stop_failed", error);
          exit(1);
        },
      );
    });
  }
}
