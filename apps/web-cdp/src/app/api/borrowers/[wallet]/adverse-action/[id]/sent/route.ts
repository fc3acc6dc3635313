import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { limitSession } from "#server/rate-limits.ts";
import { requireSession } from "#server/session.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: async ({ request, params: { wallet = "", id = "" } }) => {
    const session = await requireSession(request);
    await limitSession("adverse_action", session);
    return json({ draft: await app().markNoticeSent(session, { borrower: wallet, id }) });
  },
});
