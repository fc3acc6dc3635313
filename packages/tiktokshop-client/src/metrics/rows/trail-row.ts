import { figureName } from "./figure-name.ts";
import { type MetricRow, metricRow } from "./metric-row.ts";

/** What the tie-out judged, under the state that it is in. An order that is flagged names itself as its order. */
export function judgedRow(
  judged: {
    readonly subject: "order" | "settlement" | "unsettled" | "statement" | "payment";
    readonly state: string;
    readonly currency: string;
    readonly shopId: string;
    readonly id: string;
    readonly orderId: string | null;
    readonly at: number | null;
  },
  units: bigint,
): MetricRow {
  const { subject, state, currency, shopId, id, orderId, at } = judged;
  return metricRow({
    kind: subject,
    shopId,
    id,
    orderId: subject === "order" ? null : orderId,
    at,
    currency,
    amount: units,
    counted: units,
    figures: [figureName.trail(subject, state, currency)],
  });
}
