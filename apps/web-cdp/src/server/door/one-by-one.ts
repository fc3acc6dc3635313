import "server-only";
import type { ServerResponse } from "node:http";

interface Line {
  isFull(): boolean;
  /** Asks `letIn` once all before it have gone, unless its client has hung up by then. It says whether anything was let in. */
  wait(response: ServerResponse, letIn: () => boolean): void;
}

/**
 * Lets what comes in a gust in one by one, `gapMs` apart, so that all else is served between them. Who waits for a database or
 * a chain once he is in holds nobody up, and who is not let in costs the next one no time. At most `most` wait.
 */
export function oneByOne(most: number, gapMs: number): Line {
  const waiting: { readonly response: ServerResponse; readonly letIn: () => boolean }[] = [];
  let isOpen = true;

  function next(): void {
    isOpen = true;
    for (let first = waiting.shift(); first !== undefined; first = waiting.shift()) {
      if (first.response.destroyed || !first.letIn()) continue;
      isOpen = false;
      setTimeout(next, gapMs);
      return;
    }
  }

  return {
    isFull: () => waiting.length >= most,
    wait(response, letIn) {
      waiting.push({ response, letIn });
      if (isOpen) next();
    },
  };
}
