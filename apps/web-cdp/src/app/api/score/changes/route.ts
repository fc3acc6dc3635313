import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { changesQuery } from "#server/http-inputs.ts";
import { readQuery } from "#server/request-input.ts";
import { requireSession } from "#server/session.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: async ({ request }) => {
    const session = await requireSession(request);
    const { from = null, to = null } = readQuery(request, changesQuery);
    return json({ changes: await app().readScoreChanges(session, { from, to }) });
  },
});
