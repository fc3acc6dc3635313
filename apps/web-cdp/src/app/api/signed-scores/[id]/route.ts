import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { limitSession } from "#server/rate-limits.ts";
import { requireSession } from "#server/session.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  DELETE: async ({ request, params }) => {
    const session = await requireSession(request);
    await limitSession("signed_score", session);
    await app().revokeSignedScore(session, params.id ?? "");
    return json({ status: "revoked" });
  },
});
