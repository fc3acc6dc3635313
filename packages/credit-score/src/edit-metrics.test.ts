import { describe, expect, it } from "vitest";
import type { IncomeMetrics, SideCurrency, SideMetrics } from "./income-metrics.ts";
import { type LeverName, levers } from "./levers.ts";
import {
  emptyShopMetrics,
  exampleAsOf,
  exampleCreator,
  exampleCurrency,
  exampleMetrics,
  exampleSeller,
} from "./testing/example-metrics.ts";

/* What each lever edits, and that it edits nothing else. */

function apply(name: LeverName, metrics: IncomeMetrics, value: number): IncomeMetrics {
  const lever = levers.find((candidate) => candidate.name === name);
  if (!lever) throw new Error(`no lever ${name}`);
  return lever.apply(metrics, value);
}

function first(side: SideMetrics | null): SideCurrency {
  const currency = side?.currencies[0];
  if (!currency) throw new Error("this side has no currency");
  return currency;
}

const weeks = (orders: number) => Array.from({ length: 12 }, () => orders);

describe("net revenue a month", () => {
  it("multiplies the income of both sides, before and after refunds; counts stay", () => {
    const hybrid = exampleMetrics({ creator: exampleCreator() }); // $14,250 and $4,500 in 90 days: $6,250 a month
    const doubled = apply("monthlyNetUsd", hybrid, 12_500);
    expect(doubled).toMatchObject({ net: "37500", netUsd: "37500", monthlyNet: "12500", orderCount: 350 });
    expect(doubled.blocks.map(({ net, netUsd }) => [net, netUsd])).toEqual(
      [0, 1, 2].map(() => ["12500", "12500"]), // 2 × (4,750 + 1,500)
    );
    expect(doubled.seller).toEqual({
      ...hybrid.seller,
      netUsd: "28500",
      refunds: { status: "available", refundedUsd: "1500", baseUsd: "30000" },
      currencies: [
        {
          ...first(hybrid.seller),
          net: "28500",
          netUsd: "28500",
          blocks: [0, 1, 2].map(() => ({ orderCount: 50, gross: "9500", net: "9500" })),
        },
      ],
    });
    expect(doubled.creator?.netUsd).toBe("9000");
  });

  it("of a young account is a mean over at least 30 days", () => {
    const young = exampleMetrics({
      seller: exampleSeller({ observedDays: 10, currencies: [exampleCurrency({ nets: [100, 100, 100] })] }),
    });
    expect(apply("monthlyNetUsd", young, 600).netUsd).toBe("600");
    const older = exampleMetrics({
      seller: exampleSeller({ observedDays: 60, currencies: [exampleCurrency({ nets: [100, 100, 100] })] }),
    });
    expect(apply("monthlyNetUsd", older, 600).netUsd).toBe("1200");
  });

  it("without income yet is spread over the blocks of the shop, or of the creator where there is no shop", () => {
    const shop = apply("monthlyNetUsd", emptyShopMetrics(), 1_000);
    expect(shop).toMatchObject({ netUsd: "3000", seller: { netUsd: "3000" } });
    expect(shop.blocks.map(({ netUsd }) => netUsd)).toEqual(["1000", "1000", "1000"]);
    const idle = exampleCreator({ currencies: [] });
    const both = apply("monthlyNetUsd", { ...emptyShopMetrics(), creator: idle }, 1_000);
    expect(both).toMatchObject({ seller: { netUsd: "3000" }, creator: { netUsd: "0" } });
    const creator = apply("monthlyNetUsd", exampleMetrics({ seller: null, creator: idle }), 1_000);
    expect(creator).toMatchObject({ netUsd: "3000", seller: null, creator: { netUsd: "3000" } });
  });
});

describe("orders in the window", () => {
  it("multiplies the counts of weeks, blocks and sides; income stays", () => {
    const hybrid = exampleMetrics({ creator: exampleCreator() }); // 150 and 200 orders
    const fewer = apply("orderCount", hybrid, 35);
    expect(fewer).toEqual({
      ...hybrid,
      orderCount: 35,
      seller: {
        ...hybrid.seller,
        orderCount: 15,
        weeklyOrders: weeks(1.25),
        currencies: [
          {
            ...first(hybrid.seller),
            orderCount: 15,
            weeklyOrders: weeks(1.25),
            blocks: [0, 1, 2].map(() => ({ orderCount: 5, gross: "4750", net: "4750" })),
          },
        ],
      },
      creator: expect.objectContaining({ orderCount: 20, netUsd: "4500" }),
    });
  });

  it("is the count that was asked for, whatever the sides' shares round to", () => {
    const hybrid = exampleMetrics({ creator: exampleCreator() });
    expect(apply("orderCount", hybrid, 5).orderCount).toBe(5);
    expect(apply("orderCount", hybrid, 5)).toMatchObject({ seller: { orderCount: 2 }, creator: { orderCount: 3 } });
  });

  it("without orders yet is spread evenly over the weeks and blocks of the shop", () => {
    const opened = apply("orderCount", { ...emptyShopMetrics(), netUsd: "0" }, 60);
    expect(opened.orderCount).toBe(60);
    expect(opened.seller).toMatchObject({
      orderCount: 60,
      weeklyOrders: weeks(5),
      currencies: [
        {
          currency: "USD",
          orderCount: 60,
          net: "0",
          netUsd: "0",
          openingUnitsPerUsd: "1",
          weeklyOrders: weeks(5),
          blocks: [0, 1, 2].map(() => ({ orderCount: 20, gross: "0", net: "0" })),
        },
      ],
    });
  });

  it("after income was added spreads that over the blocks as well", () => {
    const paid = apply("monthlyNetUsd", emptyShopMetrics(), 1_000);
    expect(first(apply("orderCount", paid, 60).seller).blocks).toEqual(
      [0, 1, 2].map(() => ({ orderCount: 20, gross: "1000", net: "1000" })),
    );
  });

  it("without orders yet goes to the creator where there is no shop, and to the shop where there is one", () => {
    const idle = exampleCreator({ currencies: [], weeklyOrders: weeks(0) });
    const creator = apply("orderCount", exampleMetrics({ seller: null, creator: idle }), 12);
    expect(creator).toMatchObject({ seller: null, creator: { orderCount: 12, weeklyOrders: weeks(1) } });
    const both = apply("orderCount", { ...emptyShopMetrics(), creator: idle }, 12);
    expect(both).toMatchObject({ seller: { orderCount: 12 }, creator: { orderCount: 0 } });
  });
});

describe("weeks with a sale", () => {
  const gaps = [0, 5, 0, 2, 0, 3];
  const shop = (weeklyOrders: readonly number[]) =>
    exampleMetrics({
      seller: exampleSeller({
        weeklyOrders,
        currencies: [
          exampleCurrency({ weeklyOrders }),
          exampleCurrency({ currency: "GBP", weeklyOrders: weeks(0).slice(6) }),
        ],
      }),
    });

  it.each([
    { wanted: 3, weekly: gaps },
    { wanted: 4, weekly: [0, 5, 0, 2, 1, 3] }, // the newest empty week first
    { wanted: 5, weekly: [0, 5, 1, 2, 1, 3] },
    { wanted: 6, weekly: [1, 5, 1, 2, 1, 3] },
    { wanted: 2, weekly: [0, 5, 0, 2, 0, 0] }, // the newest sale first
    { wanted: 1, weekly: [0, 5, 0, 0, 0, 0] },
    { wanted: 0, weekly: [0, 0, 0, 0, 0, 0] },
  ])("become $wanted by filling or emptying the newest: $weekly", ({ wanted, weekly }) => {
    const metrics = shop(gaps);
    const edited = apply("weeksWithSales", metrics, wanted);
    expect(edited.seller?.weeklyOrders).toEqual(weekly);
    expect(edited.seller?.currencies.map(({ weeklyOrders }) => weeklyOrders)).toEqual([weekly, weeks(0).slice(6)]);
    expect(edited.orderCount).toBe(metrics.orderCount);
    expect(edited.seller?.orderCount).toBe(metrics.seller?.orderCount);
  });

  it("are those of every side", () => {
    const hybrid = apply("weeksWithSales", exampleMetrics({ creator: exampleCreator() }), 11);
    expect(hybrid.creator?.weeklyOrders.filter((orders) => orders > 0)).toHaveLength(11);
    expect(hybrid.seller?.weeklyOrders.at(-1)).toBe(0);
  });
});

it("months since the first activity move it back by whole days; the observed window stays", () => {
  const hybrid = exampleMetrics({ creator: exampleCreator() });
  const aged = apply("accountAgeMonths", hybrid, 6);
  const firstActivityAt = exampleAsOf - 183 * 86_400; // 6 × 30.4375 = 182.6 days
  expect(aged).toEqual({
    ...hybrid,
    seller: { ...hybrid.seller, firstActivityAt },
    creator: { ...hybrid.creator, firstActivityAt },
  });
});

describe("the refund rate", () => {
  it("of a shop takes the refunds off its net; sales stay", () => {
    const shop = exampleMetrics();
    const refunded = apply("refundRate", shop, 0.24); // 14,250 × .76/.95 = 11,400
    expect(refunded).toMatchObject({ net: "11400", netUsd: "11400", refunds: "3600", gross: "15000", orderCount: 150 });
    expect(refunded.seller).toMatchObject({
      netUsd: "11400",
      refunds: { refundedUsd: "3600", baseUsd: "15000" },
    });
    expect(first(refunded.seller).blocks).toEqual(
      [0, 1, 2].map(() => ({ orderCount: 50, gross: "4750", net: "3800" })),
    );
  });

  it("of a creator takes them off the commission, which is both", () => {
    const creator = exampleMetrics({ seller: null, creator: exampleCreator(), gross: "0", refunds: "0" });
    const reversed = apply("refundRate", creator, 0.2);
    expect(reversed).toMatchObject({ netUsd: "3600", refunds: "0", creator: { netUsd: "3600" } });
    expect(reversed.creator?.refunds).toEqual({ status: "available", refundedUsd: "900", baseUsd: "4500" });
    expect(first(reversed.creator).blocks).toEqual(
      [0, 1, 2].map(() => ({ orderCount: 200 / 3, gross: "1200", net: "1200" })),
    );
  });

  it("of a shop that lost all its sales leaves nothing to scale", () => {
    const lost = exampleMetrics({
      seller: exampleSeller({ refunds: { status: "available", refundedUsd: "15000", baseUsd: "15000" } }),
    });
    expect(apply("refundRate", lost, 0.5)).toMatchObject({
      netUsd: lost.netUsd,
      seller: { refunds: { refundedUsd: "7500" } },
    });
  });

  it("of a shop without sales stays without refunds", () => {
    expect(apply("refundRate", emptyShopMetrics(), 0.5).seller?.refunds).toEqual({
      status: "available",
      refundedUsd: "0",
      baseUsd: "0",
    });
  });

  it("of a side that does not tell its refunds changes nothing there", () => {
    const withheld = exampleSeller({ refunds: { status: "withheld", permissions: ["a.permission"] } });
    const hybrid = exampleMetrics({ seller: withheld, creator: exampleCreator() });
    const edited = apply("refundRate", hybrid, 0.1);
    expect(edited.seller).toEqual(withheld);
    expect(edited.creator?.netUsd).toBe("4050");
  });
});

describe("a shop's rates", () => {
  it("set the late orders among those measured, or among all where none was", () => {
    expect(apply("lateDispatchRate", exampleMetrics(), 0.1).seller?.dispatch).toEqual({
      status: "available",
      late: 15,
      measured: 150,
    });
    const none = exampleMetrics({
      seller: exampleSeller({
        currencies: [exampleCurrency({ orderCount: 40 })],
        dispatch: { status: "available", late: 0, measured: 0 },
      }),
    });
    expect(apply("lateDispatchRate", none, 0.1).seller?.dispatch).toMatchObject({ late: 4, measured: 40 });
  });

  it("set the cancelled orders of those and the qualifying ones", () => {
    expect(apply("sellerCancellationRate", exampleMetrics(), 0.25).seller?.cancellations).toEqual({
      status: "available",
      sellerFault: 50, // 50 of 200
    });
  });

  it.each([
    ["lateDispatchRate", "dispatch"],
    ["sellerCancellationRate", "cancellations"],
    ["newMarketShare", "markets"],
  ] as const)("%s leaves what is not told as it is", (lever, measure) => {
    const seller = exampleSeller({ [measure]: { status: "withheld", permissions: ["a.permission"] } });
    const metrics = exampleMetrics({ seller });
    expect(apply(lever, metrics, 0.3)).toEqual(metrics);
  });

  it.each([
    "lateDispatchRate",
    "sellerCancellationRate",
    "shopScore",
    "chatSatisfaction",
    "productLaunches",
    "newMarketShare",
  ] as const)("%s makes no shop of a creator", (lever) => {
    const metrics = exampleMetrics({ seller: null, creator: exampleCreator() });
    expect(apply(lever, metrics, 0.3)).toEqual(metrics);
  });
});

it.each([
  ["shopScore", { satisfaction: { status: "available", source: "shop_score", value: 3 } }],
  ["chatSatisfaction", { satisfaction: { status: "available", source: "chat_satisfaction", value: 3 } }],
  ["productLaunches", { launches: { status: "available", products: 3 } }],
] as const)("%s sets that figure of the shop alone", (lever, change) => {
  const metrics = exampleMetrics({ creator: exampleCreator() });
  expect(apply(lever, metrics, 3)).toEqual({ ...metrics, seller: { ...metrics.seller, ...change } });
});

it.each([
  { regions: 1, share: 0.2, after: { regions: 2, newRegionShare: 0.2 } }, // a new one is a second one
  { regions: 4, share: 0.2, after: { regions: 4, newRegionShare: 0.2 } },
  { regions: 1, share: 0, after: { regions: 1, newRegionShare: 0 } },
])("a new market of $share beside $regions gives $after", ({ regions, share, after }) => {
  const metrics = exampleMetrics({
    seller: exampleSeller({ markets: { status: "available", regions, newRegionShare: 0.1 } }),
  });
  expect(apply("newMarketShare", metrics, share).seller?.markets).toEqual({ status: "available", ...after });
});

describe("a restored standing", () => {
  const fault = { standing: { status: "available", state: "ended" } } as const;

  it("is good on every side that tells one", () => {
    const hybrid = exampleMetrics({ seller: exampleSeller(fault), creator: exampleCreator(fault) });
    const good = { standing: { status: "available", state: "good" } };
    expect(apply("standingRestored", hybrid, 1)).toMatchObject({ seller: good, creator: good });
  });

  it("stays unknown where it is withheld, and as it is with 0", () => {
    const withheld = exampleSeller({ standing: { status: "withheld", permissions: ["a.permission"] } });
    const metrics = exampleMetrics({ seller: withheld, creator: exampleCreator(fault) });
    expect(apply("standingRestored", metrics, 1).seller).toEqual(withheld);
    expect(apply("standingRestored", metrics, 0)).toEqual(metrics);
  });
});

describe("affiliate partners", () => {
  const partners = (firstBlock: number, lastBlock: number) =>
    ({ affiliates: { status: "available", firstBlock, lastBlock } }) as const;

  it("are set for the shop where there is one, else for the creator", () => {
    const hybrid = exampleMetrics({ creator: exampleCreator(partners(1, 1)) });
    const edited = apply("activeAffiliates", hybrid, 9);
    expect(edited.seller).toMatchObject(partners(4, 9));
    expect(edited.creator).toMatchObject(partners(1, 1));
    const creator = exampleMetrics({ seller: null, creator: exampleCreator(partners(1, 1)) });
    expect(apply("activeAffiliates", creator, 9).creator).toMatchObject(partners(1, 9));
  });

  it("may come where there were none, but nobody is not a network", () => {
    const none = exampleMetrics({
      seller: exampleSeller({ affiliates: { status: "unavailable_platform", explanation: "None." } }),
    });
    expect(apply("activeAffiliates", none, 3).seller).toMatchObject(partners(0, 3));
    expect(apply("activeAffiliates", none, 0)).toEqual(none);
    const left = exampleMetrics({ seller: exampleSeller(partners(2, 1)) });
    expect(apply("activeAffiliates", left, 0).seller).toMatchObject(partners(2, 0));
  });

  it("stay withheld", () => {
    const withheld = exampleMetrics({
      seller: exampleSeller({ affiliates: { status: "withheld", permissions: ["a.permission"] } }),
    });
    expect(apply("activeAffiliates", withheld, 3)).toEqual(withheld);
  });
});
