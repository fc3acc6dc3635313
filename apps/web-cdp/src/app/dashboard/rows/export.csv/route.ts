import type { NextRequest } from "next/server";
import { rowsCsv } from "#components/rows/rows-csv.ts";
import { csvFile } from "#lib/csv-file.ts";
import { app } from "#server/deps.ts";
import { rowsQuery } from "#server/figure-rows.ts";
import { currentSession } from "#server/session.ts";

/** Every row behind one figure of the signed-in wallet's score, counted ones first, as a file. */
export async function GET(request: NextRequest): Promise<Response> {
  const session = await currentSession();
  const query = rowsQuery.pick({ figure: true }).safeParse(Object.fromEntries(request.nextUrl.searchParams));
  const name = "lendfriend-rows.csv";
  if (session === null || !query.success) return csvFile(name, null);
  const { figure } = query.data;
  return csvFile(
    name,
    rowsCsv(figure, (page) => app().readFigureRows(session, { figure, ...page })),
  );
}
