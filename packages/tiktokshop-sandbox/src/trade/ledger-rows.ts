import { midnightAfter } from "../clock.ts";
import { makeId } from "../ids.ts";
import { type Hundredths, share, sum } from "../money.ts";
import { type OrderPlan, type ReturnPlan, salePriceOf, type UnitPlan } from "./order-plan.ts";
import type { Shop } from "./shop.ts";

/** One line of a statement. Amounts are additive: what leaves the seller is negative. */
export interface LedgerRow {
  readonly id: string;
  readonly type: string;
  readonly statementTime: number;
  readonly orderCreateTime: number;
  readonly plan: OrderPlan | null;
  readonly adjustmentId: string | null;
  readonly adjustmentOrderId: string | null;
  readonly reserve: {
    readonly id: string;
    readonly status: "COLLECTED" | "RELEASED";
    readonly amount: Hundredths;
  } | null;
  readonly subtotal: Hundredths;
  readonly sellerDiscount: Hundredths;
  readonly refundSubtotal: Hundredths;
  readonly refundSellerDiscount: Hundredths;
  readonly referralFee: Hundredths;
  readonly affiliateFee: Hundredths;
  readonly shippingFee: Hundredths;
  readonly shippingDiscount: Hundredths;
  readonly adjustment: Hundredths;
}

export const revenueOf = (row: LedgerRow): Hundredths =>
  row.subtotal + row.sellerDiscount + row.refundSubtotal + row.refundSellerDiscount;
export const feesOf = (row: LedgerRow): Hundredths => row.referralFee + row.affiliateFee;
export const shippingOf = (row: LedgerRow): Hundredths => row.shippingFee + row.shippingDiscount;

/** What the row settles: revenue, fees, shipping and adjustment, added. */
export const settlementOf = (row: LedgerRow): Hundredths =>
  revenueOf(row) + feesOf(row) + shippingOf(row) + row.adjustment;

const referralRate = 0.06;

const zero = {
  adjustmentId: null,
  adjustmentOrderId: null,
  reserve: null,
  subtotal: 0,
  sellerDiscount: 0,
  refundSubtotal: 0,
  refundSellerDiscount: 0,
  referralFee: 0,
  affiliateFee: 0,
  shippingFee: 0,
  shippingDiscount: 0,
  adjustment: 0,
} as const;

/** An empty row of a type: reserves and adjustments fill in what they need. */
export function emptyRow(
  row: Pick<LedgerRow, "id" | "type" | "statementTime" | "orderCreateTime"> & Partial<LedgerRow>,
): LedgerRow {
  return { ...zero, plan: null, ...row };
}

/** The rows an order causes: its settlement, and a later negative one for each refund after it. */
export function orderRows(shop: Shop, plan: OrderPlan): readonly LedgerRow[] {
  if (plan.settleAt === null || plan.cancel !== null) return [];
  const settleAt = plan.settleAt;
  const early = plan.returns.filter((entry) => entry.refundedAt !== null && entry.refundedAt < settleAt);
  const late = plan.returns.filter((entry) => entry.refundedAt !== null && entry.refundedAt >= settleAt);
  return [settlementRow(shop, plan, early), ...late.map((entry, at) => refundRow(shop, plan, entry, at))];
}

function settlementRow(shop: Shop, plan: OrderPlan, refunds: readonly ReturnPlan[]): LedgerRow {
  const { currency } = shop.market;
  const subtotal = sum(plan.units, (unit) => unit.original);
  const sellerDiscount = -sum(plan.units, (unit) => unit.sellerDiscount);
  const back = refunds.map((entry) => refundAmounts(plan, entry));
  const refundSubtotal = -sum(back, (amount) => amount.subtotal);
  const refundSellerDiscount = sum(back, (amount) => amount.sellerDiscount);
  const kept = subtotal + sellerDiscount + refundSubtotal + refundSellerDiscount;
  return {
    ...emptyRow({
      id: rowId(shop, plan, 0),
      type: "ORDER",
      statementTime: plan.settleAt ?? 0,
      orderCreateTime: plan.createTime,
    }),
    plan,
    subtotal,
    sellerDiscount,
    refundSubtotal,
    refundSellerDiscount,
    referralFee: -share(kept, referralRate, currency),
    affiliateFee: plan.promoter === null ? 0 : -share(kept, plan.promoter.rateBps / 10_000, currency),
    shippingFee: -plan.shippingCost,
    shippingDiscount: plan.shippingPlatformDiscount,
  };
}

function refundRow(shop: Shop, plan: OrderPlan, entry: ReturnPlan, at: number): LedgerRow {
  const { currency } = shop.market;
  const amounts = refundAmounts(plan, entry);
  const back = amounts.subtotal - amounts.sellerDiscount;
  return {
    ...emptyRow({
      id: rowId(shop, plan, at + 1),
      type: "ORDER",
      statementTime: midnightAfter((entry.refundedAt ?? 0) + 1),
      orderCreateTime: plan.createTime,
    }),
    plan,
    refundSubtotal: -amounts.subtotal,
    refundSellerDiscount: amounts.sellerDiscount,
    referralFee: share(back, referralRate, currency),
    affiliateFee: plan.promoter === null ? 0 : share(back, plan.promoter.rateBps / 10_000, currency),
  };
}

function refundAmounts(plan: OrderPlan, entry: ReturnPlan) {
  const units = returnedUnits(plan, entry);
  if (entry.partialSubtotal !== null) return { subtotal: entry.partialSubtotal, sellerDiscount: 0 };
  return { subtotal: sum(units, (unit) => unit.original), sellerDiscount: sum(units, (unit) => unit.sellerDiscount) };
}

export function returnedUnits(plan: OrderPlan, entry: ReturnPlan): readonly UnitPlan[] {
  return entry.units.flatMap((at) => plan.units[at] ?? []);
}

/** What the buyer got back, before tax. */
export function refundSubtotal(plan: OrderPlan, entry: ReturnPlan): Hundredths {
  return entry.partialSubtotal ?? sum(returnedUnits(plan, entry), salePriceOf);
}

function rowId(shop: Shop, plan: OrderPlan, sub: number): string {
  return makeId({ prefix: "7350", length: 19, owner: shop.number, index: plan.index, sub });
}
