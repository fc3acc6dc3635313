import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Thrown when a port cannot be listened on. */
export class PortError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "PortError";
  }
}

/** Listens and gives the port that was bound; 0 asks for a free one. Throws `PortError`. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const reason =
        cause.code === "EADDRINUSE"
          ? "is taken: stop what uses it, or choose another"
          : `cannot be used (${cause.code ?? "unknown"})`;
      reject(new PortError(`Port ${port} on ${host} ${reason}.`, { cause }));
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(isAddress(address) ? address.port : port);
    });
  });
}

function isAddress(address: AddressInfo | string | null): address is AddressInfo {
  return address !== null && typeof address === "object";
}

/** Closes a server and every connection on it, also those that hang on purpose. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
