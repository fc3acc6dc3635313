import "server-only";
import { z } from "zod";
import {
  createDocument,
  type ZodOpenApiContentObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponseObject,
} from "zod-openapi";
import { sessionCookie } from "#server/cookies.ts";
import { type AppErrorCode, statusByCode } from "#server/errors.ts";
import { errorBody } from "./answers.ts";
import type { Operation } from "./operation.ts";
import { operations } from "./operations.ts";

type Document = ReturnType<typeof createDocument>;

let unplaced: Document | null = null;

/**
 * The HTTP surface as OpenAPI 3.1, made from the schemas that the routes use, once for each process. `origin` is where it is
 * served.
 */
export function openApiDocument(origin: string): Document {
  unplaced ??= describeSurface();
  return { ...unplaced, servers: [{ url: origin }] };
}

function describeSurface(): Document {
  return createDocument(
    {
      openapi: "3.1.0",
      info: {
        title: "LendFriend × TikTok Shop",
        version: "1.0.0",
        description:
          "Money is a decimal string. Every answer but a public list is `no-store`. Mutations are accepted from this origin's pages and from clients that are no browser, with JSON bodies.",
      },
      paths: pathsOf(operations),
      components: {
        securitySchemes: {
          session: {
            type: "apiKey",
            in: "cookie",
            name: sessionCookie.name,
            description: "Set by `POST /api/auth/verify`.",
          },
        },
      },
    },
    {
      // Hex text of an exact length, the only custom schemas of the surface: JSON Schema cannot call their function.
      override: ({ zodSchema, jsonSchema }) => {
        if (zodSchema._zod.def.type !== "custom") return;
        jsonSchema.type = "string";
        jsonSchema.pattern = "^0x[0-9a-f]+$";
      },
    },
  );
}

function pathsOf(paths: typeof operations): ZodOpenApiPathsObject {
  return Object.fromEntries(
    Object.entries(paths).map(([path, verbs]) => [
      path,
      Object.fromEntries(
        Object.entries(verbs).map(([verb, operation]) => [verb, operationObject(path, verb, operation)]),
      ),
    ]),
  );
}

function operationObject(path: string, verb: string, operation: Operation): ZodOpenApiOperationObject {
  const { summary, description, session, query, body, once } = operation;
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  return {
    operationId: operationId(path, verb),
    summary,
    ...(description === undefined ? {} : { description }),
    security: session ? [{ session: [] }] : [],
    requestParams: {
      ...(names.length > 0 ? { path: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) } : {}),
      ...(query ? { query } : {}),
      ...(once ? { header: onceHeader } : {}),
    },
    ...(body ? { requestBody: { required: true, content: { "application/json": { schema: body } } } } : {}),
    responses: { ...refusalsOf(verb, operation), ...answersOf(operation) },
  };
}

/** `POST /api/signed-scores/{id}/disclosures` is `postSignedScoresIdDisclosures`. */
function operationId(path: string, verb: string): string {
  const words = path.slice("/api/".length).match(/[A-Za-z0-9]+/g) ?? [];
  return verb + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

const onceHeader = z.object({
  "idempotency-key": z
    .uuid()
    .optional()
    .meta({ description: "Sent again within 24 hours, the request has no second effect and gets the first answer." }),
});
const requestIdHeader = z.object({ "x-request-id": z.uuid() });
const retryHeaders = requestIdHeader.extend({ "retry-after": z.string().optional() });

function answersOf({ answers }: Operation): Record<`${1 | 2 | 3 | 4 | 5}${string}`, ZodOpenApiResponseObject> {
  return Object.fromEntries(
    Object.entries(answers).map(([status, { description, schema, headers, isStreamed, mediaType }]) => [
      status,
      {
        description,
        headers: headers ? requestIdHeader.extend(headers.shape) : requestIdHeader,
        ...(schema ? { content: contentOf(schema, isStreamed ?? false) } : {}),
        ...(mediaType ? { content: { [mediaType]: { schema: z.string() } } } : {}),
      },
    ]),
  );
}

function contentOf(schema: z.ZodType, isStreamed: boolean): ZodOpenApiContentObject {
  const events = { "text/event-stream": { schema: z.string() } };
  return { "application/json": { schema }, ...(isStreamed ? events : {}) };
}

function refusalsOf(verb: string, operation: Operation): Record<`${4 | 5}${string}`, ZodOpenApiResponseObject> {
  const codes = new Set<AppErrorCode>([...impliedRefusals(verb, operation), ...(operation.refusals ?? [])]);
  const byStatus = Map.groupBy(codes, (code) => statusByCode[code]);
  return Object.fromEntries(
    [...byStatus].map(([status, refusals]) => [
      String(status),
      {
        description: `Refused: ${refusals.map((code) => `\`${code}\``).join(", ")}.`,
        headers: status === 429 || status === 503 ? retryHeaders : requestIdHeader,
        content: { "application/json": { schema: errorBody } },
      },
    ]),
  );
}

/** What follows from how a request comes in, before any route looks at it. */
function impliedRefusals(verb: string, { session, query, body, once, callers }: Operation): readonly AppErrorCode[] {
  const judged = callers !== "anyone";
  return [
    ...(judged && verb !== "get" ? (["forbidden", "unsupported_media_type"] as const) : []),
    ...(judged && (query || body || once) ? (["bad_request"] as const) : []),
    ...(session ? (["unauthorized"] as const) : []),
    ...(body || once ? (["too_large"] as const) : []),
    ...(once ? (["idempotency_key_reused"] as const) : []),
    "unexpected",
    "unavailable",
  ];
}
