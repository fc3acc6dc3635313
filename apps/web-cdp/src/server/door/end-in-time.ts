import "server-only";
import { subscribe } from "node:diagnostics_channel";
import { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { constants } from "node:os";
import { onConnection } from "./on-connection.ts";

type StopSignal = "SIGTERM" | "SIGINT";

interface Ending {
  /** Takes what runs once the process is told to stop. */
  readonly onStop: (stop: (signal: StopSignal) => void) => void;
  readonly exit: (code: number) => void;
}

const lookMs = 500;
/** Who has told a process to stop commonly kills it after ten seconds. */
const mostMs = 9_000;

/**
 * Has the process end within ten seconds of being told to stop. Next accepts no connection any more then, and ends when all
 * are closed; but a client may keep one on which it asks for nothing, or for one thing after the other. So each answer is
 * the last of its connection, those without a request are closed every half second, and what is left after nine is cut.
 */
export function endInTime({ onStop, exit }: Ending): void {
  /** Open connections, with the answer to the last request that came on each. */
  const connections = new Map<Socket, ServerResponse | null>();
  let isStopping = false;
  onConnection((socket) => {
    connections.set(socket, null);
    socket.once("close", () => connections.delete(socket));
  });
  subscribe("http.server.request.start", (message) => {
    const response = responseOf(message);
    if (response === null) return;
    const { socket } = response.req;
    if (connections.has(socket)) connections.set(socket, response);
    if (isStopping) makeLast(response);
  });

  onStop((signal) => {
    isStopping = true;
    for (const response of connections.values()) if (response !== null) makeLast(response);
    // What has come meanwhile is read before: a process that is late would cut it off otherwise.
    setInterval(() => setImmediate(closeIdle), lookMs).unref();
    setTimeout(() => exit(128 + constants.signals[signal]), mostMs).unref();
  });

  function closeIdle(): void {
    for (const [socket, response] of connections) if (response === null || response.writableFinished) socket.destroy();
  }
}

/** Has the connection close after that answer. */
function makeLast(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader("connection", "close");
}

function responseOf(message: unknown): ServerResponse | null {
  if (typeof message !== "object" || message === null || !("response" in message)) return null;
  return message.response instanceof ServerResponse ? message.response : null;
}
