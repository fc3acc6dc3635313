import "server-only";
import { z } from "zod";
import { accountOperations } from "./account-operations.ts";
import * as answer from "./answers.ts";
import { connectionOperations } from "./connection-operations.ts";
import type { Operations } from "./operation.ts";
import { scoreOperations } from "./score-operations.ts";
import { sharingOperations } from "./sharing-operations.ts";
import { signInOperations } from "./sign-in-operations.ts";

const systemOperations: Operations = {
  "/api/health": {
    get: {
      summary: "Whether people can be served",
      session: false,
      answers: {
        200: { description: "Served; `degraded` when nobody imports.", schema: answer.health },
        503: { description: "The database cannot be reached.", schema: answer.health },
      },
    },
  },
  "/api/openapi.json": {
    get: {
      summary: "This document",
      session: false,
      answers: { 200: { description: "OpenAPI 3.1.", schema: z.looseObject({ openapi: z.literal("3.1.0") }) } },
    },
  },
};

/** The whole HTTP surface under /api: every route and verb, and nothing else. */
export const operations: Operations = {
  ...signInOperations,
  ...accountOperations,
  ...connectionOperations,
  ...scoreOperations,
  ...sharingOperations,
  ...systemOperations,
};
