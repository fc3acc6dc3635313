import { once } from "node:events";
import { createServer, connect as dial, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** How a line behaves: every piece of data waits, and long ones wait longer. */
export interface LineMood {
  readonly latencyMs: number;
  /** Null for as fast as it goes. */
  readonly bytesPerSecond: number | null;
}

/** A TCP line to a port of this machine that can be made slow or be cut. */
export interface SlowLine {
  readonly port: number;
  setMood(mood: LineMood): void;
  /** Resets every connection that is open. */
  cut(): void;
  /** Down: every connection is reset, and so are new ones until it is up again. */
  setUp(isUp: boolean): void;
  /** How many connections were asked for while it was down. */
  refused(): number;
  close(): Promise<void>;
}

export const goodLine: LineMood = { latencyMs: 0, bytesPerSecond: null };

/** Listens on a free port of the loopback and passes everything on to `port`. */
export async function openSlowLine(port: number): Promise<SlowLine> {
  let mood = goodLine;
  let isUp = true;
  let refused = 0;
  const open = new Set<Socket>();
  const server = createServer((near) => {
    if (!isUp) {
      refused += 1;
      near.resetAndDestroy();
      return;
    }
    const far = dial(port, "127.0.0.1");
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.setNoDelay(true);
      from.on("data", (piece: Buffer) => void pass(piece, from, to));
      from.once("end", () => to.end());
      from.once("error", () => to.destroy());
      from.once("close", () => {
        open.delete(from);
        to.destroySoon();
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the line has no port");

  function cut(): void {
    for (const socket of open) socket.resetAndDestroy();
  }

  async function pass(piece: Buffer, from: Socket, to: Socket): Promise<void> {
    const { latencyMs, bytesPerSecond } = mood;
    const waitMs = latencyMs + (bytesPerSecond === null ? 0 : (piece.length * 1_000) / bytesPerSecond);
    if (waitMs === 0 && to.write(piece)) return;
    // One piece at a time, so that none overtakes another.
    from.pause();
    await sleep(waitMs);
    if (waitMs > 0 && !to.destroyed) to.write(piece);
    from.resume();
  }

  return {
    port: address.port,
    setMood(next) {
      mood = next;
    },
    cut,
    setUp(next) {
      isUp = next;
      if (!isUp) cut();
    },
    refused: () => refused,
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
