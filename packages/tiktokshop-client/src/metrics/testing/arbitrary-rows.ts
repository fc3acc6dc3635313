import {
  type CommissionRecord,
  decimalFromUnits,
  type IncomeRecord,
  type OrderRecord,
  type ReturnRecord,
  type SettlementRecord,
} from "@lendfriend/connector";
import fc from "fast-check";
import { exampleAsOf as asOf, exampleCommission, exampleOrder, exampleReturn } from "./example-source.ts";

const day = 86_400;
/** An amount of up to $500. */
export const cents = fc.integer({ min: 1, max: 50_000 }).map((value) => decimalFromUnits(BigInt(value) * 10_000n));

const anOrder: fc.Arbitrary<OrderRecord> = fc
  .record({
    id: fc.nat(60),
    shopId: fc.constantFrom("S1", "S2"),
    createTime: fc.integer({ min: asOf - 95 * day, max: asOf + 3 * day }),
    merchandiseValue: fc.oneof(cents, fc.constant("0")),
    currency: fc.constantFrom("USD", "GBP"),
    status: fc.constantFrom("COMPLETED", "DELIVERED", "IN_TRANSIT", "CANCELLED", "UNPAID", "ON_HOLD", "TELEPORTED"),
    isSample: fc.boolean(),
    isCod: fc.boolean(),
    paid: fc.boolean(),
    delivered: fc.option(fc.integer({ min: 1, max: 40 })),
    late: fc.boolean(),
    bySeller: fc.boolean(),
  })
  .map(({ id, paid, delivered, late, bySeller, ...order }) =>
    exampleOrder({
      ...order,
      id: `O${id}`,
      updateTime: order.createTime,
      isSample: order.isSample && id % 5 === 0,
      paidTime: paid ? order.createTime : null,
      deliveryTime: delivered === null ? null : order.createTime + delivered * day,
      rtsTime: order.createTime + (late ? 3 : 1) * day,
      rtsSlaTime: order.createTime + 2 * day,
      cancellationInitiator: bySeller ? "SELLER" : "BUYER",
      lines: [{ productId: `P${id % 7}`, productName: `Product ${id % 7}`, skuId: "K", value: order.merchandiseValue }],
    }),
  );

const aReturn: fc.Arbitrary<ReturnRecord> = fc
  .record({
    id: fc.nat(30),
    orderId: fc.nat(60),
    shopId: fc.constantFrom("S1", "S2"),
    refundAmount: fc.option(cents),
    status: fc.constantFrom("RETURN_OR_REFUND_REQUEST_COMPLETE", "RETURN_OR_REFUND_REQUEST_PENDING"),
    next: fc.option(fc.nat(30), { freq: 5 }),
  })
  .map(({ id, orderId, next, ...record }) =>
    exampleReturn({ ...record, id: `R${id}`, orderId: `O${orderId}`, nextReturnId: next === null ? null : `R${next}` }),
  );

const aCommission: fc.Arbitrary<CommissionRecord> = fc
  .record({
    orderId: fc.nat(40),
    lineId: fc.nat(2),
    createTime: fc.integer({ min: asOf - 95 * day, max: asOf }),
    status: fc.constantFrom("SETTLED", "To-SETTLE", "AWAITING PAYMENT", "REFUNDED", "settled", "SOMETHING"),
    currency: fc.constantFrom("USD", "GBP"),
    estimatedCommission: fc.option(cents),
    actualCommission: fc.option(cents),
    shopName: fc.constantFrom("Alpha", "Beta", "My shop"),
  })
  .map(({ orderId, lineId, ...record }) =>
    exampleCommission({ ...record, orderId: `C${orderId}`, lineId: String(lineId) }),
  );

/** Rows of a hybrid borrower; of each key one row, as an import keeps them. */
export const arbitraryRows = fc
  .record({
    orders: fc.uniqueArray(anOrder, { selector: (order) => `${order.shopId} ${order.id}`, maxLength: 40 }),
    returns: fc.uniqueArray(aReturn, { selector: (record) => `${record.shopId} ${record.id}`, maxLength: 15 }),
    commissions: fc.uniqueArray(aCommission, { selector: (line) => `${line.orderId} ${line.lineId}`, maxLength: 30 }),
    settled: fc.uniqueArray(fc.nat(60), { maxLength: 40 }),
  })
  .map(({ orders, returns, commissions, settled }) => ({
    seller: [...orders, ...returns, ...settled.map(settlementOf)] as readonly IncomeRecord[],
    creator: commissions as readonly IncomeRecord[],
  }));

/** A settlement of order `O<id>`, fifty days old. */
export function settlementOf(id: number): SettlementRecord {
  return {
    kind: "settlement",
    id: `T${id}`,
    shopId: "S1",
    statementId: "1",
    type: "ORDER",
    orderId: `O${id}`,
    adjustmentId: null,
    orderCreateTime: asOf - 50 * day,
    currency: "USD",
    settlementAmount: "1",
    revenueAmount: null,
    feeTaxAmount: null,
  };
}

/** So many drawn borrowers, the same ones for the same seed. */
export function sampleRows(count: number, seed: number) {
  return fc.sample(arbitraryRows, { numRuns: count, seed });
}
