import { z } from "zod";
import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { readJson, readQuery } from "#server/request-input.ts";
import { requireSession } from "#server/session.ts";

const signed = z.strictObject({ message: z.string(), signature: z.string() });
const query = z.object({ data: z.enum(["keep", "delete"]).default("keep") });

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: async ({ request, params }) => {
    const session = await requireSession(request);
    return json(await app().getConnection(session, params.id ?? ""));
  },
  DELETE: async ({ request, params }) => {
    const session = await requireSession(request);
    const { data } = readQuery(request, query);
    await app().disconnectConnection(session, params.id ?? "", data, await readJson(request, signed));
    return json({ status: data === "delete" ? "deleted" : "disconnected" });
  },
});
