/** Every sentence of a score by its code: with its figures, and, for those that have some, as it is told without them. */
export const reasons = {
  full: {
    monthly_revenue: "Verified net revenue counts as {monthly} a month; {full} earns full points.",
    monthly_revenue_faded: "The average was {average}; the latest period was lower, so less of it counts.",
    no_full_week: "There is not yet one full week of history.",
    order_frequency:
      "{active, number} of the last {weeks, plural, one {# week} other {# weeks}} had a sale; {full} of them or more earns full points.",
    no_week_with_order: "None of the full weeks had a sale, so their evenness cannot be measured.",
    order_regularity: "Weekly orders vary by {variation} around their average; {full} or less earns full points.",
    revenue_stability:
      "The largest fall of sales from one period to the next was {fall}; {full} or less earns full points.",
    account_age: "The first activity was {months} months ago; {full} months earn full points.",
    seller_hybrid: "A shop and a creator account are connected.",
    seller_business: "The platform verified this shop as a business.",
    seller_individual: "The platform lists this shop as an individual's; a verified business earns full points.",
    seller_creator: "This is a creator account; a verified shop beside it earns full points.",
    few_orders:
      "With {orders, plural, one {# order} other {# orders}} it counts at {counts}; from {full, number} orders it counts fully.",
    few_days:
      "With {days, plural, one {# day} other {# days}} of history it counts at {counts}; from {full, number} days it counts fully.",
    nothing_to_compare: "No order in the window qualifies yet, so there is nothing to compare.",
    history_too_short:
      "History so far: {days, plural, one {# day} other {# days}}; this is measured from {least, number} days.",
    refunds_of_sales: "{rate} of sales by value was refunded; {full} or less earns full points.",
    refunds_of_commission: "{rate} of settled commission was taken back; {full} or less earns full points.",
    late_dispatch:
      "{late, number} of {orders, number} dispatched orders ({rate}) left after their due time; {full} or less earns full points.",
    seller_cancellations:
      "{cancelled, number} of {orders, number} orders ({rate}) were cancelled by the shop; {full} or less earns full points.",
    rate_read_as: "Allowing for the number of orders it is read as {rate}.",
    no_refund_rate: "No order in the window qualifies yet, so there is no refund rate.",
    no_dispatch_rate: "No order in the window qualifies yet, so there is no late dispatch rate.",
    no_cancellation_rate: "No order in the window qualifies yet, so there is no cancellation rate.",
    no_satisfaction_rate: "No order in the window qualifies yet, so there is no satisfaction rate.",
    shop_score: "The platform's shop score is {value} of 5; {full} earns full points.",
    chat_satisfaction: "{value} of chats satisfied the customer; {full} earns full points.",
    standing_good: "The authorisation is current, the account active, and no payment failed or was held.",
    standing_authorization_expiring: "The authorisation ends within 7 days; renewing it earns full points.",
    standing_payment_problem: "A payment failed or was on hold in the window; once none is, this earns full points.",
    standing_ended:
      "The authorisation has ended or the shop is not active; reconnecting an active shop earns full points.",
    sales_growth: "Sales of the latest period stand at {change} against the two before; {full} earns full points.",
    order_growth:
      "Order counts of the latest period stand at {change} against the two before; {full} earns full points.",
    product_launches:
      "{products, plural, one {# new product} other {# new products}} made a first sale in the latest period; {full} earn full points.",
    market_expansion:
      "Sales come from {markets, plural, one {# market} other {# markets}}; a new one brought {share} of the latest period, {full} earns full points.",
    creator_network:
      "{latest, plural, one {# creator} other {# creators}} sold with you in the latest period, {first, plural, one {# creator} other {# creators}} in the first one; {full} earns full points.",
    shop_network:
      "{latest, plural, one {# shop} other {# shops}} sold with you in the latest period, {first, plural, one {# shop} other {# shops}} in the first one; {full} earns full points.",
    no_creator_partners: "No creator had a commissioned order in the first or the latest period.",
    no_shop_partners: "No shop had a commissioned order in the first or the latest period.",
    not_offered: "{explanation}",
    weight_spread: "The weight of {item} goes to the other items of this factor.",
    permission_missing: "{itemFirst} cannot be read without permission. Granting {permissionsTogether} restores it.",
    shops_say: "Shops:",
    creators_say: "Creator accounts:",
    nothing_imported: "Nothing has been imported yet.",
    cap_no_orders: "No order in the window qualifies yet.",
    cap_refunds: "Refunds were as high as sales in the window.",
    cap_few_orders: "Qualifying orders so far: {orders, number}; the score opens further from {least, number}.",
    cap_short_history:
      "History so far: {days, plural, one {# day} other {# days}}; the score opens further from {least, number}.",
    cap_stops_at: "Until then the score stops at {limit}.",
    alert_decline: "Revenue of the latest period is {decline} below an earlier one.",
    alert_provisional: "Part of the import did not finish ({parts}). The next one completes these figures.",
    alert_set_aside:
      "Rows of the import could not be understood and are not counted ({parts}), so figures may be too high or too low.",
    alert_withheld:
      "Not granted: {permissions}. Granting {permissionsCount, plural, one {it} other {them}} restores the points named.",
    alert_missing_rate: "Sales in {currencies} are not counted: no exchange rate near enough to their dates is known.",
    alert_unknown_status:
      "{rows, plural, one {# row} other {# rows}} had a status that is not known here and {rows, plural, one {is} other {are}} not counted.",
    alert_not_reported:
      "The platform left out {amounts, plural, one {# amount} other {# amounts}}, or wrote {amounts, plural, one {it} other {them}} ambiguously. None was guessed.",
  },
  plain: {
    monthly_revenue: "What counts is the verified net revenue of a month; enough of it earns full points.",
    monthly_revenue_faded: "The latest period was below the average, so less of it counts.",
    order_frequency: "What counts is how many of the last weeks had a sale; nearly all of them earn full points.",
    order_regularity: "What counts is how much weekly orders vary around their average; little earns full points.",
    revenue_stability:
      "What counts is the largest fall of sales from one period to the next; none or a small one earns full points.",
    account_age: "What counts is how long ago the first activity was; long enough earns full points.",
    few_orders: "With so few orders it does not count fully yet.",
    few_days: "With so short a history it does not count fully yet.",
    history_too_short: "The history is still too short to measure this.",
    refunds_of_sales: "What counts is the share of sales by value that was refunded; a small one earns full points.",
    refunds_of_commission:
      "What counts is the share of settled commission that was taken back; a small one earns full points.",
    late_dispatch:
      "What counts is the share of dispatched orders that left after their due time; a small one earns full points.",
    seller_cancellations:
      "What counts is the share of orders that were cancelled by the shop; a small one earns full points.",
    rate_read_as: "The number of orders is allowed for.",
    shop_score: "What counts is the platform's shop score; a high one earns full points.",
    chat_satisfaction: "What counts is the share of chats that satisfied the customer; a high one earns full points.",
    sales_growth:
      "What counts is how sales of the latest period stand against the two before; a clear rise earns full points.",
    order_growth:
      "What counts is how order counts of the latest period stand against the two before; a clear rise earns full points.",
    product_launches:
      "What counts is how many new products made a first sale in the latest period; several earn full points.",
    market_expansion:
      "What counts is what a new market brought of the latest period; a noticeable part earns full points.",
    creator_network:
      "What counts is how many creators sold with you in the latest period against the first one; a clear rise earns full points.",
    shop_network:
      "What counts is how many shops sold with you in the latest period against the first one; a clear rise earns full points.",
    not_offered: "The platform gives no such figure for this account.",
    weight_spread: "Its weight goes to the other items of this factor.",
    permission_missing: "It cannot be read without permission. Granting it restores the points.",
    cap_few_orders: "There are only a few qualifying orders so far; the score opens further with more.",
    cap_short_history: "The history is short so far; the score opens further as it grows.",
    cap_stops_at: "Until then the score stops at this ceiling.",
    alert_decline: "Revenue of the latest period is far below an earlier one.",
    alert_provisional: "Part of the import did not finish. The next one completes these figures.",
    alert_set_aside:
      "Some rows of the import could not be understood and are not counted, so figures may be too high or too low.",
    alert_withheld: "A permission was not granted. Granting it restores the points named.",
    alert_missing_rate:
      "Sales in some currencies are not counted: no exchange rate near enough to their dates is known.",
    alert_unknown_status: "Some rows had a status that is not known here and are not counted.",
    alert_not_reported: "The platform left out some amounts, or wrote them ambiguously. None was guessed.",
  },
  /** What an item is about, inside a sentence. */
  subject: {
    refund_rate: "the refund rate",
    on_time_dispatch: "on-time dispatch",
    seller_cancellations: "cancellations by the seller",
    customer_satisfaction: "customer satisfaction",
    platform_standing: "platform standing",
    product_launches: "product launches",
    market_expansion: "market expansion",
    affiliate_network: "the affiliate network",
  },
  /** Why a list of an import is in doubt; `why` is one of the others. */
  doubt: {
    ofShop: "{list} of shop {shop}: {why}",
    ofAccount: "{list}: {why}",
    setAside: "{rows, plural, one {# row was not understood} other {# rows were not understood}}",
    shopInactive: "the shop is not active",
    counts: "{read, number} of {total, number} rows came",
    notWhole: "not read to the end",
  },
  /** Two names, or those joined so far and one more. */
  both: "{these} and {one}",
  /** Why TikTok Shop gives no figure. */
  explanation: {
    no_returns: "TikTok Shop lists no returns for this account.",
    no_payments: "TikTok Shop lists no payments for this account.",
    no_products: "TikTok Shop lists no products for this account.",
    no_affiliate_programme: "TikTok Shop has no affiliate programme in this market.",
    no_satisfaction: "TikTok Shop gives this account no official shop score and no chat satisfaction figure.",
    dispatch_of_shops: "TikTok Shop reports dispatch of shops only.",
    cancellations_of_shops: "TikTok Shop reports cancellations of shops only.",
    satisfaction_of_shops: "TikTok Shop reports customer satisfaction of shops only.",
    launches_of_shops: "TikTok Shop reports product launches of shops only.",
  },
} as const;
