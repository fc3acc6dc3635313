import "server-only";
import type { ServerResponse } from "node:http";

interface Waiting {
  readonly response: ServerResponse;
  /** Is asked at its turn, unless its client has hung up by then. Says whether anything was let in. */
  readonly letIn: () => boolean;
  /** Is called instead where too many wait. */
  readonly turnAway: () => void;
}

/** Lets somebody wait who comes from `address`. */
export type Wait = (address: string, one: Waiting) => void;

/**
 * Lets what comes in a gust in one by one, `gapMs` apart, so that all else is served between them. Addresses have their turns
 * one after the other, however many wait of each. Who waits for a database or a chain once he is in holds nobody up, and who is
 * not let in costs the next one no time. Beyond `most` the last one of the address of which most wait is turned away.
 */
export function oneByOne(most: number, gapMs: number): Wait {
  /** By address, in the order of their turns. */
  const lines = new Map<string, Waiting[]>();
  let count = 0;
  let isOpen = true;

  function next(): void {
    isOpen = true;
    for (let first = takeFirst(); first !== undefined; first = takeFirst()) {
      if (first.response.destroyed || !first.letIn()) continue;
      isOpen = false;
      setTimeout(next, gapMs);
      return;
    }
  }

  function takeFirst(): Waiting | undefined {
    const [turn] = lines;
    if (turn === undefined) return undefined;
    const [address, line] = turn;
    count -= 1;
    const first = line.shift();
    lines.delete(address);
    if (line.length > 0) lines.set(address, line);
    return first;
  }

  function turnLastAway(): void {
    const [address, longest] = [...lines].reduce((found, each) => (each[1].length >= found[1].length ? each : found));
    count -= 1;
    longest.pop()?.turnAway();
    if (longest.length === 0) lines.delete(address);
  }

  return (address, one) => {
    const line = lines.get(address) ?? [];
    line.push(one);
    lines.set(address, line);
    count += 1;
    if (isOpen) next();
    if (count > most) turnLastAway();
  };
}
