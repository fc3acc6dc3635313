import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { refuseCrossSite, refusePrefetch } from "#server/request-guards.ts";
import { requireSession } from "#server/session.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: async ({ request }) => {
    refuseCrossSite(request);
    refusePrefetch(request);
    const session = await requireSession(request);
    return json({ borrowers: await app().listSharedBorrowers(session) });
  },
});
