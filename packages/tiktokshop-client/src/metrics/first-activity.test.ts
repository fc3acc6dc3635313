import type { IncomeRecord, ProductRecord } from "@lendfriend/connector";
import { expect, test } from "vitest";
import { firstActivityOf } from "./first-activity.ts";
import { recordsSource } from "./records-source.ts";
import type { ConnectionIncome } from "./source.ts";
import {
  exampleAsOf as asOf,
  exampleCommission,
  exampleConnection,
  exampleOrder,
  exampleShop,
  exampleSource,
} from "./testing/example-source.ts";

const day = 86_400;
const ago = (days: number) => asOf - days * day;

function product(createTime: number): ProductRecord {
  return {
    kind: "product",
    id: `P${createTime}`,
    shopId: "S1",
    title: "",
    status: "",
    createTime,
    updateTime: createTime,
  };
}

function shopOf(firstActivity: number | null, account: number | null = null): ConnectionIncome {
  return exampleConnection("seller", { firstActivity: account, shops: [exampleShop({ firstActivity })] });
}

const creatorOf = (firstActivity: number | null) => exampleConnection("creator", { firstActivity });
const order = exampleOrder({ createTime: ago(50) });
const line = exampleCommission({ createTime: ago(40) });

test.each([
  { name: "what the platform told of the shop", connection: shopOf(ago(200)), rows: [order], days: 200 },
  { name: "what it told of the account, if older", connection: shopOf(ago(200), ago(300)), rows: [], days: 300 },
  {
    name: "the oldest product, if older",
    connection: shopOf(ago(200)),
    rows: [product(ago(250)), product(ago(210))],
    days: 250,
  },
  { name: "the order in hand, where nothing was told", connection: shopOf(null), rows: [order], days: 50 },
  {
    name: "the order in hand, where no shop is listed",
    connection: exampleConnection("seller", { firstActivity: null, shops: [] }),
    rows: [order],
    days: 50,
  },
  {
    name: "no older order, where it was told: the platform knows",
    connection: shopOf(ago(20)),
    rows: [order],
    days: 20,
  },
  {
    name: "the order in hand, where one of two shops was not told",
    connection: {
      ...shopOf(ago(20)),
      shops: [exampleShop({ firstActivity: ago(20) }), exampleShop({ id: "S2", firstActivity: null })],
    },
    rows: [order],
    days: 50,
  },
  { name: "what the platform told of the creator", connection: creatorOf(ago(30)), rows: [line], days: 30 },
  { name: "the commission in hand, where nothing was told", connection: creatorOf(null), rows: [line], days: 40 },
  {
    name: "nothing before 1970 or after now",
    connection: shopOf(-5, asOf),
    rows: [product(0), product(asOf + day), order],
    days: null,
  },
  { name: "nothing where there is nothing", connection: shopOf(null), rows: [], days: null },
] satisfies { name: string; connection: ConnectionIncome; rows: IncomeRecord[]; days: number | null }[])(
  "the first activity is $name: $days days ago",
  async ({ connection, rows, days }) => {
    const source = exampleSource({ connections: [connection], read: recordsSource({ [connection.id]: rows }) });
    expect(await firstActivityOf(source, [connection])).toBe(days === null ? null : ago(days));
  },
);

test("of several accounts the earliest counts", async () => {
  const connections = [
    { ...shopOf(ago(20)), id: "a" },
    { ...shopOf(ago(70)), id: "b" },
    { ...shopOf(ago(30)), id: "c" },
  ];
  expect(await firstActivityOf(exampleSource({ connections, read: recordsSource({}) }), connections)).toBe(ago(70));
});
