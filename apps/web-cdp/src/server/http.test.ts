import { ConnectorError } from "@lendfriend/connector";
import { beforeEach, describe, expect, it } from "vitest";
import * as nowhere from "#app/api/[...path]/route.ts";
import * as challenge from "#app/api/auth/challenge/route.ts";
import * as confirmations from "#app/api/auth/confirmations/route.ts";
import * as logout from "#app/api/auth/logout/route.ts";
import * as sessionRoute from "#app/api/auth/session/route.ts";
import * as oneSession from "#app/api/auth/sessions/[id]/route.ts";
import * as sessions from "#app/api/auth/sessions/route.ts";
import * as verify from "#app/api/auth/verify/route.ts";
import * as oneConnection from "#app/api/connections/[id]/route.ts";
import * as connections from "#app/api/connections/route.ts";
import * as health from "#app/api/health/route.ts";
import * as score from "#app/api/score/route.ts";
import * as shares from "#app/api/shares/route.ts";
import * as connect from "#app/api/tiktokshop/auth/route.ts";
import * as callback from "#app/api/tiktokshop/callback/route.ts";
import * as webhook from "#app/api/tiktokshop/webhook/route.ts";
import { deps, installDeps } from "./deps.ts";
import { AppError } from "./errors.ts";
import { createBrowser, serveWorld, signedInBrowser } from "./testing/browser.ts";
import { createPerson, type World } from "./testing/memory-world.ts";
import { handlerOf, routePaths } from "./testing/routes.ts";
import { someTokens } from "./testing/scripted-connector.ts";

let world: World;
beforeEach(() => {
  world = serveWorld();
});

async function errorOf(response: Response) {
  const body: { error: { code: string; message: string; requestId: string } } = await response.json();
  return body.error;
}

async function startConsent(browser: Awaited<ReturnType<typeof signedInBrowser>>) {
  const response = await browser.visit(connect.GET, { path: `/api/tiktokshop/auth?wallet=${browser.wallet}` });
  const { authUrl }: { authUrl: string } = await response.json();
  return { response, state: new URL(authUrl).searchParams.get("state") ?? "" };
}

describe("every route", () => {
  it.each(routePaths)("%s refuses the verbs it does not have with 405, Allow and an error body (J09)", async (path) => {
    const refused = [];
    for (const method of ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
      const response = await createBrowser().visit(await handlerOf(path, method), { method, path: "/api/x" });
      if (response.status !== 405) continue;
      refused.push(method);
      expect(response.headers.get("allow")).not.toContain(method);
      expect((await errorOf(response)).code).toBe("method_not_allowed");
    }
    expect(refused).toContain("HEAD");
    expect(refused).toContain("OPTIONS");
    expect(refused).toContain("PUT");
  });

  it.each(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const)(
    "answers %s to an address under /api that nothing stands at with 404 and an error body",
    async (method) => {
      const response = await createBrowser().visit(Reflect.get(nowhere, method), { method, path: "/api/nothing/here" });

      expect(response.status).toBe(404);
      expect((await errorOf(response)).code).toBe("not_found");
    },
  );

  it("asks for https from then on, but only where there is https", async () => {
    const ask = () => createBrowser().visit(health.GET, { path: "/api/health" });
    expect((await ask()).headers.has("strict-transport-security")).toBe(false);

    installDeps({ ...deps(), origin: "https://app.example" });

    expect((await ask()).headers.get("strict-transport-security")).toContain("max-age=63072000");
  });

  it("answers no-store with the request id that is in the body and in the log", async () => {
    const response = await createBrowser().visit(connections.GET, { path: "/api/connections" });
    const { code, requestId } = await errorOf(response);

    expect(response.status).toBe(401);
    expect(code).toBe("unauthorized");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("x-request-id")).toBe(requestId);
    expect(world.logged.join()).toContain(requestId);
  });

  it("says nothing about a failure that nobody foresaw, and logs all of it (J13)", async () => {
    const browser = await signedInBrowser();
    world.ports.connections.listConnections = () => Promise.reject(new Error("canary in the cause"));

    const response = await browser.visit(connections.GET, { path: "/api/connections" });

    expect(response.status).toBe(500);
    const body = await response.text();
    expect(body).not.toContain("canary");
    expect(world.logged.filter((line) => line.includes("canary in the cause"))).toHaveLength(1);
  });

  it("answers 503 with Retry-After while the database is unreachable", async () => {
    const browser = await signedInBrowser();
    world.ports.connections.listConnections = () =>
      Promise.reject(new AppError("unavailable", "The database cannot be reached.", { retryAfterSeconds: 5 }));

    const response = await browser.visit(connections.GET, { path: "/api/connections" });

    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("5");
  });

  it("never allows another origin to read it (J10)", async () => {
    const headers = { origin: "https://evil.test" };
    const response = await createBrowser().visit(sessionRoute.GET, { path: "/api/auth/session", headers });

    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("mutations", () => {
  it.each([
    ["a foreign origin", { origin: "https://evil.test" }],
    ["the origin null", { origin: "null" }],
    ["the same host on another port", { origin: "http://localhost:3001" }],
    ["another scheme", { origin: "https://localhost:3000" }],
    ["a cross-site fetch", { "sec-fetch-site": "cross-site" }],
    ["a same-site fetch", { "sec-fetch-site": "same-site" }],
  ])("are refused from %s, also with the person's cookies (J11)", async (_, headers) => {
    const browser = await signedInBrowser();

    const response = await browser.visit(logout.POST, { method: "POST", path: "/api/auth/logout", headers });

    expect(response.status).toBe(403);
    const session = await browser.visit(sessionRoute.GET, { path: "/api/auth/session" });
    expect(await session.json()).toEqual({ wallet: browser.wallet });
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/jsonp"])(
    "are refused with a body of %s (B24)",
    async (type) => {
      const body = JSON.stringify({ address: createPerson().wallet, chainId: 1 });
      const headers = { "content-type": type };

      const response = await createBrowser().visit(challenge.POST, {
        method: "POST",
        path: "/api/auth/challenge",
        body,
        headers,
      });

      expect(response.status).toBe(415);
    },
  );

  it("are accepted from our own pages and from clients that are no browser", async () => {
    for (const headers of [{}, { origin: "http://localhost:3000", "sec-fetch-site": "same-origin" }]) {
      const body = { address: createPerson().wallet, chainId: 1 };
      const visit = { method: "POST", path: "/api/auth/challenge", body, headers };
      expect((await createBrowser().visit(challenge.POST, visit)).status).toBe(200);
    }
  });

  it.each([
    ["no JSON", "{", 400],
    ["an array", "[]", 400],
    ["null", "null", 400],
    ["a list where text belongs", '{"address":["0x"],"chainId":1}', 400],
    ["a number as text", '{"address":"0x52908400098527886E0F7030069857D2E4169EE7","chainId":"1"}', 400],
    ["a field too many", '{"address":"0x52908400098527886E0F7030069857D2E4169EE7","chainId":1,"role":"x"}', 400],
    ["__proto__", '{"__proto__":{"address":"0x52908400098527886E0F7030069857D2E4169EE7","chainId":1}}', 400],
    ["one name twice", '{"address":"0x52908400098527886E0F7030069857D2E4169EE7","chainId":5,"chainId":1}', 400],
    ["20 KB", JSON.stringify({ address: "x".repeat(20_000), chainId: 1 }), 413],
    ["2 MB", JSON.stringify({ address: "x".repeat(2_000_000), chainId: 1 }), 413],
  ])("with %s are refused, never failing (B26, J15)", async (_, body, status) => {
    const visit = { method: "POST", path: "/api/auth/challenge", body };

    expect((await createBrowser().visit(challenge.POST, visit)).status).toBe(status);
  });

  it("are cut off at the cap when the length was not told", async () => {
    const headers = { "content-length": "10" };
    const body = JSON.stringify({ address: "x".repeat(20_000), chainId: 1 });
    const visit = { method: "POST", path: "/api/auth/challenge", body, headers };

    expect((await createBrowser().visit(challenge.POST, visit)).status).toBe(413);
  });
});

describe("signing in", () => {
  it("sets host-only, secure, hidden, lax cookies and clears the pre-session (B22)", async () => {
    const { asked, verified } = await signedInBrowser();

    const attributes = "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=";
    expect(asked.headers.getSetCookie()).toEqual([
      expect.stringMatching(new RegExp(`^__Host-pre=[A-Za-z0-9_-]{43}${attributes}300$`)),
    ]);
    expect(verified.headers.getSetCookie()).toEqual([
      expect.stringMatching(new RegExp(`^__Host-sess=[A-Za-z0-9_-]{43}${attributes}43200$`)),
      `__Host-pre=${attributes}0`,
    ]);
    expect(await verified.json()).toEqual({ wallet: expect.stringMatching(/^0x[0-9a-f]{40}$/) });
  });

  it("answers every failure with one body", async () => {
    const { message, signature, ...browser } = await signedInBrowser();
    const attempts = [
      { message, signature },
      { message: "hello", signature },
      { message, signature: "0x" },
    ];

    const bodies = [];
    for (const body of attempts) {
      const response = await browser.visit(verify.POST, { method: "POST", path: "/api/auth/verify", body });
      expect(response.status).toBe(401);
      const { code, message: text } = await errorOf(response);
      bodies.push({ code, text });
    }
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
  });

  it("ends with logging out, also for whoever kept the cookie", async () => {
    const browser = await signedInBrowser();
    const kept = browser.jar.get("__Host-sess") ?? "";

    const response = await browser.visit(logout.POST, { method: "POST", path: "/api/auth/logout" });

    expect(await response.json()).toEqual({ wallet: null });
    expect(browser.jar.has("__Host-sess")).toBe(false);
    browser.jar.set("__Host-sess", kept);
    const session = await browser.visit(sessionRoute.GET, { path: "/api/auth/session" });
    expect(await session.json()).toEqual({ wallet: null });
  });

  it("is listed for its owner and can be ended from another device, at once (B25)", async () => {
    const person = createPerson();
    const [here, lost] = [await signedInBrowser(person), await signedInBrowser(person)];
    const { sessions: open }: { sessions: { id: string; current: boolean }[] } = await (
      await here.visit(sessions.GET, { path: "/api/auth/sessions" })
    ).json();
    expect(open).toHaveLength(2);
    const other = open.find(({ current }) => !current)?.id ?? "";
    const end = (id: string, browser = here) =>
      browser.visit(oneSession.DELETE, { method: "DELETE", path: `/api/auth/sessions/${id}`, params: { id } });

    expect((await end(other, await signedInBrowser())).status).toBe(404);
    expect((await end("not-an-id")).status).toBe(404);
    expect((await lost.visit(sessions.GET, { path: "/api/auth/sessions" })).status).toBe(200);

    expect((await end(other)).status).toBe(200);
    expect((await lost.visit(sessions.GET, { path: "/api/auth/sessions" })).status).toBe(401);
    expect((await here.visit(sessions.GET, { path: "/api/auth/sessions" })).status).toBe(200);
  });

  it("ends everywhere with logging out everywhere, and nowhere else (B25)", async () => {
    const person = createPerson();
    const [here, there, stranger] = [
      await signedInBrowser(person),
      await signedInBrowser(person),
      await signedInBrowser(),
    ];

    const response = await here.visit(sessions.DELETE, { method: "DELETE", path: "/api/auth/sessions" });

    expect(await response.json()).toEqual({ wallet: null, ended: 2 });
    expect(here.jar.has("__Host-sess")).toBe(false);
    expect((await there.visit(sessions.GET, { path: "/api/auth/sessions" })).status).toBe(401);
    expect((await stranger.visit(sessions.GET, { path: "/api/auth/sessions" })).status).toBe(200);
  });

  it("is limited by failures, whatever address a client claims (B23, J12)", async () => {
    const flood = createBrowser();
    const statuses = [];
    for (let nth = 0; nth < 505; nth++) {
      const body = { message: "x", signature: "0x" };
      const headers = { "x-forwarded-for": `203.0.113.${nth}` };
      const response = await flood.visit(verify.POST, { method: "POST", path: "/api/auth/verify", body, headers });
      statuses.push(response.status);
      if (response.status === 429) expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    }

    expect(statuses.indexOf(429)).toBe(500);
    expect(statuses.slice(500)).toEqual([429, 429, 429, 429, 429]);
  });
});

describe("behind a trusted proxy", () => {
  it("a client that floods is limited alone (B23)", async () => {
    installDeps({ ...deps(), trustedProxyCount: 1 });
    const statusFor = async (forwardedFor: string) => {
      const body = { message: "x", signature: "0x" };
      const headers = { "x-forwarded-for": forwardedFor };
      return (await createBrowser().visit(verify.POST, { method: "POST", path: "/api/auth/verify", body, headers }))
        .status;
    };

    const flood = [];
    for (let nth = 0; nth < 12; nth++) flood.push(await statusFor(`6.6.6.${nth}, 203.0.113.9`));

    expect(flood.slice(9)).toEqual([401, 429, 429]);
    expect(await statusFor("203.0.113.10")).toBe(401);
  });
});

describe("GET /api/tiktokshop/auth", () => {
  it("answers a consent page and ties the flow to this browser (A19)", async () => {
    const browser = await signedInBrowser();

    const { response, state } = await startConsent(browser);

    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(state).toHaveLength(43);
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-tx=\S+; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=600$/),
    ]);
    expect(response.headers.getSetCookie().join()).not.toContain(state);
  });

  it("answers 401 without a session, then 400 for what is malformed, then 403 for another wallet (A02, A03)", async () => {
    const browser = await signedInBrowser();
    const statusOf = async (who: Pick<typeof browser, "visit">, query: string) => {
      const response = await who.visit(connect.GET, { path: `/api/tiktokshop/auth${query}` });
      if (response.status !== 200) expect(response.headers.getSetCookie()).toEqual([]);
      return response.status;
    };

    expect(await statusOf(createBrowser(), "?wallet=nonsense")).toBe(401);
    expect(await statusOf(browser, "")).toBe(400);
    expect(await statusOf(browser, "?wallet=0x12")).toBe(400);
    expect(await statusOf(browser, `?wallet=${browser.wallet}&account=partner`)).toBe(400);
    expect(await statusOf(browser, `?wallet=${browser.wallet}&market=EU`)).toBe(400);
    expect(await statusOf(browser, `?wallet=${browser.wallet}&wallet=${browser.wallet}`)).toBe(400);
    expect(await statusOf(browser, `?wallet=${createPerson().wallet}`)).toBe(403);
    expect(await statusOf(browser, `?wallet=0x${browser.wallet.slice(2).toUpperCase()}`)).toBe(200);
    expect(await statusOf(browser, `?wallet=${browser.account.address}&account=creator&market=ROW`)).toBe(200);
    expect(world.liveTransactions()).toBe(2);
  });

  it.each([
    ["another site", { "sec-fetch-site": "cross-site" }],
    ["a prefetch", { "sec-purpose": "prefetch" }],
  ])("begins nothing for %s", async (_, headers) => {
    const browser = await signedInBrowser();
    const path = `/api/tiktokshop/auth?wallet=${browser.wallet}`;

    expect((await browser.visit(connect.GET, { path, headers })).status).toBe(403);
    expect(world.liveTransactions()).toBe(0);
  });

  it("is limited by session, and others are unaffected (A25)", async () => {
    const busy = await signedInBrowser();
    const path = `/api/tiktokshop/auth?wallet=${busy.wallet}`;
    const statuses = [];
    for (let nth = 0; nth < 30; nth++) statuses.push((await busy.visit(connect.GET, { path })).status);

    expect(statuses.filter((status) => status === 200)).toHaveLength(10);
    expect(world.liveTransactions()).toBe(5);
    expect((await startConsent(await signedInBrowser())).response.status).toBe(200);
  });

  it("takes no part of the address from request headers (A12)", async () => {
    const browser = await signedInBrowser();
    const spoofed = { host: "evil.test", "x-forwarded-host": "evil.test", "x-forwarded-proto": "https" };
    const path = `/api/tiktokshop/auth?wallet=${browser.wallet}`;

    const response = await browser.visit(connect.GET, { path, headers: spoofed });

    expect(await response.text()).not.toContain("evil");
  });
});

describe("GET /api/tiktokshop/callback", () => {
  it("sends the person on to the dashboard, and tells no other site where they came from (A22)", async () => {
    const browser = await signedInBrowser();
    const { state } = await startConsent(browser);
    const path = `/api/tiktokshop/callback?app_key=k&code=TTP_canary&locale=en&shop_region=US&state=${state}`;

    const response = await browser.visit(callback.GET, { path });

    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("http://localhost:3000/dashboard?tiktokshop_connected=true");
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(browser.jar.has("__Host-tx")).toBe(false);
    expect(world.logged.join()).not.toContain("canary");
    expect(world.logged.join()).not.toContain(state);
  });

  it("puts a code and a reference into the address, and nothing that the platform wrote (A10)", async () => {
    const browser = await signedInBrowser();
    const { state } = await startConsent(browser);
    const query = `error=access_denied&error_description=<script>alert(1)</script>&code=null&state=${state}`;

    const response = await browser.visit(callback.GET, { path: `/api/tiktokshop/callback?${query}` });

    expect(response.headers.get("location")).toMatch(
      /^http:\/\/localhost:3000\/dashboard\?tiktokshop_error=auth_denied&ref=LF-[0-9A-Z]{8}$/,
    );
  });

  it.each([
    ["state=STATE&state=STATE", "state_invalid"],
    ["state[]=STATE", "state_invalid"],
    ["state=STATE%00", "state_invalid"],
    ["", "state_invalid"],
  ])("with ?%s links nothing (A07)", async (query, code) => {
    const browser = await signedInBrowser();
    const { state } = await startConsent(browser);
    const path = `/api/tiktokshop/callback?code=x&${query.replaceAll("STATE", state)}`;

    const response = await browser.visit(callback.GET, { path });

    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toContain(`tiktokshop_error=${code}&`);
    expect(world.connector.calls).toEqual([]);
  });

  describe("the session of a callback", () => {
    function countLooks() {
      const { findSession } = world.ports.auth;
      const looks = { count: 0, fail: false };
      world.ports.auth.findSession = (hash) => {
        looks.count += 1;
        return looks.fail ? Promise.reject(new AppError("unavailable", "The database is down.")) : findSession(hash);
      };
      return looks;
    }

    /** Sends callbacks as a browser would, or as a program that keeps the cookies it once had. */
    async function send(
      who: Pick<Awaited<ReturnType<typeof signedInBrowser>>, "visit">,
      query: string,
      cookie?: string,
    ) {
      const headers = cookie === undefined ? {} : { cookie };
      return who.visit(callback.GET, { path: `/api/tiktokshop/callback?code=x&${query}`, headers });
    }
    const placeOf = async (answer: ReturnType<typeof send>) => (await answer).headers.get("location");
    const cookiesOf = ({ jar }: Pick<Awaited<ReturnType<typeof signedInBrowser>>, "jar">) =>
      [...jar].map(([name, value]) => `${name}=${value}`).join("; ");

    it("is looked up for no callback that belongs to no flow of this browser", async () => {
      const browser = await signedInBrowser();
      const { state } = await startConsent(browser);
      const looks = countLooks();
      const stranger = createBrowser();
      stranger.jar.set("__Host-sess", "a".repeat(43));

      for (const query of [`state=${"A".repeat(43)}`, "state=short", ""]) {
        expect(await placeOf(send(browser, query))).toContain("tiktokshop_error=state_invalid&");
      }
      expect(await placeOf(send(stranger, `state=${state}`))).toContain("tiktokshop_error=state_invalid&");
      expect(looks.count).toBe(0);

      expect(await placeOf(send(browser, `state=${state}`))).toContain("connected=true");
      expect(looks.count).toBe(1);
    });

    it.each([
      ["connected", ""],
      ["auth_denied", "&error=access_denied"],
    ])("is looked up once where it ended as %s, however often all is sent again", async (end, query) => {
      const browser = await signedInBrowser();
      const { state } = await startConsent(browser);
      const cookies = cookiesOf(browser);
      const looks = countLooks();
      expect(await placeOf(send(createBrowser(), `state=${state}${query}`, cookies))).toContain(end);

      for (let nth = 0; nth < 20; nth++) {
        expect(await placeOf(send(createBrowser(), `state=${state}${query}`, cookies))).toContain("state_invalid");
      }
      expect(looks.count).toBe(1);
    });

    it("is looked up for one of the callbacks that come at once with the same state", async () => {
      const browser = await signedInBrowser();
      const { state } = await startConsent(browser);
      const cookies = cookiesOf(browser);
      const looks = countLooks();

      const all = Array.from({ length: 20 }, () => placeOf(send(createBrowser(), `state=${state}`, cookies)));

      expect((await Promise.all(all)).filter((place) => place?.includes("connected=true"))).toHaveLength(1);
      expect(looks.count).toBe(1);
    });

    it("is looked up for no callback that comes later than a consent lives, although nobody answered it", async () => {
      const browser = await signedInBrowser();
      const old = await startConsent(browser);
      world.advance(1);
      const young = await startConsent(browser);
      const cookies = cookiesOf(browser);
      const looks = countLooks();
      world.advance(599);

      expect(await placeOf(send(createBrowser(), `state=${old.state}`, cookies))).toContain("state_invalid");
      expect(looks.count).toBe(0);
      expect(await placeOf(send(createBrowser(), `state=${young.state}`, cookies))).toContain("connected=true");
      expect(looks.count).toBe(1);
    });

    it("is looked up for no callback whose cookie claims a later time than its flow was begun at", async () => {
      const browser = await signedInBrowser();
      const { state } = await startConsent(browser);
      const cookies = cookiesOf(browser).replace(/~(\d+)~/, (_, time) => `~${Number(time) + 600}~`);
      const looks = countLooks();

      expect(await placeOf(send(createBrowser(), `state=${state}`, cookies))).toContain("state_invalid");
      expect(looks.count).toBe(0);
    });

    it("is looked up again where the database was down", async () => {
      const browser = await signedInBrowser();
      const { state } = await startConsent(browser);
      const looks = countLooks();
      looks.fail = true;
      expect((await send(browser, `state=${state}`)).status).toBe(503);

      looks.fail = false;

      expect(await placeOf(send(browser, `state=${state}`))).toContain("connected=true");
    });
  });

  it("finishes flows of several tabs in any order, and one more after the platform failed (A20)", async () => {
    const browser = await signedInBrowser();
    const tabs = [await startConsent(browser), await startConsent(browser), await startConsent(browser)];
    const visit = async (code: string, state = "") =>
      (await browser.visit(callback.GET, { path: `/api/tiktokshop/callback?code=${code}&state=${state}` })).headers.get(
        "location",
      );

    expect(await visit("one", tabs[2]?.state)).toContain("connected=true");
    world.connector.exchange = new ConnectorError("timeout", "no answer in time");
    expect(await visit("two", tabs[0]?.state)).toContain("tiktokshop_error=provider_unavailable&");
    world.connector.exchange = someTokens;
    expect(await visit("three", tabs[1]?.state)).toContain("connected=true");
    expect(await visit("four", (await startConsent(browser)).state)).toContain("connected=true");
  });

  it.each([
    ["a line that ends", "a%0Ab"],
    ["another cookie", "a%2C%20__Host-sess%3DX"],
    ["a flow with another cookie in its tag", `%2C%20a%3Db%3B%20~${"A".repeat(43)}`],
    ["text that cannot be decoded", "%ff%"],
  ])("never gives back a cookie with %s, whatever the state", async (_, cookie) => {
    for (const query of ["", `state=${"A".repeat(43)}`]) {
      const response = await createBrowser().visit(callback.GET, {
        path: `/api/tiktokshop/callback?code=x&${query}`,
        headers: { cookie: `__Host-tx=${cookie}` },
      });

      expect(response.status).toBe(303);
      expect(response.headers.getSetCookie()).toEqual([
        "__Host-tx=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0",
      ]);
    }
    expect(world.logged.join()).not.toContain("request.failed");
  });

  it("keeps the other flows of a browser whose callback belongs to none", async () => {
    const browser = await signedInBrowser();
    const { state } = await startConsent(browser);
    const visit = async (query: string) =>
      (await browser.visit(callback.GET, { path: `/api/tiktokshop/callback?code=x&${query}` })).headers.get("location");

    for (const query of ["", "state=short", `state=${"A".repeat(43)}`]) {
      expect(await visit(query)).toContain("tiktokshop_error=state_invalid&");
    }

    expect(await visit(`state=${state}`)).toContain("connected=true");
  });

  it("uses no state up for a prefetch or a HEAD", async () => {
    const browser = await signedInBrowser();
    const { state } = await startConsent(browser);
    const path = `/api/tiktokshop/callback?code=TTP_code&state=${state}`;

    for (const headers of [{ purpose: "prefetch" }, { "sec-purpose": "prefetch;prerender" }, { "x-moz": "prefetch" }]) {
      expect((await browser.visit(callback.GET, { path, headers })).status).toBe(403);
    }
    expect((await browser.visit(callback.HEAD, { method: "HEAD", path })).status).toBe(405);
    expect(world.connector.calls).toEqual([]);
    expect((await browser.visit(callback.GET, { path })).headers.get("location")).toContain("connected=true");
  });
});

describe("DELETE /api/connections/:id", () => {
  it("takes the wallet's signature of a message that was made for this act, and nothing less", async () => {
    const browser = await signedInBrowser();
    const { state } = await startConsent(browser);
    await browser.visit(callback.GET, { path: `/api/tiktokshop/callback?code=TTP_code&state=${state}` });
    const [row] = world.rows.values();
    const id = row?.connectionId ?? "";
    const path = `/api/connections/${id}?data=delete`;
    const end = (body?: unknown) =>
      browser.visit(oneConnection.DELETE, { method: "DELETE", path, params: { id }, ...(body ? { body } : {}) });
    const about = { act: "connection.delete", object: id, chainId: 1 };
    const ask = { method: "POST", path: "/api/auth/confirmations", body: about };

    expect((await createBrowser().visit(confirmations.POST, ask)).status).toBe(401);
    expect((await end()).status).toBe(400);
    const unsigned = await end({ message: browser.message, signature: browser.signature });
    expect(unsigned.status).toBe(403);
    expect((await errorOf(unsigned)).code).toBe("confirmation_required");

    const { message }: { message: string } = await (await browser.visit(confirmations.POST, ask)).json();
    const answer = await end({ message, signature: await browser.account.signMessage({ message }) });
    expect(await answer.json()).toEqual({ status: "deleted" });
    expect(world.rows.size).toBe(0);
  });

  it.each([{ act: "account.delete" }, { act: "score.delete" }, { object: 7 }, { chainId: "1" }, { extra: 1 }])(
    "is never confirmed for %j",
    async (change) => {
      const browser = await signedInBrowser();
      const body = { act: "connection.delete", object: crypto.randomUUID(), chainId: 1, ...change };

      const visit = { method: "POST", path: "/api/auth/confirmations", body };
      expect((await browser.visit(confirmations.POST, visit)).status).toBe(400);
    },
  );
});

describe("POST /api/tiktokshop/webhook", () => {
  const post = (body: string, headers: Readonly<Record<string, string>> = {}) =>
    createBrowser().visit(webhook.POST, { method: "POST", path: "/api/tiktokshop/webhook", body, headers });

  it("answers 401 with an empty body to what is not signed (F02)", async () => {
    const response = await post("{}", { authorization: "Bearer x" });

    expect(response.status).toBe(401);
    expect(await response.text()).toBe("");
  });

  it("answers 200 with an empty body once stored, wherever it comes from", async () => {
    world.connector.webhook = {
      notificationId: "1",
      type: 1,
      shopId: null,
      platformUserId: null,
      timestamp: 1,
      effect: "ignored",
      objectId: null,
    };

    const response = await post("{}", { origin: "https://elsewhere.test", "content-type": "text/plain" });

    expect(response.status).toBe(200);
    expect(await response.text()).toBe("");
    expect(world.deliveries.size).toBe(1);
  });

  it("answers 503 while it cannot store (F11)", async () => {
    world.connector.webhook = {
      notificationId: "1",
      type: 1,
      shopId: null,
      platformUserId: null,
      timestamp: 1,
      effect: "ignored",
      objectId: null,
    };
    world.ports.inbox.saveDelivery = () => Promise.reject(new Error("constraint"));

    expect((await post("{}")).status).toBe(503);
  });

  it("answers 413 beyond 256 KB (F08)", async () => {
    expect((await post("x".repeat(256 * 1024 + 1))).status).toBe(413);
    expect((await post("x".repeat(256 * 1024))).status).toBe(401);
  });
});

describe("other answers", () => {
  it("health is 503 without a database, and 200 otherwise", async () => {
    const visit = { path: "/api/health" };
    expect((await createBrowser().visit(health.GET, visit)).status).toBe(200);

    world.ports.health.checkDatabase = () => Promise.reject(new Error("refused"));
    world.advance(1);

    const response = await createBrowser().visit(health.GET, visit);
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ status: "down", checks: { database: "unreachable" } });
  });

  it("a score that does not exist yet is 404 with a way forward", async () => {
    const browser = await signedInBrowser();

    const response = await browser.visit(score.GET, { path: "/api/score" });

    expect(response.status).toBe(404);
    expect((await errorOf(response)).message).toContain("connect a shop");
  });

  it("a share that was made is 201, and in the list", async () => {
    const browser = await signedInBrowser();
    const body = {
      lender: createPerson().account.address,
      scope: "tier",
      purpose: "Loan",
      expiresAt: "2026-12-20T00:00:00Z",
    };

    const made = await browser.visit(shares.POST, { method: "POST", path: "/api/shares", body });

    expect(made.status).toBe(201);
    const listed = await browser.visit(shares.GET, { path: "/api/shares" });
    expect(await listed.json()).toEqual({ shares: [await made.json()] });
  });
});
