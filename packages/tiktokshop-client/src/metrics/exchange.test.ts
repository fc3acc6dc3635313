import { describe, expect, test } from "vitest";
import { createExchange, shareOf } from "./exchange.ts";

const noon = Date.UTC(2026, 10, 22, 12) / 1_000;
const day = 86_400;

function exchangeOf(unitsPerUsd: string | null, asked: string[] = []) {
  return createExchange({
    rateOn: (currency, on) => {
      asked.push(`${currency} ${on}`);
      return unitsPerUsd === null ? null : { unitsPerUsd };
    },
    describe: () => ({ source: "test", hash: "0".repeat(64) }),
  });
}

describe("an amount in dollars", () => {
  test.each([
    { rate: "0.8", units: 80_000_000n, usd: 100_000_000n },
    { rate: "16234.5", units: 16_234_500_000n, usd: 1_000_000n },
    { rate: "2", units: 1n, usd: 0n }, // half a millionth: to the even one
    { rate: "2", units: 3n, usd: 2n },
    { rate: "1", units: 7n, usd: 7n },
    { rate: "0.00000000019", units: 1n, usd: 10_000_000_000n }, // ten decimals of a rate are read
    { rate: "12345678901234", units: 12_345_678_901_234n, usd: 1n },
    { rate: "-1", units: 1n, usd: null },
    { rate: "0", units: 1n, usd: null },
    { rate: "0.0", units: 1n, usd: null },
    { rate: "1e3", units: 1n, usd: null },
    { rate: "x1", units: 1n, usd: null },
    { rate: "1x", units: 1n, usd: null },
    { rate: "1.", units: 1n, usd: null },
    { rate: ".5", units: 1n, usd: null },
    { rate: "123456789012345", units: 1n, usd: null },
    { rate: "", units: 1n, usd: null },
    { rate: null, units: 1n, usd: null },
  ])("at $rate per dollar, $units millionths, is $usd", ({ rate, units, usd }) => {
    const exchange = exchangeOf(rate);
    expect(exchange.toUsd(units, "XAF", noon)).toBe(usd);
    expect(exchange.peekUsd(units, "XAF", noon)).toBe(usd);
    expect(exchange.missing()).toEqual(usd === null ? ["XAF"] : []);
  });

  test("needs no rate when it is in dollars", () => {
    const exchange = exchangeOf(null);
    expect(exchange.toUsd(5n, "USD", noon)).toBe(5n);
    expect(exchange.unitsPerUsd("USD", noon)).toBe("1");
    expect(exchange.missing()).toEqual([]);
  });

  test("is read at the rate of its own day and currency, which is asked for once", () => {
    const asked: string[] = [];
    const exchange = exchangeOf("2", asked);
    for (const time of [noon, noon + 3_600, noon + day]) exchange.toUsd(2n, "GBP", time);
    exchange.toUsd(2n, "EUR", noon);
    expect(asked).toEqual(["GBP 2026-11-22", "GBP 2026-11-23", "EUR 2026-11-22"]);
  });
});

test("the rate itself is told as it was published, or not at all", () => {
  expect(exchangeOf("0.80").unitsPerUsd("GBP", noon)).toBe("0.80");
  expect(exchangeOf(null).unitsPerUsd("GBP", noon)).toBeNull();
});

test("currencies without a rate are named once each, in order; one that is only shown is not", () => {
  const exchange = exchangeOf(null);
  exchange.peekUsd(1n, "AAA", noon);
  for (const currency of ["XOF", "BRL", "XOF"]) exchange.toUsd(1n, currency, noon);
  expect(exchange.missing()).toEqual(["BRL", "XOF"]);
});

test.each([
  { part: 1n, whole: 3n, share: 0.3333 },
  { part: 2n, whole: 3n, share: 0.6667 },
  { part: 3n, whole: 3n, share: 1 },
  { part: 1n, whole: 0n, share: 0 },
  { part: 1n, whole: -2n, share: 0 },
])("$part of $whole is a share of $share", ({ part, whole, share }) => {
  expect(shareOf(part, whole)).toBe(share);
});
