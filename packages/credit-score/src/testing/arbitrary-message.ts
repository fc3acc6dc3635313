import fc from "fast-check";
import { englishOf } from "../english.ts";
import { type Message, type MessageCode, messageValues, type ValueKind } from "../messages.ts";

const count = fc.oneof(fc.constantFrom("0", "1", "2"), fc.nat(20_000).map(String));
const percent = fc.integer({ min: 0, max: 12_000 }).map((tenths) => String(tenths / 10));
const word = fc.constantFrom("orders.read", "XAF", "Returns of one shop: no answer (1 of 2 rows)");

const arbitraryValue: Readonly<Record<ValueKind, fc.Arbitrary<string | readonly string[]>>> = {
  usd: fc.integer({ min: 0, max: 900_000_000 }).map((cents) => (cents / 100).toFixed(2).replace(/\.00$/, "")),
  number: fc.integer({ min: 0, max: 99_999 }).map((hundredths) => String(hundredths / 100)),
  count,
  percent,
  change: fc.oneof(
    fc.constantFrom("0", "+0"),
    percent.map((text) => (text === "0" ? text : `+${text}`)),
    percent.map((text) => (text === "0" ? text : `-${text}`)),
  ),
  names: fc.array(word, { minLength: 1, maxLength: 3 }),
  sentence: fc.constantFrom("The platform gives none here.", "Creators have none."),
  item: fc.constantFrom(
    "refund_rate",
    "on_time_dispatch",
    "seller_cancellations",
    "customer_satisfaction",
    "platform_standing",
    "product_launches",
    "market_expansion",
    "affiliate_network",
  ),
};

/** One sentence of a code with drawn values, as a score could say it, and its English. */
export function arbitraryMessage(code: MessageCode): fc.Arbitrary<Message & { readonly text: string }> {
  const kinds: Readonly<Record<string, ValueKind>> = messageValues[code];
  const values = Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, arbitraryValue[kind]]));
  // Safe: each value is drawn by the kind that the code's entry gives it.
  return fc
    .record(values)
    .map((drawn) => ({ code, values: drawn }) as unknown as Message)
    .map((message) => ({ ...message, text: englishOf([message]) }));
}
