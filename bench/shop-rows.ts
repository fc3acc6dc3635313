import type { OrderRecord, ReturnRecord, SettlementRecord } from "@lendfriend/connector";
import {
  exampleAsOf,
  exampleOrder,
  exampleReturn,
} from "../packages/tiktokshop-client/src/metrics/testing/example-source.ts";

/** Rows of a shop with any number of orders, made as they are read and sorted by order, as the tables give them. */
const returnEvery = 25;
export const ordersPerStatement = 15_000;

/** Ids of 18 digits in ascending order, as the tables give them. */
function orderIdAt(index: number): string {
  return `576${String(index).padStart(15, "0")}`;
}

function createTimeAt(index: number, orderCount: number): number {
  return exampleAsOf - 88 * 86_400 + Math.floor((index * 80 * 86_400) / orderCount);
}

export function* orderRows(orderCount: number): Generator<OrderRecord> {
  for (let index = 0; index < orderCount; index += 1)
    yield exampleOrder({ id: orderIdAt(index), createTime: createTimeAt(index, orderCount) });
}

export function* settlementRows(orderCount: number): Generator<SettlementRecord> {
  for (let index = 0; index < orderCount; index += 1) {
    const orderId = orderIdAt(index);
    yield {
      kind: "settlement",
      id: orderId,
      shopId: "S1",
      statementId: `7${Math.floor(index / ordersPerStatement)}`,
      type: "ORDER",
      orderId,
      adjustmentId: null,
      orderCreateTime: createTimeAt(index, orderCount),
      currency: "USD",
      settlementAmount: "91.5",
      revenueAmount: "100",
      feeTaxAmount: "-8.5",
    };
  }
}

export function* returnRows(orderCount: number): Generator<ReturnRecord> {
  for (let index = 0; index < orderCount; index += returnEvery)
    yield exampleReturn({
      id: `40${orderIdAt(index)}`,
      orderId: orderIdAt(index),
      createTime: createTimeAt(index, orderCount),
    });
}
