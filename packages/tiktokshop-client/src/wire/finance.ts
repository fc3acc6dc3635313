import { z } from "zod";
import { amount, currency, id, optionalAmount, optionalId, optionalTime, text, time, word } from "./fields.ts";

/** One day's statement (finance 202309). Deductions come negative. */
export const statementSchema = z.object({
  id,
  currency,
  statement_time: time,
  settlement_amount: amount,
  revenue_amount: optionalAmount,
  /** Stands in for `revenue_amount`, which the US and the UK do not have. */
  net_sales_amount: optionalAmount,
  fee_amount: optionalAmount,
  adjustment_amount: optionalAmount,
  payment_id: text,
  payment_status: text,
  payment_time: optionalTime,
});

/** One transaction of a statement (finance 202501); the currency is the statement's. */
export const settlementSchema = z
  .object({
    id,
    type: word,
    order_id: optionalId,
    adjustment_id: text,
    order_create_time: optionalTime,
    settlement_amount: optionalAmount,
    revenue_amount: optionalAmount,
    fee_tax_amount: optionalAmount,
  })
  .refine(({ type, settlement_amount }) => type.toUpperCase() === "RESERVE" || Boolean(settlement_amount), {
    path: ["settlement_amount"],
    error: "missing",
  });

/** An order or adjustment not yet settled (finance 202507): every amount is the platform's estimate. */
export const unsettledSchema = z.object({
  id,
  type: word,
  order_id: optionalId,
  currency,
  est_settlement_amount: optionalAmount,
  order_create_time: optionalTime,
  order_delivery_time: optionalTime,
  unsettled_reason: text,
});

/** A payment of statements to the seller's bank (finance 202605, 202309). The bank account is not kept. */
export const paymentSchema = z.object({
  id,
  status: word,
  create_time: time,
  paid_time: optionalTime,
  amount: z.object({ value: amount, currency }),
  settlement_amount: z.object({ value: optionalAmount, currency: currency.nullish() }).nullish(),
});

/** A withdrawal, settlement, transfer or reversal (finance 202309). */
export const withdrawalSchema = z.object({
  id,
  type: word,
  status: word,
  amount,
  currency,
  create_time: time,
});

export type WireStatement = z.infer<typeof statementSchema>;
export type WireSettlement = z.infer<typeof settlementSchema>;
export type WireUnsettled = z.infer<typeof unsettledSchema>;
export type WirePayment = z.infer<typeof paymentSchema>;
export type WireWithdrawal = z.infer<typeof withdrawalSchema>;
