import { app } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: async () => {
    const response = json(app().readScoreSigners());
    response.headers.set("cache-control", "public, max-age=300");
    return response;
  },
});
