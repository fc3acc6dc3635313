import { z } from "zod";
import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { limitSession } from "#server/rate-limits.ts";
import { readJson } from "#server/request-input.ts";
import { requireSession } from "#server/session.ts";

const input = z.discriminatedUnion("act", [
  z.strictObject({
    act: z.enum(["connection.disconnect", "connection.delete"]),
    object: z.string().max(64),
    chainId: z.int(),
  }),
  z.strictObject({ act: z.literal("account.delete"), chainId: z.int() }),
]);

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: async ({ request }) => {
    const session = await requireSession(request);
    await limitSession("confirm", session);
    return json(await app().issueConfirmation(session, await readJson(request, input)));
  },
});
