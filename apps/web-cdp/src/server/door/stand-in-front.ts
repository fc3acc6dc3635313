import "server-only";
import { subscribe } from "node:diagnostics_channel";
import { type IncomingMessage, Server, type ServerResponse } from "node:http";

/** Answers a request, or admits it to what is behind, now or later. */
export type Doorkeeper = (request: IncomingMessage, response: ServerResponse, admit: () => void) => void;

/**
 * Asks `doorkeeper` before the server's own listeners see a request. Next makes its server itself, and lets a request go only
 * after work that costs more than many an answer.
 */
export function standInFront(doorkeeper: Doorkeeper): void {
  const known = new WeakSet<Server>();
  subscribe("http.server.request.start", (message) => {
    const server = serverOf(message);
    if (server === null || known.has(server)) return;
    known.add(server);
    const behind = server.listeners("request");
    server.removeAllListeners("request");
    server.on("request", (request: IncomingMessage, response: ServerResponse) => {
      doorkeeper(request, response, () => {
        for (const listener of behind) Reflect.apply(listener, server, [request, response]);
      });
    });
  });
}

function serverOf(message: unknown): Server | null {
  if (typeof message !== "object" || message === null || !("server" in message)) return null;
  return message.server instanceof Server ? message.server : null;
}
