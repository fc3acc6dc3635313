import type { ReturnRecord } from "@lendfriend/connector";
import { unitsOrNull } from "../units-or-null.ts";
import { figureName } from "./figure-name.ts";
import { type MetricRow, metricRow } from "./metric-row.ts";

/** Why a return refunds nothing that counts. */
export type ReturnExclusion =
  | "DUPLICATE"
  | "REPLACED"
  | "NOT_REFUNDED"
  | "NOT_REPORTED"
  | "OTHER_CURRENCY"
  | "ORDER_NOT_COUNTED";

/** A return that takes nothing from the sales. */
export function excludedReturnRow(record: ReturnRecord, reason: ReturnExclusion): MetricRow {
  return metricRow({
    ...identity(record),
    amount: unitsOrNull(record.refundAmount),
    reason,
    figures: reason === "NOT_REPORTED" ? [figureName.notReported("refund_amount")] : [],
  });
}

/** A return of which the platform says in a word that nobody knows what became of it: left out, and told as such. */
export function unknownReturnRow(record: ReturnRecord, amountUsd: bigint | null): MetricRow {
  const reason = "UNKNOWN_STATUS";
  const amount = unitsOrNull(record.refundAmount);
  return metricRow({ ...identity(record), amount, amountUsd, reason, figures: [figureName.excluded(reason)] });
}

/** A refund of an order that counts; what is over the order's own value is reported and does not count. */
export function countedReturnRow(
  record: ReturnRecord,
  value: {
    readonly currency: string;
    readonly units: bigint;
    readonly counted: bigint;
    readonly countedUsd: bigint;
    readonly unitsPerUsd: string | null;
  },
): MetricRow {
  return metricRow({
    ...identity(record),
    currency: value.currency,
    amount: value.units,
    counted: value.counted,
    countedUsd: value.countedUsd,
    unitsPerUsd: value.unitsPerUsd,
    figures: ["refunds"],
  });
}

function identity({ id, shopId, orderId, currency, createTime }: ReturnRecord) {
  return { kind: "return", id, shopId, orderId, currency, at: createTime } as const;
}
