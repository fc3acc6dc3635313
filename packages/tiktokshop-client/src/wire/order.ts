import { z } from "zod";
import {
  currency,
  flag,
  id,
  optionalPositiveAmount,
  optionalTime,
  positiveAmount,
  text,
  time,
  word,
} from "./fields.ts";

const lineItemSchema = z.object({
  product_id: id,
  product_name: text,
  sku_id: id,
  sale_price: positiveAmount,
  platform_discount: optionalPositiveAmount,
  is_gift: flag,
});

/**
 * What an import keeps of an order (order search 202309, detail 202309 and 202507). It is an allow-list: buyer fields are not named,
 * so they are dropped here, before anything else sees the row.
 */
export const orderSchema = z.object({
  id,
  status: word,
  create_time: time,
  update_time: optionalTime,
  paid_time: optionalTime,
  rts_time: optionalTime,
  rts_sla_time: optionalTime,
  delivery_time: optionalTime,
  cancel_time: optionalTime,
  cancellation_initiator: text,
  is_cod: flag,
  is_sample_order: flag,
  is_replacement_order: flag,
  is_exchange_order: flag,
  payment: z.object({ currency, sub_total: positiveAmount, platform_discount: optionalPositiveAmount }),
  line_items: z.array(lineItemSchema),
});

export type WireOrder = z.infer<typeof orderSchema>;
