import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { shareInput } from "#server/http-inputs.ts";
import { answerOnce } from "#server/once.ts";
import { limitSession } from "#server/rate-limits.ts";
import { requireSession } from "#server/session.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: async ({ request }) => {
    const session = await requireSession(request);
    return json({ shares: await app().listShares(session) });
  },
  POST: async ({ request }) => {
    const session = await requireSession(request);
    await limitSession("share", session);
    return answerOnce(request, session, shareInput, async (share, once) =>
      json(await app().createShare(session, share, once), 201),
    );
  },
});
