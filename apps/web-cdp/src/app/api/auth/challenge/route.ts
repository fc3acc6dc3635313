import { z } from "zod";
import { preSessionCookie, writeCookie } from "#server/cookies.ts";
import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { limitClient } from "#server/rate-limits.ts";
import { readJson } from "#server/request-input.ts";

const input = z.strictObject({ address: z.string().max(64), chainId: z.int() });

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: async ({ request }) => {
    await limitClient("challenge", request);
    const { message, preSession } = await app().issueChallenge(await readJson(request, input));
    const response = json({ message });
    writeCookie(response, preSessionCookie, preSession);
    return response;
  },
});
