import "server-only";
import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage, ServerResponse } from "node:http";

/** No body that we accept is large, so one that takes longer than this is held back on purpose. */
const maxBodyMs = 10_000;

/**
 * Refusals that have to come before Next: it cannot represent a TRACE request, nor decode a path that is no UTF-8 (and
 * answers both with 500), it redirects to a host that a target names, and it collects a whole body before any route runs, so that a route cannot end one that never
 * arrives.
 */
export function guardRequests(): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = partsOf(message);
    if (!request || !response) return;
    // Under a verb that no route has, it is refused with 405 like every other one.
    if (request.method === "TRACE") request.method = "PUT";
    request.url = ownPath(request.url ?? "/");
    if (hasBody(request)) refuseSlowBody(request, response);
  });
}

/** The path and query of a request's target. One that names a host, as to a proxy, would be redirected there. */
function ownPath(target: string): string {
  const path = target.startsWith("/") ? target : /^https?:\/\/[^/?#]*(\/.*)$/i.exec(target)?.[1];
  return path !== undefined && isDecodable(path) ? path : "/not-found";
}

function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url.split("?")[0] ?? "");
    return true;
  } catch {
    return false;
  }
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

function refuseSlowBody(request: IncomingMessage, response: ServerResponse): void {
  const timer = setTimeout(() => {
    if (request.complete) return;
    if (!response.headersSent) response.writeHead(408, { connection: "close" });
    response.end(() => request.destroy());
  }, maxBodyMs);
  // Not with the answer's end: a body may be due after it, too.
  request.once("end", () => clearTimeout(timer));
  request.once("close", () => clearTimeout(timer));
}

function partsOf(message: unknown): {
  readonly request: IncomingMessage | null;
  readonly response: ServerResponse | null;
} {
  if (typeof message !== "object" || message === null) return { request: null, response: null };
  const request = "request" in message && message.request instanceof IncomingMessage ? message.request : null;
  const response = "response" in message && message.response instanceof ServerResponse ? message.response : null;
  return { request, response };
}
