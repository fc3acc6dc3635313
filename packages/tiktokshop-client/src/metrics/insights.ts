import { type CommissionRecord, decimalFromUnits } from "@lendfriend/connector";
import type { Entry } from "./ledger.ts";

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

/** How income is spread. Beside the score and never in it: each list adds up to the score's own net. */
export interface Insights {
  readonly schema: 1;
  /** By day of the week in UTC, "1" (Monday) to "7": all that counts. */
  readonly weekdays: readonly InsightPart[];
  /** By hour of the day in UTC, "0" to "23": all that counts. */
  readonly hours: readonly InsightPart[];
  /** By the region of the shop that sold: what the borrower's shops sold. */
  readonly markets: readonly InsightPart[];
  /** By content type, campaign and name of the shop: what a creator's commission lines count. */
  readonly content: readonly InsightPart[];
  readonly campaigns: readonly InsightPart[];
  readonly partnerShops: readonly InsightPart[];
}

/** What one commission line counts, in millionths of its currency and of a US dollar. */
export interface CountedLine {
  readonly record: CommissionRecord;
  readonly units: bigint;
  readonly usd: bigint;
}

const largestShown = 20;

/** Gathers insights while the metrics count. It only ever receives what counts, so its sums are those of the score. */
export class InsightsBook {
  private readonly weekdays = new PartSums();
  private readonly hours = new PartSums();
  private readonly markets = new PartSums();
  private readonly content = new PartSums();
  private readonly campaigns = new PartSums();
  private readonly partnerShops = new PartSums();

  addSale(entry: Entry, region: string): void {
    this.addTime(entry);
    this.markets.add(region === "" ? null : region, entry.currency, entry.net, entry.netUsd);
  }

  addCommission(entry: Entry, lines: readonly CountedLine[]): void {
    this.addTime(entry);
    for (const { record, units, usd } of lines) {
      this.content.add(wordOf(record.contentType), entry.currency, units, usd);
      this.campaigns.add(record.campaignId, entry.currency, units, usd);
      this.partnerShops.add(record.shopName, entry.currency, units, usd);
    }
  }

  result(): Insights {
    return {
      schema: 1,
      weekdays: this.weekdays.inOrder(),
      hours: this.hours.inOrder(),
      markets: this.markets.largestFirst(),
      content: this.content.largestFirst(),
      campaigns: this.campaigns.largestFirst(),
      partnerShops: this.partnerShops.largestFirst(),
    };
  }

  private addTime({ time, currency, net, netUsd }: Entry): void {
    const date = new Date(time * 1_000);
    this.weekdays.add(String(date.getUTCDay() || 7), currency, net, netUsd);
    this.hours.add(String(date.getUTCHours()), currency, net, netUsd);
  }
}

interface PartSum {
  readonly key: string | null;
  readonly currency: string;
  count: number;
  net: bigint;
  netUsd: bigint;
}

class PartSums {
  private readonly sums = new Map<string, PartSum>();

  add(key: string | null, currency: string, net: bigint, netUsd: bigint): void {
    const id = JSON.stringify([key, currency]);
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

function wordOf(text: string | null): string | null {
  return text === null ? null : text.trim().toUpperCase().replaceAll(/[\s-]/g, "_");
}

function byText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function byUnits(left: bigint, right: bigint): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
