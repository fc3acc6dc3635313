import { ConnectorError, createPaceLedger } from "@lendfriend/connector";
import { describe, expect, it } from "vitest";
import type { ApiRequest } from "./build.ts";
import { createPacer } from "./pacer.ts";

describe("a paced client", () => {
  it("makes no call to a list for as long as the platform asked, and none less to another shop's", async () => {
    const { pacer, clock } = paced();
    const sentAt: number[] = [];

    await expect(pacer.run(orders("a"), "orders", () => refuse("rate_limited", 3_000))).rejects.toMatchObject({
      code: "rate_limited",
    });
    const refusedAt = clock.now();
    await pacer.run(orders("b"), "orders", async () => sentAt.push(clock.now()));
    await pacer.run(orders("a"), "orders", async () => sentAt.push(clock.now()));

    expect(sentAt[0]).toBeLessThan(refusedAt + 100);
    expect(sentAt[1]).toBeGreaterThanOrEqual(refusedAt + 3_000);
  });

  it("tells callers to come back after the hour once the hourly quota is used up, without asking again", async () => {
    const { pacer } = paced();
    let calls = 0;
    const call = () => {
      calls += 1;
      return refuse("quota_exhausted", null);
    };

    await expect(pacer.run(orders("a"), "orders", call)).rejects.toMatchObject({ code: "quota_exhausted" });
    const error = await pacer.run(orders("a"), "orders", call).catch((reason: unknown) => reason);

    expect(calls).toBe(1);
    expect(error).toMatchObject({ code: "quota_exhausted", retryAfterMs: expect.any(Number) });
  });

  it("spreads calls that come together, and counts two statements as one endpoint", async () => {
    const { pacer, clock } = paced();
    const sentAt: number[] = [];
    const request = (id: string): ApiRequest => ({
      ...orders("a"),
      method: "GET",
      path: `/finance/202501/statements/${id}/statement_transactions`,
    });

    const ids = Array.from({ length: 12 }, (_, index) => `70000000000000000${10 + index}`);
    await Promise.all(ids.map((id) => pacer.run(request(id), "statement", async () => sentAt.push(clock.now()))));

    expect((sentAt.at(-1) ?? 0) - (sentAt[0] ?? 0)).toBeGreaterThan(600);
  });

  it("leaves a caller that gives up to its own end", async () => {
    const { pacer } = paced();
    await expect(
      pacer.run(orders("a"), "orders", () => Promise.reject(new ConnectorError("aborted", "cancelled"))),
    ).rejects.toMatchObject({ code: "aborted" });
    await expect(pacer.run(orders("a"), "orders", async () => "next")).resolves.toBe("next");
  });
});

/** A clock that only waiting moves. */
function paced() {
  let ms = 1_790_000_000_000;
  const clock = { now: () => ms };
  const sleep = async (wait: number) => {
    const until = ms + wait;
    await Promise.resolve();
    ms = Math.max(ms, until);
  };
  return { clock, pacer: createPacer({ appKey: "key", now: clock.now, sleep }, createPaceLedger(clock.now)) };
}

function orders(shopCipher: string): ApiRequest {
  return { method: "POST", path: "/order/202309/orders/search", accessToken: "token", shopCipher };
}

function refuse(code: "rate_limited" | "quota_exhausted", retryAfterMs: number | null): Promise<never> {
  return Promise.reject(new ConnectorError(code, "refused", { status: 429, retryAfterMs }));
}
