import diagnosticsChannel from "node:diagnostics_channel";
import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { guardRequests } from "./guard-requests.ts";

/** Like Next: answers once the whole body is there, with the verb that it was given; `/early` before that. */
const server = createServer((request, response) => {
  if (request.url === "/early") response.writeHead(200).write("begun");
  else
    request
      .resume()
      .once("end", () => response.writeHead(200, { "x-verb": request.method, "x-url": request.url }).end());
});

beforeAll(async () => {
  guardRequests();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
});
afterAll(() => server.close());
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  return () => vi.useRealTimers();
});

/** Longer than any answer takes here; a server that hangs fails its test. */
const patienceMs = 2_000;

/** Sends raw bytes, runs `meanwhile` once the server has the head, and answers all that came until the server hung up. */
async function sendToTheEnd(text: string, meanwhile: () => void): Promise<string> {
  const { socket, heard } = sending(text, meanwhile);
  await Promise.race([once(socket, "close"), wait(patienceMs, null, { ref: false }).then(() => socket.destroy())]);
  return heard.join("");
}

/** The same, and answers the first part of what came. */
async function send(text: string, meanwhile: () => void = () => undefined): Promise<string> {
  const { socket, heard } = sending(text, meanwhile);
  await Promise.race([once(socket, "data"), wait(patienceMs, null, { ref: false })]);
  socket.destroy();
  return heard.join("");
}

function sending(text: string, meanwhile: () => void) {
  const heard: string[] = [];
  const socket = connect(addressOf(server.address()).port, "127.0.0.1", () => socket.write(text));
  socket.on("data", (bytes) => heard.push(String(bytes)));
  socket.on("error", () => undefined);
  server.once("request", () => meanwhile());
  return { socket, heard };
}

it("lets a request with its whole body through", async () => {
  const answer = await send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nok");

  expect(answer).toContain("200 OK");
  expect(vi.getTimerCount()).toBe(0);
});

it.each([
  ["of a known length", "Content-Length: 20\r\n\r\nx"],
  ["in parts", "Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n"],
])("hangs up on a body %s that is held back, and not a moment earlier (F08)", async (_, rest) => {
  let waiting = 0;
  const answer = await sendToTheEnd(`POST / HTTP/1.1\r\nHost: x\r\n${rest}`, () => {
    vi.advanceTimersByTime(9_999);
    waiting = vi.getTimerCount();
    vi.advanceTimersByTime(1);
  });

  expect(waiting).toBe(1);
  expect(answer).toMatch(/^HTTP\/1.1 408 Request Timeout\r\nconnection: close\r\n/i);
});

it("hangs up on a body that is held back after the answer has begun, and adds nothing to that", async () => {
  const answer = await sendToTheEnd("POST /early HTTP/1.1\r\nHost: x\r\nContent-Length: 20\r\n\r\nx", () => {
    vi.advanceTimersByTime(10_000);
  });

  expect(answer).toContain("200 OK");
  expect(answer).toContain("begun");
  expect(answer).not.toContain("408");
});

it.each(["GET / HTTP/1.1\r\nHost: x\r\n\r\n", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n"])(
  "waits for no body where none is announced: %j",
  async (text) => {
    let timers = -1;

    await send(text, () => {
      timers = vi.getTimerCount();
    });

    expect(timers).toBe(0);
  },
);

it("takes what is no request on the channel for none", () => {
  const channel = diagnosticsChannel.channel("http.server.request.start");

  for (const message of [null, "request", {}, { request: {}, response: {} }, { request: null, response: null }]) {
    expect(() => channel.publish(message)).not.toThrow();
  }
  expect(vi.getTimerCount()).toBe(0);
});

it("hands on only paths that can be decoded, whatever the query holds (A07)", async () => {
  expect(await send("GET /api/x%20y?state=%E0%A4%A HTTP/1.1\r\nHost: x\r\n\r\n")).toContain(
    "x-url: /api/x%20y?state=%E0%A4%A",
  );
  expect(await send("GET /api/connections/%E0%A4%A HTTP/1.1\r\nHost: x\r\n\r\n")).toContain("x-url: /not-found");
});

it.each([
  ["http://evil.example/api/health?a=b", "/api/health?a=b"],
  ["https://user@evil.example:8443//x", "//x"],
  ["HTTP://EVIL.example/x", "/x"],
  ["http://evil.example", "/not-found"],
  ["http://evil.example?a=/x", "/not-found"],
  ["ftp://evil.example/x", "/not-found"],
  ["*", "/not-found"],
])("hands on no other host than ours: %s as %s", async (target, url) => {
  expect(await send(`GET ${target} HTTP/1.1\r\nHost: x\r\n\r\n`)).toContain(`x-url: ${url}\r\n`);
});

it("hands TRACE on under a verb that Next can refuse (J09)", async () => {
  expect(await send("TRACE / HTTP/1.1\r\nHost: x\r\n\r\n")).toContain("x-verb: PUT");
});

function addressOf(address: string | AddressInfo | null): AddressInfo {
  if (address !== null && typeof address === "object") return address;
  throw new Error("the server listens on no port");
}
