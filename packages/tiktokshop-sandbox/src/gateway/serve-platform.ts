import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { isTokenPath, serveToken } from "../auth/serve-token.ts";
import { isConsentPath, serveConsent } from "../consent/serve-consent.ts";
import { applyDataFault } from "../faults/data-faults.ts";
import type { Fault } from "../faults/fault.ts";
import { sendWithFault } from "../faults/send-with-fault.ts";
import { redactQuery } from "../request-log.ts";
import type { World } from "../world.ts";
import { answerCall, checkRequest } from "./check-request.ts";
import { type Answer, failure, success, textAnswer } from "./envelope.ts";
import { GatewayError, refusals } from "./gateway-error.ts";
import { BodyTooLargeError, type ReceivedRequest, receive } from "./received-request.ts";

/** The platform's side: consent pages, token host and open API behind one port. */
export function createPlatformServer(world: World): Server {
  return createServer((message, response) => {
    serve(world, message, response).catch((cause: unknown) => {
      // A connection that broke while we read it is the client's affair; anything else is ours and must show.
      if (response.headersSent || response.destroyed) return;
      response.writeHead(cause instanceof BodyTooLargeError ? 413 : 500, { "content-type": "text/plain" });
      response.end(cause instanceof Error ? cause.message : "Unknown failure");
    });
  });
}

async function serve(world: World, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const request = await receive(message);
  const persona = personaOf(world, request);
  const fault = world.faults.strike({ method: request.method, path: request.path, persona });
  const isLostBefore = fault !== null && fault.afterEffect !== true && replacesAnswer(fault);
  const answer = isLostBefore ? textAnswer(500, "text/plain", "") : answerRequest(world, request, fault);
  world.log.add({
    at: new Date(world.clock.nowMs()).toISOString(),
    method: request.method,
    path: request.path,
    query: redactQuery(request.queryPairs),
    // A consent form holds the state, which is a secret between the app and a browser.
    body: isConsentPath(request.path) ? "" : request.body.subarray(0, 2000).toString("utf8"),
    status: fault?.kind === "answer" ? fault.status : isLostBefore ? null : answer.status,
    code: isLostBefore ? null : answer.code,
    fault: fault?.kind ?? null,
    persona,
  });
  // A server's Date is of its own clock; clients correct theirs by it.
  response.setHeader("date", new Date(world.clock.nowMs()).toUTCString());
  await sendWithFault({ message, response, answer, fault, latencyMs: world.settings.latencyMs });
}

/** Faults that throw the answer away, so that by default the request has no effect either. */
function replacesAnswer(fault: Fault): boolean {
  return ["answer", "hang", "reset", "html_502", "redirect", "huge_body", "gzip_bomb"].includes(fault.kind);
}

function answerRequest(world: World, request: ReceivedRequest, fault: Fault | null): Answer {
  if (isConsentPath(request.path)) return serveConsent(world, request);
  if (isTokenPath(request.path)) return serveToken(world, request);
  const nowMs = world.clock.nowMs();
  try {
    const data = answerCall(checkRequest(world, request));
    return success(fault === null ? data : applyDataFault(data, fault, request), nowMs);
  } catch (cause) {
    if (cause instanceof GatewayError) return withRetryAfter(world, failure(cause.refusal, nowMs));
    return failure(
      {
        ...refusals.internal,
        message: `${refusals.internal.message} (sandbox: ${cause instanceof Error ? cause.message : "unknown"})`,
      },
      nowMs,
    );
  }
}

/** The platform only says "respect Retry-After if present": whether it is, is a setting. */
function withRetryAfter(world: World, answer: Answer): Answer {
  const { retryAfterSeconds } = world.settings.rateLimit;
  if (answer.status !== 429 || retryAfterSeconds === null) return answer;
  return { ...answer, headers: { ...answer.headers, "retry-after": String(retryAfterSeconds) } };
}

function personaOf(world: World, { headers }: ReceivedRequest): string | null {
  const token = headers["x-tts-access-token"];
  if (typeof token !== "string") return null;
  const entry = world.state.accessTokens[token];
  return entry === undefined ? null : (world.state.authorizations[entry.authorizationId]?.personaId ?? null);
}
