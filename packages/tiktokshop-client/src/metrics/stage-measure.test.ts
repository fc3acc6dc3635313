import { expect, test } from "vitest";
import type { ConnectionIncome, StageOutcome } from "./source.ts";
import { measureOf, unmeasuredStage } from "./stage-measure.ts";
import { exampleConnection } from "./testing/example-source.ts";

function connectionOf(account: "seller" | "creator", stage: string, ...statuses: readonly StageOutcome["status"][]) {
  const stages = statuses.map((status, index) => ({ stage, shopId: `S${index}`, status }));
  return exampleConnection(account, { stages });
}

const none = { status: "unavailable_platform", explanation: "None here." };
const scope = "seller.return_refund.basic";

test.each([
  { name: "read", connections: [connectionOf("seller", "returns", "read")], expected: null },
  { name: "failed", connections: [connectionOf("seller", "returns", "failed")], expected: null },
  { name: "read of one shop", connections: [connectionOf("seller", "returns", "unsupported", "read")], expected: null },
  { name: "not offered", connections: [connectionOf("seller", "returns", "unsupported")], expected: none },
  { name: "never asked for", connections: [connectionOf("seller", "orders", "read")], expected: none },
  { name: "of nobody", connections: [], expected: none },
  {
    name: "withheld",
    connections: [connectionOf("seller", "returns", "withheld")],
    expected: { status: "withheld", permissions: [scope] },
  },
  {
    name: "withheld by one, read of another",
    connections: [connectionOf("seller", "returns", "read"), connectionOf("seller", "returns", "withheld")],
    expected: { status: "withheld", permissions: [scope] },
  },
  {
    name: "withheld by a shop beside a creator account, which has no such list",
    connections: [connectionOf("creator", "returns", "unsupported"), connectionOf("seller", "returns", "withheld")],
    expected: { status: "withheld", permissions: [scope] },
  },
  {
    name: "withheld of a creator account, which has no such list",
    connections: [connectionOf("creator", "returns", "withheld")],
    expected: none,
  },
] satisfies { name: string; connections: ConnectionIncome[]; expected: unknown }[])(
  "a list that is $name leaves its measure as it should",
  ({ connections, expected }) => {
    expect(unmeasuredStage(connections, "returns", "None here.")).toEqual(expected);
  },
);

test.each([
  { statuses: ["read", "read"], expected: null },
  { statuses: ["read", "failed"], expected: null },
  { statuses: ["read", "unsupported"], expected: none },
  { statuses: ["read", "withheld"], expected: { status: "withheld", permissions: [scope] } },
  { statuses: [], expected: none },
] as const)(
  "a list that is needed of every shop is known where it is $statuses: $expected",
  ({ statuses, expected }) => {
    const connections = statuses.map((status) => connectionOf("seller", "returns", status));
    expect(unmeasuredStage(connections, "returns", "None here.", "every")).toEqual(expected);
  },
);

test("a list whose permission is never asked for cannot be withheld", () => {
  const connection = connectionOf("seller", "shop_performance", "withheld");
  expect(unmeasuredStage([connection], "shop_performance", "None here.")).toEqual(none);
});

test("a figure is told unless its list could not be read", () => {
  expect(measureOf(null, { products: 3 })).toEqual({ status: "available", products: 3 });
  expect(measureOf({ status: "withheld", permissions: ["a"] }, { products: 3 })).toEqual({
    status: "withheld",
    permissions: ["a"],
  });
});
