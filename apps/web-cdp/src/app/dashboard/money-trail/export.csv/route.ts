import { trailCsv } from "#components/money-trail/trail-csv.ts";
import { textStream } from "#lib/text-stream.ts";
import { app } from "#server/deps.ts";
import { currentSession } from "#server/session.ts";

/** Every flag of the signed-in wallet's money trail, as a file. */
export async function GET(): Promise<Response> {
  const session = await currentSession();
  if (session === null) return new Response("Not found", { status: 404, headers: { "cache-control": "no-store" } });
  return new Response(textStream(trailCsv((query) => app().readTieOut(session, query))), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="lendfriend-money-trail.csv"`,
      "cache-control": "no-store",
    },
  });
}
