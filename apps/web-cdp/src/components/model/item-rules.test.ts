import { ttshop1 } from "@lendfriend/credit-score";
import { describe, expect, it } from "vitest";
import { itemRules } from "./item-rules.ts";

const rules = itemRules(ttshop1, "en-US");
const items = Object.values(ttshop1.factors).flat();

describe("the model card", () => {
  it("has a rule for every item of the model, and no other", () => {
    expect(Object.keys(rules).sort()).toEqual(items.map(({ code }) => code).sort());
  });

  it.each([
    ["monthly_revenue", ttshop1.revenue.curve],
    ["order_regularity", ttshop1.consistency.regularity],
    ["account_age", ttshop1.consistency.ageMonths],
    ["refund_rate", ttshop1.reliability.refunds.curve],
    ["on_time_dispatch", ttshop1.reliability.dispatch.curve],
    ["seller_cancellations", ttshop1.reliability.cancellations.curve],
    ["customer_satisfaction", ttshop1.reliability.shopScore],
    ["revenue_growth", ttshop1.growth.curve],
    ["order_growth", ttshop1.growth.curve],
    ["product_launches", ttshop1.growth.launches],
    ["affiliate_network", ttshop1.growth.curve],
  ] as const)("states every breakpoint of %s", (code, curve) => {
    expect(rules[code].points.map(({ x, share }) => [x, share])).toEqual(curve.map(([x, share]) => [x, share]));
  });

  it("says what a changed config says", () => {
    const changed = itemRules({ ...ttshop1, fullCredibilityOrders: 77 }, "en-US");

    expect(changed.refund_rate.notes.join()).toContain("77");
    expect(rules.refund_rate.notes.join()).not.toContain("77");
  });

  it("gives every breakpoint a name of its own, since tables are keyed by it", () => {
    for (const rule of Object.values(rules)) {
      const labels = rule.points.map(({ label }) => label);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });

  it.each([
    ["de-DE", "100 Bestellungen", "500\u00a0$"],
    ["vi-VN", "100 đơn", "500\u00a0US$"],
    ["th-TH", "100 คำสั่งซื้อ", "US$500"],
    ["id-ID", "100 pesanan", "US$500"],
  ] as const)("says numbers in %s as its readers write them", (locale, orders, usd) => {
    const damping = { ...ttshop1.growth.damping, leastOrders: 100, leastUsd: 500 };
    const { order_growth, revenue_growth } = itemRules({ ...ttshop1, growth: { ...ttshop1.growth, damping } }, locale);

    expect(order_growth.notes.join(" ")).toContain(orders);
    expect(revenue_growth.notes.join(" ")).toContain(usd);
  });
});
