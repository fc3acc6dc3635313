import { z } from "zod";
import { preSessionCookie, readCookie, sessionCookie, writeCookie } from "#server/cookies.ts";
import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { limitClient } from "#server/rate-limits.ts";
import { readJson } from "#server/request-input.ts";

const input = z.strictObject({ message: z.string(), signature: z.string() });

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: async ({ request }) => {
    await limitClient("verify", request);
    const { wallet, sessionToken } = await app().verifySignIn({
      ...(await readJson(request, input)),
      preSession: readCookie(request, preSessionCookie),
      previousSession: readCookie(request, sessionCookie),
    });
    const response = json({ wallet });
    writeCookie(response, sessionCookie, sessionToken);
    writeCookie(response, preSessionCookie, null);
    return response;
  },
});
