import { divideHalfEven, unitsFromDecimal } from "@lendfriend/connector";
import type { IncomeMetrics } from "@lendfriend/credit-score";
import { type FigureValue, familyOf, figureName, figureTotal, figureValues } from "@lendfriend/tiktokshop-client";
import { familiesOfMade, type MadeFigure, madeFigure, rowsOfFigure } from "./figure-catalogue.ts";
import type { ComparedFigure, FigureAmount, RowsQuery, StoredRows } from "./figure-rows.ts";

type Scored = Pick<StoredRows, "inputs" | "insights" | "sums" | "trail">;

/** What the score says of a figure beside what its rows come to; of one that is made of others, whether those agree. */
export function compareFigure(
  figure: RowsQuery["figure"],
  scored: Scored,
  parts: readonly ComparedFigure[] = [],
): ComparedFigure {
  const named = { figure, label: labelOf(figure, scored.inputs), span: spanOf(figure, scored.inputs) };
  const made = madeFigure(figure);
  if (made !== null) {
    const isKnown = scored.sums !== null && parts.length > 0;
    return {
      ...named,
      stated: statedOfMade(made, scored.inputs),
      total: null,
      rowCount: null,
      agrees: isKnown ? parts.every(({ agrees }) => agrees !== false) : null,
    };
  }
  const told = toldOf(figure, scored);
  const stated = statedOf(figure, told, scored.inputs);
  if (scored.sums === null) return { ...named, stated, total: null, rowCount: null, agrees: null };
  return {
    ...named,
    stated,
    total: totalOf(figure, told, scored),
    rowCount: scored.sums[figure]?.count ?? 0,
    agrees: agreesWith(figure, told, scored),
  };
}

/** The figures that a made one is made of, in the order in which they are read. */
export function partsOf(figure: string, { inputs, sums }: Scored): readonly string[] {
  const made = madeFigure(figure);
  return made === null ? [] : partsOfMade[made](inputs, sums);
}

/** What a product, a shop or a partner is called; null of all else. */
export function labelOf(
  figure: string,
  { byProduct, byCreator, byShop }: Pick<IncomeMetrics, "byProduct" | "byCreator" | "byShop">,
): string | null {
  const family = familyOf(figure);
  const key = figure.slice(family.length + 1);
  if (family === "product" || family === "promoted_product")
    return byProduct.largest.find(({ id }) => id === key)?.name ?? null;
  if (family === "creator") return byCreator.largest.find(({ id }) => id === key)?.name ?? null;
  return family === "shop" ? (byShop.find(({ shopId }) => shopId === key)?.name ?? null) : null;
}

/** The days of a week or a third. Those of one side are the whole borrower's unless there are two sides. */
function spanOf(figure: string, metrics: IncomeMetrics): ComparedFigure["span"] {
  const [family, side, number] = figure.split(":");
  if (side !== "all" && metrics.seller !== null && metrics.creator !== null) return null;
  const periods = { week: metrics.weekly, block: metrics.blocks };
  if (family !== "week" && family !== "block") return null;
  const period = periods[family][Number(number) - 1];
  return period ? { from: period.from, to: period.to } : null;
}

const sidesOf = (metrics: IncomeMetrics) => [metrics.seller, metrics.creator].filter((side) => side !== null);

const partsOfMade: Readonly<
  Record<MadeFigure, (metrics: IncomeMetrics, sums: StoredRows["sums"]) => readonly string[]>
> = {
  monthly_net: () => familiesOfMade.monthly_net,
  average_order: () => familiesOfMade.average_order,
  found_in_payouts: () => familiesOfMade.found_in_payouts,
  refund_rate: (metrics) => [
    ...(metrics.seller === null ? [] : ["refunds", "gross"]),
    ...(metrics.creator === null ? [] : ["settled_estimates", "settled_commission"]),
  ],
  late_dispatch: () => familiesOfMade.late_dispatch,
  seller_fault_rate: () => familiesOfMade.seller_fault_rate,
  weeks: (metrics) =>
    sidesOf(metrics).flatMap((side) => side.weeklyOrders.map((_, at) => figureName.week(at + 1, side.account))),
  blocks: (metrics) =>
    sidesOf(metrics).flatMap((side) => [1, 2, 3].map((number) => figureName.block(number, side.account))),
  products: ({ seller, byProduct }) =>
    byProduct.largest.map(({ id }) => (seller === null ? figureName.promotedProduct(id) : figureName.product(id))),
  partners_paid: ({ byCreator }) => byCreator.largest.map(({ id }) => figureName.creator(id)),
  partner_network: (metrics) =>
    sidesOf(metrics).flatMap(({ account }) => [
      figureName.partners("first", account),
      figureName.partners("last", account),
    ]),
  shops: ({ byShop }) => byShop.map(({ shopId }) => figureName.shop(shopId)),
  currencies: ({ byCurrency }) => byCurrency.map(({ currency }) => figureName.currency(currency)),
  left_out: ({ excluded }) => Object.keys(excluded).map((reason) => figureName.excluded(reason)),
  account: () => familiesOfMade.account,
};

function statedOfMade(figure: MadeFigure, metrics: IncomeMetrics): FigureAmount | null {
  const { currency, reconciliation, seller } = metrics;
  const share = (part: string, whole: string) => shareAmount(unitsFromDecimal(part), unitsFromDecimal(whole));
  switch (figure) {
    case "monthly_net":
      return { unit: "money", amount: metrics.monthlyNet, currency };
    case "average_order":
      return { unit: "money", amount: metrics.averageOrderValue, currency };
    case "found_in_payouts": {
      if (reconciliation.status !== "available") return null;
      const { oldDeliveredUsd, unreconciledUsd } = reconciliation;
      const missing = share(unreconciledUsd, oldDeliveredUsd);
      return missing === null ? null : { unit: "share", value: 1 - missing.value };
    }
    case "refund_rate":
      return seller === null || metrics.creator !== null ? null : share(metrics.refunds, metrics.gross);
    case "late_dispatch": {
      if (seller?.dispatch.status !== "available") return null;
      return shareAmount(BigInt(seller.dispatch.late), BigInt(seller.dispatch.measured));
    }
    case "seller_fault_rate": {
      if (seller?.cancellations.status !== "available") return null;
      const { sellerFault } = seller.cancellations;
      return shareAmount(BigInt(sellerFault), BigInt(seller.orderCount + sellerFault));
    }
    default:
      return null;
  }
}

/** A share with four decimals, null of nothing. */
function shareAmount(part: bigint, whole: bigint): { readonly unit: "share"; readonly value: number } | null {
  if (whole <= 0n) return null;
  return { unit: "share", value: Number(divideHalfEven(part * 10_000n, whole)) / 10_000 };
}

/** What the score, or its money trail, says of a figure that rows add up to. */
function toldOf(figure: string, { inputs, insights, trail }: Scored): FigureValue | undefined {
  if (familyOf(figure) !== "trail") return figureValues(inputs, insights).get(figure);
  const named = ({ subject, state, currency }: NonNullable<Scored["trail"]>[number]) =>
    figureName.trail(subject, state, currency) === figure;
  const sum = trail?.find(named);
  if (sum === undefined) return undefined;
  return { count: sum.count, amount: sum.value, currency: sum.currency, usd: null, quantity: null };
}

function statedOf(figure: string, value: FigureValue | undefined, inputs: IncomeMetrics): FigureAmount | null {
  const measure = rowsOfFigure(figure)?.measure;
  if (measure === "days") return daysAmount(inputs.medianDaysToCash);
  if (value === undefined) return null;
  if (measure === "items") return countAmount(value.quantity);
  if (measure === "count" || value.amount === null) return countAmount(value.count);
  return { unit: "money", amount: value.amount, currency: value.currency ?? inputs.currency };
}

/** In the unit of what the score tells. */
function totalOf(figure: string, told: FigureValue | undefined, { inputs, sums }: Scored): FigureAmount | null {
  const measure = rowsOfFigure(figure)?.measure;
  const sum = sums?.[figure];
  if (measure === "days") return daysAmount(sum?.medianDays ?? null);
  if (measure === "items") return countAmount(sum?.quantity ?? 0);
  if (measure === "count" || told?.amount === null) return countAmount(sum?.count ?? 0);
  const { amount, currency } = figureTotal(figure, sum, inputs);
  return { unit: "money", amount, currency };
}

/** Compares all that the metrics say of the figure, not only what is shown. Null where they say nothing that rows add up to. */
function agreesWith(figure: string, value: FigureValue | undefined, { inputs, sums }: Scored): boolean | null {
  const sum = sums?.[figure];
  if (rowsOfFigure(figure)?.measure === "days") return (sum?.medianDays ?? null) === inputs.medianDaysToCash;
  if (value === undefined) return null;
  const { amount, count } = figureTotal(figure, sum, inputs);
  return (
    (value.count === null || value.count === count) &&
    (value.amount === null || value.amount === amount) &&
    (value.usd === null || value.usd === (sum?.usd ?? "0")) &&
    (value.quantity === null || value.quantity === (sum?.quantity ?? 0))
  );
}

function countAmount(value: number | null): FigureAmount | null {
  return value === null ? null : { unit: "count", value };
}

function daysAmount(value: number | null): FigureAmount | null {
  return value === null ? null : { unit: "days", value };
}
