import { decimalFromUnits } from "@lendfriend/connector";

/** One part of what counts, in one currency; money as decimal strings. */
export interface InsightPart {
  /** What the part is named by: an id, a word of an open list, or a number of a day. Null when the platform did not tell. */
  readonly key: string | null;
  /** The largest parts stand alone; everything smaller is one part of this kind, without a key. */
  readonly isRest: boolean;
  readonly currency: string;
  /** Qualifying orders, or commission lines where the parts are lines. */
  readonly count: number;
  /** Net of refunds, in the currency and in US dollars at the rates of the score. */
  readonly net: string;
  readonly netUsd: string;
}

const largestShown = 20;

interface PartSum {
  readonly key: string | null;
  readonly currency: string;
  count: number;
  net: bigint;
  netUsd: bigint;
}

/** Adds up parts by key and currency. */
export class PartSums {
  private readonly sums = new Map<string, PartSum>();

  add(key: string | null, currency: string, net: bigint, netUsd: bigint): void {
    const id = key === null ? currency : `${currency}\0${key}`;
    const sum = this.sums.get(id) ?? { key, currency, count: 0, net: 0n, netUsd: 0n };
    sum.count++;
    sum.net += net;
    sum.netUsd += netUsd;
    this.sums.set(id, sum);
  }

  inOrder(): readonly InsightPart[] {
    return [...this.sums.values()]
      .sort((left, right) => Number(left.key) - Number(right.key) || byText(left.currency, right.currency))
      .map((sum) => printed(sum, false));
  }

  /** The largest by dollars; what is smaller is added up, a part for each currency. */
  largestFirst(): readonly InsightPart[] {
    const ranked = [...this.sums.values()].sort(
      (left, right) =>
        byUnits(right.netUsd, left.netUsd) ||
        byText(left.key ?? "", right.key ?? "") ||
        byText(left.currency, right.currency),
    );
    const rest = new Map<string, PartSum>();
    for (const { currency, count, net, netUsd } of ranked.slice(largestShown)) {
      const sum = rest.get(currency) ?? { key: null, currency, count: 0, net: 0n, netUsd: 0n };
      sum.count += count;
      sum.net += net;
      sum.netUsd += netUsd;
      rest.set(currency, sum);
    }
    const rests = [...rest.values()].sort((left, right) => byText(left.currency, right.currency));
    return [
      ...ranked.slice(0, largestShown).map((sum) => printed(sum, false)),
      ...rests.map((sum) => printed(sum, true)),
    ];
  }
}

function printed({ key, currency, count, net, netUsd }: PartSum, isRest: boolean): InsightPart {
  return { key, isRest, currency, count, net: decimalFromUnits(net), netUsd: decimalFromUnits(netUsd) };
}

function byText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function byUnits(left: bigint, right: bigint): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
