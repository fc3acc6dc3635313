import { afterEach, expect, it, vi } from "vitest";
import { createLog } from "#server/log.ts";
import { stopOnSignal } from "./stop-on-signal.ts";

const log = createLog("silent");
afterEach(() => {
  process.removeAllListeners("SIGTERM");
  process.removeAllListeners("SIGINT");
});

/** A process that is told to stop; answers the codes with which it would have ended. */
function told(stop: () => Promise<void>, signals: readonly ("SIGTERM" | "SIGINT")[] = ["SIGTERM"]) {
  const codes: number[] = [];
  stopOnSignal({ stop }, { log, exit: (code) => codes.push(code), mostMs: 50 });
  for (const signal of signals) process.emit(signal);
  return codes;
}

it("a process that is told to stop ends once its work has", async () => {
  const codes = told(() => new Promise((resolve) => setTimeout(resolve, 10)));
  expect(codes).toEqual([]);

  await vi.waitFor(() => expect(codes).toEqual([0]));
  await new Promise((resolve) => setTimeout(resolve, 80));
  expect(codes).toEqual([0]);
});

it("a process that is told to stop ends in time, whatever does not", async () => {
  const codes = told(() => new Promise(() => undefined));

  await vi.waitFor(() => expect(codes).toEqual([0]));
});

it("a process that cannot stop in order says so by its code, and is stopped once", async () => {
  const stop = vi.fn(() => Promise.reject(new Error("no")));
  const codes = told(stop, ["SIGTERM", "SIGINT", "SIGTERM"]);

  await vi.waitFor(() => expect(codes[0]).toBe(1));
  expect(stop).toHaveBeenCalledTimes(1);
});
