import { z } from "zod";
import { id, optionalId, optionalTime, printedMoney, text, time, word } from "./fields.ts";

const count = z.int("not a count").min(0, "negative").max(1_000_000_000, "too large").nullish();

/** Hundredths of a percent: a number for creators, text for sellers. */
const rate = z
  .union([z.int().min(0, "negative").max(9_999_999, "too large"), z.string().regex(/^\d{0,7}$/)], "not a rate")
  .nullish();

const skuFields = {
  id: optionalId,
  sku_id: optionalId,
  product_id: optionalId,
  product_name: text,
  actual_commission_base: printedMoney,
  estimated_commission_base: printedMoney,
  commission_rate: rate,
  quantity: count,
  refunded_quantity: count,
  content_type: text,
  content_id: text,
  campaign_id: text,
  open_collaboration_id: text,
  target_collaboration_id: text,
};

const orderFields = { id, status: word, create_time: time, delivery_time: optionalTime };

/** A creator's affiliate order (affiliate_creator 202410). */
export const creatorOrderSchema = z.object({
  ...orderFields,
  skus: z.array(
    z.object({ ...skuFields, shop_name: text, actual_commission: printedMoney, estimated_commission: printedMoney }),
  ),
});

/** The same order as the shop sees it: what it cost (affiliate_seller 202410). */
export const sellerAffiliateOrderSchema = z.object({
  ...orderFields,
  skus: z.array(
    z.object({
      ...skuFields,
      /** Not in the official schema; live answers carry it for each SKU. */
      settlement_status: text,
      creator_username: text,
      actual_paid_commission: printedMoney,
      estimated_paid_commission: printedMoney,
      actual_paid_shop_ads_commission: printedMoney,
      estimated_paid_shop_ads_commission: printedMoney,
    }),
  ),
});

export type WireCreatorOrder = z.infer<typeof creatorOrderSchema>;
export type WireSellerAffiliateOrder = z.infer<typeof sellerAffiliateOrderSchema>;
