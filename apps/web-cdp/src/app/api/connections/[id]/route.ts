import { z } from "zod";
import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { readQuery } from "#server/request-input.ts";
import { requireSession } from "#server/session.ts";

const query = z.object({ data: z.enum(["keep", "delete"]).default("keep") });

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: async ({ request, params }) => {
    const session = await requireSession(request);
    return json(await app().getConnection(session, params.id ?? ""));
  },
  DELETE: async ({ request, params }) => {
    const session = await requireSession(request);
    const { data } = readQuery(request, query);
    await app().disconnectConnection(session, params.id ?? "", data);
    return json({ status: data === "delete" ? "deleted" : "disconnected" });
  },
});
