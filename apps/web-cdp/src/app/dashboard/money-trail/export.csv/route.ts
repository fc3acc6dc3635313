import { trailCsv } from "#components/money-trail/trail-csv.ts";
import { csvFile } from "#lib/csv-file.ts";
import { app } from "#server/deps.ts";
import { resource } from "#server/http.ts";
import { refuseCrossSite, refusePrefetch } from "#server/request-guards.ts";
import { requireSession } from "#server/session.ts";

/** Every flag of the signed-in wallet's money trail, as a file. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: async ({ request }) => {
    refuseCrossSite(request);
    refusePrefetch(request);
    const session = await requireSession(request);
    return csvFile(
      "lendfriend-money-trail.csv",
      trailCsv((query) => app().readTieOut(session, query)),
    );
  },
});
