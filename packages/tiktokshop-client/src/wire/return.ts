import { z } from "zod";
import { currency, id, optionalPositiveAmount, optionalTime, text, time, word } from "./fields.ts";

/** What an import keeps of a return (returns search 202309). */
export const returnSchema = z.object({
  return_id: id,
  order_id: id,
  return_status: word,
  return_type: text,
  create_time: time,
  update_time: optionalTime,
  next_return_id: text,
  refund_amount: z
    .object({
      currency: currency.nullish(),
      refund_subtotal: optionalPositiveAmount,
      refund_total: optionalPositiveAmount,
    })
    .nullish(),
});

export type WireReturn = z.infer<typeof returnSchema>;
