import { decimalFromUnits, divideHalfEven } from "@lendfriend/connector";
import { dayOf } from "./periods.ts";
import type { ExchangeRates } from "./source.ts";

const rateScale = 10n ** 10n;
const rateText = /^(\d{1,14})(?:\.(\d{1,10})\d*)?$/;

/** Turns amounts into US dollars at the reference rate of their day, exactly to the millionth, and notes what is missing. */
export interface Exchange {
  /** Millionths of a US dollar, or null when there is no rate near enough: such an amount is never counted 1:1. */
  toUsd(units: bigint, currency: string, time: number): bigint | null;
  /** The same for what is only shown: a rate that is missing here leaves no income out, and is not noted. */
  peekUsd(units: bigint, currency: string, time: number): bigint | null;
  unitsPerUsd(currency: string, time: number): string | null;
  missing(): readonly string[];
}

export function createExchange(rates: ExchangeRates): Exchange {
  const known = new Map<string, bigint | null>();
  const missing = new Set<string>();

  function rateOn(currency: string, time: number): bigint | null {
    if (currency === "USD") return rateScale;
    const day = dayOf(time);
    const key = `${currency} ${day}`;
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    const rate = parseRate(rates.rateOn(currency, day)?.unitsPerUsd ?? null);
    known.set(key, rate);
    return rate;
  }

  function peekUsd(units: bigint, currency: string, time: number): bigint | null {
    const rate = rateOn(currency, time);
    if (rate === null) return null;
    return rate === rateScale ? units : divideHalfEven(units * rateScale, rate);
  }

  return {
    toUsd(units, currency, time) {
      const usd = peekUsd(units, currency, time);
      if (usd === null) missing.add(currency);
      return usd;
    },
    peekUsd,
    unitsPerUsd(currency, time) {
      if (currency === "USD") return "1";
      return rates.rateOn(currency, dayOf(time))?.unitsPerUsd ?? null;
    },
    missing: () => [...missing].sort(),
  };
}

function parseRate(text: string | null): bigint | null {
  const match = text === null ? null : rateText.exec(text);
  if (!match) return null;
  const rate = BigInt(match[1] ?? "0") * rateScale + BigInt((match[2] ?? "").padEnd(10, "0"));
  return rate > 0n ? rate : null;
}

/** The fraction `part / whole` with four decimals, 0 when the whole is not positive. */
export function shareOf(part: bigint, whole: bigint): number {
  if (whole <= 0n) return 0;
  return Number(decimalFromUnits(divideHalfEven(part * 10_000n, whole) * 100n));
}
