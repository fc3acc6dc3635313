import { json, resource } from "#server/http.ts";
import { sessionOf } from "#server/session.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: async ({ request }) => {
    const session = await sessionOf(request);
    return json({ wallet: session?.wallet ?? null });
  },
});
