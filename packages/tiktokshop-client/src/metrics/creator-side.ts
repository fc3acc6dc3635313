import { type CommissionRecord, decimalFromUnits, divideHalfEven } from "@lendfriend/connector";
import type { Concentration, SideMetrics, Unmeasured } from "@lendfriend/credit-score";
import { commissionBasis } from "./commission-status.ts";
import { ConcentrationSum } from "./concentration.ts";
import { type Exchange, shareOf } from "./exchange.ts";
import { explanations } from "./explanations.ts";
import type { CountedLine, InsightsBook } from "./insights.ts";
import { atLeastZero, Ledger } from "./ledger.ts";
import type { NotReported } from "./not-reported.ts";
import { PartnerNetwork } from "./partner-network.ts";
import { daySeconds, type Periods } from "./periods.ts";
import { commissionOrderRow, countedLineRow, excludedLineRow, settledLineRow } from "./rows/commission-rows.ts";
import type { RowSink } from "./rows/metric-row.ts";
import type { ConnectionIncome, MetricsSource } from "./source.ts";
import { measureOf, unmeasuredStage } from "./stage-measure.ts";
import { standingOf } from "./standing.ts";
import { unitsOrNull } from "./units-or-null.ts";

/** What the creator accounts of one borrower come down to. */
export interface CreatorSide {
  readonly metrics: SideMetrics;
  readonly ledger: Ledger;
  readonly byProduct: Concentration;
  readonly reversalRate: number;
  /** Of the commission that counts, what rests on estimates: millionths, native per currency and in dollars. */
  readonly estimated: { readonly byCurrency: ReadonlyMap<string, bigint>; readonly usd: bigint };
}

export interface CreatorContext {
  readonly source: MetricsSource;
  readonly connections: readonly ConnectionIncome[];
  readonly periods: Periods;
  readonly whole: Ledger;
  readonly exchange: Exchange;
  readonly insights: InsightsBook;
  /** Takes the rows behind the figures, when somebody asked for them. */
  readonly rows: RowSink | null;
  readonly notReported: NotReported;
  readonly firstActivity: number | null;
  /** Commission on one's own sales is a transfer, not income. */
  readonly isOwnSale: (line: CommissionRecord) => boolean;
}

/** Settled lines of the window, in dollars: what they were estimated at, and what was paid. */
interface Settled {
  estimatedUsd: bigint;
  actualUsd: bigint;
}

interface CountedOrder {
  readonly id: string;
  readonly time: number;
  readonly currency: string;
  units: bigint;
  usd: bigint;
  readonly lines: CountedLine[];
}

const notForCreators = (code: Extract<keyof typeof explanations, `${string}_of_shops`>): Unmeasured => ({
  status: "unavailable_platform",
  explanation: explanations[code],
});

/** Reads the creators' commission lines twice: once for the reversal rate, once to count them (score model §7). */
export async function creatorSide(context: CreatorContext): Promise<CreatorSide> {
  const { source, connections, periods, firstActivity } = context;
  const settled = await readSettled(context);
  const counted = await countLines(context, settled);
  const total = counted.ledger.total();
  return {
    metrics: {
      account: "creator",
      firstActivityAt: firstActivity,
      observedDays: periods.observedDays,
      orderCount: total.orders,
      netUsd: decimalFromUnits(total.netUsd),
      weeklyOrders: counted.ledger.weeklyOrders(),
      currencies: counted.ledger.sideCurrencies(),
      sellerType: "creator",
      refunds: {
        status: "available",
        refundedUsd: decimalFromUnits(atLeastZero(settled.estimatedUsd - settled.actualUsd)),
        baseUsd: decimalFromUnits(settled.estimatedUsd),
      },
      dispatch: notForCreators("dispatch_of_shops"),
      cancellations: notForCreators("cancellations_of_shops"),
      satisfaction: notForCreators("satisfaction_of_shops"),
      standing: { status: "available", state: await standingOf(source, connections, periods) },
      launches: notForCreators("launches_of_shops"),
      markets: { status: "available", regions: regionsOf(connections), newRegionShare: 0 },
      affiliates: measureOf(
        unmeasuredStage(connections, "commissions", explanations.no_affiliate_programme),
        counted.network.counts(),
      ),
    },
    ledger: counted.ledger,
    byProduct: counted.products.result(),
    reversalRate: reversalRateOf(settled),
    estimated: { byCurrency: counted.estimated, usd: counted.estimatedUsd },
  };
}

async function readSettled(context: CreatorContext): Promise<Settled> {
  const settled: Settled = { estimatedUsd: 0n, actualUsd: 0n };
  const { exchange } = context;
  for await (const line of distinctLines(context)) {
    if (!isInside(line, context.periods) || commissionBasis(line.status) !== "actual") continue;
    const estimated = unitsOrNull(line.estimatedCommission);
    const actual = unitsOrNull(line.actualCommission);
    if (estimated === null || actual === null || line.currency === null || context.isOwnSale(line)) continue;
    const estimatedUsd = exchange.toUsd(estimated, line.currency, line.createTime) ?? 0n;
    const actualUsd = exchange.toUsd(actual, line.currency, line.createTime) ?? 0n;
    settled.estimatedUsd += estimatedUsd;
    settled.actualUsd += actualUsd;
    if (context.rows === null) continue;
    const unitsPerUsd = exchange.unitsPerUsd(line.currency, line.createTime);
    context.rows(settledLineRow(line, { estimated, estimatedUsd, actual, actualUsd, unitsPerUsd }));
  }
  return settled;
}

async function countLines(context: CreatorContext, settled: Settled) {
  const { periods, exchange, notReported } = context;
  const ledger = new Ledger(periods);
  const network = new PartnerNetwork(periods);
  const products = new ConcentrationSum();
  const estimated = new Map<string, bigint>();
  let estimatedUsd = 0n;
  let order: CountedOrder | null = null;

  const close = () => {
    if (order !== null) addOrder(order, ledger, context);
    order = null;
  };
  for await (const line of linesWithDuplicates(context)) {
    const reason = line.isDuplicate ? "DUPLICATE" : whyNot(context, line.record);
    const { record } = line;
    const units = reason === null ? countedUnits(record, settled) : null;
    const usd =
      units === null || record.currency === null ? null : exchange.toUsd(units, record.currency, record.createTime);
    if (reason !== null || units === null || record.currency === null || usd === null) {
      if (reason === null && (units === null || record.currency === null))
        notReported.note("commission", record.orderId);
      exclude(
        context,
        record,
        reason ?? (units === null || record.currency === null ? "NOT_REPORTED" : "MISSING_RATE"),
      );
      continue;
    }
    if (order === null || order.id !== record.orderId || order.currency !== record.currency) {
      close();
      order = { id: record.orderId, time: record.createTime, currency: record.currency, units: 0n, usd: 0n, lines: [] };
    }
    order.units += units;
    order.usd += usd;
    order.lines.push({ record, units, usd });
    if (commissionBasis(record.status) === "estimated") {
      estimated.set(record.currency, (estimated.get(record.currency) ?? 0n) + units);
      estimatedUsd += usd;
    }
    if (units > 0n && record.shopName !== null) network.add(record.shopName, record.createTime);
    if (record.productId !== null) products.add(record.productId, record.productName ?? record.productId, usd);
  }
  close();
  return { ledger, network, products, estimated, estimatedUsd };
}

function addOrder(order: CountedOrder, ledger: Ledger, context: CreatorContext): void {
  if (context.rows !== null) tellRows(order, ledger, context, context.rows);
  if (order.units <= 0n) {
    context.whole.exclude("NO_COMMISSION", order.currency, order.units, order.usd);
    return;
  }
  const entry = {
    time: order.time,
    currency: order.currency,
    gross: 0n,
    refunds: 0n,
    net: order.units,
    commission: order.units,
    grossUsd: 0n,
    refundsUsd: 0n,
    netUsd: order.usd,
    commissionUsd: order.usd,
    unitsPerUsd: context.exchange.unitsPerUsd(order.currency, order.time) ?? "1",
  };
  ledger.add(entry);
  context.whole.add(entry);
  context.insights.addCommission(entry, order.lines);
}

function tellRows(order: CountedOrder, { periods: own }: Ledger, context: CreatorContext, rows: RowSink): void {
  const unitsPerUsd = context.exchange.unitsPerUsd(order.currency, order.time);
  const isOrderCounted = order.units > 0n;
  rows(commissionOrderRow(order, { ...order, unitsPerUsd }, { whole: context.whole.periods, own }));
  for (const line of order.lines) {
    const lineRate = context.exchange.unitsPerUsd(order.currency, line.record.createTime);
    rows(countedLineRow(line, { isOrderCounted, own, unitsPerUsd: lineRate }));
  }
}

function whyNot(context: CreatorContext, line: CommissionRecord): string | null {
  const { asOf } = context.periods;
  if (line.createTime > asOf + daySeconds) return "FUTURE";
  if (!isInside(line, context.periods)) return "OUT_OF_WINDOW";
  const basis = commissionBasis(line.status);
  if (typeof basis === "object") return basis.excluded;
  return context.isOwnSale(line) ? "OWN_SHOP" : null;
}

/** Millionths that the line counts: what was paid, or the estimate less the reversal rate and a tenth. Null when not reported. */
function countedUnits(line: CommissionRecord, settled: Settled): bigint | null {
  if (commissionBasis(line.status) === "actual") return unitsOrNull(line.actualCommission);
  const estimated = unitsOrNull(line.estimatedCommission);
  if (estimated === null) return null;
  const { kept, of } = keptShare(settled);
  return divideHalfEven(estimated * kept * 9n, of * 10n);
}

/** 1 − reversalRate as an exact fraction: what was paid over what was estimated, between 0 and 1; 1 without settled lines. */
function keptShare({ estimatedUsd, actualUsd }: Settled): { readonly kept: bigint; readonly of: bigint } {
  if (estimatedUsd <= 0n) return { kept: 1n, of: 1n };
  const kept = atLeastZero(actualUsd);
  return { kept: kept > estimatedUsd ? estimatedUsd : kept, of: estimatedUsd };
}

function reversalRateOf(settled: Settled): number {
  const { kept, of } = keptShare(settled);
  return shareOf(of - kept, of);
}

function exclude(context: CreatorContext, line: CommissionRecord, reason: string): void {
  const units = unitsOrNull(line.actualCommission) ?? unitsOrNull(line.estimatedCommission);
  const usd =
    units === null || line.currency === null ? null : context.exchange.peekUsd(units, line.currency, line.createTime);
  context.whole.exclude(reason, line.currency, units, usd);
  context.rows?.(excludedLineRow(line, { reason, amount: units, amountUsd: usd }));
}

async function* linesWithDuplicates(context: CreatorContext) {
  for (const connection of context.connections) {
    let previous = "";
    for await (const record of context.source.read(connection.id, "commission")) {
      const key = `${record.orderId} ${record.lineId}`;
      yield { record, isDuplicate: key === previous };
      previous = key;
    }
  }
}

async function* distinctLines(context: CreatorContext) {
  for await (const { record, isDuplicate } of linesWithDuplicates(context)) if (!isDuplicate) yield record;
}

function isInside(line: CommissionRecord, periods: Periods): boolean {
  return line.createTime >= periods.from && line.createTime < periods.asOf;
}

function regionsOf(connections: readonly ConnectionIncome[]): number {
  return new Set(connections.map(({ region }) => region).filter((region) => region !== null)).size;
}
