import { randomBytes } from "node:crypto";
import type { QueryResultRow } from "pg";
import { afterAll, expect, it } from "vitest";
import type { Sql } from "#server/stores/pg/pool.ts";
import { connect, newWallet, openPool } from "../../../../../supabase/tests/harness.ts";
import { resealTokens } from "./reseal-tokens.ts";
import { createVault, type TokenContext, type Vault } from "./vault.ts";

const pool = openPool(4);
afterAll(() => pool.end());

const [older, newer] = ["older", "newer"].map((kid) => ({ kid, key: new Uint8Array(randomBytes(32)) }));
if (!older || !newer) throw new Error("two keys were made");
const before = createVault([older]);
const rotated = createVault([newer, older]);
const after = createVault([newer]);

async function connected(vault = before) {
  const connectionId = crypto.randomUUID();
  const context = (field: TokenContext["field"]) => ({ connectionId, field, epoch: 1 });
  await connect(
    pool,
    {
      connectionId,
      accessToken: vault.seal("access", context("access")),
      refreshToken: vault.seal("refresh", context("refresh")),
    },
    newWallet(),
  );
  return { connectionId, context };
}

async function stored(connectionId: string) {
  const { rows } = await pool.query<{ access: string; refresh: string }>(
    `select c.access_token as access, r.token as refresh from public.business_connections c
     join app_private.refresh_tokens r on r.connection_id = c.id where c.id = $1`,
    [connectionId],
  );
  const [row] = rows;
  if (!row) throw new Error("the connection is gone");
  return row;
}

it("moves every token to the first key, after which the older key is not needed", async () => {
  const all = await Promise.all(Array.from({ length: 5 }, () => connected()));

  await resealTokens(pool, rotated, 2);

  for (const { connectionId, context } of all) {
    const { access, refresh } = await stored(connectionId);
    expect(after.open(access, context("access"))).toBe("access");
    expect(after.open(refresh, context("refresh"))).toBe("refresh");
  }
});

it("changes nothing the second time", async () => {
  const { connectionId } = await connected();
  await resealTokens(pool, rotated);
  const first = await stored(connectionId);

  const { resealed } = await resealTokens(pool, rotated);

  expect(resealed).toBe(0);
  expect(await stored(connectionId)).toEqual(first);
});

it("names the connections whose tokens no key opens, and leaves them as they are (C12)", async () => {
  const { connectionId } = await connected(createVault([{ kid: "lost", key: new Uint8Array(randomBytes(32)) }]));
  const first = await stored(connectionId);

  const { unreadable } = await resealTokens(pool, rotated);

  expect(unreadable).toContain(connectionId);
  expect(await stored(connectionId)).toEqual(first);
});

it("never puts an old token back over one that a refresh stored meanwhile (C09)", async () => {
  const { connectionId, context } = await connected();
  const refreshed = rotated.seal("refreshed", context("access"));
  let overtake: Promise<unknown> | null = null;
  const racing: Vault = {
    ...rotated,
    seal: (plaintext, of) => {
      if (of.connectionId === connectionId && of.field === "access") {
        overtake = pool.query("update public.business_connections set access_token = $1 where id = $2", [
          refreshed,
          connectionId,
        ]);
      }
      return rotated.seal(plaintext, of);
    },
  };
  const sql: Sql = {
    async query<Row extends QueryResultRow>(text: string, values?: unknown[]) {
      await overtake;
      return pool.query<Row>(text, values);
    },
  };

  const { overtaken } = await resealTokens(sql, racing);

  expect(overtaken).toBe(1);
  expect((await stored(connectionId)).access).toBe(refreshed);
});
