import { z } from "zod";
import { flowCookie, sessionCookie, writeCookie } from "#server/cookies.ts";
import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { readJson } from "#server/request-input.ts";
import { requireSession } from "#server/session.ts";

/** Typed by the person: no slip of the mouse and no retried request deletes an account. */
const input = z.strictObject({ confirm: z.literal("delete my account") });

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  DELETE: async ({ request }) => {
    const session = await requireSession(request);
    await readJson(request, input);
    const response = json({ deletionId: await app().deleteAccount(session), state: "revoking" }, 202);
    writeCookie(response, sessionCookie, null);
    writeCookie(response, flowCookie, null);
    return response;
  },
});
