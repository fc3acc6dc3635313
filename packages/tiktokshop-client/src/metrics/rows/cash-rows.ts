import type { SettlementRecord } from "@lendfriend/connector";
import { SecondsById } from "../seconds-by-id.ts";
import { readPaidTimes, type SettledOrders, secondsToCash } from "../settled-orders.ts";
import type { ConnectionIncome, MetricsSource } from "../source.ts";
import { unitsOrNull } from "../units-or-null.ts";
import { metricRow, type RowSink } from "./metric-row.ts";

/** Tells which settlements say how long an order took to become cash: of each order its first payment, once. */
export async function tellCashRows(
  source: MetricsSource,
  connection: ConnectionIncome,
  settled: SettledOrders,
  rows: RowSink,
): Promise<void> {
  const paidAt = await readPaidTimes(source, connection);
  const told = new Map<string, SecondsById>();
  for await (const row of source.read(connection.id, "settlement")) {
    const known = told.get(row.shopId) ?? new SecondsById();
    told.set(row.shopId, known);
    const toCash = secondsToCash(row, paidAt);
    const reason = whyNot(row, { toCash, settled, told: known });
    const seconds = reason === null ? toCash : null;
    if (row.orderId !== null && seconds !== null) known.set(row.orderId, seconds);
    rows(
      metricRow({
        kind: "settlement",
        shopId: row.shopId,
        id: row.id,
        orderId: row.orderId,
        label: row.statementId,
        at: row.orderCreateTime,
        currency: row.currency,
        amount: unitsOrNull(row.settlementAmount),
        quantity: seconds,
        reason,
        figures: seconds === null ? [] : ["days_to_cash"],
      }),
    );
  }
}

function whyNot(
  row: SettlementRecord,
  facts: { readonly toCash: number | null; readonly settled: SettledOrders; readonly told: SecondsById },
): string | null {
  const { toCash, settled, told } = facts;
  if (row.orderId === null || row.type.toUpperCase() !== "ORDER") return "NOT_A_SALE";
  if (toCash === null) return "NOT_PAID";
  const isFirst = settled.secondsOf(row.shopId, row.orderId) === toCash && !told.has(row.orderId);
  return isFirst ? null : "LATER_PAYMENT";
}
