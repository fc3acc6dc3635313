import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { appFolder, nextPath } from "../../../scripts/stack/app-build.ts";
import { freePort } from "../../../scripts/stack/ports.ts";
import { workerFlags } from "../../../scripts/stack/worker-flags.ts";
import { signIn } from "./api.ts";
import { tablesHolding } from "./database.ts";
import { act } from "./sandbox.ts";

const env = JSON.parse(process.env.E2E_PRODUCT_ENV ?? "{}") as Readonly<Record<string, string>>;
const running: ChildProcess[] = [];

test.skip(() => process.env.E2E_PRODUCT_ENV === undefined, "these start processes of the stack's own");
test.afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

/** A module that a process loads first, as a fault inside of it. */
function rejecting(afterMs: number): string {
  const module = `setTimeout(() => Promise.reject(new Error("canary-rejection")), ${afterMs})`;
  return `--import=data:text/javascript;base64,${Buffer.from(module).toString("base64")}`;
}

function start(args: readonly string[], extra: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [...args], {
    cwd: appFolder,
    env: { NODE_ENV: "production", PATH: process.env.PATH, ...env, ...extra },
  });
  running.push(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (output += String(part)));
  const ended = once(child, "exit").then(([code]) => (typeof code === "number" ? code : null));
  return { child, ended, output: () => output };
}

/** One more production server of the same build, on the same database. */
async function startInstance(extra: Readonly<Record<string, string>> = {}) {
  const port = await freePort();
  const instance = start([nextPath(), "start", "-p", String(port), "-H", "127.0.0.1"], extra);
  const url = `http://127.0.0.1:${port}`;
  await expect
    .poll(
      () =>
        fetch(`${url}/api/auth/session`).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 20_000 },
    )
    .toBe(200);
  return { ...instance, url };
}

test("a server that is told to stop under load finishes what it has begun, within ten seconds (J19)", async () => {
  const { child, ended, url } = await startInstance();
  const outcomes = { whole: 0, refused: 0, cut: 0 };
  let over = false;
  const load = Array.from({ length: 20 }, async () => {
    while (!over) {
      await fetch(`${url}/api/auth/challenge`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ address: `0x${"a".repeat(40)}`, chainId: 1 }),
      })
        .then(async (answer) => {
          await answer.json();
          outcomes.whole += 1;
        })
        .catch((error: unknown) => {
          const isRefused = error instanceof Error && JSON.stringify(error.cause ?? "").includes("ECONNREFUSED");
          outcomes[isRefused ? "refused" : "cut"] += 1;
          over ||= isRefused;
        });
    }
  });
  // A process that has just started answers nothing for a while.
  await expect.poll(() => outcomes.whole).toBeGreaterThan(20);
  const before = performance.now();

  child.kill("SIGTERM");
  await ended;

  expect(performance.now() - before).toBeLessThan(10_000);
  over = true;
  await Promise.all(load);
  // A kept-alive connection may be closed between two requests; none of them was cut in its answer.
  expect(outcomes.cut).toBeLessThanOrEqual(20);
});

test("a server that is told to stop waits neither for an upgraded nor for a silent connection (J19)", async () => {
  const { child, ended, url } = await startInstance();
  const upgrade =
    "GET /_next/static/x HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13\r\n\r\n";
  const sockets = await Promise.all(
    [upgrade, "", "GET / HTT"].map(async (text) => {
      const socket = connect(Number(new URL(url).port), "127.0.0.1");
      await once(socket, "connect");
      socket.on("error", () => undefined).resume();
      socket.write(text);
      return socket;
    }),
  );
  // By then the server has them all.
  await sleep(500);
  const before = performance.now();

  child.kill("SIGTERM");

  // Ended by itself, as after its last answer, and not cut off.
  expect(await ended).toBe(143);
  expect(performance.now() - before).toBeLessThan(5_000);
  for (const socket of sockets) socket.destroy();
});

test("a rejection that nobody handles is logged, and the web goes on while a worker ends to be started anew (J20)", async () => {
  const web = await startInstance({ NODE_OPTIONS: rejecting(3_000) });
  await expect.poll(web.output, { timeout: 15_000 }).toContain("canary-rejection");
  expect((await fetch(`${web.url}/api/auth/session`)).status).toBe(200);

  const worker = start([...workerFlags, join(appFolder, "src/server/worker.ts")], { NODE_OPTIONS: rejecting(4_000) });

  expect(await worker.ended).toBe(1);
  expect(worker.output()).toContain('"unhandled_rejection"');
});

test("a server killed between the exchange of a code and its storing leaves nothing, and connecting again works (A21)", async ({
  baseURL: address,
}) => {
  const baseURL = address ?? "";
  const control = process.env.E2E_SANDBOX_CONTROL_URL ?? "";
  const { child, ended, url, output } = await startInstance();
  const person = await signIn(baseURL);
  const { authUrl } = await person.json<{ authUrl: string }>(`/api/tiktokshop/auth?wallet=${person.wallet}`);
  const consent = await fetch(`${authUrl}&persona=new-shop&auto=allow`, { redirect: "manual" });
  const back = new URL(consent.headers.get("location") ?? "");
  const slow = { kind: "delay", path: "/authorization/202309/shops", delayMs: 8_000 };
  await act("fault", slow);
  const exchanges = async () => {
    const log = (await (await fetch(`${control}/ctl/log?path=/api/v2/token/get`)).json()) as { total: number };
    return log.total;
  };
  const before = await exchanges();

  const cut = fetch(`${url}${back.pathname}${back.search}`, { headers: { cookie: person.cookie() } }).catch(() => null);
  await expect.poll(exchanges).toBe(before + 1);
  child.kill("SIGKILL");
  await Promise.all([ended, cut]);
  await act("clear-faults");

  expect(await person.json("/api/connections")).toEqual({ connections: [] });
  expect(await tablesHolding("sbxat")).toEqual([]);
  expect(output()).not.toContain("sbxat");
  expect((await person.request(back.pathname + back.search)).headers.get("location")).toContain("state_invalid");
  expect(await person.connect("new-shop")).toContain("tiktokshop_connected=true");
  await person.settled();
  await person.disconnectAll();
});

test("any instance serves whoever signed in at another, and there are no actions that a build could own (J21)", async ({
  baseURL: address,
}) => {
  const baseURL = address ?? "";
  const other = await startInstance();
  const person = await signIn(baseURL);
  const cookie = person.cookie();

  const there = await fetch(`${other.url}/api/auth/session`, { headers: { cookie } });
  expect(await there.json()).toEqual({ wallet: person.wallet });
  const ended = await person.request("/api/auth/logout", { method: "POST" });
  expect(ended.status).toBe(200);
  expect(await (await fetch(`${other.url}/api/auth/session`, { headers: { cookie } })).json()).toEqual({
    wallet: null,
  });

  const manifest = JSON.parse(readFileSync(join(appFolder, ".next/server/server-reference-manifest.json"), "utf8"));
  expect([Object.keys(manifest.node), Object.keys(manifest.edge)]).toEqual([[], []]);
});
