import { connect, createServer } from "node:net";
import { StackError } from "./stack-error.ts";

const loopback = "127.0.0.1";

/** Whether nothing listens on the port of 127.0.0.1, nor on all interfaces. */
export async function isPortFree(port: number): Promise<boolean> {
  if (await canConnect(port, 300)) return false;
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host: loopback, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** A port of 127.0.0.1 that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen({ port: 0, host: loopback }, () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

export function canConnect(port: number, timeoutMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: loopback });
    const finish = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.setTimeout(timeoutMs, () => finish(false));
    socket.once("connect", () => finish(true));
    socket.once("error", () => finish(false));
  });
}

/** An outward port: others know its number, so a taken one is refused with a line that names the variable. */
export async function requireFreePort(port: number, purpose: string, variable: string): Promise<number> {
  if (await isPortFree(port)) return port;
  throw new StackError(
    "port_taken",
    `Port ${port} for ${purpose} is taken. Stop what uses it, or set ${variable} to another port.`,
  );
}

/** An inward port: the pinned one or nothing; without a pin the usual one, or any free one when that is taken. */
export async function pickInnerPort(options: {
  readonly usual: number;
  readonly pinned: number | null;
  readonly purpose: string;
  readonly variable: string;
  readonly say: (line: string) => void;
}): Promise<number> {
  if (options.pinned !== null) return requireFreePort(options.pinned, options.purpose, options.variable);
  if (await isPortFree(options.usual)) return options.usual;
  const port = await freePort();
  options.say(`Port ${options.usual} is taken, so ${options.purpose} uses ${port} this time.`);
  return port;
}

/**
 * Starts something on a chosen port, and once more on another choice when the first was taken between the look and the
 * start: somebody else who starts at the same moment chooses as we do.
 */
export async function startOnPort<T>(
  choosePort: () => Promise<number>,
  start: (port: number) => Promise<T>,
): Promise<T> {
  const port = await choosePort();
  try {
    return await start(port);
  } catch (error) {
    if (await isPortFree(port)) throw error;
    return start(await choosePort());
  }
}

/** Reads a port from text such as an environment variable; null when unset. Throws `StackError` when it is no port. */
export function portFrom(text: string | undefined, variable: string): number | null {
  if (text === undefined || text === "") return null;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new StackError("port_taken", `${variable} must be a port from 1 to 65535.`);
}
