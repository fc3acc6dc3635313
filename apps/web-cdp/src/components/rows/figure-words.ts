import { formatWord } from "#lib/format.ts";
import { figureFamily } from "#server/figure-catalogue.ts";

/** Where the platform's rows come from: a list of its API, and the fields that are read of it. */
export const sourceWords = {
  orders: {
    name: "TikTok Shop’s list of orders",
    path: "/order/202309/orders/search",
    fields:
      "payment.sub_total and payment.platform_discount less the sale_price of gift lines; create_time, status, paid_time, delivery_time, rts_time, rts_sla_time",
  },
  returns: {
    name: "TikTok Shop’s list of returns",
    path: "/return_refund/202309/returns/search",
    fields: "refund_amount, return_status, order_id, create_time",
  },
  statements: {
    name: "TikTok Shop’s statements and their transactions",
    path: "/finance/202309/statements",
    fields: "order_id, order_create_time, statement_id; payment_time and payment_status of the statement",
  },
  payments: {
    name: "TikTok Shop’s list of payments",
    path: "/finance/202605/payments",
    fields: "id, status, amount and settlement amount, create_time",
  },
  creatorOrders: {
    name: "TikTok Shop’s list of a creator’s affiliate orders",
    path: "/affiliate_creator/202410/orders/search",
    fields: "settlement status, actual and estimated commission, content type, campaign, shop name, create_time",
  },
  shopOrders: {
    name: "TikTok Shop’s list of a shop’s affiliate orders",
    path: "/affiliate_seller/202410/orders/search",
    fields: "creator, commission base, settlement status, create_time",
  },
  products: {
    name: "TikTok Shop’s list of products",
    path: "/product/202502/products/search",
    fields: "id, title, create_time; and the first qualifying order with the product in it",
  },
  performance: {
    name: "TikTok Shop’s official shop score, or its chat satisfaction",
    path: "/analytics/202606/shop_performances/overview",
    fields: "the score of each shop; without one, satisfaction from /customer_service/202407/performance",
  },
  account: {
    name: "TikTok Shop’s account and shop details",
    path: "/authorization/202309/shops",
    fields: "seller type and shop status; the earliest order or product for the age; payments on hold or failed",
  },
} as const;

type SourceName = keyof typeof sourceWords;

interface FigureWords {
  readonly name: string;
  readonly formula: string;
  readonly sources: readonly SourceName[];
}

const refundRule =
  "A refund is booked to its order’s date and never takes more than the order’s own value. Of an edited return only the last one counts.";
const halved = "Delivered orders older than 15 days that no payout mentions count half.";
const commissionRule =
  "Settled lines count what was paid. Lines still to settle count their estimate × (1 − reversal rate) × 0.9. A creator’s order counts when its lines come to more than 0.";
const costRule = "Sum of what the shops paid to creators on these lines, or are expected to. It is a cost, not income.";
const dollars = "In US dollars at the reference rate of each row’s day.";
const everything = ["orders", "returns", "creatorOrders"] as const;

const familyWords: Readonly<Record<string, FigureWords>> = {
  gross: {
    name: "Sales",
    formula:
      "Sum of the merchandise value of qualifying orders, before refunds: what was paid for goods, with the discounts that the platform pays back, without tax, shipping and gifts.",
    sources: ["orders"],
  },
  refunds: {
    name: "Refunds",
    formula: `Sum of what was refunded on qualifying orders. ${refundRule}`,
    sources: ["returns", "orders"],
  },
  net: {
    name: "Net",
    formula: `Sales less refunds, with affiliate commission. ${halved} ${refundRule} ${commissionRule}`,
    sources: everything,
  },
  orders: {
    name: "Qualifying orders",
    formula: "Count of the shops’ orders and the creators’ commission orders that count.",
    sources: ["orders", "creatorOrders"],
  },
  items: {
    name: "Items sold",
    formula: "Count of the items of qualifying orders, without gifts.",
    sources: ["orders"],
  },
  commission: { name: "Commission", formula: commissionRule, sources: ["creatorOrders"] },
  commission_estimated: {
    name: "Commission that is estimated",
    formula: "Sum of what lines count that are still to settle: their estimate × (1 − reversal rate) × 0.9.",
    sources: ["creatorOrders"],
  },
  settled_estimates: {
    name: "What settled lines were estimated at",
    formula: `Sum of the estimates of settled commission lines. ${dollars}`,
    sources: ["creatorOrders"],
  },
  settled_commission: {
    name: "What settled lines paid",
    formula: `Sum of what was paid on settled commission lines. What is missing to their estimates is the reversal rate. ${dollars}`,
    sources: ["creatorOrders"],
  },
  old_delivered: {
    name: "Delivered over 15 days ago",
    formula: `Sum of the sales that the platform must have settled by now. ${dollars}`,
    sources: ["orders"],
  },
  old_unreconciled: {
    name: "Of these, in no payout",
    formula: `Sum of those sales whose order neither a settlement nor the list of unsettled orders mentions. ${dollars}`,
    sources: ["orders", "statements"],
  },
  dispatch_measured: {
    name: "Orders with a dispatch time",
    formula: "Count of qualifying orders that have both a dispatch time and a time by which they were due.",
    sources: ["orders"],
  },
  dispatch_late: {
    name: "Of these, dispatched late",
    formula: "Count of those that were dispatched after they were due (rts_time after rts_sla_time).",
    sources: ["orders"],
  },
  seller_fault: {
    name: "Orders that the seller cancelled",
    formula: "Count of cancelled orders of the window that name the seller as who cancelled.",
    sources: ["orders"],
  },
  days_to_cash: {
    name: "Order to cash",
    formula:
      "The middle of the days from an order to the payment of the statement that settled it. Of several settlements of one order the first payment counts.",
    sources: ["statements"],
  },
  launches: {
    name: "Product launches",
    formula: "Count of products that were created in the window and first sold in its newest third.",
    sources: ["products", "orders"],
  },
  satisfaction: {
    name: "Customer satisfaction",
    formula:
      "The lowest official score of the shops; where there is none, the lowest chat satisfaction. It is no sum: these are the measures it is chosen from.",
    sources: ["performance"],
  },
  excluded: {
    name: "Left out",
    formula: "Rows that were read and do not count, for the first reason that applies.",
    sources: everything,
  },
  not_reported: {
    name: "Not reported",
    formula:
      "Rows on which the platform left an amount out, or wrote it in a way that can be read twice: counted as nothing, never guessed.",
    sources: everything,
  },
  currency: {
    name: "Net in one currency",
    formula: `Net of the rows in this currency. ${halved}`,
    sources: everything,
  },
  shop: {
    name: "Net of one shop",
    formula: `Sales of the shop’s qualifying orders less their refunds. ${halved}`,
    sources: ["orders", "returns"],
  },
  trail: {
    name: "Money trail",
    formula:
      "What was judged to be in this state: each order that counts, and each statement and payment of the window, has exactly one. The money trail says what each state means.",
    sources: ["orders", "statements", "payments"],
  },
  week: {
    name: "Orders of one week",
    formula:
      "The qualifying orders of seven days, counted back from the second of the import. The first week is the oldest.",
    sources: everything,
  },
  block: {
    name: "One third of the window",
    formula:
      "The qualifying orders of a third of the observed days, at most 30, counted back from the second of the import. The first is the oldest.",
    sources: everything,
  },
  product: {
    name: "Sales of one product",
    formula: `Sum of the product’s lines in qualifying orders, before refunds. ${dollars}`,
    sources: ["orders"],
  },
  promoted_product: {
    name: "Commission on one product",
    formula: `Sum of what the product’s commission lines count. ${dollars}`,
    sources: ["creatorOrders"],
  },
  creator: {
    name: "Sales through one partner",
    formula: `Sum of the commission base of the partner’s lines. ${dollars}`,
    sources: ["shopOrders"],
  },
  partners: {
    name: "Partners of one third of the window",
    formula: "Each partner with a commissioned order in it, counted once. The rows are all their lines.",
    sources: ["shopOrders", "creatorOrders"],
  },
  weekday: {
    name: "Net of one weekday",
    formula: "Net of the rows made on this day of the week, in UTC.",
    sources: everything,
  },
  hour: {
    name: "Net of one hour of the day",
    formula: "Net of the rows made in this hour, in UTC.",
    sources: everything,
  },
  market: {
    name: "Net of one market",
    formula: "Net of the orders of shops in this market.",
    sources: ["orders", "returns"],
  },
  content: { name: "By content", formula: commissionRule, sources: ["creatorOrders"] },
  content_id: { name: "By video or live", formula: commissionRule, sources: ["creatorOrders"] },
  campaign: { name: "By campaign", formula: commissionRule, sources: ["creatorOrders"] },
  collaboration_kind: { name: "By kind of collaboration", formula: commissionRule, sources: ["creatorOrders"] },
  collaboration: { name: "By collaboration", formula: commissionRule, sources: ["creatorOrders"] },
  cost_content: { name: "Cost by content", formula: costRule, sources: ["shopOrders"] },
  cost_content_id: { name: "Cost by video or live", formula: costRule, sources: ["shopOrders"] },
  cost_campaign: { name: "Cost by campaign", formula: costRule, sources: ["shopOrders"] },
  cost_collaboration_kind: { name: "Cost by kind of collaboration", formula: costRule, sources: ["shopOrders"] },
  cost_collaboration: { name: "Cost by collaboration", formula: costRule, sources: ["shopOrders"] },
  partner_shop: { name: "Commission from one shop", formula: commissionRule, sources: ["creatorOrders"] },
  monthly_net: {
    name: "Net a month",
    formula: "Net × 30 ÷ the observed days, of which at least 30 are taken.",
    sources: everything,
  },
  average_order: {
    name: "Average order",
    formula: "Sales ÷ qualifying orders of the shops, with two decimals.",
    sources: ["orders"],
  },
  found_in_payouts: {
    name: "Found in payouts",
    formula: "1 − what no payout mentions ÷ what was delivered over 15 days ago.",
    sources: ["orders", "statements"],
  },
  refund_rate: {
    name: "Refund rate",
    formula:
      "Refunds ÷ sales. Of a creator: what settled lines did not pay ÷ what they were estimated at. The score draws it towards a usual rate first.",
    sources: ["returns", "orders", "creatorOrders"],
  },
  late_dispatch: {
    name: "Late dispatch",
    formula: "Orders dispatched late ÷ orders with a dispatch time. The score draws it towards a usual rate first.",
    sources: ["orders"],
  },
  seller_fault_rate: {
    name: "Cancellations by the seller",
    formula:
      "Orders that the seller cancelled ÷ (qualifying orders + those). The score draws it towards a usual rate first.",
    sources: ["orders"],
  },
  weeks: {
    name: "Orders week by week",
    formula: "Qualifying orders of each full week of the window, the oldest first.",
    sources: everything,
  },
  blocks: {
    name: "The thirds of the window",
    formula: "Orders and net of each third of the observed days, the oldest first.",
    sources: everything,
  },
  products: {
    name: "Largest products",
    formula:
      "Each product’s share of the sales of all products. The index of concentration is the sum of the squared shares × 10,000.",
    sources: ["orders"],
  },
  partners_paid: {
    name: "Largest partners",
    formula: "Each partner’s share of the sales that partners made.",
    sources: ["shopOrders"],
  },
  partner_network: {
    name: "Partners, then and now",
    formula: "Different partners with a commissioned order in the first and in the last third of the window.",
    sources: ["shopOrders", "creatorOrders"],
  },
  shops: {
    name: "Shops and their markets",
    formula:
      "What each shop sold. A market is new when none of its shops sold there before the newest third of the window.",
    sources: ["orders", "returns"],
  },
  currencies: { name: "Net by currency", formula: "Net of the rows in each currency.", sources: everything },
  left_out: {
    name: "Left out, by reason",
    formula: "Rows that were read and do not count, each under the first reason that applies.",
    sources: everything,
  },
  account: {
    name: "What the account says of itself",
    formula: "Age, seller type and standing are read of the account and its shops: no row adds up to them.",
    sources: ["account"],
  },
};

/** What a figure is called, how it is made, and from what. */
export function wordsOfFigure(figure: string): FigureWords {
  const family = figureFamily(figure).replace(/_rest$/, "");
  return familyWords[family] ?? { name: formatWord(family), formula: "", sources: [] };
}
