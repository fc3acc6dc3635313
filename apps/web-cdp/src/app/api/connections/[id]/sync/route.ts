import { z } from "zod";
import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { answerOnce } from "#server/once.ts";
import { limitSession } from "#server/rate-limits.ts";
import { requireSession } from "#server/session.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: async ({ request, params }) => {
    const session = await requireSession(request);
    await limitSession("sync", session);
    return answerOnce(request, session, z.unknown(), async (_, once) =>
      json(await app().requestSync(session, params.id ?? "", once), 202),
    );
  },
});
