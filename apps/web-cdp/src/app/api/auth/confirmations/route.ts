import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { confirmationInput } from "#server/http-inputs.ts";
import { limitSession } from "#server/rate-limits.ts";
import { readJson } from "#server/request-input.ts";
import { requireSession } from "#server/session.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: async ({ request }) => {
    const session = await requireSession(request);
    await limitSession("confirm", session);
    return json(await app().issueConfirmation(session, await readJson(request, confirmationInput)));
  },
});
