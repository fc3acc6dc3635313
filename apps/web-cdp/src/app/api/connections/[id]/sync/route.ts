import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { limitSession } from "#server/rate-limits.ts";
import { requireSession } from "#server/session.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: async ({ request, params }) => {
    const session = await requireSession(request);
    await limitSession("sync", session);
    return json(await app().requestSync(session, params.id ?? ""), 202);
  },
});
