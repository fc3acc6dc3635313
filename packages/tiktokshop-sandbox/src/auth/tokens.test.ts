import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../sandbox.ts";
import { call, type Reply, rowsOf, signIn, tokenCall } from "../testing.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.control.reset());
afterAll(() => sandbox.close());

async function exchange(persona: string): Promise<Reply> {
  return tokenCall(sandbox, "get", { auth_code: sandbox.control.authorize(persona) });
}

async function refresh(token: unknown): Promise<Reply> {
  return tokenCall(sandbox, "refresh", { refresh_token: String(token) });
}

async function works(token: unknown): Promise<boolean> {
  return (await call(sandbox, { path: "/seller/202309/shops", token: String(token) })).code === 0;
}

describe("exchange", () => {
  it("a seller's pair has absolute expiries, user type 0, the region's prefix and the granted scopes", async () => {
    const before = sandbox.control.now();

    const { status, message, data } = await exchange("declining-seller");

    expect([status, message, data.user_type]).toEqual([200, "success", 0]);
    expect(Number(data.access_token_expire_in) - before).toBeGreaterThanOrEqual(604_800);
    expect(Number(data.access_token_expire_in) - before).toBeLessThan(604_810);
    expect(Number(data.refresh_token_expire_in)).toBeGreaterThan(Number(data.access_token_expire_in));
    expect([data.seller_name, data.seller_base_region]).toEqual(["Fen and Fable Prints", "GB"]);
    expect([String(data.access_token).slice(0, 4), String(data.refresh_token).slice(0, 4)]).toEqual(["GCP_", "GCP_"]);
    expect(data.granted_scopes).toContain("seller.finance.info");
  });

  it("a creator's pair has user type 1 and no seller fields", async () => {
    const { data } = await exchange("id-creator");

    expect([data.user_type, data.seller_name, data.seller_base_region]).toEqual([1, undefined, undefined]);
    expect(String(data.access_token)).toMatch(/^ROW_/);
  });

  it("a persona that withholds a scope does not have it in granted_scopes", async () => {
    expect((await exchange("no-finance-scope")).data.granted_scopes).not.toContain("seller.finance.info");
  });

  it("a code works once", async () => {
    const code = sandbox.control.authorize("steady-seller");
    const first = await tokenCall(sandbox, "get", { auth_code: code });

    const second = await tokenCall(sandbox, "get", { auth_code: code });

    expect([first.code, second.status, second.code, second.message]).toEqual([0, 200, 36004004, "invalid auth code"]);
    expect(second.text).toContain('"data":null');
  });

  it("a code is good for thirty minutes and no longer", async () => {
    const [young, old] = [sandbox.control.authorize("steady-seller"), sandbox.control.authorize("steady-seller")];
    await sandbox.control.advanceClock(1_790);
    const inTime = await tokenCall(sandbox, "get", { auth_code: young });
    await sandbox.control.advanceClock(15);

    expect(inTime.code).toBe(0);
    expect((await tokenCall(sandbox, "get", { auth_code: old })).code).toBe(36004004);
  });

  it("a wrong grant type, key or secret is refused with HTTP 200", async () => {
    const code = sandbox.control.authorize("steady-seller");

    const grant = await tokenCall(sandbox, "get", { auth_code: code, grant_type: "authorization_code" });
    const secret = await tokenCall(sandbox, "get", { auth_code: code, app_secret: "wrong" });

    expect([grant.status, grant.code]).toEqual([200, 36004004]);
    expect([secret.status, secret.code]).toEqual([200, 36004201]);
    expect((await tokenCall(sandbox, "get", { auth_code: code })).code).toBe(0);
  });

  it("a POST is a page that is not found", async () => {
    const response = await fetch(`${sandbox.url}/api/v2/token/get`, { method: "POST", body: "{}" });

    expect([response.status, await response.text()]).toEqual([404, "404 page not found"]);
  });
});

describe("refresh", () => {
  it("rotate: a new pair, the old refresh token is dead, the old access token lives through the overlap", async () => {
    const first = (await exchange("steady-seller")).data;

    const second = (await refresh(first.refresh_token)).data;

    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(second.refresh_token_expire_in).toBe(first.refresh_token_expire_in);
    expect(await works(first.access_token)).toBe(true);
    expect((await refresh(first.refresh_token)).code).toBe(36004005);
    await sandbox.control.advanceClock(61);
    expect([await works(first.access_token), await works(second.access_token)]).toEqual([false, true]);
  });

  it("keep: the same refresh token comes back and the old access token lives out its time", async () => {
    sandbox.control.setRotation({ mode: "keep" });
    const first = (await exchange("steady-seller")).data;

    const second = (await refresh(first.refresh_token)).data;

    expect(second.refresh_token).toBe(first.refresh_token);
    expect(second.access_token).not.toBe(first.access_token);
    expect(await works(first.access_token)).toBe(true);
  });

  it("strict: both old tokens are dead at once", async () => {
    sandbox.control.setRotation({ mode: "strict" });
    const first = (await exchange("steady-seller")).data;

    await refresh(first.refresh_token);

    expect([await works(first.access_token), (await refresh(first.refresh_token)).code]).toEqual([false, 36004005]);
  });

  it("grace: the old refresh token works until the new pair is used", async () => {
    sandbox.control.setRotation({ mode: "grace" });
    const first = (await exchange("steady-seller")).data;
    await refresh(first.refresh_token);

    const again = (await refresh(first.refresh_token)).data;
    await works(again.access_token);

    expect(again.access_token).toBeTypeOf("string");
    expect((await refresh(first.refresh_token)).code).toBe(36004005);
  });

  it("reuse of a spent refresh token revokes the family when that is switched on", async () => {
    sandbox.control.setRotation({ revokeFamilyOnReuse: true });
    const first = (await exchange("steady-seller")).data;
    const second = (await refresh(first.refresh_token)).data;

    await refresh(first.refresh_token);

    expect([await works(second.access_token), (await refresh(second.refresh_token)).code]).toEqual([false, 36004005]);
  });

  it("an authorisation that ended answers rt has expired, an unknown token that there is no record", async () => {
    const { data } = await exchange("expiring-consent");
    await sandbox.control.advanceClock(5 * 86_400 + 1);

    const ended = await refresh(data.refresh_token);
    const unknown = await refresh("ROW_nobody");

    expect([ended.status, ended.code, ended.message]).toEqual([200, 36004001, "rt has expired"]);
    expect([unknown.status, unknown.code]).toEqual([200, 36004005]);
  });
});

it("DeauthorizeShop takes the shop away, and with the last shop the authorisation", async () => {
  const session = await signIn(sandbox, "steady-seller");
  const shop = { token: session.token, cipher: session.ciphers[0] ?? "" };

  const removed = await call(sandbox, { ...shop, path: "/authorization/202403/shops", method: "DELETE" });

  expect([removed.code, removed.text.includes('"data":{}')]).toEqual([0, true]);
  expect((await call(sandbox, { path: "/seller/202309/shops", token: session.token })).code).toBe(105001);
});

describe("state file", () => {
  it("tokens, edits and the anchor survive a restart", async () => {
    const folder = mkdtempSync(join(tmpdir(), "sandbox-"));
    const stateFile = join(folder, "state.json");
    const first = await startSandbox({ stateFile });
    const session = await signIn(first, "steady-seller");
    const orderId = await first.control.placeOrder({ persona: "steady-seller", notify: false });
    await first.close();

    const second = await startSandbox({ stateFile, now: () => Date.now() + 86_400_000 });
    const found = await call(second, {
      path: "/order/202309/orders",
      query: { ids: orderId },
      token: session.token,
      cipher: session.ciphers[0] ?? "",
    });
    const refreshed = await tokenCall(second, "refresh", { refresh_token: session.refreshToken });
    await second.close();
    rmSync(folder, { recursive: true });

    expect(found.code).toBe(0);
    expect(refreshed.code).toBe(0);
  });

  it("a young anchor is kept and an old one moves on, so that the worked examples stay in their window", async () => {
    const folder = mkdtempSync(join(tmpdir(), "sandbox-"));
    const stateFile = join(folder, "state.json");
    const newestOrder = async (days: number) => {
      const one = await startSandbox({ stateFile, now: () => Date.now() + days * 86_400_000 });
      const { token, ciphers } = await signIn(one, "worked-seller");
      const reply = await call(one, {
        path: "/order/202309/orders/search",
        method: "POST",
        query: { page_size: "1" },
        token,
        cipher: ciphers[0] ?? "",
      });
      const [order] = rowsOf(reply.data, "orders");
      const age = (one.control.now() - Number(order?.create_time)) / 86_400;
      await one.close();
      return { id: order?.id, age };
    };

    const [first, kept, moved] = [await newestOrder(0), await newestOrder(6), await newestOrder(40)];
    rmSync(folder, { recursive: true });

    expect(kept.age - first.age).toBeCloseTo(6, 1);
    expect(moved.age).toBeLessThan(4);
    expect(new Set([first.id, kept.id, moved.id]).size).toBe(1);
  });

  it("a file that is not a state is refused with a sentence", async () => {
    const folder = mkdtempSync(join(tmpdir(), "sandbox-"));
    const stateFile = join(folder, "state.json");
    writeFileSync(stateFile, "{}");

    await expect(startSandbox({ stateFile })).rejects.toThrow(/is not a sandbox state: delete it to start afresh/);
    rmSync(folder, { recursive: true });
  });
});
