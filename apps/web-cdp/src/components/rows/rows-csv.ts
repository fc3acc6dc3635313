import { csvLine } from "#lib/csv.ts";
import { stillThere } from "#lib/still-there.ts";
import type { FigureRow, FigureRowsReport, RowSide, RowsQuery } from "#server/figure-rows.ts";
import { cursorOf } from "./rows-search.ts";

type ReadPage = (query: Omit<RowsQuery, "figure">) => Promise<FigureRowsReport | null>;

const rowsPerRead = 500;
const sides = ["counted", "left_out"] as const satisfies readonly RowSide[];

/**
 * Every row behind a figure as RFC 4180 text, line by line: those that count, then those that do not and why. Throws where the
 * score is gone before the last page.
 */
export async function* rowsCsv(figure: string, readPage: ReadPage): AsyncGenerator<string, void, undefined> {
  yield csvLine([
    "figure",
    "counts",
    "kind",
    "id",
    "order",
    "shop",
    "what",
    "date",
    "currency",
    "reported",
    "counted",
    "units_per_usd",
    "reported_usd",
    "counted_usd",
    "quantity",
    "reason",
  ]);
  const read = stillThere(readPage);
  for (const side of sides) {
    for await (const row of eachRow(side, read)) yield csvLine(cellsOf(figure, side, row));
  }
}

async function* eachRow(side: RowSide, readPage: ReadPage): AsyncGenerator<FigureRow, void, undefined> {
  for (let page: string | null = "0.0"; page !== null; ) {
    const report: FigureRowsReport | null = await readPage({ side, cursor: cursorOf(page), pageSize: rowsPerRead });
    if (report === null) return;
    if (side === "left_out" && report.leftOut.length === 0) return;
    yield* report.rows;
    page = report.nextPage;
  }
}

function cellsOf(figure: string, side: RowSide, row: FigureRow) {
  return [
    figure,
    side === "counted" ? "yes" : "no",
    row.kind,
    row.id,
    row.orderId,
    row.shopId,
    row.label,
    row.at,
    row.currency,
    row.amount,
    row.counted,
    row.unitsPerUsd,
    row.amountUsd,
    row.countedUsd,
    row.quantity,
    row.reason,
  ];
}
