import { afterAll, beforeAll, expect, test } from "vitest";
import { signUserToken } from "../../scripts/stack/secrets.ts";
import { askDataApi, connect, connectionInput, intEnv, newWallet, openPool, serviceRole, signedIn } from "./harness.ts";
import { oracle, type Party } from "./rls-oracle.ts";
import { identityOf, makeWorld, parties, readableColumn, type World } from "./rls-world.ts";

const pool = openPool(10);
afterAll(() => pool.end());

let world: World;
beforeAll(async () => {
  world = await makeWorld(pool);
});

const tables = ["business_connections", "orders", "score_snapshots", "shares", "adverse_actions", "audit_log"];

test.each(tables)("%s answers each identity as the oracle says", async (table) => {
  const column = await readableColumn(pool, `public.${table}`);
  for (const party of parties) {
    const answer = await askDataApi(identityOf(world, party), `${table}?select=${column}&${filterOf(table)}`);
    const sight = oracle[`public.${table}`]?.[party];
    const shown = Array.isArray(answer.body) ? answer.body.length : "refused";
    const expected = sight === "denied" ? "refused" : sight === "none" ? 0 : expect.any(Number);
    expect([party, shown]).toEqual([party, expected]);
    if (sight === "own" || sight === "all") expect(shown).toBeGreaterThan(0);
  }
});

test.each([
  ["by name", "select=id,access_token"],
  ["by star", "select=*"],
  ["by a filter", "select=id&access_token=not.is.null"],
  ["by order", "select=id&order=access_token"],
  ["through an embed", "select=id,shops(cipher)"],
  ["under another name", "select=id,t:access_token"],
])("a token cannot be read %s", async (_how, query) => {
  for (const identity of [identityOf(world, "anon"), identityOf(world, "owner")]) {
    const answer = await askDataApi(identity, `business_connections?${query}`);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(answer.body)).not.toContain("sealed-");
  }
  expect((await askDataApi(identityOf(world, "owner"), "business_connections?select=id")).body).toHaveLength(1);
});

test.each(["POST", "PATCH", "DELETE"])("%s changes nothing for any identity", async (method) => {
  const before = await pool.query(
    "select md5(string_agg(t::text, '' order by id)) from public.business_connections as t",
  );
  for (const party of parties) {
    const body = method === "DELETE" ? {} : { body: { display_name: "changed", platform: "x" } };
    const answer = await askDataApi(identityOf(world, party), "business_connections?platform=eq.tiktokshop", {
      method,
      ...body,
    });
    expect([party, answer.status >= 400]).toEqual([party, true]);
  }
  const after = await pool.query(
    "select md5(string_agg(t::text, '' order by id)) from public.business_connections as t",
  );
  expect(after.rows).toEqual(before.rows);
});

test("the schema that is not exposed is not found, even with the service's key", async () => {
  for (const party of parties) {
    const answer = await askDataApi(identityOf(world, party), "sessions?select=id", { schema: "app_private" });
    expect([party, answer.status]).toEqual([party, 406]);
  }
});

test("a service function is refused to everybody but the service", async () => {
  const ask = (party: Party) => askDataApi(identityOf(world, party), "rpc/health_check", { method: "POST", body: {} });

  for (const party of ["anon", "no_wallet", "owner", "lender"] as const) {
    expect([party, (await ask(party)).status >= 400]).toEqual([party, true]);
  }
  expect((await ask("service_role")).status).toBe(200);
});

test("a token that is signed with another secret, unsigned or expired is refused", async () => {
  const good = await askDataApi(identityOf(world, "owner"), "rpc/my_connections", { method: "POST", body: {} });
  expect(good.body).toHaveLength(1);

  const past = Math.floor(Date.now() / 1_000) - 600;
  const expired = signUserToken(intEnv("SUPABASE_JWT_SECRET"), {
    ...signedIn(world.owner).claims,
    aud: "authenticated",
    iat: past,
    exp: past + 300,
  });
  for (const token of [forged("another-secret-that-is-long-enough-to-pass"), forged(null), expired]) {
    expect(await fetchWithToken(token)).toBeGreaterThanOrEqual(400);
  }
});

test("a real wallet and a 19-digit id go through functions unharmed", async () => {
  const { wallet: own, connectionId, input } = await connect(pool);
  const answer = await askDataApi(serviceRole, "rpc/prepare_connection", {
    method: "POST",
    body: {
      p_wallet: own,
      p_platform: "tiktokshop",
      p_account: "seller",
      p_platform_user_id: input.platformUserId,
    },
  });

  expect(answer.body).toEqual({ connectionId, epoch: 2, isNew: false });
  const list = await askDataApi(signedIn(own), "rpc/my_connections", { method: "POST", body: {} });
  expect(list.body).toMatchObject([{ id: connectionId, platformUserId: input.platformUserId }]);
});

test("a structure goes through a function unharmed", async () => {
  const input = connectionInput(newWallet());

  const answer = await askDataApi(serviceRole, "rpc/complete_connection", {
    method: "POST",
    body: { p_connection: input },
  });

  expect(answer.body).toMatchObject({ connectionId: input.connectionId });
  const { rows } = await pool.query("select platform_user_id from public.business_connections where id = $1", [
    input.connectionId,
  ]);
  expect(rows).toEqual([{ platform_user_id: input.platformUserId }]);
});

/** A filter for the owner's rows. Wallets go into or=() with quotes: the embedded Data API takes 0x… for a number. */
function filterOf(table: string): string {
  if (table === "orders") return `connection_id=eq.${world.ownersConnection}`;
  return `or=(${table === "audit_log" ? "tenant" : "wallet_address"}.eq."${world.owner}")`;
}

/** A token with the owner's claims that our key did not sign. */
function forged(secret: string | null): string {
  const now = Math.floor(Date.now() / 1_000);
  const claims = { ...signedIn(world.owner).claims, aud: "authenticated", iat: now, exp: now + 300 };
  if (secret !== null) return signUserToken(secret, claims);
  const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString("base64url");
  return `${encode({ alg: "none", typ: "JWT" })}.${encode(claims)}.`;
}

async function fetchWithToken(token: string): Promise<number> {
  const answer = await fetch(`${intEnv("SUPABASE_URL")}/rest/v1/business_connections?select=id`, {
    headers: { apikey: intEnv("SUPABASE_PUBLISHABLE_KEY"), authorization: `Bearer ${token}` },
  });
  return answer.status;
}
