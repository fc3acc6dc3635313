import { expect, test } from "vitest";
import { createExchange } from "./exchange.ts";
import { Ledger } from "./ledger.ts";
import { NotReported } from "./not-reported.ts";
import { periodsOf } from "./periods.ts";
import { refundsByOrder } from "./refunds-by-order.ts";
import { dollarsOnly, exampleAsOf, exampleReturn } from "./testing/example-source.ts";

const context = () => ({
  notReported: new NotReported(),
  rows: null,
  whole: new Ledger(periodsOf(exampleAsOf, null)),
  exchange: createExchange(dollarsOnly),
});

test("of two states of one return the newer counts, in whatever order they come; of equal ones the first", async () => {
  const older = exampleReturn({ updateTime: 1, refundAmount: "10" });
  const newer = exampleReturn({ updateTime: 2, refundAmount: "20" });
  const equal = exampleReturn({ updateTime: 2, refundAmount: "30" });
  for (const states of [
    [older, newer],
    [newer, older],
    [newer, equal],
  ]) {
    const refunds = await refundsByOrder(states, context());
    expect(refunds.get("S1 O1")).toEqual([{ units: 20_000_000n, currency: null, record: null }]);
  }
});

test("records are kept for a sink of rows only", async () => {
  const record = exampleReturn();
  const refunds = await refundsByOrder([record], { ...context(), rows: () => undefined });
  expect(refunds.get("S1 O1")?.[0]?.record).toBe(record);
});
