import type { CommissionRecord } from "@lendfriend/connector";
import { attributionKeys } from "../attribution.ts";
import { commissionBasis } from "../commission-status.ts";
import type { CountedLine } from "../insights.ts";
import { type Periods, spanOf } from "../periods.ts";
import { unitsOrNull } from "../units-or-null.ts";
import { figureName, figuresOfEntry } from "./figure-name.ts";
import { type MetricRow, metricRow } from "./metric-row.ts";

/** A commission line that does not count. */
export function excludedLineRow(
  line: CommissionRecord,
  value: { readonly reason: string; readonly amount: bigint | null; readonly amountUsd: bigint | null },
): MetricRow {
  const figures = [figureName.excluded(value.reason)];
  if (value.reason === "NOT_REPORTED") figures.push(figureName.notReported("commission"));
  return metricRow({ ...identity(line), ...value, figures });
}

/** One commissioned order of a creator, with what its lines count together. */
export function commissionOrderRow(
  order: { readonly id: string; readonly time: number; readonly currency: string },
  value: { readonly units: bigint; readonly usd: bigint; readonly unitsPerUsd: string | null },
  periods: { readonly whole: Periods; readonly own: Periods },
): MetricRow {
  const isCounted = value.units > 0n;
  return metricRow({
    kind: "commission_order",
    shopId: null,
    id: order.id,
    at: order.time,
    currency: order.currency,
    amount: value.units,
    amountUsd: value.usd,
    counted: isCounted ? value.units : null,
    countedUsd: isCounted ? value.usd : null,
    unitsPerUsd: value.unitsPerUsd,
    reason: isCounted ? null : "NO_COMMISSION",
    figures: isCounted
      ? figuresOfEntry(order, { ...periods, side: "creator" })
      : [figureName.excluded("NO_COMMISSION")],
  });
}

/** A line of such an order. What rests on estimates, and what a product or a partner brought, holds for lines of any order. */
export function countedLineRow(
  { record, units, usd }: CountedLine,
  facts: { readonly isOrderCounted: boolean; readonly own: Periods; readonly unitsPerUsd: string | null },
): MetricRow {
  const currency = record.currency ?? "";
  const basis = commissionBasis(record.status);
  const figures: string[] = [];
  if (facts.isOrderCounted) {
    figures.push("commission", figureName.part("partner_shop", currency, record.shopName));
    pushAttribution(figures, record, currency, "");
  }
  if (basis === "estimated") figures.push("commission_estimated");
  if (record.productId !== null) figures.push(figureName.promotedProduct(record.productId));
  if (units > 0n && record.shopName !== null) pushPartner(figures, record.createTime, facts.own, "creator");
  const reported = basis === "actual" ? record.actualCommission : record.estimatedCommission;
  return metricRow({
    ...identity(record),
    amount: unitsOrNull(reported),
    counted: units,
    countedUsd: usd,
    unitsPerUsd: facts.unitsPerUsd,
    quantity: record.quantity,
    reason: facts.isOrderCounted ? null : "NO_COMMISSION",
    figures,
  });
}

/** A settled line as the reversal rate reads it: what was estimated, and what of it was paid. */
export function settledLineRow(
  line: CommissionRecord,
  value: {
    readonly estimated: bigint;
    readonly estimatedUsd: bigint;
    readonly actual: bigint;
    readonly actualUsd: bigint;
    readonly unitsPerUsd: string | null;
  },
): MetricRow {
  return metricRow({
    ...identity(line),
    amount: value.estimated,
    amountUsd: value.estimatedUsd,
    counted: value.actual,
    countedUsd: value.actualUsd,
    unitsPerUsd: value.unitsPerUsd,
    figures: ["settled_estimates", "settled_commission"],
  });
}

/** A line that a shop pays a creator for: the sale that it is on is reported, and what the creator gets for it counts as cost. */
export function partnerLineRow(
  line: CommissionRecord & { readonly creator: string },
  facts: {
    readonly own: Periods;
    readonly sale: { readonly units: bigint; readonly usd: bigint } | null;
    readonly cost: { readonly units: bigint; readonly usd: bigint } | null;
    readonly unitsPerUsd: string | null;
  },
): MetricRow {
  const { own, sale, cost, unitsPerUsd } = facts;
  const figures: string[] = [];
  pushPartner(figures, line.createTime, own, "seller");
  if (sale !== null) figures.push(figureName.creator(line.creator));
  if (cost !== null) pushAttribution(figures, line, line.currency ?? "", "cost_");
  return metricRow({
    ...identity(line),
    label: line.creator,
    amount: sale?.units ?? null,
    amountUsd: sale?.usd ?? null,
    counted: cost?.units ?? null,
    countedUsd: cost?.usd ?? null,
    unitsPerUsd,
    figures,
  });
}

function pushAttribution(figures: string[], line: CommissionRecord, currency: string, before: "" | "cost_"): void {
  const keys = attributionKeys(line);
  figures.push(
    figureName.part(`${before}content`, currency, keys.content),
    figureName.part(`${before}content_id`, currency, keys.contentId),
    figureName.part(`${before}campaign`, currency, keys.campaign),
    figureName.part(`${before}collaboration_kind`, currency, keys.collaborationKind),
    figureName.part(`${before}collaboration`, currency, keys.collaboration),
  );
}

function pushPartner(figures: string[], time: number, own: Periods, side: "seller" | "creator"): void {
  const block = spanOf(own.blockEdges, time);
  if (block === 0) figures.push(figureName.partners("first", side));
  if (block === 2) figures.push(figureName.partners("last", side));
}

function identity({ orderId, lineId, shopId, shopName, currency, createTime }: CommissionRecord) {
  return { kind: "commission", shopId, id: lineId, orderId, label: shopName, currency, at: createTime } as const;
}
