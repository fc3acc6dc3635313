import { flowCookie, readCookie, sessionCookie, writeCookie } from "#server/cookies.ts";
import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: async ({ request }) => {
    await app().endSession(readCookie(request, sessionCookie));
    const response = json({ wallet: null });
    writeCookie(response, sessionCookie, null);
    writeCookie(response, flowCookie, null);
    return response;
  },
});
