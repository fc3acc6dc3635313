import { expect, test } from "vitest";
import { NotReported } from "./not-reported.ts";
import { refundsByOrder } from "./refunds-by-order.ts";
import { exampleReturn } from "./testing/example-source.ts";

test("of two states of one return the newer counts, in whatever order they come; of equal ones the first", async () => {
  const older = exampleReturn({ updateTime: 1, refundAmount: "10" });
  const newer = exampleReturn({ updateTime: 2, refundAmount: "20" });
  const equal = exampleReturn({ updateTime: 2, refundAmount: "30" });
  for (const states of [
    [older, newer],
    [newer, older],
    [newer, equal],
  ]) {
    const refunds = await refundsByOrder(states, new NotReported(), null);
    expect(refunds.get("S1 O1")).toEqual([{ units: 20_000_000n, currency: null, record: null }]);
  }
});

test("records are kept for a sink of rows only", async () => {
  const record = exampleReturn();
  const refunds = await refundsByOrder([record], new NotReported(), () => undefined);
  expect(refunds.get("S1 O1")?.[0]?.record).toBe(record);
});
