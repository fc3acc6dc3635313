import { app } from "#server/deps.ts";
import { rowsQuery } from "#server/figure-rows.ts";
import { json, resource } from "#server/http.ts";
import { readQuery } from "#server/request-input.ts";
import { requireSession } from "#server/session.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: async ({ request }) => {
    const session = await requireSession(request);
    const { page: cursor, ...query } = readQuery(request, rowsQuery);
    return json({ rows: await app().readFigureRows(session, { ...query, cursor }) });
  },
});
