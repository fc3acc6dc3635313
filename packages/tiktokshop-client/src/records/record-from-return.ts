import type { ReturnRecord } from "@lendfriend/connector";
import { idOrNull, textOrNull, timeOrNull } from "../wire/fields.ts";
import type { WireReturn } from "../wire/return.ts";

/** A return; its refund is the goods' part, or the whole where the platform reports no parts. */
export function recordFromReturn(wire: WireReturn, shopId: string): ReturnRecord {
  const refund = wire.refund_amount;
  return {
    kind: "return",
    id: wire.return_id,
    shopId,
    orderId: wire.order_id,
    status: wire.return_status,
    type: textOrNull(wire.return_type),
    currency: refund?.currency ?? null,
    refundAmount: textOrNull(refund?.refund_subtotal) ?? textOrNull(refund?.refund_total),
    createTime: wire.create_time,
    updateTime: timeOrNull(wire.update_time) ?? wire.create_time,
    nextReturnId: idOrNull(wire.next_return_id),
  };
}
