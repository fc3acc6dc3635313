import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { adverseActionInput } from "#server/http-inputs.ts";
import { answerOnce } from "#server/once.ts";
import { limitSession } from "#server/rate-limits.ts";
import { requireSession } from "#server/session.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: async ({ request, params: { wallet = "" } }) => {
    const session = await requireSession(request);
    return json({ drafts: await app().listAdverseActions(session, wallet) });
  },
  POST: async ({ request, params: { wallet = "" } }) => {
    const session = await requireSession(request);
    await limitSession("adverse_action", session);
    return answerOnce(request, session, adverseActionInput, async (stated, once) => {
      const { draft, created } = await app().draftAdverseAction(session, { ...stated, borrower: wallet }, once);
      return json({ draft }, created ? 201 : 200);
    });
  },
});
