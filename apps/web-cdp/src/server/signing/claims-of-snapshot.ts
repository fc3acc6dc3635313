import "server-only";
import { unitsFromDecimal } from "@lendfriend/connector";
import { areRefundsKnown, type IncomeMetrics, type ScoreReport } from "@lendfriend/credit-score";
import { type Claim, canonicalDecimal } from "@lendfriend/score-proof";

/** Bounds that are committed for every borrower; a lender asks "at least", or "at most", one of these. */
const ladders = {
  net_usd_90d: { kind: "at_least", unit: "USD", bounds: [1000, 2500, 5000, 10_000, 20_000, 50_000, 100_000, 250_000] },
  order_count: { kind: "at_least", unit: "orders", bounds: [10, 50, 100, 250, 500, 1000, 5000] },
  observed_days: { kind: "at_least", unit: "days", bounds: [28, 60, 90] },
  refund_share: { kind: "at_most", unit: "share", bounds: [0.02, 0.05, 0.1, 0.2] },
} as const;

type LadderPath = keyof typeof ladders;
const hasLadder = (path: string): path is LadderPath => path in ladders;

/**
 * Everything that a borrower can later prove about one snapshot, in a fixed order: figures of the 90 days (`net_usd_90d`
 * in US dollars, the other sums in the snapshot's currency), points by factor, and the bounds of the ladders. Of shops whose
 * returns were not read nothing is claimed that rests on them: neither refunds nor net.
 */
export function claimsOfSnapshot(report: ScoreReport, inputs: IncomeMetrics): Claim[] {
  const { currency } = inputs;
  const ifRefundsAreKnown = (value: string | null) => (areRefundsKnown(inputs) ? value : null);
  const figures: readonly (readonly [path: string, value: string | null, unit: string])[] = [
    ["net_usd_90d", ifRefundsAreKnown(inputs.netUsd), "USD"],
    ["net_90d", ifRefundsAreKnown(inputs.net), currency],
    ["gross_90d", inputs.gross, currency],
    ["refunds_90d", ifRefundsAreKnown(inputs.refunds), currency],
    ["net_per_30d", ifRefundsAreKnown(inputs.monthlyNet), currency],
    ["average_order_value", inputs.averageOrderValue, currency],
    ["affiliate_commission_90d", inputs.affiliateCommission, currency],
    ["order_count", String(inputs.orderCount), "orders"],
    ["items_sold", String(inputs.itemsSold), "items"],
    ["observed_days", String(inputs.observedDays), "days"],
    ["refund_share", ifRefundsAreKnown(refundShare(inputs)), "share"],
    ["median_days_to_cash", inputs.medianDaysToCash?.toFixed(3) ?? null, "days"],
    ["reconciled_share", report.metrics.reconciledShare?.toFixed(4) ?? null, "share"],
    ...Object.entries(report.factors).map(
      ([factor, { points }]) => [`factor_points.${factor}`, points.toFixed(3), "points"] as const,
    ),
  ];
  return figures.flatMap(([path, text, unit]) => {
    if (text === null) return [];
    const value = canonicalDecimal(text);
    return [{ kind: "exact" as const, path, value, unit }, ...boundsOf(path, value)];
  });
}

function boundsOf(path: string, value: string): Claim[] {
  if (!hasLadder(path)) return [];
  const { kind, unit, bounds } = ladders[path];
  const size = unitsFromDecimal(value);
  return bounds.map((number) => {
    const bound = canonicalDecimal(String(number));
    const limit = unitsFromDecimal(bound);
    return { kind, path, bound, unit, holds: kind === "at_least" ? size >= limit : size <= limit };
  });
}

/** Refunds over gross in ten-thousandths, rounded up so that "at most" is never flattered; null without sales. */
function refundShare({ refunds, gross }: IncomeMetrics): string | null {
  const [part, whole] = [unitsFromDecimal(refunds), unitsFromDecimal(gross)];
  if (whole <= 0n || part < 0n) return null;
  const tenThousandths = (part * 10_000n + whole - 1n) / whole;
  return `${tenThousandths / 10_000n}.${String(tenThousandths % 10_000n).padStart(4, "0")}`;
}
