import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { disclosureInput } from "#server/http-inputs.ts";
import { limitSession } from "#server/rate-limits.ts";
import { readJson } from "#server/request-input.ts";
import { requireSession } from "#server/session.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: async ({ request, params }) => {
    const session = await requireSession(request);
    await limitSession("signed_score", session);
    const { positions } = await readJson(request, disclosureInput);
    return json(await app().discloseSignedScore(session, { id: params.id ?? "", positions }));
  },
});
