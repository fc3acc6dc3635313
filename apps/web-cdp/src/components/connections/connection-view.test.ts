import { describe, expect, it } from "vitest";
import type { Connection } from "#server/contract.ts";
import { wordsOf } from "#words/catalogue.ts";
import { marketOf, reconnectNotice, stageLabel, statusView } from "./connection-view.ts";

const figures = {
  totalRevenue: "15000",
  netRevenue: "14250",
  orderCount: 150,
  itemsSold: 150,
  averageOrderValue: "100",
  affiliateCommission: "0",
  returnRate: 0.05,
  periodDays: 90,
  currency: "USD",
  shopRating: null,
} as const;

function connection(change: Partial<Connection> = {}): Connection {
  return {
    id: "c1",
    platform: "tiktokshop",
    account: "seller",
    platformUserId: "u1",
    displayName: "Steady Goods",
    shops: [],
    status: "active",
    progress: null,
    lastSyncedAt: "2026-11-23T00:00:00Z",
    authorizationExpiresAt: null,
    missingScopes: [],
    error: null,
    revenueData: figures,
    ...change,
  };
}

describe("statusView", () => {
  it("says connected only over figures", () => {
    expect(statusView(connection()).status).toBe("connected");
    expect(statusView(connection({ revenueData: null })).status).toBe("empty");
    expect(statusView(connection({ revenueData: { ...figures, orderCount: 0 } })).status).toBe("noSales");
  });

  it("tells a first import from a refresh", () => {
    expect(statusView(connection({ status: "importing", lastSyncedAt: null })).status).toBe("firstImport");
    expect(statusView(connection({ status: "importing" })).status).toBe("refreshing");
    expect(statusView(connection({ progress: { stage: "orders", done: 0, total: 0, waiting: null } })).status).toBe(
      "refreshing",
    );
  });

  it("never calls a disconnected account refreshing", () => {
    const left = connection({
      status: "disconnected",
      progress: { stage: "orders", done: 0, total: 0, waiting: null },
    });

    expect(statusView(left).status).toBe("disconnected");
  });

  it("does not hide missing permissions behind a plain connected", () => {
    expect(statusView(connection({ missingScopes: ["seller.finance.info"] })).status).toBe("partial");
  });
});

describe("reconnectNotice", () => {
  const now = "2026-11-23T00:00:00Z";

  it.each([
    ["2026-12-24T00:00:01Z", null],
    ["2026-12-23T00:00:00Z", { daysLeft: 30, threshold: 30, urgent: false }],
    ["2026-12-07T00:00:00Z", { daysLeft: 14, threshold: 14, urgent: false }],
    ["2026-11-30T00:00:00Z", { daysLeft: 7, threshold: 7, urgent: true }],
    ["2026-11-25T12:00:00Z", { daysLeft: 3, threshold: 3, urgent: true }],
    ["2026-11-23T00:00:01Z", { daysLeft: 1, threshold: 1, urgent: true }],
    ["2026-11-22T00:00:00Z", { daysLeft: 0, threshold: 0, urgent: true }],
    [null, null],
  ])("for an authorisation that ends at %s is %o", (endsAt, notice) => {
    expect(reconnectNotice(endsAt, now)).toEqual(notice);
  });
});

describe("marketOf", () => {
  it("takes the shops' market, and none for a creator", () => {
    const shop = { id: "s", name: "S", sellerType: "LOCAL" };

    expect(marketOf(connection({ shops: [{ ...shop, region: "US" }] }))).toBe("US");
    expect(marketOf(connection({ shops: [{ ...shop, region: "GB" }] }))).toBe("ROW");
    expect(marketOf(connection())).toBeNull();
  });
});

describe("stageLabel", () => {
  it("has words for a stage that no table knows", () => {
    const t = wordsOf("en-US", "connections");

    expect(stageLabel(t, "orders")).toBe("Orders");
    expect(stageLabel(t, "ad_revenue")).toBe("Ad revenue");
    expect(stageLabel(t, "")).toBe("Preparing");
  });
});
