/** What a row is: a record of the platform, or a part of one that counts for itself. */
export type MetricRowKind =
  | "order"
  | "order_line"
  | "return"
  | "settlement"
  | "unsettled"
  | "statement"
  | "payment"
  | "commission_order"
  | "commission"
  | "product"
  | "performance";

/** One row behind the figures, and every figure that it counts in. Money in whole millionths. */
export interface MetricRow {
  readonly kind: MetricRowKind;
  /** As the platform names it; null where it names no shop. */
  readonly shopId: string | null;
  readonly id: string;
  /** The order that the row belongs to, null when it is one or belongs to none. */
  readonly orderId: string | null;
  /** A product, a partner or a measure, as the platform calls it. */
  readonly label: string | null;
  /** Unix seconds. */
  readonly at: number | null;
  readonly currency: string | null;
  /** What the platform reported: an order's merchandise value, a refund, an amount of commission. */
  readonly amount: bigint | null;
  readonly amountUsd: bigint | null;
  /** What of it counts: after refunds and halving, after the cap of a refund, of an estimate what is expected to stay. */
  readonly counted: bigint | null;
  readonly countedUsd: bigint | null;
  /** Units of the currency for a US dollar on the day that decides; null when none was needed or is known. */
  readonly unitsPerUsd: string | null;
  /** Items of an order, or the seconds that a settlement took to become cash. */
  readonly quantity: number | null;
  /** Why the row does not count; null when it does. */
  readonly reason: string | null;
  readonly figures: readonly string[];
}

/** Takes the rows behind the figures while those are counted, in the order of the pass. */
export type RowSink = (row: MetricRow) => void;

/** A row with nothing but what it is; the rest is what its kind knows. */
export function metricRow(
  row: Pick<MetricRow, "kind" | "shopId" | "id" | "at" | "figures"> & Partial<MetricRow>,
): MetricRow {
  return {
    orderId: null,
    label: null,
    currency: null,
    amount: null,
    amountUsd: null,
    counted: null,
    countedUsd: null,
    unitsPerUsd: null,
    quantity: null,
    reason: null,
    ...row,
  };
}
