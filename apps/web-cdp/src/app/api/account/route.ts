import { flowCookie, sessionCookie, writeCookie } from "#server/cookies.ts";
import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { deleteAccountInput } from "#server/http-inputs.ts";
import { readJson } from "#server/request-input.ts";
import { requireSession } from "#server/session.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  DELETE: async ({ request }) => {
    const session = await requireSession(request);
    const { message, signature } = await readJson(request, deleteAccountInput);
    const deletionId = await app().deleteAccount(session, { message, signature });
    const response = json({ deletionId, state: "revoking" }, 202);
    writeCookie(response, sessionCookie, null);
    writeCookie(response, flowCookie, null);
    return response;
  },
});
