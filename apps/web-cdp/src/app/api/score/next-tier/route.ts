import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { limitSession } from "#server/rate-limits.ts";
import { requireSession } from "#server/session.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: async ({ request }) => {
    const session = await requireSession(request);
    await limitSession("what_if", session);
    return json({ nextTier: await app().findNextTier(session) });
  },
});
