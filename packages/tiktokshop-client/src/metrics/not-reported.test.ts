import { expect, test } from "vitest";
import { NotReported } from "./not-reported.ts";

test("fields are listed by name, with their count and the smallest ids", () => {
  const list = new NotReported();
  list.note("refund_amount", "R2");
  list.note("commission", "C1");
  list.note("refund_amount", "R1");
  expect(list.list()).toEqual([
    { field: "commission", count: 1, examples: ["C1"] },
    { field: "refund_amount", count: 2, examples: ["R1", "R2"] },
  ]);
});

test("ten examples are kept of any number, the same ones whatever the order of the rows", () => {
  const ids = Array.from({ length: 50 }, (_, index) => `R${10 + index}`);
  for (const rows of [ids, ids.toReversed()]) {
    const list = new NotReported();
    for (const id of rows) list.note("refund_amount", id);
    expect(list.list()).toEqual([{ field: "refund_amount", count: 50, examples: ids.slice(0, 10) }]);
  }
});
