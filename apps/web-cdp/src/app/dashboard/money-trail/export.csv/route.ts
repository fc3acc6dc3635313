import { trailCsv } from "#components/money-trail/trail-csv.ts";
import { csvFile } from "#lib/csv-file.ts";
import { app } from "#server/deps.ts";
import { currentSession } from "#server/session.ts";

/** Every flag of the signed-in wallet's money trail, as a file. */
export async function GET(): Promise<Response> {
  const session = await currentSession();
  const lines = session && trailCsv((query) => app().readTieOut(session, query));
  return csvFile("lendfriend-money-trail.csv", lines);
}
