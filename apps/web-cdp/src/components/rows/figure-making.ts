import { type FigureFamily, figureFamily } from "#server/figure-catalogue.ts";
import type { Messages } from "#words/translator.ts";

type SourceName = keyof Messages["figures"]["source"];
type FormulaName = keyof Messages["figures"]["formula"];

/** Where the platform lists what a figure is made from. */
export const sourcePaths = {
  orders: "/order/202309/orders/search",
  returns: "/return_refund/202309/returns/search",
  statements: "/finance/202309/statements",
  payments: "/finance/202605/payments",
  creatorOrders: "/affiliate_creator/202410/orders/search",
  shopOrders: "/affiliate_seller/202410/orders/search",
  products: "/product/202502/products/search",
  performance: "/analytics/202606/shop_performances/overview",
  account: "/authorization/202309/shops",
} as const satisfies Record<SourceName, string>;

interface FigureMaking {
  /** Sentences that say together how it is made. */
  readonly formula: readonly FormulaName[];
  readonly sources: readonly SourceName[];
}

const everything = ["orders", "returns", "creatorOrders"] as const;

const makings: Readonly<Record<FigureFamily, FigureMaking>> = {
  gross: { formula: ["gross"], sources: ["orders"] },
  refunds: { formula: ["refunds", "refundRule"], sources: ["returns", "orders"] },
  net: { formula: ["net", "halved", "refundRule", "commissionRule"], sources: everything },
  orders: { formula: ["orders"], sources: ["orders", "creatorOrders"] },
  items: { formula: ["items"], sources: ["orders"] },
  commission: { formula: ["commissionRule"], sources: ["creatorOrders"] },
  commission_estimated: { formula: ["commissionEstimated"], sources: ["creatorOrders"] },
  settled_estimates: { formula: ["settledEstimates", "dollars"], sources: ["creatorOrders"] },
  settled_commission: { formula: ["settledCommission", "dollars"], sources: ["creatorOrders"] },
  old_delivered: { formula: ["oldDelivered", "dollars"], sources: ["orders"] },
  old_unreconciled: { formula: ["oldUnreconciled", "dollars"], sources: ["orders", "statements"] },
  dispatch_measured: { formula: ["dispatchMeasured"], sources: ["orders"] },
  dispatch_late: { formula: ["dispatchLate"], sources: ["orders"] },
  seller_fault: { formula: ["sellerFault"], sources: ["orders"] },
  days_to_cash: { formula: ["daysToCash"], sources: ["statements"] },
  launches: { formula: ["launches"], sources: ["products", "orders"] },
  satisfaction: { formula: ["satisfaction"], sources: ["performance"] },
  excluded: { formula: ["excluded"], sources: everything },
  not_reported: { formula: ["notReported"], sources: everything },
  currency: { formula: ["currency", "halved"], sources: everything },
  shop: { formula: ["shop", "halved"], sources: ["orders", "returns"] },
  trail: { formula: ["trail"], sources: ["orders", "statements", "payments"] },
  week: { formula: ["week"], sources: everything },
  block: { formula: ["block"], sources: everything },
  product: { formula: ["product", "dollars"], sources: ["orders"] },
  promoted_product: { formula: ["promotedProduct", "dollars"], sources: ["creatorOrders"] },
  creator: { formula: ["creator", "dollars"], sources: ["shopOrders"] },
  partners: { formula: ["partners"], sources: ["shopOrders", "creatorOrders"] },
  weekday: { formula: ["weekday"], sources: everything },
  hour: { formula: ["hour"], sources: everything },
  market: { formula: ["market"], sources: ["orders", "returns"] },
  content: { formula: ["commissionRule"], sources: ["creatorOrders"] },
  content_id: { formula: ["commissionRule"], sources: ["creatorOrders"] },
  campaign: { formula: ["commissionRule"], sources: ["creatorOrders"] },
  collaboration_kind: { formula: ["commissionRule"], sources: ["creatorOrders"] },
  collaboration: { formula: ["commissionRule"], sources: ["creatorOrders"] },
  cost_content: { formula: ["costRule"], sources: ["shopOrders"] },
  cost_content_id: { formula: ["costRule"], sources: ["shopOrders"] },
  cost_campaign: { formula: ["costRule"], sources: ["shopOrders"] },
  cost_collaboration_kind: { formula: ["costRule"], sources: ["shopOrders"] },
  cost_collaboration: { formula: ["costRule"], sources: ["shopOrders"] },
  partner_shop: { formula: ["commissionRule"], sources: ["creatorOrders"] },
  monthly_net: { formula: ["monthlyNet"], sources: everything },
  average_order: { formula: ["averageOrder"], sources: ["orders"] },
  found_in_payouts: { formula: ["foundInPayouts"], sources: ["orders", "statements"] },
  refund_rate: { formula: ["refundRate", "usual"], sources: ["returns", "orders", "creatorOrders"] },
  late_dispatch: { formula: ["lateDispatch", "usual"], sources: ["orders"] },
  seller_fault_rate: { formula: ["sellerFaultRate", "usual"], sources: ["orders"] },
  weeks: { formula: ["weeks"], sources: everything },
  blocks: { formula: ["blocks"], sources: everything },
  products: { formula: ["products"], sources: ["orders"] },
  partners_paid: { formula: ["partnersPaid"], sources: ["shopOrders"] },
  partner_network: { formula: ["partnerNetwork"], sources: ["shopOrders", "creatorOrders"] },
  shops: { formula: ["shops"], sources: ["orders", "returns"] },
  currencies: { formula: ["currencies"], sources: everything },
  left_out: { formula: ["leftOut"], sources: everything },
  account: { formula: ["account"], sources: ["account"] },
};

/** How a figure is made, and from what. */
export function makingOfFigure(figure: string): FigureMaking {
  return makings[figureFamily(figure)];
}
