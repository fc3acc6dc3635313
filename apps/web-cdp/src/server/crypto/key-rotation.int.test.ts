import { randomBytes, randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startCommand } from "#server/jobs/testing/run-command.ts";
import { tell } from "#server/jobs/testing/tally.ts";
import { createPool } from "#server/stores/pg/pool.ts";
import { countTokensByKey } from "#server/stores/pg/sealed-tokens.ts";
import { newWallet } from "../../../../../supabase/tests/harness.ts";
import { createOwnDatabase, type OwnDatabase } from "../../../../../supabase/tests/own-database.ts";
import { createVault, type TokenContext } from "./vault.ts";

/** Enough that each kill lands in the middle of a rotation; `pnpm reliability` asks for more. */
const connections = Number(process.env.ROTATED_CONNECTIONS ?? 4_000);
const kills = 5;
const readers = 50;

const [older, newer] = ["older", "newer"].map((kid) => ({ kid, key: new Uint8Array(randomBytes(32)) }));
if (!older || !newer) throw new Error("two keys were made");
const keyText = (keys: readonly { readonly kid: string; readonly key: Uint8Array }[]) =>
  keys.map(({ kid, key }) => `${kid}:${Buffer.from(key).toString("base64")}`).join(",");
const bothKeys = keyText([newer, older]);
const before = createVault([older]);
const rotated = createVault([newer, older]);
const after = createVault([newer]);

let database: OwnDatabase;
let pool: pg.Pool;
let ids: readonly string[];

beforeAll(async () => {
  database = await createOwnDatabase();
  pool = createPool({ databaseUrl: database.url, applicationName: "rotation", max: 12 });
  pool.on("error", () => undefined);
  ids = await connectMany(connections);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

describe("rotating the token keys", () => {
  it(
    `is killed ${kills} times under ${readers} readers and refreshes, and no token is ever unreadable (C08)`,
    async () => {
      const failures: string[] = [];
      const refreshed = new Map<string, string>();
      let reads = 0;
      let over = false;
      const reading = Array.from({ length: readers }, async (_, nth) => {
        for (let round = nth; !over; round += readers) {
          const id = ids[round % ids.length] ?? "";
          if (round % 7 === 0) refreshed.set(id, await refresh(id, round));
          else if (!(await opensWith(rotated, id))) failures.push(id);
          reads += 1;
        }
      });

      const beganAt = performance.now();
      const { code, output } = await rotateKilled().finally(async () => {
        over = true;
        await Promise.allSettled(reading);
      });
      const seconds = (performance.now() - beganAt) / 1_000;
      await Promise.all(reading);

      tell({ scenario: "rotation", struck: { kills }, found: { seconds, reads, failures: failures.length } });
      expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining('"unreadable":[]') });
      expect(reads).toBeGreaterThan(connections);
      expect(failures).toEqual([]);
      expect([...(await countTokensByKey(pool)).keys()]).toEqual(["newer"]);
      for (const id of ids) expect(await opensWith(after, id)).toBe(true);
      for (const [id, token] of refreshed) expect(after.open(await accessOf(id), context(id, "access"))).toBe(token);
    },
    120_000 + connections * 10,
  );

  it("lets a key be retired only when no token needs it any more, and says how many do (C12)", async () => {
    const retire = (...args: string[]) =>
      startCommand("retire-key.ts", { databaseUrl: database.url, tokenKeys: bothKeys, args }).ended;

    const [used, unused] = await Promise.all([retire("newer"), retire("older")]);

    expect(used).toMatchObject({
      code: 1,
      output: `{"kid":"newer","tokens":${2 * connections},"mayBeRemoved":false}\n`,
    });
    expect(unused).toMatchObject({ code: 0, output: '{"kid":"older","tokens":0,"mayBeRemoved":true}\n' });
    expect(await retire("--", "older")).toEqual(unused);
  });

  it("lets no key be retired that is not there, nor the first one, which seals (C12)", async () => {
    const fresh = await createOwnDatabase();
    const retire = (kid: string) =>
      startCommand("retire-key.ts", { databaseUrl: fresh.url, tokenKeys: bothKeys, args: [kid] }).ended;

    expect(await retire("Older")).toMatchObject({ code: 1, output: "TOKEN_ENCRYPTION_KEYS holds no key Older\n" });
    expect(await retire("newer")).toMatchObject({
      code: 1,
      output: '{"kid":"newer","tokens":0,"mayBeRemoved":false}\n',
    });
    await fresh.drop();
  });

  it("leaves a row in the owner's audit log for each token that was sealed anew", async () => {
    const { rows } = await pool.query(
      `select count(*)::int as tokens, count(distinct object)::int as connections from public.audit_log
       where action = 'token.resealed' and actor = 'operator'`,
    );

    expect(rows[0]?.tokens).toBeGreaterThan(connections);
    expect(rows[0]?.connections).toBe(connections);
  });
});

describe("a backup from before a rotation (C13)", () => {
  it("opens whole under today's keys while the older one is kept, and without it every lost connection is named", async () => {
    const old = await createOwnDatabase();
    const source = createPool({ databaseUrl: old.url, applicationName: "backup", max: 4 });
    const lost = await connectMany(20, source);
    await source.end();
    const backup = await copyDatabase(old.url);
    try {
      const live = await startCommand("reseal.ts", { databaseUrl: old.url, tokenKeys: bothKeys }).ended;
      expect(live.code).toBe(0);

      const without = await startCommand("reseal.ts", { databaseUrl: backup.url, tokenKeys: keyText([newer]) }).ended;
      expect(without.code).toBe(1);
      expect(JSON.parse(without.output)).toMatchObject({ resealed: 0, unreadable: [...lost].sort() });

      const whole = await startCommand("reseal.ts", { databaseUrl: backup.url, tokenKeys: bothKeys }).ended;
      expect(whole.code).toBe(0);
      expect(JSON.parse(whole.output)).toMatchObject({ resealed: 40, unreadable: [] });
    } finally {
      await backup.drop();
      await old.drop();
    }
  }, 60_000);
});

/** The command killed in its midst again and again, and at last left to end. */
async function rotateKilled() {
  const start = () => startCommand("reseal.ts", { databaseUrl: database.url, tokenKeys: bothKeys });
  for (let nth = 1; nth <= kills; nth++) {
    const command = start();
    const moved = await countMoved();
    while ((await countMoved()) < moved + 100) {
      if (command.hasEnded()) throw new Error(`the command ended by itself: ${(await command.ended).output}`);
      await pause(5);
    }
    command.kill();
    expect((await command.ended).code).toBeNull();
    expect(await countMoved()).toBeLessThan(connections);
  }
  return start().ended;
}

function context(connectionId: string, field: TokenContext["field"]): TokenContext {
  return { connectionId, field, epoch: 1 };
}

async function connectMany(count: number, into = pool): Promise<readonly string[]> {
  const rows = Array.from({ length: count }, () => {
    const id = randomUUID();
    return {
      id,
      wallet: newWallet(),
      access: before.seal(`access-${id}`, context(id, "access")),
      refresh: before.seal(`refresh-${id}`, context(id, "refresh")),
    };
  });
  await into.query(
    `with given as (
       select * from jsonb_to_recordset($1::jsonb) as given(id uuid, wallet text, access text, refresh text)
     ), people as (insert into public.accounts (wallet_address) select wallet from given)
     insert into public.business_connections
       (id, wallet_address, platform, account, platform_user_id, market, access_token, access_token_expires_at, status)
     select id, wallet, 'tiktokshop', 'seller', id::text, 'US', access, now() + interval '1 day', 'active' from given`,
    [JSON.stringify(rows)],
  );
  await into.query(
    `insert into app_private.refresh_tokens (connection_id, token)
     select id, refresh from jsonb_to_recordset($1::jsonb) as given(id uuid, refresh text)`,
    [JSON.stringify(rows)],
  );
  return rows.map(({ id }) => id);
}

/** Refresh tokens under the newer key: only the command moves those here. */
async function countMoved(): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    "select count(*)::int as count from app_private.refresh_tokens where token like 'v1.newer.%'",
  );
  return rows[0]?.count ?? 0;
}

/** What a process that refreshes a token at this moment stores. */
async function refresh(id: string, round: number): Promise<string> {
  const token = `refreshed-${round}`;
  await pool.query("update public.business_connections set access_token = $1 where id = $2", [
    rotated.seal(token, context(id, "access")),
    id,
  ]);
  return token;
}

async function accessOf(id: string): Promise<string> {
  const { rows } = await pool.query<{ token: string }>(
    "select access_token as token from public.business_connections where id = $1",
    [id],
  );
  return rows[0]?.token ?? "";
}

async function opensWith(vault: typeof before, id: string): Promise<boolean> {
  const { rows } = await pool.query<{ access: string; refresh: string }>(
    `select c.access_token as access, r.token as refresh from public.business_connections c
     join app_private.refresh_tokens r on r.connection_id = c.id where c.id = $1`,
    [id],
  );
  const [row] = rows;
  if (!row) return false;
  try {
    vault.open(row.access, context(id, "access"));
    vault.open(row.refresh, context(id, "refresh"));
    return true;
  } catch {
    return false;
  }
}

/** A copy of a whole database at this moment, as a restored backup is. Nobody may be connected to the original. */
async function copyDatabase(url: string): Promise<OwnDatabase> {
  const original = new URL(url).pathname.slice(1);
  const copy = new URL(url);
  copy.pathname = `/${original}_backup`;
  await pool.query(`create database ${original}_backup template ${original}`);
  return { url: copy.href, drop: async () => void (await pool.query(`drop database ${original}_backup with (force)`)) };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
