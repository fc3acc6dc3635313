import type { IncomeRecord, ShopPerformanceRecord } from "@lendfriend/connector";
import { expect, test } from "vitest";
import { recordsSource } from "./records-source.ts";
import { exampleCommission, exampleOrder, exampleReturn, exampleStatement } from "./testing/example-source.ts";

function score(shopId: string, measure: ShopPerformanceRecord["measure"]): ShopPerformanceRecord {
  return { kind: "shop_performance", shopId, measure, value: "4", currency: null, periodEnd: null };
}

test("only records of the asked connection and kind are read", () => {
  const read = recordsSource({ a: [exampleOrder(), exampleReturn()], b: [exampleOrder({ id: "O9" })] });
  expect([...(read("a", "order") as Iterable<IncomeRecord>)]).toEqual([exampleOrder()]);
  expect([...(read("a", "product") as Iterable<IncomeRecord>)]).toEqual([]);
  expect([...(read("c", "order") as Iterable<IncomeRecord>)]).toEqual([]);
});

test.each([
  {
    kind: "order",
    // by shop and id; of equal keys the newest first, then by text, so that no order of rows shows
    sorted: [
      exampleOrder({ id: "O1", shopId: "S1", updateTime: 9 }),
      exampleOrder({ id: "O1", shopId: "S1", updateTime: 5, status: "A" }),
      exampleOrder({ id: "O1", shopId: "S1", updateTime: 5, status: "B" }),
      exampleOrder({ id: "O2", shopId: "S1" }),
      exampleOrder({ id: "O1", shopId: "S2" }),
    ],
  },
  {
    kind: "commission",
    sorted: [
      exampleCommission({ orderId: "C1", lineId: "1" }),
      exampleCommission({ orderId: "C1", lineId: "2" }),
      exampleCommission({ orderId: "C2", lineId: "1" }),
      exampleCommission({ orderId: "C1", lineId: "1", shopId: "S1" }),
    ],
  },
  { kind: "statement", sorted: [exampleStatement({ id: "1" }), exampleStatement({ id: "2" })] },
  {
    kind: "shop_performance",
    sorted: [score("S1", "chat_satisfaction"), score("S1", "shop_score"), score("S2", "chat_satisfaction")],
  },
] as const)("$kind records come with equal keys together, the newest first", ({ kind, sorted }) => {
  for (const rows of [sorted, sorted.toReversed()]) {
    expect([...(recordsSource({ a: rows })("a", kind) as Iterable<IncomeRecord>)]).toEqual(sorted);
  }
});
