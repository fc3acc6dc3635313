import { z } from "zod";
import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { limitSession } from "#server/rate-limits.ts";
import { readJson } from "#server/request-input.ts";
import { requireSession } from "#server/session.ts";

const input = z.strictObject({ positions: z.array(z.number().int().min(0).max(255)).max(256) });

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: async ({ request, params }) => {
    const session = await requireSession(request);
    await limitSession("signed_score", session);
    const { positions } = await readJson(request, input);
    return json(await app().discloseSignedScore(session, { id: params.id ?? "", positions }));
  },
});
