import { decimalFromUnits, type OrderLine, type OrderRecord, unitsFromDecimal } from "@lendfriend/connector";
import { isTrue, textOrNull, timeOrNull } from "../wire/fields.ts";
import type { WireOrder } from "../wire/order.ts";
import { keptAmount } from "./kept-amount.ts";

type WireLine = WireOrder["line_items"][number];

/**
 * An order as income sees it. Its merchandise value is `sub_total + platform_discount` less the sale price of gift lines:
 * TikTok Shop pays its own discount back to the seller, and tax and shipping are no income. Throws `RowError`.
 */
export function recordFromOrder(order: WireOrder, shopId: string): OrderRecord {
  const { payment } = order;
  const lines = order.line_items.filter((line) => !isTrue(line.is_gift));
  const gifts = order.line_items.filter((line) => isTrue(line.is_gift));
  const giftUnits = gifts.reduce((sum, line) => sum + unitsFromDecimal(line.sale_price), 0n);
  const merchandise =
    unitsFromDecimal(payment.sub_total) + unitsFromDecimal(payment.platform_discount || "0") - giftUnits;
  return {
    kind: "order",
    id: order.id,
    shopId,
    status: order.status,
    currency: payment.currency,
    merchandiseValue: keptAmount(decimalFromUnits(merchandise), "payment"),
    itemCount: lines.length,
    giftCount: gifts.length,
    isCod: isTrue(order.is_cod),
    isSample: isTrue(order.is_sample_order),
    isReplacement: isTrue(order.is_replacement_order),
    isExchange: isTrue(order.is_exchange_order),
    cancellationInitiator: textOrNull(order.cancellation_initiator),
    createTime: order.create_time,
    updateTime: timeOrNull(order.update_time) ?? order.create_time,
    paidTime: timeOrNull(order.paid_time),
    rtsTime: timeOrNull(order.rts_time),
    rtsSlaTime: timeOrNull(order.rts_sla_time),
    deliveryTime: timeOrNull(order.delivery_time),
    cancelTime: timeOrNull(order.cancel_time),
    lines: lines.map(lineFrom),
  };
}

function lineFrom(line: WireLine): OrderLine {
  const value = unitsFromDecimal(line.sale_price) + unitsFromDecimal(line.platform_discount || "0");
  return {
    productId: line.product_id,
    productName: line.product_name ?? "",
    skuId: line.sku_id,
    value: keptAmount(decimalFromUnits(value), "line_items"),
  };
}
