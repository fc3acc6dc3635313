import type { CapCode, ItemCode } from "@lendfriend/credit-score";

/** What a borrower can do about the points that an item or a ceiling takes. Nothing here promises a loan. */
const adviceWords = {
  monthly_revenue: "Sell more of what already sells, and keep refunds low: what counts is what stays after them.",
  order_frequency: "Aim for at least one order in every week; a week without any lowers this.",
  order_regularity: "Spread offers and lives over the weeks instead of putting all into one.",
  revenue_stability: "Avoid months far below the one before: plan stock so that a strong month can be followed up.",
  account_age: "This grows by itself: keep the same account and the same shop.",
  seller_type: "Register the shop as a business at TikTok Shop once it is one.",
  refund_rate: "Look up in Seller Center which products are sent back and why; mend their pictures, sizes or packing.",
  on_time_dispatch:
    "Hand parcels over before the dispatch deadline of each order; lengthen your handling time if you cannot.",
  seller_cancellations: "Keep stock numbers right, so that you never have to cancel an order yourself.",
  customer_satisfaction: "Answer chats and complaints quickly; the platform’s own score of your shop follows.",
  platform_standing: "Keep the shop active, the authorisation renewed and the bank details of your payouts right.",
  revenue_growth: "Growth counts from one third of the 90 days to the next: repeat what sold best lately.",
  order_growth: "More orders in the newest third of the 90 days than in those before raise this.",
  product_launches: "List new products: the ones that get a first sale in the newest third of the 90 days count.",
  market_expansion: "Open a shop in a further market: it counts once a noticeable part of the sales comes from there.",
  affiliate_network: "Work with more creators, or as a creator with more shops, than two months ago.",
  NO_QUALIFYING_ORDERS: "Make a first sale that is paid and not cancelled.",
  REFUNDS_EXCEED_SALES: "Find out why goods come back before selling more of them.",
  FEWER_THAN_5_ORDERS: "The ceiling goes with the fifth order that counts.",
  HISTORY_UNDER_28_DAYS: "The ceiling goes by itself after 28 days of history.",
} as const satisfies Record<ItemCode | CapCode, string>;

/** Null for a code of a later model. */
export function adviceOf(code: string): string | null {
  const words: Readonly<Record<string, string>> = adviceWords;
  return words[code] ?? null;
}
