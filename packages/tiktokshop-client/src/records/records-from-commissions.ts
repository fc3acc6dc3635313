import type { CommissionRecord } from "@lendfriend/connector";
import type { WireCreatorOrder, WireSellerAffiliateOrder } from "../wire/affiliate.ts";
import { idOrNull, textOrNull, timeOrNull } from "../wire/fields.ts";
import { readAmounts } from "./commission-amounts.ts";

/** The commission lines of one affiliate order, and the amounts among them that could not be read. */
export interface CommissionReading {
  readonly records: readonly CommissionRecord[];
  readonly unread: readonly string[];
}

type WireOrder = WireCreatorOrder | WireSellerAffiliateOrder;
type WireSku = WireOrder["skus"][number];

/** What a creator earned, line by line. The platform names the shop, but gives no id of it. Throws `RowError`. */
export function recordsFromCreatorOrder(order: WireCreatorOrder): CommissionReading {
  const lineIds = createLineIds();
  const readings = order.skus.map((sku) => {
    const { currency, amounts, unread } = readAmounts({
      estimated_commission: [sku.estimated_commission],
      actual_commission: [sku.actual_commission],
      commission_base: [
        sku.actual_commission_base?.amount ? sku.actual_commission_base : sku.estimated_commission_base,
      ],
    });
    const record: CommissionRecord = {
      ...sharedFields(order, sku, lineIds),
      side: "creator",
      shopId: null,
      shopName: textOrNull(sku.shop_name),
      creator: null,
      status: order.status,
      currency,
      estimatedCommission: amounts.estimated_commission,
      actualCommission: amounts.actual_commission,
      commissionBase: amounts.commission_base,
    };
    return { record, unread };
  });
  return { records: readings.map(({ record }) => record), unread: readings.flatMap(({ unread }) => unread) };
}

/**
 * What a shop paid to creators, line by line. Paid commission and shop-ads commission exclude each other, so they are added up.
 * The SKU's own settlement status counts where the platform sends one. Throws `RowError`.
 */
export function recordsFromSellerAffiliateOrder(order: WireSellerAffiliateOrder, shopId: string): CommissionReading {
  const lineIds = createLineIds();
  const readings = order.skus.map((sku) => {
    const { currency, amounts, unread } = readAmounts({
      estimated_commission: [sku.estimated_paid_commission, sku.estimated_paid_shop_ads_commission],
      actual_commission: [sku.actual_paid_commission, sku.actual_paid_shop_ads_commission],
      commission_base: [
        sku.actual_commission_base?.amount ? sku.actual_commission_base : sku.estimated_commission_base,
      ],
    });
    const record: CommissionRecord = {
      ...sharedFields(order, sku, lineIds),
      side: "seller",
      shopId,
      shopName: null,
      creator: textOrNull(sku.creator_username),
      status: textOrNull(sku.settlement_status) ?? order.status,
      currency,
      estimatedCommission: amounts.estimated_commission,
      actualCommission: amounts.actual_commission,
      commissionBase: amounts.commission_base,
    };
    return { record, unread };
  });
  return { records: readings.map(({ record }) => record), unread: readings.flatMap(({ unread }) => unread) };
}

function sharedFields(order: WireOrder, sku: WireSku, lineIds: (sku: WireSku) => string) {
  return {
    kind: "commission" as const,
    orderId: order.id,
    lineId: lineIds(sku),
    productId: idOrNull(sku.product_id),
    productName: textOrNull(sku.product_name),
    commissionRateBps: rateOrNull(sku.commission_rate),
    quantity: sku.quantity ?? null,
    refundedQuantity: sku.refunded_quantity ?? null,
    contentType: textOrNull(sku.content_type),
    contentId: idOrNull(sku.content_id),
    campaignId: idOrNull(sku.campaign_id),
    openCollaborationId: idOrNull(sku.open_collaboration_id),
    targetCollaborationId: idOrNull(sku.target_collaboration_id),
    createTime: order.create_time,
    deliveryTime: timeOrNull(order.delivery_time),
  };
}

function rateOrNull(rate: number | string | null | undefined): number | null {
  if (rate === null || rate === undefined || rate === "") return null;
  return Number(rate);
}

/** The platform gives a line no id of its own: its SKU and product make one, and its place among equal ones. */
function createLineIds(): (sku: WireSku) => string {
  const seen = new Map<string, number>();
  return (sku) => {
    const key = `${sku.sku_id || sku.id || "0"}:${sku.product_id || "0"}`;
    const place = seen.get(key) ?? 0;
    seen.set(key, place + 1);
    return `${key}:${place}`;
  };
}
