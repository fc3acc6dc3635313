import { z } from "zod";
import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { answerOnce } from "#server/once.ts";
import { limitSession } from "#server/rate-limits.ts";
import { requireSession } from "#server/session.ts";

const input = z.strictObject({
  decision: z.enum(["declined", "counter_offer", "incomplete_application"]),
  loanReference: z.string().max(2000).nullable().default(null),
  snapshotId: z.uuid().nullable().default(null),
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: async ({ request, params: { wallet = "" } }) => {
    const session = await requireSession(request);
    return json({ drafts: await app().listAdverseActions(session, wallet) });
  },
  POST: async ({ request, params: { wallet = "" } }) => {
    const session = await requireSession(request);
    await limitSession("adverse_action", session);
    return answerOnce(request, session, input, async (stated, once) => {
      const { draft, created } = await app().draftAdverseAction(session, { ...stated, borrower: wallet }, once);
      return json({ draft }, created ? 201 : 200);
    });
  },
});
