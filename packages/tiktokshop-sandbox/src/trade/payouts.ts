import { daySeconds, hourSeconds } from "../clock.ts";
import { makeId } from "../ids.ts";
import type { Hundredths } from "../money.ts";
import type { Shop } from "./shop.ts";

/** A bank payment and the statements it covers. */
export interface Payout {
  readonly id: string;
  readonly createTime: number;
  readonly paidTime: number;
  readonly isFailed: boolean;
  /** Paid, and yet in no list: a fault of the ledger. */
  readonly isUnlisted?: boolean;
  /** Sum of its statements' settlements. */
  readonly settlement: Hundredths;
  /** What is sent to the bank: settlements and reserves. */
  readonly amount: Hundredths;
}

interface DayTotals {
  readonly id: string;
  readonly statementTime: number;
  readonly settlement: Hundredths;
  readonly reserve: Hundredths;
}

const daysPerPayout = 3;

/**
 * Groups statements into payments: one for every three days, or for as many days as it takes until something is owed. Gives the
 * payment of each statement id; statements that are still collecting have none.
 */
export function assignPayouts(shop: Shop, days: readonly DayTotals[], anchor: number): ReadonlyMap<string, Payout> {
  const { failedPayoutDay } = shop.trade.profile;
  const failedBatch = failedPayoutDay === undefined ? null : batchOf(anchor + failedPayoutDay * daySeconds);
  const payouts = new Map<string, Payout>();
  let open: DayTotals[] = [];
  for (const [at, day] of days.entries()) {
    open.push(day);
    const next = days[at + 1];
    const isBatchOver = next === undefined || batchOf(next.statementTime) !== batchOf(day.statementTime);
    const settlement = open.reduce((total, each) => total + each.settlement, 0);
    const amount = open.reduce((total, each) => total + each.reserve, settlement);
    if (!isBatchOver || settlement <= 0 || amount <= 0) continue;
    const batch = batchOf(day.statementTime);
    const createTime = (batch * daysPerPayout + daysPerPayout - 1) * daySeconds + 15 * hourSeconds;
    const payout: Payout = {
      id: makeId({ prefix: "7352", length: 19, owner: shop.number, index: batch }),
      createTime,
      paidTime: createTime + 27 * hourSeconds,
      isFailed: batch === failedBatch,
      settlement,
      amount,
    };
    for (const each of open) payouts.set(each.id, payout);
    open = [];
  }
  return payouts;
}

/** PAID once the money has left, FAILED when the bank refused it, PROCESSING before. */
export function payoutStatus(payout: Payout | null, now: number): "PAID" | "FAILED" | "PROCESSING" {
  if (payout === null || payout.paidTime > now) return "PROCESSING";
  return payout.isFailed ? "FAILED" : "PAID";
}

function batchOf(second: number): number {
  return Math.floor(second / daySeconds / daysPerPayout);
}
