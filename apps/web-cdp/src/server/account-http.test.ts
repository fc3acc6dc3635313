import { setImmediate } from "node:timers/promises";
import { beforeEach, describe, expect, it } from "vitest";
import * as receipt from "#app/api/account/deletions/[id]/route.ts";
import * as exportRoute from "#app/api/account/export/route.ts";
import * as account from "#app/api/account/route.ts";
import * as confirmations from "#app/api/auth/confirmations/route.ts";
import * as sessions from "#app/api/auth/sessions/route.ts";
import * as connections from "#app/api/connections/route.ts";
import { createBrowser, serveWorld, signedInBrowser } from "./testing/browser.ts";
import { createPerson, signIn, startConsent } from "./testing/memory-world.ts";

let world: ReturnType<typeof serveWorld>;
beforeEach(() => {
  world = serveWorld();
});

const path = "/api/account/export";
const download = (browser: Pick<ReturnType<typeof createBrowser>, "visit">, headers = {}) =>
  browser.visit(exportRoute.GET, { path, headers });

describe("GET /api/account/export", () => {
  it("hands the signed-in wallet everything that is held about it, and nothing of anybody else (I04)", async () => {
    const [browser, other] = [await signedInBrowser(), await signedInBrowser()];
    world.accounts.rows.push({ wallet: browser.wallet, part: "orders", row: { id: "mine" } });
    world.accounts.rows.push({ wallet: other.wallet, part: "orders", row: { id: "theirs" } });
    world.accounts.rows.push({ wallet: browser.wallet, part: "sessions", row: { id: "here" } });

    const response = await download(browser);

    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("content-disposition")).toContain("attachment");
    const lines = (await response.text())
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ part }) => part)).toEqual(["export", "audit_log", "orders", "sessions", "end"]);
    expect(lines[0].wallet).toBe(browser.wallet);
    expect(lines[2].row).toEqual({ id: "mine" });
    expect(lines.at(-1)).toEqual({ part: "end", rows: 3 });
  });

  it("is for signed-in people, and not for what another site or a prefetch asks (I04)", async () => {
    const browser = await signedInBrowser();

    expect((await download(createBrowser())).status).toBe(401);
    expect((await download(browser, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await download(browser, { "sec-purpose": "prefetch" })).status).toBe(403);
    expect(world.accounts.rows).toEqual([]);
  });

  it("reads the database no faster than the file is taken, so that its size does not matter (I04)", async () => {
    const browser = await signedInBrowser();
    for (let id = 0; id < 3_000; id += 1) {
      world.accounts.rows.push({ wallet: browser.wallet, part: "orders", row: { id } });
    }

    const reader = (await download(browser)).body?.getReader();
    for (let line = 0; line < 30; line += 1) await reader?.read();
    // Whoever would read ahead has every chance to.
    for (let turn = 0; turn < 100; turn += 1) await setImmediate();

    expect(world.accounts.read.pages).toBeLessThan(15);
    await reader?.cancel();
  });

  it("ends without its last line when the database is lost on the way, and logs it (I04)", async () => {
    const browser = await signedInBrowser();
    world.ports.accounts.readHeldAside = () => Promise.reject(new Error("gone"));

    await expect((await download(browser)).text()).rejects.toThrow();

    expect(world.logged.join()).toContain("account.export_failed");
  });

  it("does not call a file whole whose session ended while it was read (I04)", async () => {
    const person = createPerson();
    const [browser, elsewhere] = [await signedInBrowser(person), await signedInBrowser(person)];
    const response = await download(browser);

    await elsewhere.visit(sessions.DELETE, { method: "DELETE", path: "/api/auth/sessions" });

    await expect(response.text()).rejects.toThrow();
  });

  it("reads no page more for a session that ended while the file was taken, least of all as the service (I04)", async () => {
    const person = createPerson();
    const [browser, elsewhere] = [await signedInBrowser(person), await signedInBrowser(person)];
    for (let id = 0; id < 30; id += 1) {
      world.accounts.rows.push({ wallet: browser.wallet, part: "orders", row: { id } });
      world.accounts.rows.push({ wallet: browser.wallet, part: "sessions", row: { id } });
    }
    const reader = (await download(browser)).body?.getReader();
    const takeRest = async () => {
      while (!(await reader?.read())?.done);
    };
    for (let line = 0; line < 5; line += 1) await reader?.read();

    await elsewhere.visit(sessions.DELETE, { method: "DELETE", path: "/api/auth/sessions" });
    const read = world.accounts.read.pages;

    await expect(takeRest()).rejects.toThrow("the session ended while its export was read");
    expect(world.accounts.read.pages).toBe(read);
  });

  it("is limited by session (I04)", async () => {
    const browser = await signedInBrowser();
    const statuses = [];
    for (let nth = 0; nth < 7; nth += 1) statuses.push((await download(browser)).status);

    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429]);
  });
});

describe("DELETE /api/account", () => {
  const confirm = { confirm: "delete my account" };
  const send = (browser: Pick<ReturnType<typeof createBrowser>, "visit">, body: unknown) =>
    browser.visit(account.DELETE, { method: "DELETE", path: "/api/account", body });
  const sign = async (browser: Awaited<ReturnType<typeof signedInBrowser>>) => {
    const body = { act: "account.delete", chainId: 1 };
    const asked = await browser.visit(confirmations.POST, { method: "POST", path: "/api/auth/confirmations", body });
    const { message }: { message: string } = await asked.json();
    return { message, signature: await browser.account.signMessage({ message }) };
  };
  const remove = async (browser: Awaited<ReturnType<typeof signedInBrowser>>) =>
    send(browser, { ...confirm, ...(await sign(browser)) });
  const look = (id: string) =>
    createBrowser().visit(receipt.GET, { path: `/api/account/deletions/${id}`, params: { id } });

  it("ends every session of the wallet with the answer, and hands out a receipt (I02)", async () => {
    const person = createPerson();
    const [here, there, other] = [
      await signedInBrowser(person),
      await signedInBrowser(person),
      await signedInBrowser(),
    ];

    const response = await remove(here);

    expect(response.status).toBe(202);
    const { deletionId }: { deletionId: string } = await response.json();
    expect(here.jar.has("__Host-sess")).toBe(false);
    for (const [browser, status] of [
      [here, 401],
      [there, 401],
      [other, 200],
    ] as const) {
      expect((await browser.visit(connections.GET, { path: "/api/connections" })).status).toBe(status);
    }
    await world.settled();
    expect(await (await look(deletionId)).json()).toMatchObject({ id: deletionId, state: "revoked" });
  });

  it("asks the platform to end each authorisation, and marks the account as revoked whatever it answers (I02)", async () => {
    const person = createPerson();
    const owner = await signIn(world.app, person);
    const { state, browser } = await startConsent(world.app, owner);
    await world.app.completeConnection(owner.session, { code: "code", state, error: null, browser });
    world.connector.deauthorize = () => Promise.reject(new Error("the platform is down"));

    const { deletionId }: { deletionId: string } = await (await remove(await signedInBrowser(person))).json();
    await world.settled();

    expect(world.logged.join()).toContain("connection.deauthorize_failed");
    expect(await (await look(deletionId)).json()).toMatchObject({ state: "revoked" });
  });

  it("deletes nothing by the session and the typed words alone, nor by another signature of the wallet (ASVS 7.5.3)", async () => {
    const [browser, other] = [await signedInBrowser(), await signedInBrowser()];
    const signedIn = { message: browser.message, signature: browser.signature };

    expect((await send(browser, confirm)).status).toBe(400);
    for (const signed of [signedIn, await sign(other), { ...(await sign(browser)), signature: "0x" }]) {
      expect((await send(browser, { ...confirm, ...signed })).status).toBe(403);
    }
    expect((await browser.visit(connections.GET, { path: "/api/connections" })).status).toBe(200);
  });

  it.each([
    ["nothing", () => ""],
    ["an empty object", () => ({})],
    ["another word", (signed: object) => ({ ...signed, confirm: "yes" })],
    ["a field too many", (signed: object) => ({ ...signed, ...confirm, wallet: "0x" })],
  ])("deletes nothing for %s in place of the typed words (I02)", async (_, bodyOf) => {
    const browser = await signedInBrowser();

    expect((await send(browser, bodyOf(await sign(browser)))).status).toBe(400);
    expect((await browser.visit(connections.GET, { path: "/api/connections" })).status).toBe(200);
  });

  it("needs a session, and a receipt that exists", async () => {
    expect((await send(createBrowser(), confirm)).status).toBe(401);
    expect((await look("nonsense")).status).toBe(404);
    expect((await look(crypto.randomUUID())).status).toBe(404);
  });
});
