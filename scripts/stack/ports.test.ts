import { createServer, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";
import { freePort, isPortFree, pickInnerPort, portFrom, requireFreePort, startOnPort } from "./ports.ts";
import { StackError } from "./stack-error.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function takenPort(): Promise<number> {
  const port = await freePort();
  await new Promise<void>((resolve) => servers.push(createServer().listen(port, "127.0.0.1", resolve)));
  return port;
}

function pick(usual: number, pinned: number | null, lines: string[] = []) {
  const say = (line: string) => lines.push(line);
  return pickInnerPort({ usual, pinned, purpose: "the database", variable: "EMBEDDED_POSTGRES_PORT", say });
}

test("a port that somebody listens on is not free", async () => {
  const port = await takenPort();

  expect(await isPortFree(port)).toBe(false);
  expect(await isPortFree(await freePort())).toBe(true);
});

test("an outward port that is taken is refused in one line that names the port and the variable", async () => {
  const port = await takenPort();

  const refused = requireFreePort(port, "the app", "PORT");

  await expect(refused).rejects.toThrow(StackError);
  await expect(refused).rejects.toThrow(
    `Port ${port} for the app is taken. Stop what uses it, or set PORT to another port.`,
  );
});

test("an inward port moves when the usual one is taken, and says so", async () => {
  const usual = await takenPort();
  const lines: string[] = [];

  const port = await pick(usual, null, lines);

  expect(port).not.toBe(usual);
  expect(lines).toEqual([`Port ${usual} is taken, so the database uses ${port} this time.`]);
});

test("an inward port that is pinned does not move", async () => {
  const taken = await takenPort();
  const free = await freePort();

  await expect(pick(1, taken)).rejects.toThrow(/EMBEDDED_POSTGRES_PORT/);
  expect(await pick(taken, free)).toBe(free);
});

/** Ports in the order in which they are chosen, and a start that fails on those that are taken, as a server does. */
function starting(...ports: readonly number[]) {
  const left = [...ports];
  return startOnPort(
    async () => left.shift() ?? 0,
    async (port) => {
      if (!(await isPortFree(port))) throw new Error("address in use");
      return port;
    },
  );
}

test("what finds its port taken by the time it starts starts on another", async () => {
  const free = await freePort();

  expect(await starting(await takenPort(), free)).toBe(free);
});

test("what finds the other port taken as well, or fails for a reason of its own, is not started again", async () => {
  await expect(starting(await takenPort(), await takenPort(), await freePort())).rejects.toThrow("address in use");

  const failing = startOnPort(freePort, async () => {
    throw new Error("disk full");
  });
  await expect(failing).rejects.toThrow("disk full");
});

test.each(["0", "65536", "3000x", "-1", "3.5"])("%s is no port", (text) => {
  expect(() => portFrom(text, "PORT")).toThrow("PORT must be a port from 1 to 65535.");
});

test("a port that is not set is null", () => {
  expect([portFrom(undefined, "PORT"), portFrom("", "PORT"), portFrom("8080", "PORT")]).toEqual([null, null, 8080]);
});
