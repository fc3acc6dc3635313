import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { oneByOne } from "./one-by-one.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const gapMs = 7;

/** Whoever is named a1 comes from the address a, and ax1 from the address x in the network a. */
function lineOf(most: number) {
  const wait = oneByOne(most, gapMs);
  const began = Date.now();
  const happened: string[] = [];
  return {
    happened,
    wait(name: string, { admits = true, hungUp = false } = {}) {
      const response = new ServerResponse(new IncomingMessage(new Socket()));
      wait(name.replace(/\d/, "").split(""), {
        response,
        letIn() {
          happened.push(`${name} ${Date.now() - began}`);
          return admits;
        },
        turnAway: () => happened.push(`${name} turned away`),
      });
      if (hungUp) response.req.socket.destroy();
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

it("gives each network one turn, however many addresses of it wait, and those their turns within it", () => {
  const { happened, wait } = lineOf(9);

  for (const name of ["ax1", "ax2", "ax3", "ay1", "az1", "bx1", "cx1"]) wait(name);
  vi.advanceTimersByTime(100);

  expect(happened).toEqual(["ax1 0", "ax2 7", "bx1 14", "cx1 21", "ay1 28", "az1 35", "ax3 42"]);
});

it("turns away, of the network of which most wait, the last one of the address there of which most do", () => {
  const { happened, wait } = lineOf(5);

  for (const name of ["ax1", "ax2", "ax3", "ay1", "bx1", "bx2", "cx1"]) wait(name);
  expect(happened.splice(0)).toEqual(["ax1 0", "ax3 turned away"]);
  wait("dx1");
  expect(happened.splice(0)).toEqual(["bx2 turned away"]);
  wait("ez1");
  wait("ez2");
  vi.advanceTimersByTime(100);

  expect(happened).toEqual(["ay1 turned away", "ez2 turned away", "ax2 7", "bx1 14", "cx1 21", "dx1 28", "ez1 35"]);
});
