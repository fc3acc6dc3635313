import { flowCookie, sessionCookie, writeCookie } from "#server/cookies.ts";
import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { requireSession } from "#server/session.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: async ({ request }) => {
    const session = await requireSession(request);
    return json({ sessions: await app().listSessions(session) });
  },
  DELETE: async ({ request }) => {
    const session = await requireSession(request);
    const ended = await app().endAllSessions(session);
    const response = json({ wallet: null, ended });
    writeCookie(response, sessionCookie, null);
    writeCookie(response, flowCookie, null);
    return response;
  },
});
