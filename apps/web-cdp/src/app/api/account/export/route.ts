import { textStream } from "#lib/text-stream.ts";
import { app } from "#server/deps.ts";
import { resource } from "#server/http.ts";
import { limitSession } from "#server/rate-limits.ts";
import { refuseCrossSite, refusePrefetch } from "#server/request-guards.ts";
import { requireSession } from "#server/session.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: async ({ request }) => {
    refuseCrossSite(request);
    refusePrefetch(request);
    const session = await requireSession(request);
    await limitSession("export", session);
    return new Response(textStream(app().exportAccount(session)), {
      headers: {
        "content-type": "application/x-ndjson; charset=utf-8",
        "content-disposition": `attachment; filename="lendfriend-my-data.ndjson"`,
      },
    });
  },
});
