import type { ProductRecord } from "@lendfriend/connector";
import { timeOrNull } from "../wire/fields.ts";
import type { WireProduct } from "../wire/product.ts";

export function recordFromProduct(wire: WireProduct, shopId: string): ProductRecord {
  return {
    kind: "product",
    id: wire.id,
    shopId,
    title: wire.title ?? "",
    status: wire.status,
    createTime: wire.create_time,
    updateTime: timeOrNull(wire.update_time) ?? wire.create_time,
  };
}
