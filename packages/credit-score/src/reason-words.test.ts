import { describe, expect, it } from "vitest";
import {
  assessAccountAge,
  assessOrderFrequency,
  assessOrderRegularity,
  assessRevenueStability,
  assessSellerType,
} from "./assess-consistency.ts";
import {
  assessAffiliateNetwork,
  assessMarketExpansion,
  assessOrderGrowth,
  assessProductLaunches,
  assessRevenueGrowth,
} from "./assess-growth.ts";
import {
  assessCustomerSatisfaction,
  assessOnTimeDispatch,
  assessPlatformStanding,
  assessRefundRate,
  assessSellerCancellations,
} from "./assess-reliability.ts";
import { assessMonthlyRevenue } from "./assess-revenue.ts";
import type { SideMetrics } from "./income-metrics.ts";
import {
  exampleAsOf,
  exampleCreator,
  exampleCurrency,
  exampleMetrics,
  exampleSeller,
} from "./testing/example-metrics.ts";
import { ttshop1 } from "./ttshop1.ts";

/* The sentence of each item, word for word: it is what a borrower is told. */

const day = 86_400;
const noOrders = { currencies: [], orderCount: 0 } as const;

describe("monthly revenue says", () => {
  it.each([
    {
      nets: [4_750, 4_750, 4_750],
      text: "Verified net revenue counts as $4,750 a month; $20,000 earns full points.",
    },
    {
      nets: [4_000, 3_000, 2_000],
      text: "Verified net revenue counts as $2,500 a month; $20,000 earns full points. The average was $3,000; the latest period was lower, so less of it counts.",
    },
  ])("of $nets: $text", ({ nets, text }) => {
    const metrics = exampleMetrics({ seller: exampleSeller({ currencies: [exampleCurrency({ nets })] }) });
    expect(assessMonthlyRevenue(metrics, ttshop1).text).toBe(text);
  });
});

describe("order frequency says", () => {
  it.each([
    { weeklyOrders: [], text: "There is not yet one full week of history." },
    { weeklyOrders: [2], text: "1 of the last 1 week had a sale; 91.7% of them or more earns full points." },
    { weeklyOrders: [0, 3, 1], text: "2 of the last 3 weeks had a sale; 91.7% of them or more earns full points." },
  ])("of $weeklyOrders: $text", ({ weeklyOrders, text }) => {
    expect(assessOrderFrequency(exampleSeller({ weeklyOrders }), ttshop1).text).toBe(text);
  });
});

describe("order regularity says", () => {
  it.each([
    {
      orderCount: 150,
      text: "Weekly orders vary by 50% around their average; 25% or less earns full points.",
    },
    {
      orderCount: 10,
      text: "Weekly orders vary by 50% around their average; 25% or less earns full points. With 10 orders it counts at 57.7%; from 30 orders it counts fully.",
    },
    {
      orderCount: 1,
      text: "Weekly orders vary by 50% around their average; 25% or less earns full points. With 1 order it counts at 18.3%; from 30 orders it counts fully.",
    },
  ])("of $orderCount orders: $text", ({ orderCount, text }) => {
    const currencies = [exampleCurrency({ orderCount, weeklyOrders: [5, 15, 5, 15] })];
    expect(assessOrderRegularity(exampleSeller({ currencies }), ttshop1).text).toBe(text);
  });
});

it("order regularity says that no full week had an order, instead of calling that even", () => {
  const currencies = [exampleCurrency({ orderCount: 60, weeklyOrders: Array.from({ length: 12 }, () => 0) })];
  const assessed = assessOrderRegularity(exampleSeller({ currencies }), ttshop1);
  expect(assessed).toMatchObject({ status: "scored", fraction: 0, value: null });
  expect(assessed.text).toBe("None of the full weeks had a sale, so their evenness cannot be measured.");
});

describe("revenue stability says", () => {
  const fallen = { currencies: [exampleCurrency({ nets: [1_000, 600, 600] })] };

  it.each([
    {
      change: fallen,
      text: "The largest fall of sales from one period to the next was 40%; 10% or less earns full points.",
    },
    {
      change: { ...fallen, orderCount: 10, observedDays: 45 },
      text: "The largest fall of sales from one period to the next was 40%; 10% or less earns full points. With 10 orders it counts at 57.7%; from 30 orders it counts fully. With 45 days of history it counts at 50%; from 90 days it counts fully.",
    },
    { change: noOrders, text: "No order in the window qualifies yet, so there is nothing to compare." },
    { change: { observedDays: 27 }, text: "History so far: 27 days; this is measured from 28 days." },
    { change: { observedDays: 1 }, text: "History so far: 1 day; this is measured from 28 days." },
  ] satisfies { change: Partial<SideMetrics>; text: string }[])("case %#: $text", ({ change, text }) => {
    expect(assessRevenueStability(exampleSeller(change), ttshop1).text).toBe(text);
  });
});

it("account age says how long ago the first activity was", () => {
  const side = exampleSeller({ firstActivityAt: exampleAsOf - 137 * day });
  expect(assessAccountAge(side, exampleAsOf, ttshop1).text).toBe(
    "The first activity was 4.5 months ago; 12 months earn full points.",
  );
});

describe("seller type says", () => {
  it.each([
    { seller: exampleSeller(), creator: null, text: "The platform verified this shop as a business." },
    {
      seller: exampleSeller({ sellerType: "individual" }),
      creator: null,
      text: "The platform lists this shop as an individual's; a verified business earns full points.",
    },
    {
      seller: null,
      creator: exampleCreator(),
      text: "This is a creator account; a verified shop beside it earns full points.",
    },
    { seller: exampleSeller(), creator: exampleCreator(), text: "A shop and a creator account are connected." },
    {
      seller: null,
      creator: null,
      text: "The platform lists this shop as an individual's; a verified business earns full points.",
    },
  ])("case %#: $text", ({ seller, creator, text }) => {
    expect(assessSellerType(seller, creator, ttshop1).text).toBe(text);
  });
});

describe("the refund rate says", () => {
  const refunds = (refundedUsd: string, baseUsd: string) => ({ status: "available", refundedUsd, baseUsd }) as const;

  it.each([
    {
      side: exampleSeller(), // 910/17,000
      text: "5% of sales by value was refunded; 2% or less earns full points. Allowing for the number of orders it is read as 5.4%.",
    },
    {
      side: exampleSeller({ refunds: refunds("1200", "15000") }), // the prior itself: nothing to allow for
      text: "8% of sales by value was refunded; 2% or less earns full points.",
    },
    {
      side: exampleCreator({ refunds: refunds("450", "4500") }), // (450 + 36)/4,950
      text: "10% of settled commission was taken back; 2% or less earns full points. Allowing for the number of orders it is read as 9.8%.",
    },
    {
      side: exampleSeller({ refunds: refunds("0", "0") }), // nothing sold: the prior
      text: "0% of sales by value was refunded; 2% or less earns full points. Allowing for the number of orders it is read as 8%.",
    },
    { side: exampleSeller(noOrders), text: "No order in the window qualifies yet, so there is no refund rate." },
  ])("case %#: $text", ({ side, text }) => {
    expect(assessRefundRate(side, ttshop1).text).toBe(text);
  });
});

describe("on-time dispatch says", () => {
  it.each([
    {
      change: { dispatch: { status: "available", late: 15, measured: 150 } }, // 15.6/160
      text: "15 of 150 dispatched orders (10%) left after their due time; 4% or less earns full points. Allowing for the number of orders it is read as 9.8%.",
    },
    {
      change: { dispatch: { status: "available", late: 0, measured: 0 } },
      text: "0 of 0 dispatched orders (0%) left after their due time; 4% or less earns full points. Allowing for the number of orders it is read as 6%.",
    },
    {
      change: { dispatch: { status: "available", late: 9, measured: 4 } }, // never more than were measured
      text: "4 of 4 dispatched orders (100%) left after their due time; 4% or less earns full points. Allowing for the number of orders it is read as 32.9%.",
    },
    { change: noOrders, text: "No order in the window qualifies yet, so there is no late dispatch rate." },
  ] satisfies { change: Partial<SideMetrics>; text: string }[])("case %#: $text", ({ change, text }) => {
    expect(assessOnTimeDispatch(exampleSeller(change), ttshop1).text).toBe(text);
  });
});

describe("cancellations by the seller say", () => {
  it.each([
    {
      change: {}, // 1.2/161
      text: "1 of 151 orders (0.7%) were cancelled by the shop; 1% or less earns full points.",
    },
    {
      change: { cancellations: { status: "available", sellerFault: 50 } }, // 50.2/210
      text: "50 of 200 orders (25%) were cancelled by the shop; 1% or less earns full points. Allowing for the number of orders it is read as 23.9%.",
    },
    { change: noOrders, text: "No order in the window qualifies yet, so there is no cancellation rate." },
  ] satisfies { change: Partial<SideMetrics>; text: string }[])("case %#: $text", ({ change, text }) => {
    expect(assessSellerCancellations(exampleSeller(change), ttshop1).text).toBe(text);
  });
});

describe("customer satisfaction says", () => {
  const score = { satisfaction: { status: "available", source: "shop_score", value: 4.25 } } as const;

  it.each([
    {
      change: score,
      text: "The platform's shop score is 4.25 of 5; 4.8 earns full points.",
      scale: { threshold: 4.8, unit: "score_5" },
    },
    {
      change: { satisfaction: { status: "available", source: "chat_satisfaction", value: 88.88 } },
      text: "88.9% of chats satisfied the customer; 95% earns full points.",
      scale: { threshold: 95, unit: "percent" },
    },
    {
      change: { ...score, orderCount: 10 },
      text: "The platform's shop score is 4.25 of 5; 4.8 earns full points. With 10 orders it counts at 57.7%; from 30 orders it counts fully.",
      scale: { threshold: 4.8, unit: "score_5" },
    },
    {
      change: { ...score, ...noOrders },
      text: "No order in the window qualifies yet, so there is no satisfaction rate.",
      scale: undefined,
    },
  ] satisfies { change: Partial<SideMetrics>; text: string; scale: unknown }[])(
    "case %#: $text",
    ({ change, text, scale }) => {
      const assessed = assessCustomerSatisfaction(exampleSeller(change), ttshop1);
      expect({ text: assessed.text, scale: assessed.scale }).toEqual({ text, scale });
    },
  );
});

describe("platform standing says", () => {
  it.each([
    ["good", "The authorisation is current, the account active, and no payment failed or was held."],
    ["authorization_expiring", "The authorisation ends within 7 days; renewing it earns full points."],
    ["payment_problem", "A payment failed or was on hold in the window; once none is, this earns full points."],
    ["ended", "The authorisation has ended or the shop is not active; reconnecting an active shop earns full points."],
  ] as const)("of %s: %s", (state, text) => {
    const side = exampleSeller({ standing: { status: "available", state } });
    expect(assessPlatformStanding(side, ttshop1).text).toBe(text);
  });
});

describe("growth says", () => {
  const grown = (nets: readonly number[]) => ({ currencies: [exampleCurrency({ nets })] });

  it.each([
    {
      change: grown([1_000, 1_000, 1_110]),
      text: "Sales of the latest period stand at +10% against the two before; +30% earns full points.",
    },
    {
      change: grown([1_000, 1_000, 780]),
      text: "Sales of the latest period stand at -20% against the two before; +30% earns full points.",
    },
    {
      change: { ...grown([1_000, 1_000, 1_000]), orderCount: 10, observedDays: 45 },
      text: "Sales of the latest period stand at 0% against the two before; +30% earns full points. With 10 orders it counts at 57.7%; from 30 orders it counts fully. With 45 days of history it counts at 50%; from 90 days it counts fully.",
    },
    { change: noOrders, text: "No order in the window qualifies yet, so there is nothing to compare." },
  ] satisfies { change: Partial<SideMetrics>; text: string }[])("of sales, case %#: $text", ({ change, text }) => {
    expect(assessRevenueGrowth(exampleSeller(change), ttshop1).text).toBe(text);
  });

  it("of orders what it says of sales", () => {
    expect(assessOrderGrowth(exampleSeller(), ttshop1).text).toBe(
      "Order counts of the latest period stand at 0% against the two before; +30% earns full points.",
    );
  });

  it.each([
    [1, "1 new product made a first sale in the latest period; 3 earn full points."],
    [2, "2 new products made a first sale in the latest period; 3 earn full points."],
  ])("of %d launches: %s", (products, text) => {
    const side = exampleSeller({ launches: { status: "available", products } });
    expect(assessProductLaunches(side, ttshop1).text).toBe(text);
  });

  it.each([
    [1, 0, "Sales come from 1 market; a new one brought 0% of the latest period, 5% earns full points."],
    [3, 0.125, "Sales come from 3 markets; a new one brought 12.5% of the latest period, 5% earns full points."],
  ])("of %d regions with a new one at %d: %s", (regions, newRegionShare, text) => {
    const side = exampleSeller({ markets: { status: "available", regions, newRegionShare } });
    expect(assessMarketExpansion(side, ttshop1).text).toBe(text);
  });

  it.each([
    {
      side: exampleSeller(),
      text: "5 creators sold with you in the latest period, 4 creators in the first one; +30% earns full points.",
    },
    {
      side: exampleCreator({ affiliates: { status: "available", firstBlock: 1, lastBlock: 2 } }),
      text: "2 shops sold with you in the latest period, 1 shop in the first one; +30% earns full points.",
    },
    {
      side: exampleSeller({ affiliates: { status: "available", firstBlock: 0, lastBlock: 0 } }),
      text: "No creator had a commissioned order in the first or the latest period. The weight of the affiliate network goes to the other items of this factor.",
    },
    {
      side: exampleCreator({ affiliates: { status: "available", firstBlock: 0, lastBlock: 0 } }),
      text: "No shop had a commissioned order in the first or the latest period. The weight of the affiliate network goes to the other items of this factor.",
    },
  ])("of partners, case %#: $text", ({ side, text }) => {
    expect(assessAffiliateNetwork(side, ttshop1).text).toBe(text);
  });
});

describe("what could not be measured says why", () => {
  const none = { status: "unavailable_platform", explanation: "None here." } as const;
  const withheld = { status: "withheld", permissions: ["one.read", "two.read"] } as const;

  it.each([
    { measure: "refunds", item: "refund_rate", assess: assessRefundRate, subject: "the refund rate" },
    { measure: "dispatch", item: "on_time_dispatch", assess: assessOnTimeDispatch, subject: "on-time dispatch" },
    {
      measure: "cancellations",
      item: "seller_cancellations",
      assess: assessSellerCancellations,
      subject: "cancellations by the seller",
    },
    {
      measure: "satisfaction",
      item: "customer_satisfaction",
      assess: assessCustomerSatisfaction,
      subject: "customer satisfaction",
    },
    { measure: "standing", item: "platform_standing", assess: assessPlatformStanding, subject: "platform standing" },
    { measure: "launches", item: "product_launches", assess: assessProductLaunches, subject: "product launches" },
    { measure: "markets", item: "market_expansion", assess: assessMarketExpansion, subject: "market expansion" },
    {
      measure: "affiliates",
      item: "affiliate_network",
      assess: assessAffiliateNetwork,
      subject: "the affiliate network",
    },
  ])("of $subject", ({ measure, item, assess, subject }) => {
    expect(assess(exampleSeller({ [measure]: none }), ttshop1)).toEqual({
      status: "unavailable_platform",
      reasonCode: "NOT_OFFERED_BY_PLATFORM",
      fraction: 0,
      value: null,
      permissions: [],
      said: [
        { code: "not_offered", values: { explanation: "None here." } },
        { code: "weight_spread", values: { item } },
      ],
      text: `None here. The weight of ${subject} goes to the other items of this factor.`,
    });
    expect(assess(exampleSeller({ [measure]: withheld }), ttshop1)).toEqual({
      status: "withheld",
      reasonCode: "CONSENT_WITHHELD",
      fraction: 0,
      value: null,
      permissions: ["one.read", "two.read"],
      said: [{ code: "permission_missing", values: { item, permissions: ["one.read", "two.read"] } }],
      text: `${subject.charAt(0).toUpperCase()}${subject.slice(1)} cannot be read without permission. Granting one.read and two.read restores it.`,
    });
  });
});
