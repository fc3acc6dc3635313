import { flowCookie, readCookie, writeCookie } from "#server/cookies.ts";
import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { connectQuery } from "#server/http-inputs.ts";
import { limitSession } from "#server/rate-limits.ts";
import { refuseCrossSite, refusePrefetch } from "#server/request-guards.ts";
import { readQuery } from "#server/request-input.ts";
import { requireSession } from "#server/session.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: async ({ request }) => {
    refuseCrossSite(request);
    refusePrefetch(request);
    const session = await requireSession(request);
    const input = readQuery(request, connectQuery);
    await limitSession("connect", session);
    const browser = readCookie(request, flowCookie);
    const started = await app().startConnection(session, { ...input, browser });
    const response = json({ authUrl: started.authUrl });
    writeCookie(response, flowCookie, started.browser);
    return response;
  },
});
