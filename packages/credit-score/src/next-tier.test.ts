import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { buildLedger } from "./build-ledger.ts";
import creator from "./fixtures/creator.json" with { type: "json" };
import declining from "./fixtures/declining-two-currencies.json" with { type: "json" };
import empty from "./fixtures/empty-shop.json" with { type: "json" };
import hybrid from "./fixtures/hybrid.json" with { type: "json" };
import steady from "./fixtures/steady-seller.json" with { type: "json" };
import young from "./fixtures/young-seller.json" with { type: "json" };
import type { IncomeMetrics } from "./income-metrics.ts";
import { betterGrid } from "./lever-grid.ts";
import { type LeverName, levers } from "./levers.ts";
import { nextTier, tierPath } from "./next-tier.ts";
import { arbitraryMetrics, mostlyOneSided } from "./testing/arbitrary-metrics.ts";
import { emptyShopMetrics, exampleCurrency, exampleMetrics, exampleSeller } from "./testing/example-metrics.ts";
import { ttshop1 } from "./ttshop1.ts";
import { whatIf } from "./what-if.ts";

vi.setConfig({ testTimeout: 120_000 });

const grow = exampleMetrics();
const goldens = { creator, declining, empty, hybrid, steady, young };
const lessIsBetter: ReadonlySet<LeverName> = new Set(["refundRate", "lateDispatchRate", "sellerCancellationRate"]);

/** Safe: the fixtures were written from typed metrics; JSON modules widen their literals. */
function inputsOf(golden: { readonly inputs: unknown }): IncomeMetrics {
  return golden.inputs as IncomeMetrics;
}

describe("nextTier", () => {
  it("names the tier above, its edge and the points that are needed", () => {
    const now = buildLedger(grow, ttshop1).millipoints;
    expect(nextTier(grow)).toMatchObject({
      tier: "Established",
      from: 75,
      score: now / 1_000,
      pointsNeeded: (75_000 - now) / 1_000,
      heldBy: null,
    });
  });

  it("is null in the highest tier", () => {
    expect(nextTier(exampleMetrics({ seller: strongSeller() }))).toBeNull();
  });

  it("finds the one revenue that reaches it, to the dollar", () => {
    const path = nextTier(grow)?.paths.find(({ lever }) => lever === "monthlyNetUsd");
    expect(path).toMatchObject({ outcome: "reaches", item: "monthly_revenue", value: 4_750, unit: "usd_month" });
    const target = path?.target ?? 0;
    expect(whatIf(grow, { monthlyNetUsd: target }).report.tier).toBe("Established");
    expect(whatIf(grow, { monthlyNetUsd: target - 1 }).report.tier).toBe("Growing");
  });

  it("says when even the best value does not reach it alone", () => {
    const path = nextTier(grow)?.paths.find(({ lever }) => lever === "refundRate");
    expect(path).toMatchObject({ outcome: "not_alone" });
    expect(path?.gain).toBeGreaterThan(0);
    expect(path?.score).toBe(whatIf(grow, { refundRate: path?.target ?? 1 }).score);
  });

  it("lists those that reach it before those that do not", () => {
    const outcomes = nextTier(grow)?.paths.map(({ outcome }) => outcome) ?? [];
    expect(outcomes).toEqual([...outcomes].sort((left, right) => (left === right ? 0 : left === "reaches" ? -1 : 1)));
    expect(outcomes).toContain("reaches");
    expect(outcomes).toContain("not_alone");
  });

  it("leaves out a lever that is at its best already", () => {
    expect(nextTier(grow)?.paths.map(({ lever }) => lever)).not.toContain("weeksWithSales");
  });

  it("names the ceiling that no item alone can pass, and the orders that lift it", () => {
    const few = exampleMetrics({
      seller: exampleSeller({ currencies: [exampleCurrency({ orderCount: 4, nets: [9_000, 9_000, 9_000] })] }),
    });
    const next = nextTier(few);
    expect(next).toMatchObject({ tier: "Growing", heldBy: { code: "FEWER_THAN_5_ORDERS", limit: 45 } });
    expect(next?.heldBy?.reason).toBe("Qualifying orders so far: 4; the score opens further from 5.");
    expect(next?.paths[0]).toMatchObject({
      item: null,
      label: "Orders in the window",
      unit: "count",
      value: 4,
      target: 5,
    });
    expect(next?.paths.filter(({ outcome }) => outcome === "reaches").map(({ lever }) => lever)).toEqual([
      "orderCount",
    ]);
    expect(next?.items.every(({ suffices }) => !suffices)).toBe(true);
  });

  it("names orders as the only way out of a shop without any", () => {
    const next = nextTier(emptyShopMetrics());
    expect(next).toMatchObject({ tier: "Building", heldBy: { code: "NO_QUALIFYING_ORDERS", limit: 20 } });
    expect(next?.paths.filter(({ outcome }) => outcome === "reaches").map(({ lever }) => lever)).toEqual([
      "orderCount",
    ]);
  });

  it("tells of items without a lever whether their missing points would do", () => {
    const items = nextTier(grow)?.items ?? [];
    expect(items.map(({ item }) => item)).toEqual(["revenue_growth", "order_growth"]);
    for (const { pointsMissing, suffices } of items)
      expect(suffices).toBe(pointsMissing >= (nextTier(grow)?.pointsNeeded ?? 0));
  });

  it("says of each lever which item it is about, with the lever's own words and unit", () => {
    const seller = exampleSeller({
      currencies: [
        exampleCurrency({ nets: [4_000, 3_000, 2_000], weeklyOrders: [30, 20, 20, 20, 20, 20, 20, 0, 0, 0] }),
      ],
      firstActivityAt: grow.asOf - 100 * 86_400,
      sellerType: "individual",
      refunds: { status: "available", refundedUsd: "1500", baseUsd: "10500" },
      dispatch: { status: "available", late: 30, measured: 150 },
      cancellations: { status: "available", sellerFault: 10 },
      satisfaction: { status: "available", source: "shop_score", value: 4 },
      standing: { status: "available", state: "payment_problem" },
    });
    const weak = nextTier(exampleMetrics({ seller }));
    expect(weak?.paths.map(({ lever, item }) => [lever, item]).sort()).toEqual([
      ["accountAgeMonths", "account_age"],
      ["activeAffiliates", "affiliate_network"],
      ["lateDispatchRate", "on_time_dispatch"],
      ["monthlyNetUsd", "monthly_revenue"],
      ["newMarketShare", "market_expansion"],
      ["orderCount", null],
      ["productLaunches", "product_launches"],
      ["refundRate", "refund_rate"],
      ["sellerCancellationRate", "seller_cancellations"],
      ["shopScore", "customer_satisfaction"],
      ["standingRestored", "platform_standing"],
      ["weeksWithSales", "order_frequency"],
    ]);
    for (const { lever, label, unit } of weak?.paths ?? []) {
      expect(levers.find(({ name }) => name === lever)).toMatchObject({ label, unit });
    }
    expect(weak?.items.map(({ item, factor }) => [item, factor])).toEqual([
      ["order_regularity", "consistency"],
      ["revenue_stability", "consistency"],
      ["seller_type", "consistency"],
      ["revenue_growth", "growth"],
      ["order_growth", "growth"],
    ]);
    const chats = exampleSeller({ satisfaction: { status: "available", source: "chat_satisfaction", value: 80 } });
    expect(nextTier(exampleMetrics({ seller: chats }))?.paths).toContainEqual(
      expect.objectContaining({ lever: "chatSatisfaction", item: "customer_satisfaction" }),
    );
  });

  it("tells of each item without a lever what it lacks and whether that would do", () => {
    // 71.164: revenue 40 × (.60 + .40 × 1,000/15,000) = 25.067; the next tier is 3.836 away
    const nearer = exampleMetrics({
      seller: exampleSeller({ currencies: [exampleCurrency({ nets: [6_000, 6_000, 6_000] })] }),
    });
    expect(nextTier(nearer)).toMatchObject({
      pointsNeeded: 3.836,
      items: [
        { item: "revenue_growth", factor: "growth", pointsMissing: 4.4, suffices: true },
        { item: "order_growth", factor: "growth", pointsMissing: 2.75, suffices: false },
      ],
    });
  });

  it.each(Object.entries(goldens))(
    "suggests what reaches it, and never a worsening, for the golden snapshot %s",
    (_, golden) => {
      const metrics = inputsOf(golden);
      const next = nextTier(metrics);
      expect(next?.paths.some(({ outcome }) => outcome === "reaches")).toBe(true);
      for (const { lever, value, target, outcome, gain } of next?.paths ?? []) {
        expect(gain).toBeGreaterThan(0);
        if (lessIsBetter.has(lever)) expect(target).toBeLessThan(value);
        else expect(target).toBeGreaterThan(value);
        const { tier } = whatIf(metrics, { [lever]: target }).report;
        expect(tier === next?.tier).toBe(outcome === "reaches");
      }
    },
  );

  it("finds a smallest change: at it the tier is reached, one step nearer it is not", () => {
    fc.assert(
      fc.property(mostlyOneSided, fc.constantFrom(...levers), (metrics, lever) => {
        const ledger = buildLedger(metrics, ttshop1);
        const [from] = [...ttshop1.tiers].reverse().find(([edge]) => edge > ledger.millipoints) ?? [];
        if (from === undefined) return;
        const path = tierPath(lever, { metrics, model: ttshop1, ledger, from });
        if (path === null) return;
        const grid = betterGrid(lever, metrics);
        if (!grid) throw new Error("a path must come from a lever that is offered");
        const at = buildLedger(lever.apply(metrics, path.target), ttshop1).millipoints;
        expect(path.score).toBe(at / 1_000);
        expect(at >= from).toBe(path.outcome === "reaches");
        if (path.outcome === "not_alone") return;
        const nearer = nearerValue(path.target, grid);
        if (nearer === null) return;
        expect(buildLedger(lever.apply(metrics, nearer), ttshop1).millipoints).toBeLessThan(from);
      }),
      { numRuns: 10_000 },
    );
  });

  it("has the paths that its levers find, and the tier that is next, whatever the figures", () => {
    fc.assert(
      fc.property(arbitraryMetrics, (metrics) => {
        const next = nextTier(metrics);
        const ledger = buildLedger(metrics, ttshop1);
        const from = Math.round((next?.from ?? 0) * 1_000);
        if (next === null) {
          expect(ledger.millipoints).toBeGreaterThanOrEqual(75_000);
          return;
        }
        const found = levers.flatMap((lever) => tierPath(lever, { metrics, model: ttshop1, ledger, from }) ?? []);
        expect(new Set(next.paths)).toEqual(new Set(found));
        expect(next.pointsNeeded).toBe((from - ledger.millipoints) / 1_000);
      }),
      { numRuns: 50 },
    );
  });
});

function nearerValue(target: number, grid: { readonly valueAt: (step: number) => number }): number | null {
  const grain = grid.valueAt(2) - grid.valueAt(1);
  const step = Math.round((target - grid.valueAt(0)) / grain);
  return step <= 1 ? null : grid.valueAt(step - 1);
}

function strongSeller() {
  return exampleSeller({
    currencies: [exampleCurrency({ nets: [25_000, 33_000, 45_000], orderCount: 300 })],
    refunds: { status: "available", refundedUsd: "0", baseUsd: "103000" },
    launches: { status: "available", products: 3 },
  });
}
