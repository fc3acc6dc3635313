import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { requireSession } from "#server/session.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: async ({ request }) => {
    const session = await requireSession(request);
    return json({ decisions: await app().listDecisionsAbout(session) });
  },
});
