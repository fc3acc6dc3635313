import { expect, test } from "@playwright/test";
import type { Caller } from "./api.ts";
import { people } from "./places.ts";

interface Report {
  readonly score: number;
  readonly provisional: boolean;
  readonly metrics: Readonly<Record<string, unknown>>;
  readonly factors: Readonly<
    Record<string, { readonly points: number; readonly items: readonly { points: number; max: number }[] }>
  >;
  readonly caps: readonly { readonly points: number }[];
}

const { somebody, disconnectAll } = people();

test.afterEach(disconnectAll);

async function imported(accounts: readonly [string, "seller" | "creator"][]): Promise<Caller> {
  const caller = await somebody();
  for (const [persona, account] of accounts) {
    expect(await caller.connect(persona, account)).toContain("tiktokshop_connected=true");
  }
  const connections = await caller.settled();
  expect(connections.map((connection) => connection.status)).toEqual(accounts.map(() => "active"));
  return caller;
}

test("a seller of 150 orders of $100 with 5 % returned nets 14,250, or 4,750 a month", async () => {
  const caller = await imported([["worked-seller", "seller"]]);

  const { metrics } = await caller.json<Report>("/api/score");

  expect(metrics).toMatchObject({
    currency: "USD",
    gross: "15000",
    orderCount: 150,
    averageOrderValue: "100",
    refunds: "750",
    net: "14250",
    monthlyNet: "4750",
  });
});

test("a creator with 200 settled lines on a $30,000 base at 15 % earns 4,500, or 1,500 a month", async () => {
  const caller = await imported([["worked-creator", "creator"]]);

  const { metrics } = await caller.json<Report>("/api/score");

  expect(metrics).toMatchObject({
    orderCount: 200,
    refunds: "0",
    net: "4500",
    monthlyNet: "1500",
    affiliateCommission: "4500",
  });
});

test("a hybrid with $10,000 of shop sales and $3,000 of commissions nets 13,000, or 4,333.33 a month", async () => {
  const caller = await imported([
    ["worked-hybrid-seller", "seller"],
    ["worked-hybrid-creator", "creator"],
  ]);

  const { metrics } = await caller.json<Report>("/api/score");

  expect(metrics).toMatchObject({
    gross: "10000",
    refunds: "0",
    net: "13000",
    monthlyNet: "4333.33",
    affiliateCommission: "3000",
  });
});

test("a two-year-old shop without orders scores at most 20, keeps 4 revenue points and never errs", async () => {
  const caller = await imported([["no-orders", "seller"]]);

  const report = await caller.json<Report>("/api/score");

  expect(report.score).toBeLessThanOrEqual(20);
  expect(report.factors.revenue?.points).toBe(4);
});

test("the points of every factor and the caps add up to the score exactly", async () => {
  const caller = await imported([["worked-seller", "seller"]]);

  const report = await caller.json<Report>("/api/score");

  const milli = (points: number) => Math.round(points * 1_000);
  const items = Object.values(report.factors).flatMap((factor) => factor.items);
  expect(items.reduce((total, item) => total + milli(item.max), 0)).toBe(100_000);
  const earned = items.reduce((total, item) => total + milli(item.points), 0);
  expect(milli(report.score)).toBeLessThanOrEqual(earned);
});
