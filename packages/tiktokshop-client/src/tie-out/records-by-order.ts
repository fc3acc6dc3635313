import type { IncomeRecord } from "@lendfriend/connector";
import { recordsSource } from "../metrics/records-source.ts";
import type { RecordOf } from "../metrics/source.ts";
import { compareKeys, type OrderKey } from "./rows-by-order.ts";
import type { KindByOrder, TieOutSource } from "./tie-out-types.ts";

/** A `readByOrder` over records in memory, for scripts and tests; an import streams from its tables. */
export function recordsByOrder(
  recordsByConnection: Readonly<Record<string, readonly IncomeRecord[]>>,
): TieOutSource["readByOrder"] {
  const read = recordsSource(recordsByConnection);
  return function readByOrder<Kind extends KindByOrder>(connectionId: string, kind: Kind): Iterable<RecordOf<Kind>> {
    const keyed = [...recordsIn(read(connectionId, kind))].map((record) => ({ record, key: keyOf(record) }));
    return keyed.sort((left, right) => compareKeys(left.key, right.key)).map(({ record }) => record);
  };
}

/** Of records in memory the reader is never asynchronous. */
function recordsIn<Row>(rows: AsyncIterable<Row> | Iterable<Row>): Iterable<Row> {
  if (Symbol.iterator in rows) return rows;
  throw new TypeError("records in memory are read at once");
}

function keyOf(record: RecordOf<KindByOrder>): OrderKey {
  return { shopId: record.shopId, orderId: (record.kind === "order" ? record.id : record.orderId) ?? "" };
}
