import "server-only";
import type { ServerResponse } from "node:http";

interface Waiting {
  readonly response: ServerResponse;
  /** Is asked at its turn, unless its client has hung up by then. Says whether anything was let in. */
  readonly letIn: () => boolean;
  /** Is called instead where too many wait. */
  readonly turnAway: () => void;
}

/** Where somebody comes from, from the wider to the narrower: a network, and an address in it. */
type Origin = readonly string[];

/** Lets somebody wait who comes from there. */
export type Wait = (origin: Origin, one: Waiting) => void;

/**
 * Lets what comes in a gust in one by one, `gapMs` apart, so that all else is served between them. Networks have their turns one
 * after the other, however many wait of each, and so have the addresses of each. Who waits for a database or a chain once he is
 * in holds nobody up, and who is not let in costs the next one no time. Beyond `most` one is turned away of the network of which
 * most wait: the last one of the address there of which most do.
 */
export function oneByOne(most: number, gapMs: number): Wait {
  const line = createLine();
  let isOpen = true;

  function next(): void {
    isOpen = true;
    for (let first = line.takeFirst(); first !== undefined; first = line.takeFirst()) {
      if (first.response.req.socket.destroyed || !first.letIn()) continue;
      isOpen = false;
      setTimeout(next, gapMs);
      return;
    }
  }

  return (origin, one) => {
    line.add(origin, one);
    if (isOpen) next();
    if (line.count() > most) line.takeLast()?.turnAway();
  };
}

interface Line {
  count(): number;
  add(origin: Origin, one: Waiting): void;
  /** Whose turn it is. */
  takeFirst(): Waiting | undefined;
  /** The last one of those of whom most wait. */
  takeLast(): Waiting | undefined;
}

/** Those who wait, each origin's in a line of their own, in the order of their turns. */
function createLine(): Line {
  const own: Waiting[] = [];
  const lines = new Map<string, Line>();
  let count = 0;

  return {
    count: () => count,
    add([name, ...within], one) {
      count += 1;
      if (name === undefined) return void own.push(one);
      const line = lines.get(name) ?? createLine();
      line.add(within, one);
      lines.set(name, line);
    },
    takeFirst() {
      if (count === 0) return undefined;
      count -= 1;
      const [turn] = lines;
      if (turn === undefined) return own.shift();
      const [name, line] = turn;
      const first = line.takeFirst();
      lines.delete(name);
      if (line.count() > 0) lines.set(name, line);
      return first;
    },
    takeLast() {
      count -= 1;
      if (lines.size === 0) return own.pop();
      const [name, longest] = [...lines].reduce((found, each) => (each[1].count() >= found[1].count() ? each : found));
      const last = longest.takeLast();
      if (longest.count() === 0) lines.delete(name);
      return last;
    },
  };
}
