import { beforeEach, describe, expect, it, vi } from "vitest";
import * as logout from "#app/api/auth/logout/route.ts";
import * as live from "#app/api/score/live/route.ts";
import { deps, installDeps } from "./deps.ts";
import { createBrowser, serveWorld, signedInBrowser } from "./testing/browser.ts";
import type { World } from "./testing/memory-world.ts";

const path = "/api/score/live";
const accept = { accept: "text/event-stream" };

let world: World;
beforeEach(() => {
  world = serveWorld();
});

/** What a stream says, as it comes. */
function listen(response: Response) {
  const heard = { text: "", isOver: false };
  void (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) heard.text += decoder.decode(chunk);
    heard.isOver = true;
  })();
  return heard;
}

describe("GET /api/score/live", () => {
  it("needs a session, as a stream too", async () => {
    expect((await createBrowser().visit(live.GET, { path })).status).toBe(401);
    expect((await createBrowser().visit(live.GET, { path, headers: accept })).status).toBe(401);
  });

  it("answers the state as JSON to whoever asks for no stream", async () => {
    const response = await (await signedInBrowser()).visit(live.GET, { path });

    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toEqual({
      at: "2026-11-20T12:00:00.000Z",
      connections: [],
      today: { day: "2026-11-20", byCurrency: [], latest: [] },
      snapshotHash: null,
    });
  });

  it("streams the state with its mark, then signs of life, and is never stored or compressed", async () => {
    const response = await (await signedInBrowser()).visit(live.GET, { path, headers: accept });
    const heard = listen(response);

    expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-store, no-transform");
    await vi.waitFor(() => expect(heard.text).toContain("event: beat"));
    expect(heard.text).toMatch(
      /^retry: 2000\n\nevent: state\nid: none\ndata: \{"at":"2026-11-20T12:00:00.000Z","connections":\[\],.*\}\n\n/,
    );
  });

  it.each([
    ["last-event-id", { path, headers: { ...accept, "last-event-id": "none" } }],
    ["after", { path: `${path}?after=none`, headers: accept }],
  ])("goes on from the mark in %s", async (_, visit) => {
    const heard = listen(await (await signedInBrowser()).visit(live.GET, visit));

    await vi.waitFor(() => expect(heard.text).toContain("event: beat"));
    expect(heard.text).not.toContain("event: state");
  });

  it("ends with the session", async () => {
    const browser = await signedInBrowser();
    const heard = listen(await browser.visit(live.GET, { path, headers: accept }));
    await vi.waitFor(() => expect(heard.text).toContain("event: state"));

    await browser.visit(logout.POST, { method: "POST", path: "/api/auth/logout" });
    world.ports.live.findMarks = async () => new Map();

    await vi.waitFor(() => expect(heard.isOver).toBe(true));
  });

  it("refuses a fifth stream of one session, and lets it ask instead", async () => {
    const browser = await signedInBrowser();
    const statuses = [];
    for (let nth = 0; nth < 5; nth++) {
      statuses.push((await browser.visit(live.GET, { path, headers: accept })).status);
    }

    expect(statuses).toEqual([200, 200, 200, 200, 429]);
    expect((await browser.visit(live.GET, { path })).status).toBe(200);
  });

  it("follows nothing for a client who left while the session was looked up", async () => {
    const client = new AbortController();
    const { findSession } = world.ports.auth;
    const browser = await signedInBrowser();
    world.ports.auth.findSession = (hash) => {
      client.abort();
      return findSession(hash);
    };
    let followed = 0;
    const follow = () => {
      followed += 1;
      return () => undefined;
    };
    installDeps({ ...deps(), live: { ...deps().live, follow } });

    await browser.visit(live.GET, { path, headers: accept, signal: client.signal });

    expect(followed).toBe(0);
  });

  it("counts a client's network, as the own proxies tell it", async () => {
    const networks: (string | null)[] = [];
    const follow = (_: unknown, network: string | null) => {
      networks.push(network);
      return () => undefined;
    };
    installDeps({ ...deps(), live: { ...deps().live, follow } });
    const browser = await signedInBrowser();
    const ask = () =>
      browser.visit(live.GET, { path, headers: { ...accept, "x-forwarded-for": "6.6.6.6, 203.0.113.9" } });

    await ask();
    installDeps({ ...deps(), trustedProxyCount: 1 });
    await ask();

    expect(networks).toEqual([null, "203.0.113.9"]);
  });
});
