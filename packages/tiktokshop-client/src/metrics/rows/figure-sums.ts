import { decimalFromUnits } from "@lendfriend/connector";
import type { IncomeMetrics } from "@lendfriend/credit-score";
import { quartilesOf } from "../quartiles.ts";
import { familyOf, spreadNames } from "./figure-name.ts";
import type { MetricRow } from "./metric-row.ts";

/** What the rows of one figure come to; money as decimal strings. */
export interface FigureSum {
  readonly count: number;
  /** By currency, of what the figure adds up: what was reported, or what of it counts. */
  readonly amounts: Readonly<Record<string, string>>;
  readonly usd: string;
  /** Of items, or of seconds. */
  readonly quantity: number;
  /** Of seconds, as days with one decimal; null of any other figure. */
  readonly medianDays: number | null;
}

/** A sum as the metrics print it: in their currency, or in dollars where there are several. */
export interface FigureTotal {
  readonly count: number;
  readonly amount: string;
  readonly currency: string;
}

/** What of the metrics tells in which currency a figure is printed. */
type PrintedIn = Pick<IncomeMetrics, "currency" | "byCurrency" | "excluded">;

interface Sum {
  count: number;
  readonly amounts: Map<string, bigint>;
  usd: bigint;
  quantity: number;
  readonly seconds: number[];
}

/** Figures that add up what was reported; all others add up what of it counts. */
const reportedFigures: ReadonlySet<string> = new Set([
  "gross",
  "excluded",
  "old_delivered",
  "old_unreconciled",
  "settled_estimates",
  "creator",
]);
const dollarFigures: ReadonlySet<string> = new Set([
  "old_delivered",
  "old_unreconciled",
  "settled_estimates",
  "settled_commission",
  "product",
  "promoted_product",
  "creator",
]);

/** Whether a figure adds up what the platform reported, and not what of it counts. */
export function addsReported(figure: string): boolean {
  return reportedFigures.has(familyOf(figure));
}

/** Adds rows up by figure, as the metrics do. */
export class FigureSums {
  readonly #sums = new Map<string, Sum>();

  add(row: MetricRow): void {
    for (const figure of row.figures) {
      const sum = this.#sums.get(figure) ?? emptySum();
      const [amount, usd] = addsReported(figure) ? [row.amount, row.amountUsd] : [row.counted, row.countedUsd];
      sum.count++;
      sum.quantity += row.quantity ?? 0;
      if (figure === "days_to_cash" && row.quantity !== null) sum.seconds.push(row.quantity);
      if (row.currency !== null && amount !== null)
        sum.amounts.set(row.currency, (sum.amounts.get(row.currency) ?? 0n) + amount);
      if (usd !== null) sum.usd += usd;
      this.#sums.set(figure, sum);
    }
  }

  result(): ReadonlyMap<string, FigureSum> {
    return new Map([...this.#sums].map(([figure, sum]) => [figure, printed(sum)]));
  }
}

const nothing = printed(emptySum());

/** What the rows of a figure come to in the currency in which the metrics show it. */
export function figureTotal(figure: string, sum: FigureSum | undefined, metrics: PrintedIn): FigureTotal {
  const { count, amounts, usd } = sum ?? nothing;
  const currency = currencyOf(figure, amounts, metrics);
  return { count, amount: currency === null ? usd : (amounts[currency] ?? "0"), currency: currency ?? "USD" };
}

/** Null for dollars at the rates of the score. */
function currencyOf(
  figure: string,
  amounts: FigureSum["amounts"],
  { currency, byCurrency, excluded }: PrintedIn,
): string | null {
  const [family = "", second] = figure.split(":");
  if (dollarFigures.has(family)) return null;
  if (currencyFirst.has(family)) return second ?? null;
  if (family === "trail") return figure.split(":")[3] ?? null;
  const own = Object.keys(amounts);
  if (family === "excluded" && excluded[second ?? ""]?.currency !== undefined) return null;
  if (family === "excluded") return currency !== "USD" || own.every((code) => code === "USD") ? currency : null;
  if (family === "shop") return own.length === 1 && own[0] === currency ? currency : null;
  return byCurrency.length === 1 ? currency : null;
}

/** Families whose names tell the currency. */
const currencyFirst: ReadonlySet<string> = new Set([
  "currency",
  ...spreadNames,
  ...spreadNames.map((spread) => `${spread}_rest`),
]);

function emptySum(): Sum {
  return { count: 0, amounts: new Map(), usd: 0n, quantity: 0, seconds: [] };
}

function printed({ count, amounts, usd, quantity, seconds }: Sum): FigureSum {
  const sorted = [...amounts].sort(([left], [right]) => (left < right ? -1 : 1));
  return {
    count,
    amounts: Object.fromEntries(sorted.map(([currency, units]) => [currency, decimalFromUnits(units)])),
    usd: decimalFromUnits(usd),
    quantity,
    medianDays: quartilesOf([seconds])?.median ?? null,
  };
}
