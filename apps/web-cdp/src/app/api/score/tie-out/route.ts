import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { readQuery } from "#server/request-input.ts";
import { requireSession } from "#server/session.ts";
import { tieOutQuery } from "#server/tie-out-page.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: async ({ request }) => {
    const session = await requireSession(request);
    const { kind = null, page, pageSize } = readQuery(request, tieOutQuery);
    return json({ tieOut: await app().readTieOut(session, { kind, page, pageSize }) });
  },
});
