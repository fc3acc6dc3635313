import type { IncomeRecord } from "@lendfriend/connector";
import { recordsSource } from "../../metrics/records-source.ts";
import type { MetricRow } from "../../metrics/rows/metric-row.ts";
import type { ConnectionIncome } from "../../metrics/source.ts";
import { exampleAsOf } from "../../metrics/testing/example-source.ts";
import { recordsByOrder } from "../records-by-order.ts";
import { tieOut } from "../tie-out.ts";
import type { TieOutFlag, TieOutSource, TieOutSummary } from "../tie-out-types.ts";
import { ledgerSeller } from "./example-ledger.ts";

/** Ties out the records of one connection, and gathers the flags and the rows behind the sums. */
export async function tieRecords(
  records: readonly IncomeRecord[],
  connection: ConnectionIncome = ledgerSeller,
  change: Partial<TieOutSource> = {},
): Promise<{
  readonly summary: TieOutSummary;
  readonly flags: readonly TieOutFlag[];
  readonly rows: readonly MetricRow[];
}> {
  const byConnection = { [connection.id]: records };
  const flags: TieOutFlag[] = [];
  const rows: MetricRow[] = [];
  const source = {
    asOf: exampleAsOf,
    connections: [connection],
    read: recordsSource(byConnection),
    readByOrder: recordsByOrder(byConnection),
    isKeptAside: async () => false,
    ...change,
  };
  const summary = await tieOut(
    source,
    (flag) => void flags.push(flag),
    (row) => rows.push(row),
  );
  return { summary, flags, rows };
}
