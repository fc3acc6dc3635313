import type { CommissionRecord } from "@lendfriend/connector";
import { commissionStatus } from "./commission-status.ts";
import { ConcentrationSum } from "./concentration.ts";
import type { Exchange } from "./exchange.ts";
import type { InsightsBook } from "./insights.ts";
import { PartnerNetwork } from "./partner-network.ts";
import type { Periods } from "./periods.ts";
import { partnerLineRow } from "./rows/commission-rows.ts";
import type { RowSink } from "./rows/metric-row.ts";
import type { ConnectionIncome, MetricsSource } from "./source.ts";
import { unitsOrNull } from "./units-or-null.ts";

interface NetworkContext {
  readonly source: MetricsSource;
  readonly connections: readonly ConnectionIncome[];
  readonly periods: Periods;
  readonly exchange: Exchange;
  readonly insights: InsightsBook;
  readonly rows: RowSink | null;
}

/** A line's or an order's status, as long as the creator is owed for it. Unpaid, frozen and taken-back ones are not sales. */
const commissionedStatuses: ReadonlySet<string> = new Set([
  "ORDERED",
  "TO_SETTLE",
  "SETTLED",
  "PROCESSING",
  "COMPLETED",
]);

/** Creators who sell for the shops: all with a commissioned order, and their share of the sale base. */
export async function readNetwork(context: NetworkContext) {
  const network = new PartnerNetwork(context.periods);
  const creators = new ConcentrationSum();
  for (const connection of context.connections) {
    for await (const line of context.source.read(connection.id, "commission")) {
      if (line.creator === null || !isCommissioned(line)) continue;
      if (line.createTime < context.periods.from || line.createTime >= context.periods.asOf) continue;
      network.add(line.creator, line.createTime);
      const sale = dollarsOf(line, unitsOrNull(line.commissionBase), context.exchange.toUsd);
      if (sale !== null) creators.add(line.creator, line.creator, sale.usd);
      const paid = unitsOrNull(line.actualCommission) ?? unitsOrNull(line.estimatedCommission);
      const cost = sale === null ? null : dollarsOf(line, paid, context.exchange.peekUsd);
      if (cost !== null && line.currency !== null) context.insights.addCost({ record: line, ...cost }, line.currency);
      if (context.rows !== null) tellLine(context, { ...line, creator: line.creator }, { sale, cost }, context.rows);
    }
  }
  return { counts: network.counts(), creators: creators.result() };
}

function isCommissioned(line: CommissionRecord): boolean {
  return commissionedStatuses.has(commissionStatus(line.status));
}

interface Amount {
  readonly units: bigint;
  readonly usd: bigint;
}

function dollarsOf(
  { currency, createTime }: CommissionRecord,
  units: bigint | null,
  toDollars: Exchange["toUsd"],
): Amount | null {
  const usd = units === null || currency === null ? null : toDollars(units, currency, createTime);
  return units === null || usd === null ? null : { units, usd };
}

function tellLine(
  { periods, exchange }: NetworkContext,
  line: CommissionRecord & { readonly creator: string },
  amounts: { readonly sale: Amount | null; readonly cost: Amount | null },
  rows: RowSink,
): void {
  const unitsPerUsd = line.currency === null ? null : exchange.unitsPerUsd(line.currency, line.createTime);
  rows(partnerLineRow(line, { ...amounts, own: periods, unitsPerUsd }));
}
