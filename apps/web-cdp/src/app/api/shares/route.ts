import { z } from "zod";
import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { answerOnce } from "#server/once.ts";
import { limitSession } from "#server/rate-limits.ts";
import { requireSession } from "#server/session.ts";

const input = z.strictObject({
  lender: z.string().max(64),
  scope: z.enum(["tier", "factors", "metrics"]),
  purpose: z.string().max(2000),
  expiresAt: z.union([z.iso.datetime({ offset: true }), z.iso.date()]),
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: async ({ request }) => {
    const session = await requireSession(request);
    return json({ shares: await app().listShares(session) });
  },
  POST: async ({ request }) => {
    const session = await requireSession(request);
    await limitSession("share", session);
    return answerOnce(request, session, input, async (share, once) =>
      json(await app().createShare(session, share, once), 201),
    );
  },
});
