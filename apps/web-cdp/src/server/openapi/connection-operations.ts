import "server-only";
import { z } from "zod";
import { connectQuery, disconnectQuery, signedInput } from "#server/http-inputs.ts";
import * as answer from "./answers.ts";
import type { Operations } from "./operation.ts";

export const connectionOperations: Operations = {
  "/api/tiktokshop/auth": {
    get: {
      summary: "Begin to connect TikTok Shop",
      description:
        "Answers the address of the platform's consent page. `wallet` must be the session's own; `consentText` is the hash of the words that the person read first.",
      session: true,
      query: connectQuery,
      answers: { 200: { description: "Send the person there.", schema: z.object({ authUrl: z.url() }) } },
      refusals: ["conflict", "forbidden", "rate_limited"],
    },
  },
  "/api/tiktokshop/callback": {
    get: {
      summary: "Where TikTok Shop sends the person back",
      description:
        "Every outcome is a redirect to the dashboard: `tiktokshop_connected=true`, or `tiktokshop_error` with a code and a support reference.",
      session: false,
      callers: "anyone",
      query: z.object({ code: z.string().optional(), state: z.string().optional(), error: z.string().optional() }),
      answers: {
        303: { description: "To the dashboard.", headers: z.object({ location: z.url() }) },
      },
      refusals: ["forbidden"],
    },
  },
  "/api/tiktokshop/webhook": {
    post: {
      summary: "Deliveries of TikTok Shop",
      description: "Signed in the header `authorization` over the exact bytes. Answered once the delivery is stored.",
      session: false,
      callers: "anyone",
      body: z.unknown(),
      answers: {
        200: { description: "Stored, now or before." },
        401: { description: "The signature is not the platform's." },
      },
      refusals: ["bad_request"],
    },
  },
  "/api/connections": {
    get: {
      summary: "List the wallet's connections",
      session: true,
      answers: {
        200: {
          description: "All, with progress of a running import.",
          schema: z.object({ connections: z.array(answer.connection) }),
        },
      },
    },
  },
  "/api/connections/{id}": {
    get: {
      summary: "Read one connection",
      session: true,
      answers: { 200: { description: "The connection.", schema: answer.connection } },
      refusals: ["not_found"],
    },
    delete: {
      summary: "Disconnect",
      description:
        "Revokes and stops. `data=delete` also erases what was imported. Takes a confirmation (`POST /api/auth/confirmations`) that the wallet signed.",
      session: true,
      query: disconnectQuery,
      body: signedInput,
      answers: {
        200: { description: "Done.", schema: z.object({ status: z.enum(["disconnected", "deleted"]) }) },
      },
      refusals: ["not_found", "confirmation_required"],
    },
  },
  "/api/connections/{id}/sync": {
    post: {
      summary: "Ask for an import now",
      session: true,
      once: true,
      answers: { 202: { description: "Queued, or the one under way.", schema: answer.requestedSync } },
      refusals: ["not_found", "conflict", "rate_limited"],
    },
  },
};
