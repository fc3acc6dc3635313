import { app } from "#server/deps.ts";
import { AppError } from "#server/errors.ts";
import { json, resource } from "#server/http.ts";
import { requireSession } from "#server/session.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: async ({ request }) => {
    const session = await requireSession(request);
    const report = await app().readScore(session);
    if (report === null) throw new AppError("not_found", "There is no score yet: connect a shop and let it import.");
    return json(report);
  },
});
