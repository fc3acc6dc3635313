import type { ReturnRecord } from "@lendfriend/connector";
import { orderKey } from "./order-key.ts";
import { returnOutcome } from "./return-status.ts";
import { excludedReturnRow, unknownReturnRow } from "./rows/return-rows.ts";
import type { SellerContext } from "./seller-context.ts";
import { unitsOrNull } from "./units-or-null.ts";

/** A refund in the currency it was refunded in; its record is kept for a sink of rows only. */
export interface Refund {
  readonly units: bigint;
  readonly currency: string | null;
  readonly record: ReturnRecord | null;
}

type ReturnContext = Pick<SellerContext, "notReported" | "rows" | "whole" | "exchange">;

/** What was refunded on each order. */
export type RefundsByOrder = ReadonlyMap<string, readonly Refund[]>;

/**
 * Sums the returns that ended in a refund, by order (score model §3). Of an edited chain only the last return counts,
 * and of two states of one return the newer. A refund without an amount is noted, not guessed; a status that says nothing of the
 * money is left out as UNKNOWN_STATUS.
 */
export async function refundsByOrder(
  returns: AsyncIterable<ReturnRecord> | Iterable<ReturnRecord>,
  context: ReturnContext,
): Promise<RefundsByOrder> {
  const { notReported, rows } = context;
  const newest = new Map<string, ReturnRecord>();
  for await (const record of returns) {
    const key = `${record.shopId} ${record.id}`;
    const known = newest.get(key);
    const isNewer = !known || record.updateTime > known.updateTime;
    if (isNewer) newest.set(key, record);
    if (known) rows?.(excludedReturnRow(isNewer ? known : record, "DUPLICATE"));
  }
  const refunds = new Map<string, Refund[]>();
  for (const record of newest.values()) {
    if (isReplaced(record, newest)) {
      rows?.(excludedReturnRow(record, "REPLACED"));
      continue;
    }
    const outcome = returnOutcome(record.status);
    if (outcome === "unknown") excludeUnknown(context, record);
    if (outcome === "not_refunded") rows?.(excludedReturnRow(record, "NOT_REFUNDED"));
    if (outcome !== "refunded") continue;
    const units = unitsOrNull(record.refundAmount);
    if (units === null) {
      notReported.note("refund_amount", record.id);
      rows?.(excludedReturnRow(record, "NOT_REPORTED"));
      continue;
    }
    const key = orderKey(record.shopId, record.orderId);
    const list = refunds.get(key) ?? [];
    list.push({ units, currency: record.currency, record: rows === null ? null : record });
    refunds.set(key, list);
  }
  return refunds;
}

function excludeUnknown({ whole, exchange, rows }: ReturnContext, record: ReturnRecord): void {
  const { currency, createTime } = record;
  const amount = unitsOrNull(record.refundAmount);
  const amountUsd = amount === null || currency === null ? null : exchange.peekUsd(amount, currency, createTime);
  whole.exclude("UNKNOWN_STATUS", currency, amount, amountUsd);
  rows?.(unknownReturnRow(record, amountUsd));
}

/**
 * Whether a later return in hand takes this one's place. One whose successor was not imported is the last we know; and
 * of a chain that bites its tail the newest return counts, so that no refund gets lost.
 */
function isReplaced(record: ReturnRecord, returns: ReadonlyMap<string, ReturnRecord>): boolean {
  const next = returns.get(`${record.shopId} ${record.nextReturnId ?? ""}`);
  if (!next || next === record) return false;
  return next.createTime > record.createTime || (next.createTime === record.createTime && next.id > record.id);
}
