import { dashboardQuery } from "#server/connecting/dashboard-query.ts";
import { flowCookie, readCookie, sessionCookie, writeCookie } from "#server/cookies.ts";
import { app, deps } from "#server/deps.ts";
import { resource } from "#server/http.ts";
import { refusePrefetch } from "#server/request-guards.ts";
import { onlyValue } from "#server/request-input.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: async ({ request }) => {
    refusePrefetch(request);
    const callback = {
      code: onlyValue(request, "code"),
      state: onlyValue(request, "state"),
      error: request.nextUrl.searchParams.get("error") || null,
      browser: readCookie(request, flowCookie),
    };
    const session = await app().sessionOfCallback(readCookie(request, sessionCookie), callback);
    const result = await app().completeConnection(session, callback);
    const location = `${deps().origin}/dashboard?${dashboardQuery(result)}`;
    const response = new Response(null, { status: 303, headers: { location, "referrer-policy": "no-referrer" } });
    writeCookie(response, flowCookie, result.browser);
    return response;
  },
});
