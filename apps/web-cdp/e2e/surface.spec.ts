import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { type Caller, post, signIn } from "./api.ts";
import { logs } from "./logs.ts";

/** Sends bytes as they are, and answers the first kilobyte that comes back, or "" when the connection is closed. */
async function sendRaw(baseURL: string, text: string): Promise<string> {
  const { port } = new URL(baseURL);
  const socket = connect(Number(port), "127.0.0.1", () => socket.write(text));
  socket.setTimeout(2_000, () => socket.destroy());
  let received = "";
  socket.on("data", (part) => {
    received += part.toString("latin1");
    if (received.length > 1_024) socket.destroy();
  });
  socket.on("error", () => undefined);
  await new Promise((resolve) => socket.once("close", resolve));
  return received;
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);

test("two people at once never see each other's answers, also behind a cache that forgets who asked (J05)", async ({
  baseURL: address,
}) => {
  const baseURL = address ?? "";
  const people = [await signIn(baseURL), await signIn(baseURL)];
  const cache = new Map<string, string>();
  const paths = ["/api/auth/session", "/api/connections", "/api/auth/sessions", "/dashboard"];
  const strays: string[] = [];

  /** A cache as bad as they come: it ignores cookies and Vary, and keeps whatever it is not forbidden to keep. */
  async function throughCache(person: Caller, path: string): Promise<string> {
    const kept = cache.get(path);
    if (kept !== undefined) return kept;
    const answer = await person.request(path);
    const text = await answer.text();
    if (!/no-store|private/.test(answer.headers.get("cache-control") ?? "")) cache.set(path, text);
    return text;
  }

  async function ask(nth: number): Promise<void> {
    const person = people[nth % 2];
    const other = people[(nth + 1) % 2];
    const path = paths[Math.floor(nth / 2) % (nth % 40 < 2 ? 4 : 3)];
    if (!person || !other || !path) throw new Error("two people and their paths are there");
    const text = await throughCache(person, path);
    if (text.includes(other.wallet)) strays.push(path);
    if (path === "/api/auth/session" && !text.includes(person.wallet)) strays.push(`${path} lost its person`);
  }

  for (let from = 0; from < 2_000; from += 20) {
    await Promise.all(Array.from({ length: 20 }, (_, at) => ask(from + at)));
  }

  expect(strays).toEqual([]);
  expect([...cache.keys()]).toEqual([]);
});

test("pages, data, refusals, redirects and files all carry the protective headers, and each its own policy (J04)", async ({
  baseURL,
}) => {
  const home = await (await fetch(`${baseURL}/`)).text();
  const script = /\/_next\/static\/[^"]+\.js/.exec(home)?.[0] ?? "";
  const callback = "/api/tiktokshop/callback?code=c&state=s";
  const policies = await Promise.all(
    ["/", "/nothing/here", "/api/health", "/api/connections", "/api/nothing/here", callback, script].map(
      async (path) => {
        const { headers } = await fetch(`${baseURL}${path}`, { redirect: "manual" });
        expect(headers.get("x-content-type-options"), path).toBe("nosniff");
        expect(headers.get("x-frame-options"), path).toBe("DENY");
        expect(headers.get("referrer-policy"), path).toBe(
          path === callback ? "no-referrer" : "strict-origin-when-cross-origin",
        );
        return headers.get("content-security-policy")?.replace(/nonce-[^']+/g, "nonce") ?? null;
      },
    ),
  );

  const [page, missing, ...others] = policies;
  expect(page).toContain("script-src 'self' 'nonce' 'strict-dynamic'");
  expect(missing).toBe(page);
  const ofData = "default-src 'none'; frame-ancestors 'none'";
  expect(others).toEqual([ofData, ofData, ofData, ofData, null]);
});

test("an upgrade to a WebSocket reaches no other host, however its target is written (J07)", async ({
  baseURL: address,
}) => {
  const baseURL = address ?? "";
  // No page of ours happens to say it.
  const reached = randomUUID();
  let visits = 0;
  const sentinel = createServer((_, response) => {
    visits += 1;
    response.end(reached);
  });
  sentinel.on("upgrade", (_, socket) => {
    visits += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => sentinel.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address of this kind.
  const { port } = sentinel.address() as AddressInfo;
  const target = `127.0.0.1:${port}`;

  for (const uri of [
    `http://${target}/`,
    `//${target}/`,
    `/\\${target}/`,
    `/http://${target}/`,
    `/_next/image?url=http://${target}/`,
  ]) {
    for (const upgrade of [
      "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13\r\n",
      "",
    ]) {
      const answer = await sendRaw(
        baseURL,
        `GET ${uri} HTTP/1.1\r\nHost: localhost\r\n${upgrade}Connection: close\r\n\r\n`,
      );
      expect(answer).not.toContain(reached);
    }
  }

  expect(visits).toBe(0);
  sentinel.close();
});

test("an upgrade is answered or hung up on within ten seconds (F08, J07)", async ({ baseURL: address }) => {
  const { port } = new URL(address ?? "");
  const upgrade = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13\r\n";
  const paths = ["/", "/_next/static/x", "/_next/hmr", "/_next/webpack-hmr", "/api/score", "/nothing/here"];
  /** Whether the server closes a connection that its client leaves open. */
  const isOver = async (path: string) => {
    const socket = connect(Number(port), "127.0.0.1", () => {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n${upgrade}\r\n`);
    });
    socket.on("error", () => undefined).resume();
    const closed = new Promise((resolve) => socket.once("close", () => resolve(true)));
    const isClosed = await Promise.race([closed, sleep(10_000, false)]);
    socket.destroy();
    return isClosed;
  };

  const outcomes = await Promise.all(paths.map(async (path) => [path, await isOver(path)]));

  expect(outcomes).toEqual(paths.map((path) => [path, true]));
  // Like any other request, and guarded like one.
  const answer = await sendRaw(address ?? "", `GET /api/score HTTP/1.1\r\nHost: localhost\r\n${upgrade}\r\n`);
  expect(statusOf(answer)).toBe(401);
});

test("files that are no page are not served: settings, history, source maps, the server's own code (J17)", async ({
  page,
  baseURL: address,
}) => {
  const baseURL = address ?? "";
  await page.goto("/");
  const scripts = await page
    .locator("script[src]")
    .evaluateAll((all) => all.map((script) => script.getAttribute("src") ?? ""));
  const hidden = [
    "/.env",
    "/.env.local",
    "/.git/config",
    "/.git/HEAD",
    "/package.json",
    "/pnpm-lock.yaml",
    "/next.config.ts",
    "/.next/BUILD_ID",
    "/_next/BUILD_ID",
    "/_next/server/app/page.js",
    "/_next/server/middleware-manifest.json",
    "/_next/../package.json",
    "/_next/static/../../package.json",
    "/_next/static/%2e%2e/%2e%2e/server/app/page.js",
    "/supabase/config.toml",
    ...scripts.map((script) => `${script.split("?")[0]}.map`),
  ];

  expect(scripts.length).toBeGreaterThan(1);
  for (const path of hidden) {
    const answer = await sendRaw(baseURL, `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    expect([path, [308, 400, 404].includes(statusOf(answer))]).toEqual([path, true]);
    if (statusOf(answer) === 308) expect(answer).toMatch(/location: \/(package\.json|server\/app\/page\.js)\r\n/i);
  }
});

test("requests of odd size are answered soon, and the next person is served (J18)", async ({ baseURL: address }) => {
  const baseURL = address ?? "";
  const keys = Array.from({ length: 2_000 }, (_, nth) => `k${nth}=1`).join("&");
  const headers = Array.from({ length: 500 }, (_, nth) => `X-H${nth}: 1`).join("\r\n");
  const requests = {
    "an address of 64 KB": `GET /${"a".repeat(64 * 1024)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
    "2,000 query keys": `GET /api/score/changes?${keys} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
    "500 headers": `GET /api/score HTTP/1.1\r\nHost: localhost\r\n${headers}\r\nConnection: close\r\n\r\n`,
    "a header of 64 KB": `GET /api/score HTTP/1.1\r\nHost: localhost\r\nX-H: ${"a".repeat(64 * 1024)}\r\nConnection: close\r\n\r\n`,
  };

  for (const [name, request] of Object.entries(requests)) {
    const before = performance.now();
    const status = statusOf(await sendRaw(baseURL, request));
    expect([name, [0, 400, 401, 414, 431].includes(status)]).toEqual([name, true]);
    expect(performance.now() - before).toBeLessThan(2_000);
  }
  expect((await fetch(new URL("/api/auth/session", baseURL))).status).toBe(200);
});

test("wrong sign-ins in a flood are refused, and others are answered as before (B23)", async ({ baseURL: address }) => {
  const baseURL = address ?? "";
  const statuses = new Map<number, number>();
  const signInWrongly = async () => {
    const { status } = await fetch(new URL("/api/auth/verify", baseURL), post({ message: "x", signature: "0x" }));
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    return status;
  };
  /** The slowest of a hundred answers but one, in milliseconds, while `isOver` is false and for 100 answers at least. */
  const measure = async (isOver: () => boolean) => {
    const times: number[] = [];
    while (times.length < 100 || !isOver()) {
      const before = performance.now();
      expect((await fetch(new URL("/api/auth/session", baseURL))).status).toBe(200);
      times.push(performance.now() - before);
    }
    times.sort((one, other) => one - other);
    return times[Math.floor(times.length * 0.99) - 1] ?? 0;
  };
  await measure(() => true);
  const idle = await measure(() => true);

  let over = false;
  const flood = (async () => {
    for (let wave = 0; wave < 50; wave++) {
      const pause = new Promise((resolve) => setTimeout(resolve, 100));
      await Promise.all([pause, ...Array.from({ length: 30 }, signInWrongly)]);
    }
    over = true;
  })();
  const started = performance.now();
  const flooded = await measure(() => over);
  await flood;
  const windows = Math.ceil((performance.now() - started) / 10_000) + 1;

  expect([...statuses.keys()].sort()).toEqual([401, 429]);
  // Of whoever comes from one address, 500 may fail in ten seconds; what was under way meanwhile comes on top.
  expect(statuses.get(401)).toBeLessThanOrEqual(500 * windows + 30);
  // One machine floods, measures and serves: what counts is that nobody waits, not how long a core of it takes.
  expect(flooded).toBeLessThan(Math.max(2 * idle, 250));
  // Here everybody comes from one address, so the next test has to wait until it may sign in again.
  await expect.poll(signInWrongly, { timeout: 20_000, intervals: [1_000] }).toBe(401);
  const refusals = logs().flatMap(({ text }) => text.split("\n"));
  // Whoever was told to wait costs no more than a line.
  const atTheDoor = refusals.filter((line) => line.includes("/api/auth/verify") && line.includes("request.refused"));
  expect(atTheDoor.length).toBeGreaterThan(100);
});
