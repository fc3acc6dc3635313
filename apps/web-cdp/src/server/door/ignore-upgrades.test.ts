import diagnosticsChannel from "node:diagnostics_channel";
import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect, createServer as createPlainServer, Socket } from "node:net";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { ignoreUpgrades } from "./ignore-upgrades.ts";

/** Like Next: takes connections that are to be upgraded, and forgets them. */
const upgraded = vi.fn();
const server = createServer((request, response) => {
  request.resume().once("end", () => response.end(`answer to ${request.method} ${request.url}`));
}).on("upgrade", upgraded);

beforeAll(async () => {
  ignoreUpgrades();
  await once(server.listen(0, "127.0.0.1"), "listening");
});
afterAll(() => server.close());

const upgrade = "Host: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\n";

/** Sends each part once the one before is answered. Answers all that comes back until the server hangs up. */
async function send(...parts: readonly string[]): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  const heard: string[] = [];
  const say = () => void socket.write(parts[heard.length] ?? "");
  socket.on("connect", say).on("data", (bytes) => {
    heard.push(String(bytes));
    say();
  });
  await once(socket, "close");
  return heard.join("");
}

it("answers a request to upgrade like any other, the first one too, and the one after it (F08, J07)", async () => {
  const last = "GET /last HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
  const bare = await send(`GET /one HTTP/1.1\r\n${upgrade}\r\n`, last);
  const withBody = await send(`POST /two HTTP/1.1\r\n${upgrade}Content-Length: 2\r\n\r\nok`, last);

  expect(bare).toMatch(/^HTTP\/1.1 200 OK.*answer to GET \/one.*answer to GET \/last$/s);
  expect(withBody).toMatch(/^HTTP\/1.1 200 OK.*answer to POST \/two.*answer to GET \/last$/s);
  expect(upgraded).not.toHaveBeenCalled();
});

it("hangs up on who asks for a tunnel", async () => {
  expect(await send("CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n")).toBe("");
});

it("leaves what is no connection to an HTTP server alone", () => {
  const other = Object.assign(new Socket(), { server: createPlainServer() });
  const removed = vi.spyOn(other.server, "removeAllListeners");

  for (const message of ["text", null, {}, { socket: {} }, { socket: new Socket() }, { socket: other }]) {
    diagnosticsChannel.channel("net.server.socket").publish(message);
  }

  expect(removed).not.toHaveBeenCalled();
});
