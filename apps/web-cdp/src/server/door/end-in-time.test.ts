import { type ChannelListener, channel, unsubscribe } from "node:diagnostics_channel";
import { once } from "node:events";
import { createServer, type RequestListener, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { beforeEach, expect, it, vi } from "vitest";
import { endInTime } from "./end-in-time.ts";

const listening: [string | symbol, ChannelListener][] = [];
vi.mock(import("node:diagnostics_channel"), async (original) => {
  const real = await original();
  return {
    ...real,
    subscribe(name, listener) {
      listening.push([name, listener]);
      real.subscribe(name, listener);
    },
  };
});

const exit = vi.fn();
let server = createServer();
let isClosed = false;
let stop: (signal: "SIGTERM" | "SIGINT") => void = () => undefined;
/** Answers that a test ends itself. */
let held: ServerResponse[] = [];
let sockets: Socket[] = [];

const answer: RequestListener = ({ url }, response) => {
  if (url?.startsWith("/held")) held.push(response);
  else response.end(`answer to ${url}`);
  if (url === "/held/begun") response.write("begun");
};

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "setInterval"] });
  [held, sockets, isClosed] = [[], [], false];
  exit.mockClear();
  server = createServer(answer);
  endInTime({
    // Like Next: listens no longer, and ends once every connection is closed.
    onStop: (each) => {
      stop = (signal) => {
        server.close(() => {
          isClosed = true;
        });
        each(signal);
      };
    },
    exit,
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return () => {
    for (const socket of sockets) socket.destroy();
    for (const [name, listener] of listening.splice(0)) unsubscribe(name, listener);
    server.close();
    vi.useRealTimers();
  };
});

/** A connection that the server has accepted, and what came on it. */
async function open(
  text = "",
): Promise<{ heard: () => string; say: (text: string) => void; closed: Promise<unknown> }> {
  const accepted = once(server, "connection");
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  sockets.push(socket);
  const heard: string[] = [];
  socket.on("data", (bytes) => heard.push(String(bytes))).on("error", () => undefined);
  socket.write(text);
  const closed = once(socket, "close");
  await Promise.all([accepted, once(socket, "connect")]);
  return { heard: () => heard.join(""), say: (more) => void socket.write(more), closed };
}

const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`;

it("closes, half a second after it is told to stop, connections on which nobody asks for anything (J19)", async () => {
  const silent = await open();
  const unfinished = await open("GET / HTT");
  const idle = await open(get("/first"));
  await expect.poll(idle.heard).toContain("answer to /first");
  stop("SIGTERM");

  vi.advanceTimersByTime(499);
  await wait(20);
  expect(isClosed).toBe(false);
  vi.advanceTimersByTime(1);

  await Promise.all([silent.closed, unfinished.closed, idle.closed]);
  await expect.poll(() => isClosed).toBe(true);
  expect(exit).not.toHaveBeenCalled();
});

it("closes no connection on which a request has come that the server has had no time to read", async () => {
  const late = await open();
  // Goes on where timers run, which is before anything is read.
  await wait(1);
  stop("SIGTERM");
  late.say(get("/held"));
  vi.advanceTimersByTime(500);

  await expect.poll(() => held.length).toBe(1);
  held[0]?.end("in time");
  await late.closed;
  expect(late.heard()).toMatch(/in time$/);
});

it("closes what was upgraded, too", async () => {
  server.on("upgrade", () => undefined);
  const upgraded = await open("GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
  await once(server, "upgrade");
  stop("SIGTERM");

  vi.advanceTimersByTime(500);

  await upgraded.closed;
  await expect.poll(() => isClosed).toBe(true);
});

it("lets what is under way be answered whole, and closes its connection then", async () => {
  const one = await open(get("/held"));
  const two = await open(get("/held/begun"));
  const both = await open(get("/held") + get("/held"));
  await expect.poll(() => held.length).toBe(4);
  stop("SIGTERM");
  vi.advanceTimersByTime(7_500);

  held[2]?.end("the first");
  await expect.poll(both.heard).toContain("the first");
  vi.advanceTimersByTime(500);
  for (const response of held) response.end(", the last");
  await Promise.all([one.closed, both.closed]);
  await expect.poll(two.heard).toContain(", the last");
  vi.advanceTimersByTime(500);
  await two.closed;

  expect(one.heard()).toMatch(/connection: close\r\n.*, the last$/is);
  expect(both.heard()).toMatch(/keep-alive\r\n.*the first.*connection: close\r\n.*, the last$/is);
  await expect.poll(() => isClosed).toBe(true);
  expect(exit).not.toHaveBeenCalled();
});

it("closes the connection after an answer to what is asked when it has been told to stop, and not before", async () => {
  const busy = await open(get("/one"));
  await expect.poll(busy.heard).toContain("answer to /one");
  busy.say(get("/held/begun"));
  await expect.poll(() => held.length).toBe(1);
  stop("SIGTERM");
  held[0]?.end();
  busy.say(get("/two"));
  await busy.closed;

  expect(busy.heard().match(/^connection: .*$/gim)).toEqual([
    "Connection: keep-alive",
    "Connection: keep-alive",
    "connection: close",
  ]);
  expect(busy.heard()).toMatch(/answer to \/two$/);
});

it.each([
  ["SIGTERM", 143],
  ["SIGINT", 130],
] as const)("ends the process nine seconds after %s, whatever is under way (J19)", async (signal, code) => {
  await open(get("/held"));
  await expect.poll(() => held.length).toBe(1);
  stop(signal);

  vi.advanceTimersByTime(8_999);
  expect(exit).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(exit.mock.calls).toEqual([[code]]);
});

it("keeps no process alive itself", () => {
  const timers = [vi.spyOn(globalThis, "setInterval"), vi.spyOn(globalThis, "setTimeout")];

  stop("SIGTERM");

  const set = timers.flatMap((timer) => timer.mock.results.map(({ value }) => value.hasRef()));
  // Not at the end of the file: that would put the clock of tests back in place of the real one.
  vi.restoreAllMocks();
  expect(set).toEqual([false, false]);
});

it("leaves what is no answer on the channel alone", async () => {
  // What a subscriber throws there ends the run, though not this line.
  for (const message of ["text", null, {}, { response: {} }]) channel("http.server.request.start").publish(message);

  const { heard } = await open(get("/here"));
  await expect.poll(heard).toContain("answer to /here");
});
