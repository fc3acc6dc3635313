import type { IncomeRecord, UnsettledRecord } from "@lendfriend/connector";
import { describe, expect, test } from "vitest";
import { recordsSource } from "./records-source.ts";
import { readSettledOrders, settlementsHeldBack } from "./settled-orders.ts";
import type { ConnectionIncome } from "./source.ts";
import {
  exampleAsOf as asOf,
  exampleConnection,
  exampleSettlement,
  exampleSource,
  exampleStatement,
} from "./testing/example-source.ts";

const day = 86_400;
const seller = exampleConnection("seller");

function settledOf(...records: readonly IncomeRecord[]) {
  return readSettledOrders(exampleSource({ read: recordsSource({ seller: records }) }), seller);
}

function unsettled(orderId: string | null): UnsettledRecord {
  return {
    kind: "unsettled",
    id: `U${orderId}`,
    shopId: "S1",
    type: "ORDER",
    orderId,
    currency: "USD",
    estimatedSettlementAmount: "80",
    orderCreateTime: null,
    orderDeliveryTime: null,
    reason: null,
  };
}

describe("the platform's finance lists know", () => {
  test("an order that a settlement or the unsettled list names, in its own shop", async () => {
    const orders = await settledOf(exampleSettlement(), unsettled("O2"), unsettled(null));
    expect(["O1", "O2", "O3"].map((id) => orders.has("S1", id))).toEqual([true, true, false]);
    expect(orders.has("S2", "O1")).toBe(false);
    expect(orders.isAvailable).toBe(true);
  });

  test.each([
    { settlements: "read", unsettled: "read", isJudged: true },
    { settlements: "read", unsettled: "unsupported", isJudged: true },
    { settlements: "read", unsettled: "failed", isJudged: false },
    { settlements: "read", unsettled: "withheld", isJudged: false },
    { settlements: "failed", unsettled: "read", isJudged: false },
    { settlements: "withheld", unsettled: "read", isJudged: false },
    { settlements: "unsupported", unsettled: "read", isJudged: false },
  ] as const)(
    "enough to judge by where settlements are $settlements and the unsettled $unsettled: $isJudged",
    async ({ settlements, unsettled: waiting, isJudged }) => {
      const stages: ConnectionIncome["stages"] = [
        { stage: "settlements", shopId: "S1", status: settlements },
        { stage: "unsettled", shopId: "S1", status: waiting },
        { stage: "settlements", shopId: "S2", status: "read" },
      ];
      const read = recordsSource({ seller: [exampleSettlement(), exampleSettlement({ id: "T2", shopId: "S3" })] });
      const orders = await readSettledOrders(exampleSource({ read }), { ...seller, stages });
      expect(["S1", "S2", "S3"].map((shopId) => orders.judges(shopId))).toEqual([isJudged, false, false]);
      expect(orders.isAvailable).toBe(isJudged);
    },
  );

  test("nothing that can be judged by while no settlement names an order", async () => {
    const orders = await settledOf(exampleSettlement({ orderId: null, adjustmentId: "A1" }), unsettled("O2"));
    expect(orders.isAvailable).toBe(false);
    expect(orders.has("S1", "O2")).toBe(true);
  });
});

describe("seconds to cash", () => {
  const paid = exampleStatement(); // paid 18 days ago

  test.each([
    { name: "a sale", row: {}, seconds: [12 * day] },
    { name: "a sale, written otherwise", row: { type: "order" }, seconds: [12 * day] },
    { name: "an adjustment", row: { type: "ADJUSTMENT" }, seconds: [] },
    { name: "a sale of unknown age", row: { orderCreateTime: null }, seconds: [] },
    { name: "a sale of another statement", row: { statementId: "2" }, seconds: [] },
    { name: "a sale of another shop's statement", row: { shopId: "S2" }, seconds: [] },
  ])("of $name are $seconds", async ({ row, seconds }) => {
    expect([...(await settledOf(paid, exampleSettlement(row))).secondsToCash()]).toEqual(seconds);
  });

  test("of an order settled several times are those to the first payment", async () => {
    const later = exampleStatement({ id: "2", paymentTime: asOf - 10 * day });
    const first = exampleSettlement({ id: "T1" });
    const second = exampleSettlement({ id: "T2", statementId: "2" });
    const unpaid = exampleSettlement({ id: "T3", statementId: "3" });
    for (const rows of [
      [first, second, unpaid],
      [unpaid, second, first],
      [second, unpaid, first],
    ]) {
      const shuffled = rows.map((row, index) => ({ ...row, id: `T${index}` }));
      expect([...(await settledOf(paid, later, ...shuffled)).secondsToCash()]).toEqual([12 * day]);
    }
  });

  test("are those of the settlement, though the order is on the unsettled list as well", async () => {
    const orders = await settledOf(paid, exampleSettlement(), unsettled("O1"));
    expect([...orders.secondsToCash()]).toEqual([12 * day]);
  });

  test("are told of every shop", async () => {
    const orders = await settledOf(
      paid,
      exampleSettlement(),
      exampleStatement({ shopId: "S2", paymentTime: asOf - 20 * day }),
      exampleSettlement({ id: "T2", shopId: "S2" }),
    );
    expect([...orders.secondsToCash()].toSorted((left, right) => left - right)).toEqual([10 * day, 12 * day]);
  });
});

test("settlements that were not granted are named, and a list that the platform does not have says so", () => {
  const held = (status: "withheld" | "unsupported") => ({
    ...seller,
    stages: seller.stages.map((outcome) => (outcome.stage === "settlements" ? { ...outcome, status } : outcome)),
  });
  expect(settlementsHeldBack(seller)).toBeNull();
  expect(settlementsHeldBack(held("withheld"))).toEqual({ status: "withheld", permissions: ["seller.finance.info"] });
  expect(settlementsHeldBack(held("unsupported"))).toEqual({
    status: "unavailable_platform",
    explanation: "TikTok Shop lists no settlements for this account.",
  });
});
