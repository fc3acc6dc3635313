import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { limitClient } from "#server/rate-limits.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: async ({ request }) => {
    await limitClient("revocations", request);
    const response = json(await app().publishRevocations());
    response.headers.set("cache-control", "public, max-age=30");
    return response;
  },
});
