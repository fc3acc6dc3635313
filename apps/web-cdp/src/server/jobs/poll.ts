import "server-only";
import type { Log } from "#server/log.ts";

export interface Poll {
  /** Looks at once, or once more right after the look that is running. */
  wake(): void;
  /** Ends after the look at hand. */
  stop(): Promise<void>;
}

/** Repeats `look` with a pause between, one at a time. A look that throws is logged and the next one still happens. */
export function startPoll(pauseMs: number, look: () => Promise<unknown>, log: Log, failure: string): Poll {
  let stopped = false;
  let isWoken = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;

  function start(): void {
    if (stopped) return;
    if (running) {
      isWoken = true;
      return;
    }
    clearTimeout(timer);
    running = run().finally(() => {
      running = null;
      if (stopped) return;
      if (isWoken) start();
      else timer = setTimeout(start, pauseMs);
    });
  }

  async function run(): Promise<void> {
    isWoken = false;
    try {
      await look();
    } catch (error) {
      log.error(failure, error);
    }
  }

  start();
  return {
    wake: start,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
