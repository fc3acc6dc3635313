import { NextRequest } from "next/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { deps, installDeps } from "./deps.ts";
import { limitClient, limitSession, refuseLimitedClient } from "./rate-limits.ts";
import { serveWorld } from "./testing/browser.ts";
import { signIn } from "./testing/memory-world.ts";

type Count = readonly [key: string, limit: number, windowSeconds: number];

/** A database that allows nothing, or everything, and what it was asked to count. */
function counting({ allowed, trustedProxyCount = 1 }: { allowed: boolean; trustedProxyCount?: number }) {
  const world = serveWorld();
  const counted: Count[] = [];
  const takeRateLimit = async (...count: Count) => {
    counted.push(count);
    return { allowed, retryAfterSeconds: allowed ? 0 : 7 };
  };
  installDeps({ ...deps(), app: { ...world.app, takeRateLimit }, trustedProxyCount });
  return { world, counted };
}

const from = (address: string) =>
  new NextRequest("http://localhost:3000/api/x", { headers: { "x-forwarded-for": address } });

const refusal = (seconds: number) => ({
  code: "rate_limited",
  message: `Too many requests. Try again in ${seconds} seconds.`,
  retryAfterSeconds: seconds,
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("counts", () => {
  it("of clients are kept by name and address", async () => {
    const { counted } = counting({ allowed: true });

    await limitClient("challenge", from("203.0.113.9"));
    await limitClient("failed_sign_in", from("203.0.113.10"));
    await limitClient("receipt", from("203.0.113.9"));
    await limitClient("revocations", from("203.0.113.9"));

    expect(counted).toEqual([
      ["challenge:203.0.113.9", 20, 10],
      ["failed_sign_in:203.0.113.10", 10, 10],
      ["receipt:203.0.113.9", 120, 60],
      ["revocations:203.0.113.9", 120, 60],
    ]);
  });

  it("of clients that cannot be told apart are one, fifty times as large", async () => {
    const { counted } = counting({ allowed: true, trustedProxyCount: 0 });

    await limitClient("challenge", from("203.0.113.9"));

    expect(counted).toEqual([["challenge:direct", 1_000, 10]]);
  });

  it("of sessions are kept by name and account", async () => {
    const { world, counted } = counting({ allowed: true });
    const { session } = await signIn(world.app);

    for (const name of [
      "connect",
      "confirm",
      "sync",
      "share",
      "adverse_action",
      "export",
      "signed_score",
      "what_if",
    ] as const)
      await limitSession(name, session);

    expect(counted).toEqual([
      [`connect:${session.accountId}`, 10, 60],
      [`confirm:${session.accountId}`, 30, 60],
      [`sync:${session.accountId}`, 30, 60],
      [`share:${session.accountId}`, 60, 60],
      [`adverse_action:${session.accountId}`, 60, 60],
      [`export:${session.accountId}`, 6, 600],
      [`signed_score:${session.accountId}`, 60, 60],
      [`what_if:${session.accountId}`, 240, 60],
    ]);
  });
});

describe("a refusal", () => {
  it("is remembered for as long as it lasts, so that a flood is not counted again", async () => {
    const { counted } = counting({ allowed: false });

    await expect(limitClient("challenge", from("203.0.113.9"))).rejects.toMatchObject(refusal(7));
    vi.setSystemTime(1_002_500);
    await expect(limitClient("challenge", from("203.0.113.9"))).rejects.toMatchObject(refusal(5));
    vi.setSystemTime(1_006_999);
    await expect(limitClient("challenge", from("203.0.113.9"))).rejects.toMatchObject(refusal(1));

    expect(counted).toHaveLength(1);
  });

  it("ends on the second that it named, and is forgotten then", async () => {
    const { counted } = counting({ allowed: false });
    await expect(limitClient("challenge", from("203.0.113.9"))).rejects.toThrow();

    vi.setSystemTime(1_007_000);
    refuseLimitedClient("challenge", from("203.0.113.9"));

    expect(deps().refusedUntil.size).toBe(0);
    expect(counted).toHaveLength(1);
  });

  it("is known to those who only ask, for the same client and name", async () => {
    const { counted } = counting({ allowed: false });
    refuseLimitedClient("challenge", from("203.0.113.9"));
    await expect(limitClient("challenge", from("203.0.113.9"))).rejects.toThrow();

    expect(() => refuseLimitedClient("challenge", from("203.0.113.9"))).toThrow(refusal(7).message);
    refuseLimitedClient("challenge", from("203.0.113.10"));
    refuseLimitedClient("failed_sign_in", from("203.0.113.9"));
    expect(counted).toHaveLength(1);
  });

  it("remembers the last 10,000 refusals, and no others", async () => {
    counting({ allowed: false });
    const { refusedUntil } = deps();
    for (let nth = 0; nth < 10_000; nth++) refusedUntil.set(`old:${nth}`, 2_000_000);

    await expect(limitClient("challenge", from("203.0.113.9"))).rejects.toThrow();

    expect(refusedUntil.size).toBe(10_000);
    expect(refusedUntil.has("old:0")).toBe(false);
    expect(refusedUntil.has("old:1")).toBe(true);
    expect(refusedUntil.has("challenge:203.0.113.9")).toBe(true);
  });
});
