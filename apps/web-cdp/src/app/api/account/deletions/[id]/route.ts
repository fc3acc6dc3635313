import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { limitClient } from "#server/rate-limits.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: async ({ request, params }) => {
    await limitClient("receipt", request);
    return json(await app().readDeletion(params.id ?? ""));
  },
});
