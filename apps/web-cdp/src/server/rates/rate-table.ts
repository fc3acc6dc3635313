import "server-only";
import { createHash } from "node:crypto";

/** One reference rate: how many units of a currency one US dollar was worth on a day. */
export interface ReferenceRate {
  /** `YYYY-MM-DD`, UTC. */
  readonly date: string;
  readonly currency: string;
  /** Plain decimal text. */
  readonly unitsPerUsd: string;
  readonly source: string;
}

/** Reference rates to ask by currency and day; it remembers which rows it answered with. */
export interface RateTable {
  /** The newest published rate on or before the day; where none is near enough, the seed's; else null. */
  rateOn(currency: string, day: string): ReferenceRate | null;
  /** The rows that were answered so far, in a fixed order. */
  usedRates(): readonly ReferenceRate[];
}

/** The source of the rates that come with the product. They hold for any day, and a score that used one says so. */
export const seedSource = "seed";

/** A published rate serves for this many days after its date; beyond, the table has a hole and the seed steps in. */
const mostAgeDays = 10;

/** Builds the table from rows in any order. The dollar itself is 1 and needs no row. */
export function createRateTable(rows: readonly ReferenceRate[]): RateTable {
  const published = new Map<string, ReferenceRate[]>();
  const seeds = new Map<string, ReferenceRate>();
  const used = new Set<ReferenceRate>();
  for (const row of [...rows].sort(byDate)) {
    if (row.source === seedSource) {
      seeds.set(row.currency, row);
      continue;
    }
    const list = published.get(row.currency);
    if (list) list.push(row);
    else published.set(row.currency, [row]);
  }

  function find(currency: string, day: string): ReferenceRate | null {
    const newest = newestUpTo(published.get(currency) ?? [], day);
    if (newest && daysBetween(newest.date, day) <= mostAgeDays) return newest;
    return seeds.get(currency) ?? null;
  }

  return {
    rateOn(currency, day) {
      if (currency === "USD") return { date: day, currency, unitsPerUsd: "1", source: "identity" };
      const rate = find(currency, day);
      if (rate) used.add(rate);
      return rate;
    },
    usedRates: () => [...used].sort(byDate),
  };
}

/** SHA-256 over the rows in one fixed order and notation: equal hashes mean equal tables. */
export function hashRates(rows: readonly ReferenceRate[]): string {
  const lines = [...rows]
    .sort(byDate)
    .map((row) => [row.date, row.currency, plain(row.unitsPerUsd), row.source].join(" "));
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}

function newestUpTo(rows: readonly ReferenceRate[], day: string): ReferenceRate | null {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle]?.date ?? "") <= day) low = middle + 1;
    else high = middle;
  }
  return rows[low - 1] ?? null;
}

function byDate(a: ReferenceRate, b: ReferenceRate): number {
  const left = `${a.date} ${a.currency} ${a.source}`;
  const right = `${b.date} ${b.currency} ${b.source}`;
  return left < right ? -1 : left > right ? 1 : 0;
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** `18016.3400000000` and `18016.34` are one rate. */
function plain(decimal: string): string {
  return decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
}
