import { createHash } from "node:crypto";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { once } from "node:events";
import { createServer, type RequestListener, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { localeCookie } from "#lib/format.ts";
import { createLog } from "#server/log.ts";
import { refuseEarly } from "./refuse-early.ts";
import { standInFront } from "./stand-in-front.ts";

const startChannel = "http.server.request.start";
let clock = 5_000;
let lag = 0;
let behind: RequestListener = (_, response) => response.end("behind");
const logged: string[] = [];
const log = createLog("info", {}, { write: (line: string) => void logged.push(line) });
const server = createServer((request, response) => behind(request, response));

beforeAll(async () => {
  const settings = { appUrl: "https://lendfriend.example", trustedProxyCount: 1, log };
  standInFront(refuseEarly({ ...settings, now: () => clock, lag: () => lag }));
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
});
afterAll(() => server.close());
beforeEach(() => {
  lag = 0;
  behind = (_, response) => response.end("behind");
  logged.length = 0;
});

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const { port } = server.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}${path}`, { ...init, redirect: "manual" });
}

async function isAnsweredBehind(path: string, init?: RequestInit): Promise<boolean> {
  return (await (await ask(path, init)).text()) === "behind";
}

/** Sends bytes as they are, and answers what came until the server hung up. */
async function sendRaw(text: string): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1", () => socket.write(text));
  const heard: string[] = [];
  socket.on("data", (bytes) => heard.push(String(bytes)));
  await once(socket, "close");
  return heard.join("");
}

function signIn(address: string, path = "/api/auth/verify", signal: AbortSignal | null = null): Promise<Response> {
  const headers = { "x-forwarded-for": `8.8.8.8, ${address}`, "content-type": "application/json" };
  return ask(path, { method: "POST", headers, body: "{}", signal });
}

/** How many requests have come since. */
function arrivals(): () => number {
  let count = 0;
  const add = () => {
    count += 1;
  };
  subscribe(startChannel, add);
  onTestFinished(() => void unsubscribe(startChannel, add));
  return () => count;
}

/** Requests that nothing behind answers until it is told to. */
async function hold(path: string, count: number, init: RequestInit = {}): Promise<() => Promise<void>> {
  const before = behind;
  const waiting: ServerResponse[] = [];
  const asked: Promise<unknown>[] = [];
  for (let nth = 1; nth <= count; nth += 1) {
    const arrived = new Promise<void>((resolve) => {
      behind = (_, response) => {
        waiting.push(response);
        resolve();
      };
    });
    asked.push(ask(path, init).then((response) => response.text()));
    await arrived;
  }
  behind = before;
  return async () => {
    for (const response of waiting) response.end();
    await Promise.all(asked);
  };
}

/** Requests whose body does not come whole, each once it has arrived. Answers how they leave. */
async function holdBack(head: string, count: number): Promise<() => Promise<void>> {
  const before = behind;
  const senders: Socket[] = [];
  const closed: Promise<unknown>[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const arrived = new Promise<void>((resolve) => {
      behind = (_, response) => {
        closed.push(once(response, "close"));
        resolve();
      };
    });
    const sender = connect((server.address() as AddressInfo).port, "127.0.0.1");
    senders.push(sender);
    sender.write(`${head} HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nx`);
    await arrived;
  }
  behind = before;
  return async () => {
    for (const sender of senders) sender.destroy();
    await Promise.all(closed);
  };
}

describe("a process without time to spare", () => {
  it("makes 16 pages at a time and refuses others until one is done; files and routes are still answered", async () => {
    lag = 21;
    const letGo = await hold("/dashboard", 15);
    expect(await isAnsweredBehind("/lender")).toBe(true);
    const letLastGo = await hold("/dashboard", 1);

    const refused = await ask("/lender?a=b");
    expect(refused.status).toBe(503);
    expect(await isAnsweredBehind("/api/score")).toBe(true);
    expect(await isAnsweredBehind("/_next/static/chunks/a.js")).toBe(true);

    await letLastGo();
    expect(await isAnsweredBehind("/lender")).toBe(true);
    await letGo();
  });

  it("runs 32 routes at a time, and beside them all deliveries and returns from the platform, and says how it is", async () => {
    lag = 21;
    const letGo = [await hold("/api/score", 32), await hold("/api/tiktokshop/webhook", 40, { method: "POST" })];

    const refused = await ask("/api/score");
    expect(refused.status).toBe(503);
    expect(refused.headers.get("content-type")).toBe("application/json");
    expect(await refused.json()).toEqual({
      error: {
        code: "unavailable",
        message: "Too busy right now. Try again in 3 seconds.",
        requestId: refused.headers.get("x-request-id"),
      },
    });
    expect(await isAnsweredBehind("/api/tiktokshop/webhook", { method: "POST" })).toBe(true);
    expect(await isAnsweredBehind("/api/tiktokshop/callback?code=a&state=b")).toBe(true);
    expect(await isAnsweredBehind("/api/health")).toBe(true);
    expect(await isAnsweredBehind("/lender")).toBe(true);
    for (const each of letGo) await each();
  });

  it("counts nothing that waits for its client: neither answers that are being sent nor bodies that have not come", async () => {
    lag = 21;
    const readers = Array.from({ length: 16 }, () => new AbortController());
    behind = (_, response) => void response.write("a part");
    for (const { signal } of readers) await ask("/dashboard", { signal });
    behind = (_, response) => void response.end("behind");
    const leave = await holdBack("POST /api/shares", 32);

    expect(await isAnsweredBehind("/dashboard")).toBe(true);
    expect(await isAnsweredBehind("/api/score")).toBe(true);
    await leave();
    for (const reader of readers) reader.abort();
  });
});

it("counts nothing that waited behind another answer on a connection that its client has closed", async () => {
  lag = 21;
  const arrived = arrivals();
  behind = () => undefined;
  const sender = connect((server.address() as AddressInfo).port, "127.0.0.1");
  sender.write("GET /dashboard HTTP/1.1\r\nHost: x\r\n\r\n".repeat(16));
  await expect.poll(arrived).toBe(16);
  behind = (_, response) => response.end("behind");
  expect((await ask("/dashboard")).status).toBe(503);

  sender.destroy();
  await expect.poll(() => isAnsweredBehind("/dashboard")).toBe(true);
  const letGo = await hold("/dashboard", 15);
  expect(await isAnsweredBehind("/dashboard")).toBe(true);
  await letGo();
});

it.each([
  ["/dashboard", 128],
  ["/api/score", 256],
])("refuses %s with time to spare only beyond %i of them, as many may come before it is known", async (path, most) => {
  lag = 20;
  const letGo = await hold(path, most - 1);
  expect(await isAnsweredBehind(path)).toBe(true);
  const letLastGo = await hold(path, 1);

  expect((await ask(path)).status).toBe(503);
  await letGo();
  await letLastGo();
});

describe("what counts as a page", () => {
  let letGo: () => Promise<void>;
  beforeEach(async () => {
    lag = 21;
    letGo = await hold("/dashboard", 16);
    return () => letGo();
  });

  it.each([
    "/_next/nothing",
    "/_next/data/build/lender.json",
    "/_next/static/../../dashboard",
    "/_next/static/%2e%2e/x",
    "/api/%2E%2E/dashboard",
    "/dashboard#/_next/static/",
  ])("is what Next would make one for: %s", async (target) => {
    expect(await sendRaw(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)).toContain(" 503 ");
  });

  it("is not what a page that is open asks for, of which 48 are made", async () => {
    const headers = { rsc: "1" };
    const letMoreGo = await hold("/dashboard", 47, { headers });
    expect(await isAnsweredBehind("/dashboard", { headers })).toBe(true);
    const letLastGo = await hold("/dashboard", 1, { headers });

    expect((await ask("/dashboard", { headers })).status).toBe(503);
    await letMoreGo();
    await letLastGo();
  });
});

it.each(["GET", "HEAD"])("counts a %s whose announced body does not come, as Next reads none", async (verb) => {
  lag = 21;
  const leave = await holdBack(`${verb} /dashboard`, 16);

  expect((await ask("/dashboard")).status).toBe(503);
  await leave();
});

describe("an answer of the door's own", () => {
  let letGo: readonly (() => Promise<void>)[] = [];
  beforeEach(async () => {
    lag = 21;
    letGo = [await hold("/dashboard", 16), await hold("/api/score", 32)];
    return async () => {
      for (const each of letGo) await each();
    };
  });

  it("says on a page of its own, in the reader's language, that it comes back and that nothing was lost", async () => {
    const refused = await ask("/lender", { headers: { "accept-language": "de-DE,en;q=0.5" } });
    const html = await refused.text();

    expect(refused.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(html).toContain('<html lang="de">');
    expect(html).toContain("versucht es von selbst noch einmal");
    expect(html).toContain("Nichts ging verloren");
    expect(html).toContain('<meta http-equiv="refresh" content="3">');
    expect(refused.headers.get("retry-after")).toBe("3");
  });

  it("speaks the language that was chosen before the browser's", async () => {
    const headers = { cookie: `a=b; ${localeCookie}=vi-VN`, "accept-language": "de-DE" };

    expect(await (await ask("/lender", { headers })).text()).toContain('<html lang="vi">');
  });

  it("lets that page load nothing but its own style", async () => {
    const refused = await ask("/lender");
    const style = /<style>(.*)<\/style>/.exec(await refused.text())?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");

    expect(refused.headers.get("content-security-policy")).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
  });

  it.each(["/lender", "/api/score"])("protects its own answers like all others: %s (J04)", async (path) => {
    const { headers } = await ask(path);

    expect(Object.fromEntries(headers)).toMatchObject({
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "cross-origin-opener-policy": "same-origin",
      "strict-transport-security": "max-age=63072000; includeSubDomains",
    });
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  it("logs what it refused by path, without the query", async () => {
    const refused = await ask("/api/account/export?code=secret");

    expect(logged.map((line) => JSON.parse(line))).toMatchObject([
      {
        event: "request.refused",
        requestId: refused.headers.get("x-request-id"),
        method: "GET",
        path: "/api/account/export",
        status: 503,
      },
    ]);
    expect(logged.join()).not.toContain("secret");
  });
});

describe("sign-ins in a gust", () => {
  const from = (nth: number) => `10.6.${nth >> 8}.${nth & 255}`;

  it("are let in 8 ms apart, while a page that comes after them is answered at once", async () => {
    const answered: string[] = [];
    const times: number[] = [];
    behind = (request, response) => {
      answered.push(request.url ?? "");
      times.push(performance.now());
      response.end("behind");
    };
    const gust = Array.from({ length: 30 }, (_, nth) => signIn(from(nth)));
    await expect.poll(() => answered.length, { interval: 1 }).toBeGreaterThan(0);
    await ask("/lender");
    await Promise.all(gust);

    expect(answered).toHaveLength(31);
    expect(answered.indexOf("/lender")).toBeLessThan(20);
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(29 * 7);
  });

  it("have one turn for a /48, however many of its /64s wait, and turn away nobody from elsewhere (J12)", async () => {
    const answered: string[] = [];
    behind = (request, response) => {
      answered.push(String(request.headers["x-forwarded-for"]));
      response.end("behind");
    };
    const arrived = arrivals();
    const patience = new AbortController();
    const crowd = Array.from({ length: 300 }, (_, nth) =>
      signIn(`2001:db8:7:${nth.toString(16)}::1`, "/api/auth/challenge", patience.signal),
    );
    await expect.poll(arrived, { interval: 1, timeout: 4_000 }).toBe(crowd.length);
    const before = answered.length;

    expect((await signIn("203.0.113.9")).status).toBe(200);
    expect(answered.length - before).toBeLessThan(100);
    patience.abort();
    await Promise.allSettled(crowd);
  });

  it("are all answered while 250 wait, and refused beyond, to try again", async () => {
    const answers = await Promise.all(Array.from({ length: 600 }, (_, nth) => signIn(from(nth))));
    const statuses = answers.map(({ status }) => status);

    expect(new Set(statuses)).toEqual(new Set([200, 503]));
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(251);
  });

  it("take no place of other routes, and have 32 of their own", async () => {
    lag = 21;
    const letGo = await hold("/api/auth/verify", 31, { method: "POST" });
    expect((await signIn(from(1))).status).toBe(200);
    const letLastGo = await hold("/api/auth/challenge", 1, { method: "POST" });

    expect((await signIn(from(1))).status).toBe(503);
    expect(await isAnsweredBehind("/api/score")).toBe(true);
    await letGo();
    await letLastGo();
  });
});

describe("sign-ins from addresses that were refused lately", () => {
  const from = (nth: number) => `10.9.0.${nth}`;
  const refusals = async (status: number, addresses: readonly string[]) => {
    behind = (_, response) => response.writeHead(status).end();
    await Promise.all(addresses.map((address) => signIn(address)));
    behind = (_, response) => response.end("behind");
  };
  const crowd = Array.from({ length: 6 }, (_, nth) => from(nth));
  /** Whether a request from there waits for its turn among those who were refused. */
  const waitsBehindThem = async (address: string) => {
    await refusals(401, crowd);
    const order: string[] = [];
    behind = (request, response) => {
      order.push(String(request.headers["x-forwarded-for"]));
      response.end("behind");
    };
    const arrived = arrivals();
    const asked = crowd.map((each) => signIn(each));
    await expect.poll(arrived, { interval: 1 }).toBe(crowd.length);
    await Promise.all([...asked, signIn(address)]);
    return order.indexOf(`8.8.8.8, ${address}`.trimEnd()) > 3;
  };

  it("are let in 40 ms apart, and hold up nobody who comes from elsewhere", async () => {
    const guessing = Array.from({ length: 20 }, (_, nth) => from(nth));
    await refusals(401, guessing);
    const times: number[] = [];
    behind = (_, response) => {
      times.push(performance.now());
      response.end("behind");
    };
    const arrived = arrivals();
    const gust = Promise.all(guessing.map((address) => signIn(address)));
    await expect.poll(arrived, { interval: 1 }).toBe(guessing.length);
    await signIn("10.10.0.1");

    expect(times.length).toBeLessThan(10);
    await gust;
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(19 * 39);
  });

  it("are slower also when they waited in line already when another one was refused", async () => {
    const times: number[] = [];
    behind = (_, response) => {
      times.push(performance.now());
      response.writeHead(401).end();
    };
    await Promise.all(Array.from({ length: 15 }, () => signIn(from(100))));

    expect(times).toHaveLength(15);
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(9 * 39);
  });

  it("are all answered while 50 wait, and refused beyond, to try again", async () => {
    const guessing = Array.from({ length: 90 }, (_, nth) => `10.12.0.${nth}`);
    await refusals(401, guessing);
    const answers = await Promise.all(guessing.map((address) => signIn(address)));
    const statuses = answers.map(({ status }) => status);

    expect(statuses.filter((status) => status === 503).length).toBeGreaterThan(0);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(51);
  });

  it("are let in like others a minute later", async () => {
    await refusals(401, [from(101)]);

    clock += 59_999;
    expect(await waitsBehindThem(from(101))).toBe(true);
    clock += 2;
    expect(await waitsBehindThem(from(101))).toBe(false);
  });

  it.each([
    [400, true],
    [401, true],
    [429, true],
    [200, false],
    [500, false],
  ])("are those that were answered %i: %s", async (status, isKnown) => {
    const address = `10.11.${status >> 8}.${status & 255}`;
    await refusals(status, [address]);

    expect(await waitsBehindThem(address)).toBe(isKnown);
  });

  it("are not known where clients cannot be told apart", async () => {
    await refusals(401, [""]);

    expect(await waitsBehindThem("")).toBe(false);
  });
});

describe("an address that was told to wait", () => {
  let reached = 0;
  const refuses = (status: number, headers: Readonly<Record<string, string>>): RequestListener => {
    return (_, response) => {
      reached += 1;
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      response.writeHead(status).end();
    };
  };
  beforeEach(() => {
    reached = 0;
  });

  it.each(["/api/auth/verify", "/api/auth/challenge"])("is refused at once at %s until then", async (path) => {
    const address = `10.0.0.${path.length}`;
    behind = refuses(429, { "retry-after": "7" });
    await signIn(address, path);
    const refused = await signIn(address, path);

    expect(reached).toBe(1);
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("7");
    expect(await refused.json()).toMatchObject({
      error: { code: "rate_limited", message: "Too many requests. Try again in 7 seconds." },
    });

    clock += 6_999;
    await signIn(address, path);
    expect(reached).toBe(1);
    clock += 2;
    await signIn(address, path);
    expect(reached).toBe(2);
  });

  it("is the one that the route counts where no proxy names any: its socket's", async () => {
    const told: (string | undefined)[] = [];
    behind = (request, response) => {
      told.push(request.socket.remoteAddress);
      refuses(429, { "retry-after": "7" })(request, response);
    };
    await ask("/api/auth/verify", { method: "POST" });
    const refused = await ask("/api/auth/verify", { method: "POST" });
    await signIn("10.3.0.1");

    expect(refused.headers.get("retry-after")).toBe("7");
    expect(reached).toBe(2);
    await signIn(told[0] ?? "");
    expect(reached).toBe(2);
  });

  it("is told so though it waited in line already when another of its requests was", async () => {
    behind = refuses(429, { "retry-after": "7" });
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn("10.5.0.1")));

    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 429));
    expect(reached).toBe(1);
  });

  it("is told so at once, however many others are in line", async () => {
    behind = refuses(429, { "retry-after": "7" });
    await signIn("10.7.0.1");
    behind = refuses(200, {});
    const arrived = arrivals();
    const gust = Array.from({ length: 200 }, (_, nth) => signIn(`10.8.0.${nth}`));
    await expect.poll(arrived, { interval: 1 }).toBe(200);
    const reachedBefore = reached;

    expect((await signIn("10.7.0.1")).status).toBe(429);
    expect(reached - reachedBefore).toBeLessThan(50);
    await Promise.all(gust);
    expect(reached).toBe(201);
  });

  it("is found however its path is written", async () => {
    behind = refuses(429, { "retry-after": "7" });
    await signIn("10.4.0.1");
    const head = "HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 10.4.0.1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    for (const target of ["/x/../api/auth/verify", "/api/auth/./verify?a=b", "/api/auth/verify#a"]) {
      expect(await sendRaw(`POST ${target} ${head}`)).toContain(" 429 ");
    }
    expect(reached).toBe(1);
  });

  it("is refused there alone, and others are not", async () => {
    behind = refuses(429, { "retry-after": "7" });
    await signIn("10.1.0.1");

    await signIn("10.1.0.2");
    await signIn("10.1.0.1", "/api/auth/challenge");
    await signIn("10.1.0.1", "/api/auth/logout");
    await ask("/api/auth/verify", { headers: { "x-forwarded-for": "10.1.0.1" } });

    expect(reached).toBe(5);
  });

  it.each([
    ["another refusal", 401, { "retry-after": "7" }],
    ["a refusal that names no time", 429, {}],
    ["one whose time is no number", 429, { "retry-after": "Thu, 01 Jan 2026 00:00:00 GMT" }],
  ])("is asked for by 429 and a time: not by %s", async (_, status, headers) => {
    behind = refuses(status, headers as Record<string, string>);
    await signIn(`10.2.0.${status}`);
    await signIn(`10.2.0.${status}`);

    expect(reached).toBe(2);
  });
});
