import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { disconnectQuery, signedInput } from "#server/http-inputs.ts";
import { readJson, readQuery } from "#server/request-input.ts";
import { requireSession } from "#server/session.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: async ({ request, params }) => {
    const session = await requireSession(request);
    return json(await app().getConnection(session, params.id ?? ""));
  },
  DELETE: async ({ request, params }) => {
    const session = await requireSession(request);
    const { data } = readQuery(request, disconnectQuery);
    await app().disconnectConnection(session, params.id ?? "", data, await readJson(request, signedInput));
    return json({ status: data === "delete" ? "deleted" : "disconnected" });
  },
});
