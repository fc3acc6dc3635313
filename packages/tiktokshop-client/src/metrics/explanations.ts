/** Why the platform gives no figure, in English; by a code, for whoever says it in another language. */
export const explanations = {
  no_returns: "TikTok Shop lists no returns for this account.",
  no_payments: "TikTok Shop lists no payments for this account.",
  no_products: "TikTok Shop lists no products for this account.",
  no_affiliate_programme: "TikTok Shop has no affiliate programme in this market.",
  no_satisfaction: "TikTok Shop gives this account no official shop score and no chat satisfaction figure.",
  dispatch_of_shops: "TikTok Shop reports dispatch of shops only.",
  cancellations_of_shops: "TikTok Shop reports cancellations of shops only.",
  satisfaction_of_shops: "TikTok Shop reports customer satisfaction of shops only.",
  launches_of_shops: "TikTok Shop reports product launches of shops only.",
} as const;
