import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createLog } from "#server/log.ts";
import { startPoll } from "./poll.ts";

const log = createLog("silent");

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("startPoll", () => {
  it("looks at once and again after each pause, until it is stopped", async () => {
    const look = vi.fn(async () => undefined);
    const poll = startPoll(1_000, look, log, "failed");
    await vi.advanceTimersByTimeAsync(2_500);
    expect(look).toHaveBeenCalledTimes(3);

    await poll.stop();
    await vi.advanceTimersByTimeAsync(5_000);

    expect(look).toHaveBeenCalledTimes(3);
  });

  it("never looks twice at the same time, and once more for all the wakes meanwhile", async () => {
    const first = Promise.withResolvers<void>();
    const look = vi.fn().mockReturnValueOnce(first.promise).mockResolvedValue(undefined);
    const poll = startPoll(1_000, look, log, "failed");
    poll.wake();
    poll.wake();
    expect(look).toHaveBeenCalledTimes(1);

    first.resolve();
    await vi.advanceTimersByTimeAsync(0);

    expect(look).toHaveBeenCalledTimes(2);
    await poll.stop();
  });

  it("survives a look that throws", async () => {
    const look = vi.fn().mockRejectedValueOnce(new Error("the database is away")).mockResolvedValue(undefined);
    const poll = startPoll(1_000, look, log, "failed");

    await vi.advanceTimersByTimeAsync(1_000);

    expect(look).toHaveBeenCalledTimes(2);
    await poll.stop();
  });
});
