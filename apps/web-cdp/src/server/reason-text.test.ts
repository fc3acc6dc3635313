import { type ProvisionalReason, reasonText } from "@lendfriend/connector";
import { describe, expect, it } from "vitest";
import { reasonFrom } from "./reason-text.ts";

describe("reasonText", () => {
  it.each<[string, ProvisionalReason]>([
    ["returns of shop 7: rows_set_aside (1 row)", { code: "rows_set_aside", stage: "returns", shopId: "7", rows: 1 }],
    ["commissions: rows_set_aside (3 rows)", { code: "rows_set_aside", stage: "commissions", shopId: null, rows: 3 }],
    [
      "orders of shop 7: short_list (6 of 8 rows)",
      { code: "short_list", stage: "orders", shopId: "7", read: 6, total: 8 },
    ],
    ["products of shop 7: timeout", { code: "timeout", stage: "products", shopId: "7" }],
  ])("writes a reason as %j, and it is read back whole", (text, reason) => {
    expect(reasonText(reason)).toBe(text);
    expect(reasonFrom(text)).toEqual(reason);
  });

  it("takes no other text for a reason", () => {
    expect(reasonFrom("the seller account was last imported long before the others")).toBeNull();
  });
});
