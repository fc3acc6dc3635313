import type { ImportStage } from "@lendfriend/connector";
import { describe, expect, it } from "vitest";
import { firstActivityStage, type ImportSubject, planChildren, planWindows, refusalReason } from "./plan-windows.ts";

const orders = stage({ stage: "orders", scope: "seller.order.info", required: true });
const statements = stage({ stage: "statements", scope: "seller.finance.info" });
const settlements = stage({ stage: "settlements", scope: "seller.finance.info", parent: "statements" });
const performance = stage({ stage: "performance", scope: "data.shop_analytics.public.read", asked: false });
const stages = [orders, statements, settlements, performance];
const everything = stages.map((known) => known.scope ?? "");

describe("planWindows", () => {
  it("plans one window for each stage and shop, and none for a stage that hangs on another", () => {
    const windows = planWindows(subject({ grantedScopes: everything }));

    expect(windows.map((window) => `${window.stage}/${window.shopId}/${window.skip}`)).toEqual([
      "orders/s1/null",
      "orders/s2/null",
      "statements/s1/null",
      "statements/s2/null",
      "performance/s1/null",
      "performance/s2/null",
      "first_activity/s1/null",
    ]);
  });

  it("covers exactly the range that it was given", () => {
    const windows = planWindows(subject({ grantedScopes: everything })).filter((w) => w.stage !== firstActivityStage);

    expect(windows.every((window) => window.from === 1_000 && window.to === 2_000)).toBe(true);
  });

  it("covers what comes meanwhile to a list that is read after another", () => {
    const late = { ...statements, after: "unsettled" };

    expect(planWindows(subject({ stages: [late], grantedScopes: everything }))[0]).toMatchObject({
      from: 1_000,
      to: 2_000 + 86_400,
    });
  });

  it("skips what was withheld, and calls a scope that nobody asked for unsupported", () => {
    const windows = planWindows(subject({ grantedScopes: ["seller.order.info"] }));

    expect(skipOf(windows, "statements")).toBe("withheld");
    expect(skipOf(windows, "performance")).toBe("unsupported");
  });

  it("tries a required stage whatever was granted, and everything when the platform named no scope", () => {
    expect(skipOf(planWindows(subject({ grantedScopes: ["seller.finance.info"] })), "orders")).toBeNull();
    expect(skipOf(planWindows(subject({ grantedScopes: [] })), "performance")).toBeNull();
  });

  it("plans account-wide stages once, and asks a creator's first activity of the account", () => {
    const commissions = stage({ stage: "commissions", account: "creator", perShop: false });

    const windows = planWindows(subject({ stages: [commissions], shops: [] }));

    expect(windows.map((window) => [window.stage, window.shopId])).toEqual([
      ["commissions", null],
      ["first_activity", null],
    ]);
  });
});

describe("planChildren", () => {
  it("opens one window for each id that the parent's page handed out, of the parent's shop and range", () => {
    const parent = { stage: "statements", shopId: "s2", from: 1_000, to: 2_000 };

    expect(planChildren(stages, parent, ["a", "b"])).toEqual([
      { stage: "settlements", shopId: "s2", parentId: "a", from: 1_000, to: 2_000, seq: 2, skip: null },
      { stage: "settlements", shopId: "s2", parentId: "b", from: 1_000, to: 2_000, seq: 2, skip: null },
    ]);
    expect(planChildren(stages, { ...parent, stage: "orders" }, ["a"])).toEqual([]);
  });
});

describe("refusalReason", () => {
  it("never blames the borrower for a scope that was granted", () => {
    expect(refusalReason(statements, ["seller.finance.info"])).toBe("unsupported");
    expect(refusalReason(statements, [])).toBe("withheld");
    expect(refusalReason(performance, [])).toBe("unsupported");
  });
});

function stage(facts: Partial<ImportStage> & Pick<ImportStage, "stage">): ImportStage {
  return { account: "seller", perShop: true, scope: null, asked: true, required: false, parent: null, ...facts };
}

function subject(facts: Partial<ImportSubject>): ImportSubject {
  const shops = [
    { id: "s1", firstActivity: null },
    { id: "s2", firstActivity: 500 },
  ];
  return { stages, grantedScopes: [], shops, firstActivity: null, from: 1_000, to: 2_000, ...facts };
}

function skipOf(windows: ReturnType<typeof planWindows>, name: string) {
  return windows.find((window) => window.stage === name)?.skip;
}
