import type { NextRequest } from "next/server";
import { rowsCsv } from "#components/rows/rows-csv.ts";
import { textStream } from "#lib/text-stream.ts";
import { app } from "#server/deps.ts";
import { rowsQuery } from "#server/figure-rows.ts";
import { currentSession } from "#server/session.ts";

/** Every row behind one figure of the signed-in wallet's score, counted ones first, as a file. */
export async function GET(request: NextRequest): Promise<Response> {
  const session = await currentSession();
  const query = rowsQuery.pick({ figure: true }).safeParse(Object.fromEntries(request.nextUrl.searchParams));
  if (session === null || !query.success) {
    return new Response("Not found", { status: 404, headers: { "cache-control": "no-store" } });
  }
  const { figure } = query.data;
  return new Response(textStream(rowsCsv(figure, (page) => app().readFigureRows(session, { figure, ...page }))), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="lendfriend-rows.csv"`,
      "cache-control": "no-store",
    },
  });
}
