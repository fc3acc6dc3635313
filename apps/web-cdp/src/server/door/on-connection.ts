import "server-only";
import { subscribe } from "node:diagnostics_channel";
import { Server } from "node:http";
import { Socket } from "node:net";

/** Calls `see` with each connection to an HTTP server of this process, and with that server, before anything is read from it. */
export function onConnection(see: (socket: Socket, server: Server) => void): void {
  subscribe("net.server.socket", (message) => {
    if (typeof message !== "object" || message === null || !("socket" in message)) return;
    const { socket } = message;
    if (socket instanceof Socket && "server" in socket && socket.server instanceof Server) see(socket, socket.server);
  });
}
