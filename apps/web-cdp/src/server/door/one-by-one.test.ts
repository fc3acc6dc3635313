import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { oneByOne } from "./one-by-one.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const gapMs = 7;

/** Whoever is named a1 comes from the address a. */
function lineOf(most: number) {
  const wait = oneByOne(most, gapMs);
  const began = Date.now();
  const happened: string[] = [];
  return {
    happened,
    wait(name: string, { admits = true, hungUp = false } = {}) {
      const response = new ServerResponse(new IncomingMessage(new Socket()));
      wait(name.slice(0, 1), {
        response,
        letIn() {
          happened.push(`${name} ${Date.now() - began}`);
          return admits;
        },
        turnAway: () => happened.push(`${name} turned away`),
      });
      if (hungUp) response.destroy();
    },
  };
}

it("lets in at once who comes alone, and in a gust each so long after the one before, in their order", () => {
  const { happened, wait } = lineOf(9);

  for (const name of ["a", "b", "c"]) wait(name);
  expect(happened).toEqual(["a 0"]);
  vi.advanceTimersByTime(20);
  wait("d");
  vi.advanceTimersByTime(100);
  wait("e");

  expect(happened).toEqual(["a 0", "b 7", "c 14", "d 21", "e 120"]);
});

it("takes no time for who is not let in, and does not ask for who has hung up", () => {
  const { happened, wait } = lineOf(9);

  wait("a");
  wait("b", { admits: false });
  wait("c", { hungUp: true });
  wait("d");
  vi.advanceTimersByTime(100);
  wait("e", { admits: false });
  wait("f");

  expect(happened).toEqual(["a 0", "b 7", "d 7", "e 100", "f 100"]);
});

it("gives each address its turn, however many wait of another, and keeps the order within each", () => {
  const { happened, wait } = lineOf(9);

  for (const name of ["a1", "a2", "a3", "a4", "b1", "b2", "c1"]) wait(name);
  vi.advanceTimersByTime(100);

  expect(happened).toEqual(["a1 0", "a2 7", "b1 14", "c1 21", "a3 28", "b2 35", "a4 42"]);
});

it("turns away, where too many wait, the last one of the address of which most do, and never more than that", () => {
  const { happened, wait } = lineOf(3);

  for (const name of ["a1", "a2", "a3", "b1"]) wait(name);
  expect(happened).toEqual(["a1 0"]);
  wait("c1");
  expect(happened.splice(0)).toEqual(["a1 0", "a3 turned away"]);
  wait("d1");
  expect(happened.splice(0)).toEqual(["d1 turned away"]);

  vi.advanceTimersByTime(100);
  wait("d2");
  expect(happened).toEqual(["a2 7", "b1 14", "c1 21", "d2 100"]);
});
