import { deps } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { openApiDocument } from "#server/openapi/document.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: async () => {
    const response = json(openApiDocument(deps().origin));
    response.headers.set("cache-control", "public, max-age=300");
    return response;
  },
});
