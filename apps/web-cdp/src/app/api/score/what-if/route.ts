import { z } from "zod";
import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { limitSession } from "#server/rate-limits.ts";
import { readJson } from "#server/request-input.ts";
import { requireSession } from "#server/session.ts";

const input = z.strictObject({ changes: z.record(z.string().max(64), z.union([z.number(), z.string().max(64)])) });

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: async ({ request }) => {
    const session = await requireSession(request);
    await limitSession("what_if", session);
    const { changes } = await readJson(request, input);
    return json(await app().tryWhatIf(session, changes));
  },
});
