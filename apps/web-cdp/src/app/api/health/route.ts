import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: async () => {
    const health = await app().checkHealth();
    return json(health, health.status === "down" ? 503 : 200);
  },
});
