import type { IncomeRecord } from "@lendfriend/connector";
import type { MetricsSource, RecordKind, RecordOf } from "./source.ts";

/**
 * A `read` over records in memory, in the order that the metrics ask for: equal keys adjacent, the newest of them first.
 * For scripts and tests; an import streams from its tables.
 */
export function recordsSource(
  recordsByConnection: Readonly<Record<string, readonly IncomeRecord[]>>,
): MetricsSource["read"] {
  return function read<Kind extends RecordKind>(connectionId: string, kind: Kind): Iterable<RecordOf<Kind>> {
    const records = recordsByConnection[connectionId] ?? [];
    return records.filter((record): record is RecordOf<Kind> => record.kind === kind).sort(byKey);
  };
}

function byKey(left: IncomeRecord, right: IncomeRecord): number {
  const [leftKey, rightKey] = [keyOf(left), keyOf(right)];
  if (leftKey !== rightKey) return leftKey < rightKey ? -1 : 1;
  const [leftNewest, rightNewest] = [newestFirst(left), newestFirst(right)];
  if (leftNewest !== rightNewest) return rightNewest - leftNewest;
  const [leftText, rightText] = [JSON.stringify(left), JSON.stringify(right)];
  if (leftText === rightText) return 0;
  return leftText < rightText ? -1 : 1;
}

function keyOf(record: IncomeRecord): string {
  if (record.kind === "commission") return `${record.shopId ?? ""} ${record.orderId} ${record.lineId}`;
  if (record.kind === "shop_performance") return `${record.shopId} ${record.measure}`;
  return `${record.shopId} ${record.id}`;
}

function newestFirst(record: IncomeRecord): number {
  return "updateTime" in record ? record.updateTime : 0;
}
