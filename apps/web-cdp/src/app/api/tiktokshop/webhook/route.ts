import { app } from "#server/deps.ts";
import { AppError } from "#server/errors.ts";
import { resource } from "#server/http.ts";
import { readBytes } from "#server/request-input.ts";

const maxBytes = 256 * 1024;

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(
  {
    POST: async ({ request }) => {
      const rawBody = await readBytes(request, maxBytes);
      const outcome = await app()
        .receiveWebhook(rawBody, request.headers.get("authorization"))
        .catch((cause: unknown) => {
          throw new AppError("unavailable", "The delivery could not be stored. Send it again.", { cause });
        });
      return new Response(null, { status: outcome === "stored" ? 200 : 401 });
    },
  },
  { callers: "anyone" },
);
