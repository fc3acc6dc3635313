import { preSessionCookie, readCookie, sessionCookie, writeCookie } from "#server/cookies.ts";
import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { signedInput } from "#server/http-inputs.ts";
import { limitClient, refuseLimitedClient } from "#server/rate-limits.ts";
import { readJson } from "#server/request-input.ts";
import { deviceName } from "#server/sign-in/device-name.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: async ({ request }) => {
    refuseLimitedClient("failed_sign_in", request);
    const signed = await readJson(request, signedInput);
    const cookies = {
      preSession: readCookie(request, preSessionCookie),
      previousSession: readCookie(request, sessionCookie),
    };
    const verified = await app()
      .verifySignIn({ ...signed, ...cookies, device: deviceName(request.headers.get("user-agent")) })
      .catch((error: unknown) => limitClient("failed_sign_in", request).then(() => Promise.reject(error)));
    const response = json({ wallet: verified.wallet });
    writeCookie(response, sessionCookie, verified.sessionToken);
    writeCookie(response, preSessionCookie, null);
    return response;
  },
});
