import diagnosticsChannel from "node:diagnostics_channel";
import { once } from "node:events";
import { createServer, IncomingMessage, ServerResponse } from "node:http";
import { type AddressInfo, connect, Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { guardRequests } from "./guard-requests.ts";

/** Like Next: answers once the whole body is there, with the verb that it was given. */
const server = createServer((request, response) => {
  if (request.url === "/early") response.writeHead(200).write("begun");
  else if (request.url === "/unread") void answerUnread(request, response);
  else if (request.url === "/refused") response.writeHead(429).end();
  else request.resume().once("end", () => response.writeHead(200, told(request)).end());
});

/** What reached the server, and the limits that still run by then. */
function told({ method, url }: IncomingMessage) {
  return { "x-verb": method, "x-url": url, "x-timers": vi.getTimerCount() };
}

/** Leaves a body that is there unread for longer than one may be held back. */
async function answerUnread(request: IncomingMessage, response: ServerResponse): Promise<void> {
  while (!request.complete) await wait(1);
  vi.advanceTimersByTime(10_000);
  response.writeHead(200, told(request)).end();
}

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
  const isOver = await Promise.race([once(socket, "close"), wait(patienceMs, null, { ref: false })]);
  socket.destroy();
  if (isOver === null) throw new Error("the server did not hang up");
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
  expect(answer).toContain("x-timers: 0");
});

it("leaves a body that is there, and that nobody has read yet, alone", async () => {
  expect(await send("POST /unread HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nok")).toContain("200 OK");
});

it("holds nothing of a request whose sender has left", async () => {
  const { socket } = sending("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 20\r\n\r\nx", () => undefined);
  const request = await new Promise<IncomingMessage>((resolve) => server.once("request", resolve));
  expect(vi.getTimerCount()).toBe(1);

  socket.destroy();
  while (!request.destroyed) await wait(1);

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

it("hangs up on a body that is held back after the whole answer", async () => {
  const text = "POST /refused HTTP/1.1\r\nHost: x\r\nContent-Length: 20\r\n\r\nx";
  const answer = await sendToTheEnd(text, () => setImmediate(() => vi.advanceTimersByTime(10_000)));

  expect(answer).toMatch(/^HTTP\/1.1 429 /);
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

it.each([
  ["text", "request"],
  ["nothing", null],
  ["no parts", {}],
  ["things of other kinds", { request: { url: "/%ff", headers: {} }, response: {} }],
  ["a request without its answer", { request: lonelyRequest(), response: {} }],
  [
    "an answer without its request",
    { request: { url: "/%ff", headers: {} }, response: new ServerResponse(lonelyRequest()) },
  ],
])("leaves %s on the channel as it is", (_, message) => {
  const urlOf = () => (message as { request?: { url?: string } } | null)?.request?.url;
  const before = urlOf();

  diagnosticsChannel.channel("http.server.request.start").publish(message);

  expect(urlOf()).toBe(before);
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
  ["xhttp://evil.example/x", "/not-found"],
  ["*", "/not-found"],
])("hands on no other host than ours: %s as %s", async (target, url) => {
  expect(await send(`GET ${target} HTTP/1.1\r\nHost: x\r\n\r\n`)).toContain(`x-url: ${url}\r\n`);
});

it("hands TRACE on under a verb that Next can refuse (J09)", async () => {
  expect(await send("TRACE / HTTP/1.1\r\nHost: x\r\n\r\n")).toContain("x-verb: PUT");
});

it.each(["GET", "DELETE", "OPTIONS"])("hands %s on as it is", async (verb) => {
  expect(await send(`${verb} / HTTP/1.1\r\nHost: x\r\n\r\n`)).toContain(`x-verb: ${verb}\r\n`);
});

function lonelyRequest(): IncomingMessage {
  return Object.assign(new IncomingMessage(new Socket()), { url: "/%ff" });
}

function addressOf(address: string | AddressInfo | null): AddressInfo {
  if (address !== null && typeof address === "object") return address;
  throw new Error("the server listens on no port");
}
