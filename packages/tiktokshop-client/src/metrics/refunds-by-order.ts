import type { ReturnRecord } from "@lendfriend/connector";
import type { NotReported } from "./not-reported.ts";
import { orderKey } from "./order-key.ts";
import type { RowSink } from "./rows/metric-row.ts";
import { excludedReturnRow } from "./rows/return-rows.ts";
import { unitsOrNull } from "./units-or-null.ts";

const refundedStatuses: ReadonlySet<string> = new Set([
  "RETURN_OR_REFUND_REQUEST_SUCCESS",
  "RETURN_OR_REFUND_REQUEST_COMPLETE",
  "REPLACEMENT_REQUEST_REFUND_SUCCESS",
]);

/** A refund in the currency it was refunded in; its record is kept for a sink of rows only. */
export interface Refund {
  readonly units: bigint;
  readonly currency: string | null;
  readonly record: ReturnRecord | null;
}

/** What was refunded on each order. */
export type RefundsByOrder = ReadonlyMap<string, readonly Refund[]>;

/**
 * Sums the returns that ended in a refund, by order (score model §3). Of an edited chain only the last return counts,
 * and of two states of one return the newer. A refund without an amount is noted, not guessed.
 */
export async function refundsByOrder(
  returns: AsyncIterable<ReturnRecord> | Iterable<ReturnRecord>,
  notReported: NotReported,
  rows: RowSink | null,
): Promise<RefundsByOrder> {
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
    const isReplacedRow = isReplaced(record, newest);
    if (isReplacedRow || !refundedStatuses.has(record.status)) {
      rows?.(excludedReturnRow(record, isReplacedRow ? "REPLACED" : "NOT_REFUNDED"));
      continue;
    }
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

/**
 * Whether a later return in hand takes this one's place. One whose successor was not imported is the last we know; and
 * of a chain that bites its tail the newest return counts, so that no refund gets lost.
 */
function isReplaced(record: ReturnRecord, returns: ReadonlyMap<string, ReturnRecord>): boolean {
  const next = returns.get(`${record.shopId} ${record.nextReturnId ?? ""}`);
  if (!next || next === record) return false;
  return next.createTime > record.createTime || (next.createTime === record.createTime && next.id > record.id);
}
