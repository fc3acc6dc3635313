import { app } from "#server/deps.ts";
import { AppError } from "#server/errors.ts";
import { json, resource } from "#server/http.ts";
import { refuseCrossSite, refusePrefetch } from "#server/request-guards.ts";
import { readQuery } from "#server/request-input.ts";
import { requireSession } from "#server/session.ts";
import { tieOutQuery } from "#server/tie-out-page.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: async ({ request, params }) => {
    refuseCrossSite(request);
    refusePrefetch(request);
    const session = await requireSession(request);
    const { kind = null, page, pageSize } = readQuery(request, tieOutQuery);
    const shared = await app().readSharedTieOut(session, params.wallet ?? "", { kind, page, pageSize });
    if (shared === null) throw new AppError("not_found", "Nothing is shared with you under this address.");
    return json(shared);
  },
});
