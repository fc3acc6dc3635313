import "server-only";
import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";

/**
 * Next cannot represent a TRACE request and answers 500 with a stack in the log. Under a verb that no route has, it is
 * refused with 405 like every other one.
 */
export function refuseTrace(): void {
  subscribe("http.server.request.start", (message) => {
    const request = requestOf(message);
    if (request?.method === "TRACE" || request?.method === "CONNECT") request.method = "PUT";
  });
}

function requestOf(message: unknown): IncomingMessage | null {
  if (typeof message !== "object" || message === null || !("request" in message)) return null;
  return message.request instanceof IncomingMessage ? message.request : null;
}
