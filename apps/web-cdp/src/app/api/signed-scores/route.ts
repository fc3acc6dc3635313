import { z } from "zod";
import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { answerOnce } from "#server/once.ts";
import { limitSession } from "#server/rate-limits.ts";
import { requireSession } from "#server/session.ts";

const input = z.strictObject({ days: z.number().int().min(1).max(90).default(30) });

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: async ({ request }) => {
    const session = await requireSession(request);
    return json({ signedScores: await app().listSignedScores(session) });
  },
  POST: async ({ request }) => {
    const session = await requireSession(request);
    await limitSession("signed_score", session);
    return answerOnce(request, session, input, async (wish, once) =>
      json(await app().issueSignedScore(session, wish, once), 201),
    );
  },
});
