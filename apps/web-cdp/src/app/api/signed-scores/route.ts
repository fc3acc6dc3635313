import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { signedScoreInput } from "#server/http-inputs.ts";
import { answerOnce } from "#server/once.ts";
import { limitSession } from "#server/rate-limits.ts";
import { requireSession } from "#server/session.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: async ({ request }) => {
    const session = await requireSession(request);
    return json({ signedScores: await app().listSignedScores(session) });
  },
  POST: async ({ request }) => {
    const session = await requireSession(request);
    await limitSession("signed_score", session);
    return answerOnce(request, session, signedScoreInput, async (wish, once) =>
      json(await app().issueSignedScore(session, wish, once), 201),
    );
  },
});
