import { describe, expect, it } from "vitest";
import type { IncomeMetrics, SideMetrics } from "./income-metrics.ts";
import { emptyShopMetrics, exampleCreator, exampleMetrics, exampleSeller } from "./testing/example-metrics.ts";
import { type WhatIfChanges, whatIf, whatIfLevers } from "./what-if.ts";

function leversOf(metrics: IncomeMetrics) {
  return new Map(whatIfLevers(metrics).map((lever) => [lever.name, lever]));
}

const everything = exampleSeller({
  satisfaction: { status: "available", source: "shop_score", value: 4.2 },
  standing: { status: "available", state: "ended" },
});

it("each lever is offered with its words, unit, range and step", () => {
  expect(whatIfLevers(exampleMetrics({ seller: everything }))).toEqual([
    {
      name: "monthlyNetUsd",
      label: "Net revenue a month",
      unit: "usd_month",
      value: 4_750,
      min: 0,
      max: 1e6,
      step: 100,
    },
    { name: "orderCount", label: "Orders in the window", unit: "count", value: 150, min: 0, max: 100_000, step: 1 },
    { name: "weeksWithSales", label: "Weeks with a sale", unit: "count", value: 12, min: 0, max: 12, step: 1 },
    {
      name: "accountAgeMonths",
      label: "Months since the first activity",
      unit: "months",
      value: 23.983573,
      min: 0,
      max: 600,
      step: 1,
    },
    { name: "refundRate", label: "Refund rate by value", unit: "share", value: 0.05, min: 0, max: 1, step: 0.005 },
    { name: "lateDispatchRate", label: "Late dispatch rate", unit: "share", value: 0.02, min: 0, max: 1, step: 0.005 },
    {
      name: "sellerCancellationRate",
      label: "Orders that the shop cancelled",
      unit: "share",
      value: 0.006623,
      min: 0,
      max: 0.5,
      step: 0.005,
    },
    { name: "shopScore", label: "The platform's shop score", unit: "score_5", value: 4.2, min: 0, max: 5, step: 0.1 },
    {
      name: "standingRestored",
      label: "Authorisation renewed, shop active, payments through (1) or as now (0)",
      unit: "ratio",
      value: 0,
      min: 0,
      max: 1,
      step: 1,
    },
    {
      name: "productLaunches",
      label: "New products sold in the latest period",
      unit: "count",
      value: 0,
      min: 0,
      max: 50,
      step: 1,
    },
    {
      name: "newMarketShare",
      label: "Share of the latest period from a new market",
      unit: "share",
      value: 0,
      min: 0,
      max: 1,
      step: 0.01,
    },
    {
      name: "activeAffiliates",
      label: "Affiliate partners in the latest period",
      unit: "count",
      value: 5,
      min: 0,
      max: 10_000,
      step: 1,
    },
  ]);
});

it("chats are offered in place of a shop score where the platform gives those", () => {
  const seller = exampleSeller({ satisfaction: { status: "available", source: "chat_satisfaction", value: 91 } });
  const levers = leversOf(exampleMetrics({ seller }));
  expect(levers.get("chatSatisfaction")).toEqual({
    name: "chatSatisfaction",
    label: "Chat satisfaction",
    unit: "percent",
    value: 91,
    min: 0,
    max: 100,
    step: 1,
  });
  expect(levers.has("shopScore")).toBe(false);
});

describe("a lever's value now", () => {
  it("is of both sides together where both have it", () => {
    const seller = exampleSeller({ firstActivityAt: exampleMetrics().asOf - 100 * 86_400 });
    const creator = exampleCreator({
      weeklyOrders: [1, 1, 0],
      refunds: { status: "available", refundedUsd: "250", baseUsd: "5000" },
    });
    const levers = leversOf(exampleMetrics({ seller: { ...seller, weeklyOrders: [0, 0, 1, 0] }, creator }));
    expect(levers.get("accountAgeMonths")?.value).toBe(23.983573); // the older one's
    expect(levers.get("weeksWithSales")).toMatchObject({ value: 2, max: 4 }); // the better one's, of the longer one's
    expect(levers.get("refundRate")?.value).toBe(0.05); // (750 + 250) / (15,000 + 5,000)
  });

  it.each([
    { change: { refunds: { status: "available", refundedUsd: "-5", baseUsd: "100" } }, lever: "refundRate" },
    { change: { refunds: { status: "available", refundedUsd: "0", baseUsd: "0" } }, lever: "refundRate" },
    { change: { dispatch: { status: "available", late: 0, measured: 0 } }, lever: "lateDispatchRate" },
  ] satisfies { change: Partial<SideMetrics>; lever: string }[])("is 0 with $change", ({ change, lever }) => {
    const levers = whatIfLevers(exampleMetrics({ seller: exampleSeller(change) }));
    expect(levers.find(({ name }) => name === lever)?.value).toBe(0);
  });

  it("of partners is 0 where the platform lists none", () => {
    expect(leversOf(emptyShopMetrics()).get("activeAffiliates")?.value).toBe(0);
  });
});

describe("a lever is not offered", () => {
  it.each([
    { change: { weeklyOrders: [] }, lever: "weeksWithSales" },
    { change: { refunds: { status: "withheld", permissions: [] } }, lever: "refundRate" },
    { change: { dispatch: { status: "withheld", permissions: [] } }, lever: "lateDispatchRate" },
    { change: { cancellations: { status: "withheld", permissions: [] } }, lever: "sellerCancellationRate" },
    { change: { satisfaction: { status: "withheld", permissions: [] } }, lever: "shopScore" },
    { change: { standing: { status: "withheld", permissions: [] } }, lever: "standingRestored" },
    { change: { launches: { status: "withheld", permissions: [] } }, lever: "productLaunches" },
    { change: { markets: { status: "withheld", permissions: [] } }, lever: "newMarketShare" },
    { change: { affiliates: { status: "withheld", permissions: [] } }, lever: "activeAffiliates" },
  ] satisfies { change: Partial<SideMetrics>; lever: string }[])("as $lever with $change", ({ change, lever }) => {
    const names = (seller: SideMetrics) => whatIfLevers(exampleMetrics({ seller })).map(({ name }) => String(name));
    expect(names(everything)).toContain(lever);
    expect(names({ ...everything, ...change })).not.toContain(lever);
  });

  it("where nothing is connected, but for what starts from nothing", () => {
    expect(whatIfLevers(exampleMetrics({ seller: null })).map(({ name }) => name)).toEqual([
      "monthlyNetUsd",
      "orderCount",
    ]);
  });
});

describe("a change that cannot be tried says what can", () => {
  const metrics = exampleMetrics();

  it.each([
    {
      changes: { creditLimit: 5 },
      code: "unknown_lever",
      lever: "creditLimit",
      message:
        '"creditLimit" cannot be changed. Choose from: monthlyNetUsd, orderCount, weeksWithSales, accountAgeMonths, refundRate, lateDispatchRate, sellerCancellationRate, shopScore, chatSatisfaction, standingRestored, productLaunches, newMarketShare, activeAffiliates.',
    },
    {
      changes: { shopScore: 5 },
      code: "lever_not_offered",
      lever: "shopScore",
      message: "shopScore was not measured for this account, so it cannot be changed. Leave it out.",
    },
    {
      changes: { refundRate: "0.1" },
      code: "not_a_number",
      lever: "refundRate",
      message: "refundRate must be a number.",
    },
    {
      changes: { orderCount: 1.5 },
      code: "not_a_number",
      lever: "orderCount",
      message: "orderCount must be a whole number.",
    },
    {
      changes: { refundRate: Number.POSITIVE_INFINITY },
      code: "not_a_number",
      lever: "refundRate",
      message: "refundRate must be a number.",
    },
    {
      changes: { refundRate: 1.01 },
      code: "out_of_range",
      lever: "refundRate",
      message: "refundRate must be from 0 to 1.",
    },
    {
      changes: { weeksWithSales: 13 },
      code: "out_of_range",
      lever: "weeksWithSales",
      message: "weeksWithSales must be from 0 to 12.",
    },
    {
      changes: { monthlyNetUsd: -0.01 },
      code: "out_of_range",
      lever: "monthlyNetUsd",
      message: "monthlyNetUsd must be from 0 to 1000000.",
    },
  ] as readonly { changes: object; code: string; lever: string; message: string }[])(
    "$message",
    ({ changes, code, lever, message }) => {
      expect(() => whatIf(metrics, changes as WhatIfChanges)).toThrow(
        expect.objectContaining({ name: "WhatIfError", code, lever, message }),
      );
    },
  );

  it("repeats at most 60 characters of a name that somebody made up", () => {
    const name = "x".repeat(61);
    expect(() => whatIf(metrics, { [name]: 1 } as WhatIfChanges)).toThrow(
      expect.objectContaining({
        lever: "x".repeat(60),
        message: expect.stringMatching(/^"x{60}" cannot be changed\./),
      }),
    );
  });
});

describe("whole numbers", () => {
  const offered = exampleMetrics({ seller: everything });
  const chats = exampleMetrics({
    seller: exampleSeller({ satisfaction: { status: "available", source: "chat_satisfaction", value: 91 } }),
  });

  it.each(["orderCount", "weeksWithSales", "standingRestored", "productLaunches", "activeAffiliates"])(
    "are all that %s takes",
    (lever) => {
      expect(() => whatIf(offered, { [lever]: 0.5 })).toThrow(expect.objectContaining({ code: "not_a_number" }));
    },
  );

  it.each([
    "monthlyNetUsd",
    "accountAgeMonths",
    "refundRate",
    "lateDispatchRate",
    "sellerCancellationRate",
    "shopScore",
    "newMarketShare",
  ])("are not needed for %s", (lever) => {
    expect(whatIf(offered, { [lever]: 0.5 }).score).toBeGreaterThan(0);
  });

  it("are not needed for chats", () => {
    expect(whatIf(chats, { chatSatisfaction: 91.5 }).score).toBeGreaterThan(0);
  });
});

it("changes are tried in the order of the levers, however they are given", () => {
  const metrics = emptyShopMetrics();
  const one = whatIf(metrics, { monthlyNetUsd: 3_000, orderCount: 60, refundRate: 0.1 });
  const other = whatIf(metrics, { refundRate: 0.1, orderCount: 60, monthlyNetUsd: 3_000 });
  expect(other).toEqual(one);
});
