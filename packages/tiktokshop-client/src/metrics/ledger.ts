import { decimalFromUnits, divideHalfEven } from "@lendfriend/connector";
import type { CurrencyMetrics, ExcludedRows, PeriodMetrics, SideCurrency } from "@lendfriend/credit-score";
import { shareOf } from "./exchange.ts";
import { type Periods, spanOf } from "./periods.ts";

/** One thing that counts: a qualifying order of a shop, or the commission of a creator's order. Money in millionths. */
export interface Entry {
  readonly time: number;
  readonly currency: string;
  readonly gross: bigint;
  readonly refunds: bigint;
  readonly net: bigint;
  readonly commission: bigint;
  readonly grossUsd: bigint;
  readonly refundsUsd: bigint;
  readonly netUsd: bigint;
  readonly commissionUsd: bigint;
  /** The rate of its day, for the opening rate of its currency. */
  readonly unitsPerUsd: string;
}

interface Sums {
  orders: number;
  gross: bigint;
  refunds: bigint;
  net: bigint;
  commission: bigint;
  grossUsd: bigint;
  refundsUsd: bigint;
  netUsd: bigint;
  commissionUsd: bigint;
}

interface CurrencyBook {
  readonly total: Sums;
  readonly weeks: Sums[];
  readonly blocks: Sums[];
  openedAt: number;
  openingUnitsPerUsd: string;
}

interface Excluded {
  count: number;
  readonly byCurrency: Map<string, bigint>;
  usd: bigint;
}

/** Sums entries per currency, week and block. Order of entries does not matter. */
export class Ledger {
  readonly periods: Periods;
  private readonly books = new Map<string, CurrencyBook>();
  private readonly excludedRows = new Map<string, Excluded>();

  constructor(periods: Periods) {
    this.periods = periods;
  }

  add(entry: Entry): void {
    const book = this.book(entry);
    addTo(book.total, entry);
    const week = book.weeks[spanOf(this.periods.weekEdges, entry.time)];
    if (week) addTo(week, entry);
    const block = book.blocks[spanOf(this.periods.blockEdges, entry.time)];
    if (block) addTo(block, entry);
  }

  exclude(reason: string, currency: string | null, units: bigint | null, usd: bigint | null): void {
    const row = this.excludedRows.get(reason) ?? { count: 0, byCurrency: new Map<string, bigint>(), usd: 0n };
    row.count++;
    if (currency !== null && units !== null) row.byCurrency.set(currency, (row.byCurrency.get(currency) ?? 0n) + units);
    if (usd !== null) row.usd += usd;
    this.excludedRows.set(reason, row);
  }

  currencies(): readonly string[] {
    return [...this.books.keys()].sort();
  }

  total(): Readonly<Sums> {
    const sums = emptySums();
    for (const { total } of this.books.values()) merge(sums, total);
    return sums;
  }

  /** Sums of the three blocks over all currencies, the oldest first. Only dollars and counts add up across currencies. */
  blockTotals(): readonly [Readonly<Sums>, Readonly<Sums>, Readonly<Sums>] {
    const [b1 = emptySums(), b2 = emptySums(), b3 = emptySums()] = this.spans("blocks");
    return [b1, b2, b3];
  }

  /** Of one currency when `currency` is it, else converted: the sum of the dollar amounts. */
  amount(currency: string, field: "gross" | "refunds" | "net" | "commission"): bigint {
    const book = this.single(currency);
    return book ? book.total[field] : this.total()[`${field}Usd`];
  }

  weeklyOrders(): number[] {
    return this.spans("weeks").map((sums) => sums.orders);
  }

  weekly(currency: string): PeriodMetrics[] {
    return this.printed("weeks", this.periods.weekEdges, currency);
  }

  blocks(currency: string): PeriodMetrics[] {
    return this.printed("blocks", this.periods.blockEdges, currency);
  }

  sideCurrencies(): SideCurrency[] {
    return this.sortedBooks().map(([currency, book]) => ({
      currency,
      orderCount: book.total.orders,
      net: decimalFromUnits(book.total.net),
      netUsd: decimalFromUnits(book.total.netUsd),
      openingUnitsPerUsd: book.openingUnitsPerUsd,
      weeklyOrders: book.weeks.map((week) => week.orders),
      blocks: book.blocks.map((block) => ({
        orderCount: block.orders,
        gross: decimalFromUnits(block.gross + block.commission),
        net: decimalFromUnits(block.net),
      })),
    }));
  }

  byCurrency(): CurrencyMetrics[] {
    const positive = [...this.books.values()].reduce((sum, { total }) => sum + atLeastZero(total.netUsd), 0n);
    return this.sortedBooks().map(([currency, { total }]) => ({
      currency,
      orderCount: total.orders,
      gross: decimalFromUnits(total.gross),
      refunds: decimalFromUnits(total.refunds),
      net: decimalFromUnits(total.net),
      affiliateCommission: decimalFromUnits(total.commission),
      netUsd: decimalFromUnits(total.netUsd),
      usdShare: shareOf(atLeastZero(total.netUsd), positive),
    }));
  }

  /** What was left out, by reason: valued in `currency` where its rows are, else in dollars, and saying so. */
  excluded(currency: string): Record<string, ExcludedRows> {
    const rows = [...this.excludedRows].sort(([left], [right]) => (left < right ? -1 : 1));
    return Object.fromEntries(
      rows.map(([reason, { count, byCurrency, usd }]) => {
        const isForeign = [...byCurrency.keys()].some((code) => code !== currency);
        const value = decimalFromUnits(isForeign ? usd : (byCurrency.get(currency) ?? 0n));
        return [reason, { count, value, ...(isForeign && currency !== "USD" ? { currency: "USD" as const } : {}) }];
      }),
    );
  }

  private book(entry: Entry): CurrencyBook {
    const found = this.books.get(entry.currency);
    if (found) {
      if (entry.time < found.openedAt) {
        found.openedAt = entry.time;
        found.openingUnitsPerUsd = entry.unitsPerUsd;
      }
      return found;
    }
    const book: CurrencyBook = {
      total: emptySums(),
      weeks: Array.from({ length: this.periods.weekEdges.length - 1 }, emptySums),
      blocks: [emptySums(), emptySums(), emptySums()],
      openedAt: entry.time,
      openingUnitsPerUsd: entry.unitsPerUsd,
    };
    this.books.set(entry.currency, book);
    return book;
  }

  private sortedBooks(): [string, CurrencyBook][] {
    return [...this.books].sort(([left], [right]) => (left < right ? -1 : 1));
  }

  private single(currency: string): CurrencyBook | null {
    return this.books.size === 1 ? (this.books.get(currency) ?? null) : null;
  }

  private spans(kind: "weeks" | "blocks"): Sums[] {
    const count = kind === "blocks" ? 3 : this.periods.weekEdges.length - 1;
    const spans = Array.from({ length: count }, emptySums);
    for (const book of this.books.values()) {
      book[kind].forEach((sums, index) => {
        const span = spans[index];
        if (span) merge(span, sums);
      });
    }
    return spans;
  }

  private printed(kind: "weeks" | "blocks", edges: readonly number[], currency: string): PeriodMetrics[] {
    const isSingle = this.single(currency) !== null;
    return this.spans(kind).map((sums, index) => ({
      from: edges[index] ?? this.periods.asOf,
      to: edges[index + 1] ?? this.periods.asOf,
      orderCount: sums.orders,
      gross: decimalFromUnits(isSingle ? sums.gross : sums.grossUsd),
      net: decimalFromUnits(isSingle ? sums.net : sums.netUsd),
      netUsd: decimalFromUnits(sums.netUsd),
    }));
  }
}

/** `units · multiplier ÷ divisor` with two decimals, rounded half-even once; "0" when there is nothing to divide by. */
export function roundedRatio(units: bigint, multiplier: number, divisor: number): string {
  if (divisor === 0) return "0";
  return decimalFromUnits(divideHalfEven(units * BigInt(multiplier), BigInt(divisor) * 10_000n) * 10_000n);
}

export function atLeastZero(units: bigint): bigint {
  return units > 0n ? units : 0n;
}

function emptySums(): Sums {
  return {
    orders: 0,
    gross: 0n,
    refunds: 0n,
    net: 0n,
    commission: 0n,
    grossUsd: 0n,
    refundsUsd: 0n,
    netUsd: 0n,
    commissionUsd: 0n,
  };
}

function addTo(sums: Sums, entry: Entry): void {
  sums.orders++;
  addMoney(sums, entry);
}

function merge(into: Sums, from: Sums): void {
  into.orders += from.orders;
  addMoney(into, from);
}

function addMoney(into: Sums, from: Omit<Sums, "orders">): void {
  into.gross += from.gross;
  into.refunds += from.refunds;
  into.net += from.net;
  into.commission += from.commission;
  into.grossUsd += from.grossUsd;
  into.refundsUsd += from.refundsUsd;
  into.netUsd += from.netUsd;
  into.commissionUsd += from.commissionUsd;
}
