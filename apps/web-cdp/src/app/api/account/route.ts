import { z } from "zod";
import { flowCookie, sessionCookie, writeCookie } from "#server/cookies.ts";
import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { readJson } from "#server/request-input.ts";
import { requireSession } from "#server/session.ts";

/** Typed by the person and signed by the wallet: no slip of the mouse and no stolen session deletes an account. */
const input = z.strictObject({
  confirm: z.literal("delete my account"),
  message: z.string(),
  signature: z.string(),
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  DELETE: async ({ request }) => {
    const session = await requireSession(request);
    const { message, signature } = await readJson(request, input);
    const deletionId = await app().deleteAccount(session, { message, signature });
    const response = json({ deletionId, state: "revoking" }, 202);
    writeCookie(response, sessionCookie, null);
    writeCookie(response, flowCookie, null);
    return response;
  },
});
