import type { CommissionRecord } from "@lendfriend/connector";
import { commissionStatus } from "./commission-status.ts";
import { ConcentrationSum } from "./concentration.ts";
import type { Exchange } from "./exchange.ts";
import type { InsightsBook } from "./insights.ts";
import { PartnerNetwork } from "./partner-network.ts";
import type { Periods } from "./periods.ts";
import type { ConnectionIncome, MetricsSource } from "./source.ts";
import { unitsOrNull } from "./units-or-null.ts";

interface NetworkContext {
  readonly source: MetricsSource;
  readonly connections: readonly ConnectionIncome[];
  readonly periods: Periods;
  readonly exchange: Exchange;
  readonly insights: InsightsBook;
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
      const base = unitsOrNull(line.commissionBase);
      if (base === null || line.currency === null) continue;
      const usd = context.exchange.toUsd(base, line.currency, line.createTime);
      if (usd === null) continue;
      creators.add(line.creator, line.creator, usd);
      const cost = unitsOrNull(line.actualCommission) ?? unitsOrNull(line.estimatedCommission);
      const costUsd = cost === null ? null : context.exchange.peekUsd(cost, line.currency, line.createTime);
      if (cost !== null && costUsd !== null)
        context.insights.addCost({ record: line, units: cost, usd: costUsd }, line.currency);
    }
  }
  return { counts: network.counts(), creators: creators.result() };
}

function isCommissioned(line: CommissionRecord): boolean {
  return commissionedStatuses.has(commissionStatus(line.status));
}
