import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { oneByOne } from "./one-by-one.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const gapMs = 7;

function lineOf(most: number) {
  const line = oneByOne(most, gapMs);
  const began = Date.now();
  const letIn: string[] = [];
  const response = () => new ServerResponse(new IncomingMessage(new Socket()));
  return {
    isFull: line.isFull,
    letIn,
    wait(name: string, { admits = true, hungUp = false } = {}) {
      const own = response();
      line.wait(own, () => {
        letIn.push(`${name} ${Date.now() - began}`);
        return admits;
      });
      if (hungUp) own.destroy();
    },
  };
}

it("lets in at once who comes alone, and in a gust each so long after the one before, in their order", () => {
  const { letIn, wait } = lineOf(9);

  for (const name of ["a", "b", "c"]) wait(name);
  expect(letIn).toEqual(["a 0"]);
  vi.advanceTimersByTime(20);
  wait("d");
  vi.advanceTimersByTime(100);
  wait("e");

  expect(letIn).toEqual(["a 0", "b 7", "c 14", "d 21", "e 120"]);
});

it("takes no time for who is not let in, and does not ask for who has hung up", () => {
  const { letIn, wait } = lineOf(9);

  wait("a");
  wait("b", { admits: false });
  wait("c", { hungUp: true });
  wait("d");
  vi.advanceTimersByTime(100);
  wait("e", { admits: false });
  wait("f");

  expect(letIn).toEqual(["a 0", "b 7", "d 7", "e 100", "f 100"]);
});

it("is full while as many wait as may", () => {
  const { isFull, wait } = lineOf(2);

  wait("in");
  wait("first");
  expect(isFull()).toBe(false);
  wait("second");
  expect(isFull()).toBe(true);
  vi.advanceTimersByTime(gapMs);
  expect(isFull()).toBe(false);
});
