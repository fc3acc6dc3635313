/*
 * Income records: what an import keeps of a platform's rows. Allow-listed fields only; no buyer ever appears here.
 * Times are unix seconds UTC; amounts are plain decimal strings in the record's currency; ids are text.
 */

export interface OrderLine {
  readonly productId: string;
  readonly productName: string;
  readonly skuId: string;
  /** What the line adds to the order's merchandise value: sale price plus the platform's own discount. */
  readonly value: string;
}

/** A shop's order. `status` and `cancellationInitiator` are the platform's words, an open list. */
export interface OrderRecord {
  readonly kind: "order";
  readonly id: string;
  readonly shopId: string;
  readonly status: string;
  readonly currency: string;
  /** `payment.sub_total + payment.platform_discount` less the sale price of gift lines (score model §3). */
  readonly merchandiseValue: string;
  /** Lines that are not gifts; one line is one unit. */
  readonly itemCount: number;
  readonly giftCount: number;
  readonly isCod: boolean;
  readonly isSample: boolean;
  readonly isReplacement: boolean;
  readonly isExchange: boolean;
  readonly cancellationInitiator: string | null;
  readonly createTime: number;
  readonly updateTime: number;
  readonly paidTime: number | null;
  /** Ready to ship: when the seller dispatched, and by when that was due. */
  readonly rtsTime: number | null;
  readonly rtsSlaTime: number | null;
  readonly deliveryTime: number | null;
  readonly cancelTime: number | null;
  readonly lines: readonly OrderLine[];
}

export interface ReturnRecord {
  readonly kind: "return";
  readonly id: string;
  readonly shopId: string;
  readonly orderId: string;
  readonly status: string;
  readonly type: string | null;
  readonly currency: string | null;
  /** `refund_amount.refund_subtotal`, else `refund_total`; null when the platform reported neither. */
  readonly refundAmount: string | null;
  readonly createTime: number;
  readonly updateTime: number;
  /** An edited return points to the one that replaces it; only the last of a chain counts. */
  readonly nextReturnId: string | null;
}

export interface StatementRecord {
  readonly kind: "statement";
  readonly id: string;
  readonly shopId: string;
  readonly currency: string;
  readonly statementTime: number;
  readonly settlementAmount: string;
  readonly revenueAmount: string | null;
  readonly feeAmount: string | null;
  readonly adjustmentAmount: string | null;
  readonly paymentId: string | null;
  readonly paymentStatus: string | null;
  readonly paymentTime: number | null;
}

/** One transaction inside a statement: an order's settlement, or an adjustment. */
export interface SettlementRecord {
  readonly kind: "settlement";
  readonly id: string;
  readonly shopId: string;
  readonly statementId: string;
  readonly type: string;
  readonly orderId: string | null;
  readonly adjustmentId: string | null;
  readonly orderCreateTime: number | null;
  readonly currency: string;
  readonly settlementAmount: string;
  readonly revenueAmount: string | null;
  readonly feeTaxAmount: string | null;
}

/** A row of the platform's own list of money not yet settled; all amounts are its estimates. */
export interface UnsettledRecord {
  readonly kind: "unsettled";
  readonly id: string;
  readonly shopId: string;
  readonly type: string;
  readonly orderId: string | null;
  readonly currency: string;
  readonly estimatedSettlementAmount: string | null;
  readonly orderCreateTime: number | null;
  readonly orderDeliveryTime: number | null;
  readonly reason: string | null;
}

/** Cash out: the platform's payment of statements, or a withdrawal where sellers start payouts themselves. */
export interface PayoutRecord {
  readonly kind: "payout";
  readonly id: string;
  readonly shopId: string;
  readonly source: "payment" | "withdrawal";
  readonly type: string | null;
  readonly status: string;
  readonly currency: string;
  readonly amount: string;
  /** What a payment settles, before reserves and exchange: the sum of its statements. Null for withdrawals. */
  readonly settlementAmount: string | null;
  readonly settlementCurrency: string | null;
  readonly createTime: number;
  readonly paidTime: number | null;
}

export interface ProductRecord {
  readonly kind: "product";
  readonly id: string;
  readonly shopId: string;
  readonly title: string;
  readonly status: string;
  readonly createTime: number;
  readonly updateTime: number;
}

/**
 * One commission line. `side` says whose: `creator` is income of the connected creator, `seller` is what the
 * connected shop paid to a creator. `shopId` is null on the creator's side (the platform gives the shop's name only).
 */
export interface CommissionRecord {
  readonly kind: "commission";
  readonly side: "creator" | "seller";
  readonly orderId: string;
  /** Distinguishes the lines of one order: the SKU, the product, and their position among equal ones. */
  readonly lineId: string;
  readonly shopId: string | null;
  readonly shopName: string | null;
  /** The creator's public handle, on the seller's side. */
  readonly creator: string | null;
  /** As the platform wrote it; normalised where it is read (score model §7). */
  readonly status: string;
  readonly productId: string | null;
  readonly productName: string | null;
  readonly currency: string | null;
  readonly estimatedCommission: string | null;
  readonly actualCommission: string | null;
  readonly commissionBase: string | null;
  /** Basis points: 1500 = 15 %. */
  readonly commissionRateBps: number | null;
  readonly quantity: number | null;
  readonly refundedQuantity: number | null;
  readonly contentType: string | null;
  readonly contentId: string | null;
  readonly campaignId: string | null;
  /** The collaboration that anybody may join, and the one offered to this creator; the platform names one of them. */
  readonly openCollaborationId: string | null;
  readonly targetCollaborationId: string | null;
  readonly createTime: number;
  readonly deliveryTime: number | null;
}

/** An official figure about the shop, where the platform gives one. */
export interface ShopPerformanceRecord {
  readonly kind: "shop_performance";
  readonly shopId: string;
  /** `shop_score` 0–5 (SPS), `chat_satisfaction` in percent, `gmv` the platform's own sales figure. */
  readonly measure: "shop_score" | "chat_satisfaction" | "gmv";
  /** Plain decimal text. */
  readonly value: string;
  readonly currency: string | null;
  /** `YYYY-MM-DD` of the last day that the figure covers, or null when the platform does not say. */
  readonly periodEnd: string | null;
}

export type IncomeRecord =
  | OrderRecord
  | ReturnRecord
  | StatementRecord
  | SettlementRecord
  | UnsettledRecord
  | PayoutRecord
  | ProductRecord
  | CommissionRecord
  | ShopPerformanceRecord;

/** A row that could not be understood: kept aside, counted, shown. Carries no value of the row but its id. */
export interface RejectedRow {
  readonly stage: string;
  readonly rowId: string | null;
  /** Which field failed and how, for example `payment.sub_total: not a plain decimal`. */
  readonly reason: string;
  /** Set when only a part of the row was not understood, and the row is kept with that part as not reported. */
  readonly isPart?: boolean;
}
