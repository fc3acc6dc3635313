import "server-only";
import { randomUUID } from "node:crypto";
import type { NextRequest } from "next/server";
import { deps } from "./deps.ts";
import { AppError, errorBody } from "./errors.ts";
import { refuseForeignCaller, refuseOtherContent } from "./request-guards.ts";
import { strictTransport } from "./strict-transport.ts";

/** One request to one of our routes. */
interface Call {
  readonly request: NextRequest;
  readonly params: Readonly<Record<string, string>>;
}

type Handle = (call: Call) => Promise<Response>;
type RouteHandler = (request: NextRequest, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

type Verb = "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS";
type Handles = Readonly<Partial<Record<Verb, Handle>>>;

/**
 * Makes all handlers of one route: the given verbs, and a 405 for every other one, HEAD included (Next would answer it
 * by running GET). Mutations are refused to foreign origins; `callers: "anyone"` is for a platform that signs its calls.
 */
export function resource(
  handles: Handles,
  { callers = "same_origin" }: { readonly callers?: "same_origin" | "anyone" } = {},
): Record<Verb, RouteHandler> {
  const guards = callers === "same_origin" ? [refuseForeignCaller, refuseOtherContent] : [];
  return ofEveryVerb(
    (verb): RouteHandler =>
      (request, context) =>
        answer(request, async () => {
          const handle = handles[verb];
          if (!handle)
            throw new AppError("method_not_allowed", `This address answers ${Object.keys(handles).join(", ")}.`);
          if (verb !== "GET") for (const guard of guards) guard(request, deps().origin);
          return handle({ request, params: await context.params });
        }).then((response) => withAllow(response, handles)),
  );
}

/** Makes the handlers of an address that nothing stands at: 404 to every verb. */
export function nowhere(): Record<Verb, (request: NextRequest) => Promise<Response>> {
  return ofEveryVerb(() => (request) => answer(request, refuseAddress));
}

function refuseAddress(): Promise<never> {
  return Promise.reject(new AppError("not_found", "There is nothing at this address."));
}

function ofEveryVerb<Handler>(handlerOf: (verb: Verb) => Handler): Record<Verb, Handler> {
  return {
    GET: handlerOf("GET"),
    HEAD: handlerOf("HEAD"),
    POST: handlerOf("POST"),
    PUT: handlerOf("PUT"),
    PATCH: handlerOf("PATCH"),
    DELETE: handlerOf("DELETE"),
    OPTIONS: handlerOf("OPTIONS"),
  };
}

/** Answers with JSON. */
export function json(body: unknown, status = 200): Response {
  return Response.json(body, { status });
}

async function answer(request: NextRequest, run: () => Promise<Response>): Promise<Response> {
  const startedAt = performance.now();
  const requestId = randomUUID();
  const facts = { requestId, method: request.method, path: request.nextUrl.pathname };
  const response = await run().catch((error: unknown) => refusal(error, facts));
  // Only a public list names a time of its own.
  if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
  response.headers.set("x-request-id", requestId);
  // Files beside the pages have it from the proxy.
  if (facts.path.startsWith("/api/")) strictTransport(response.headers, deps().origin);
  deps().log.info("request.answered", {
    ...facts,
    status: response.status,
    ms: Math.round(performance.now() - startedAt),
  });
  return response;
}

function refusal(
  error: unknown,
  facts: { readonly requestId: string; readonly method: string; readonly path: string },
): Response {
  const { log } = deps();
  if (!(error instanceof AppError)) log.error("request.failed", error, facts);
  else if (error.status >= 500) log.warn("request.unavailable", { ...facts, err: error });
  const told = error instanceof AppError ? error : unexpected;
  const response = json(errorBody(told, facts.requestId), told.status);
  if (told.retryAfterSeconds !== null) response.headers.set("retry-after", String(told.retryAfterSeconds));
  return response;
}

/** All that anybody outside learns about a failure that nobody foresaw. */
const unexpected = new AppError("unexpected", "Something went wrong on our side. Quote the request id to support.");

function withAllow(response: Response, handles: Handles): Response {
  if (response.status === 405) response.headers.set("allow", Object.keys(handles).join(", "));
  return response;
}
