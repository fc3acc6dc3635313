import type { CommissionRecord } from "@lendfriend/connector";
import { type Attribution, AttributionSums } from "./attribution.ts";
import type { Entry } from "./ledger.ts";
import { type InsightPart, PartSums } from "./part-sums.ts";
import type { Quartiles } from "./quartiles.ts";

/** How income is spread. Beside the score and never in it: each list of income adds up to the score's own net. */
export interface Insights extends Attribution {
  readonly schema: 2;
  /** By day of the week in UTC, "1" (Monday) to "7": all that counts. */
  readonly weekdays: readonly InsightPart[];
  /** By hour of the day in UTC, "0" to "23": all that counts. */
  readonly hours: readonly InsightPart[];
  /** By the region of the shop that sold: what the borrower's shops sold. */
  readonly markets: readonly InsightPart[];
  /** By name of the shop: what a creator's commission lines count, as do the lists of `Attribution`. */
  readonly partnerShops: readonly InsightPart[];
  /** What the borrower's shops paid to creators, or are expected to, for the sales of `byCreator`. Not income; `net` is the cost. */
  readonly costs: Attribution;
  /** From order to payment, of the shops' paid orders; null without any. */
  readonly daysToCash: Quartiles | null;
}

/** As it was kept before collaborations, costs and quartiles were counted. */
export interface FirstInsights
  extends Pick<Insights, "weekdays" | "hours" | "markets" | "content" | "campaigns" | "partnerShops"> {
  readonly schema: 1;
}

/** What one commission line counts, in millionths of its currency and of a US dollar. */
export interface CountedLine {
  readonly record: CommissionRecord;
  readonly units: bigint;
  readonly usd: bigint;
}

/** Gathers insights while the metrics count. It only ever receives what counts, so its sums are those of the score. */
export class InsightsBook {
  private readonly weekdays = new PartSums();
  private readonly hours = new PartSums();
  private readonly markets = new PartSums();
  private readonly partnerShops = new PartSums();
  private readonly commissions = new AttributionSums();
  private readonly costs = new AttributionSums();
  private daysToCash: Quartiles | null = null;

  addSale(entry: Entry, region: string): void {
    this.addTime(entry);
    this.markets.add(region === "" ? null : region, entry.currency, entry.net, entry.netUsd);
  }

  addCommission(entry: Entry, lines: readonly CountedLine[]): void {
    this.addTime(entry);
    for (const { record, units, usd } of lines) {
      this.commissions.add(record, entry.currency, units, usd);
      this.partnerShops.add(record.shopName, entry.currency, units, usd);
    }
  }

  addCost({ record, units, usd }: CountedLine, currency: string): void {
    this.costs.add(record, currency, units, usd);
  }

  setDaysToCash(quartiles: Quartiles | null): void {
    this.daysToCash = quartiles;
  }

  result(): Insights {
    return {
      schema: 2,
      weekdays: this.weekdays.inOrder(),
      hours: this.hours.inOrder(),
      markets: this.markets.largestFirst(),
      ...this.commissions.result(),
      partnerShops: this.partnerShops.largestFirst(),
      costs: this.costs.result(),
      daysToCash: this.daysToCash,
    };
  }

  private addTime({ time, currency, net, netUsd }: Entry): void {
    const date = new Date(time * 1_000);
    this.weekdays.add(String(date.getUTCDay() || 7), currency, net, netUsd);
    this.hours.add(String(date.getUTCHours()), currency, net, netUsd);
  }
}
