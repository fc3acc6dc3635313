import { rowsCsv } from "#components/rows/rows-csv.ts";
import { csvFile } from "#lib/csv-file.ts";
import { app } from "#server/deps.ts";
import { rowsQuery } from "#server/figure-rows.ts";
import { resource } from "#server/http.ts";
import { refuseCrossSite, refusePrefetch } from "#server/request-guards.ts";
import { readQuery } from "#server/request-input.ts";
import { requireSession } from "#server/session.ts";

/** Every row behind one figure of the signed-in wallet's score, counted ones first, as a file. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: async ({ request }) => {
    refuseCrossSite(request);
    refusePrefetch(request);
    const session = await requireSession(request);
    const { figure } = readQuery(request, rowsQuery.pick({ figure: true }));
    return csvFile(
      "lendfriend-rows.csv",
      rowsCsv(figure, (page) => app().readFigureRows(session, { figure, ...page })),
    );
  },
});
