import { daySeconds, hourSeconds } from "../clock.ts";
import { makeId } from "../ids.ts";
import type { Shop } from "./shop.ts";

/** The bank payment that covers a statement. Statements of three days share one. */
export interface Payout {
  readonly id: string;
  readonly createTime: number;
  readonly paidTime: number;
  readonly isFailed: boolean;
}

const daysPerPayout = 3;

/** The payout of a statement day: created at 15:00 UTC of the last of its three days, paid 27 hours later. */
export function payoutOf(shop: Shop, statementTime: number, anchor: number): Payout {
  const { failedPayoutDay: failedDay } = shop.trade.profile;
  const batch = batchOf(statementTime);
  const createTime = (batch * daysPerPayout + daysPerPayout - 1) * daySeconds + 15 * hourSeconds;
  return {
    id: makeId({ prefix: "7352", length: 19, owner: shop.number, index: batch }),
    createTime,
    paidTime: createTime + 27 * hourSeconds,
    isFailed: failedDay !== undefined && batch === batchOf(anchor + failedDay * daySeconds),
  };
}

function batchOf(second: number): number {
  return Math.floor(second / daySeconds / daysPerPayout);
}

/** PAID once the money has left, FAILED when the bank refused it, PROCESSING before. */
export function payoutStatus(payout: Payout, now: number): "PAID" | "FAILED" | "PROCESSING" {
  if (payout.paidTime > now) return "PROCESSING";
  return payout.isFailed ? "FAILED" : "PAID";
}
