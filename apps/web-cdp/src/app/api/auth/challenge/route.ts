import { preSessionCookie, writeCookie } from "#server/cookies.ts";
import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { challengeInput } from "#server/http-inputs.ts";
import { limitClient } from "#server/rate-limits.ts";
import { readJson } from "#server/request-input.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: async ({ request }) => {
    await limitClient("challenge", request);
    const { message, preSession } = await app().issueChallenge(await readJson(request, challengeInput));
    const response = json({ message });
    writeCookie(response, preSessionCookie, preSession);
    return response;
  },
});
