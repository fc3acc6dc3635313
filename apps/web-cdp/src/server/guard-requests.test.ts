import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { guardRequests } from "./guard-requests.ts";

/** Like Next: answers once the whole body is there, with the verb that it was given. */
const server = createServer((request, response) => {
  request.resume().once("end", () => response.writeHead(200, { "x-verb": request.method, "x-url": request.url }).end());
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

/** Sends raw bytes, runs `meanwhile` once the server has the head, and answers the first part of what came back. */
function send(text: string, meanwhile: () => void = () => undefined): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(addressOf(server.address()).port, "127.0.0.1", () => socket.write(text));
    server.once("request", () => meanwhile());
    socket.once("data", (bytes) => {
      resolve(String(bytes));
      socket.destroy();
    });
    socket.once("error", reject);
  });
}

it("lets a request with its whole body through", async () => {
  const answer = await send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nok");

  expect(answer).toContain("200 OK");
  expect(vi.getTimerCount()).toBe(0);
});

it("ends a body that is held back after ten seconds (F08)", async () => {
  const answer = await send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 20\r\n\r\nx", () => {
    vi.advanceTimersByTime(10_000);
  });

  expect(answer).toContain("408 Request Timeout");
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
