import type { Claim } from "@lendfriend/score-proof";
import { formatMoney, formatNumber, formatPercent, formatWord, type Locale } from "#lib/format.ts";

const names: Readonly<Record<string, string>> = {
  net_usd_90d: "Net sales in 90 days, in US dollars",
  net_90d: "Net sales in 90 days",
  gross_90d: "Sales before refunds in 90 days",
  refunds_90d: "Refunds in 90 days",
  net_per_30d: "Net sales per 30 days",
  average_order_value: "Average order value",
  affiliate_commission_90d: "Affiliate commission in 90 days",
  order_count: "Orders in 90 days",
  items_sold: "Items sold in 90 days",
  observed_days: "Days of history",
  refund_share: "Refunds as a share of sales",
  median_days_to_cash: "Median days from order to payout",
  reconciled_share: "Sales found in payouts",
  "factor_points.revenue": "Points for revenue",
  "factor_points.consistency": "Points for consistency",
  "factor_points.reliability": "Points for reliability",
  "factor_points.growth": "Points for growth",
};

/** What a claim is about, in words. */
export function claimName({ path }: Claim): string {
  return names[path] ?? formatWord(path);
}

/** What a claim says, in words: "$14,250.75", "at least $10,000", "not at least $20,000". */
export function claimValue(locale: Locale, claim: Claim): string {
  if (claim.kind === "exact") return amountText(locale, claim.value, claim.unit);
  const words = claim.kind === "at_least" ? "at least" : "at most";
  return `${claim.holds ? "" : "not "}${words} ${amountText(locale, claim.bound, claim.unit)}`;
}

function amountText(locale: Locale, value: string, unit: string): string {
  if (/^[A-Z]{3}$/.test(unit)) return formatMoney(locale, value, unit);
  if (unit === "share") return formatPercent(locale, Number(value), 2);
  return `${formatNumber(locale, Number(value), 3)} ${unit}`;
}
