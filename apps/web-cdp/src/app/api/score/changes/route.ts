import { z } from "zod";
import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { readQuery } from "#server/request-input.ts";
import { requireSession } from "#server/session.ts";

const snapshotHash = z.string().regex(/^[0-9a-f]{64}$/);
const query = z.object({ from: snapshotHash.optional(), to: snapshotHash.optional() });

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: async ({ request }) => {
    const session = await requireSession(request);
    const { from = null, to = null } = readQuery(request, query);
    return json({ changes: await app().readScoreChanges(session, { from, to }) });
  },
});
