/** What a signed claim is about, by its path, and what it says; and the words that the statement itself is made of. */
export const claims = {
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
  factor_points: {
    revenue: "Points for revenue",
    consistency: "Points for consistency",
    reliability: "Points for reliability",
    growth: "Points for growth",
  },
  tier: { Established: "Established", Growing: "Growing", Building: "Building", New: "New" },
  integrity: { PASS: "Pass", REVIEW: "Review", FAIL: "Fail", UNAVAILABLE: "Unavailable" },
  says: {
    at_least: "at least {amount}",
    at_most: "at most {amount}",
    not_at_least: "not at least {amount}",
    not_at_most: "not at most {amount}",
  },
  unit: {
    days: "{amount} days",
    points: "{amount} points",
  },
} as const;
