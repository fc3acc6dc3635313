import "server-only";
import { subscribe } from "node:diagnostics_channel";
import { type IncomingMessage, Server, type ServerResponse } from "node:http";

/** Answers a request and is true, or leaves it alone and is false. */
export type Refuse = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * Asks `refuse` before the server's own listeners see a request. Next makes its server itself, and lets a request go only
 * after work that costs more than many an answer.
 */
export function standInFront(refuse: Refuse): void {
  const known = new WeakSet<Server>();
  subscribe("http.server.request.start", (message) => {
    const server = serverOf(message);
    if (server === null || known.has(server)) return;
    known.add(server);
    const behind = server.listeners("request");
    server.removeAllListeners("request");
    server.on("request", (request: IncomingMessage, response: ServerResponse) => {
      if (refuse(request, response)) return;
      for (const listener of behind) Reflect.apply(listener, server, [request, response]);
    });
  });
}

function serverOf(message: unknown): Server | null {
  if (typeof message !== "object" || message === null || !("server" in message)) return null;
  return message.server instanceof Server ? message.server : null;
}
