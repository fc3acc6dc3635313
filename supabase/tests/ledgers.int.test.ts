import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, expect, test } from "vitest";
import { call, callForObject, connect, newPlatformId, newWallet, openPool, type Row, sqlStateOf } from "./harness.ts";
import { storeSnapshot } from "./scores.ts";

const pool = openPool();
afterAll(() => pool.end());

function append(tenant: string, meta: Row = {}): Promise<pg.QueryResult> {
  return pool.query("select app_private.append_audit($1, 'system', 'test', 'object', $2) as seq", [
    tenant,
    JSON.stringify(meta),
  ]);
}

async function firstBroken(client: pg.Pool | pg.PoolClient, tenant: string): Promise<number | null> {
  const { rows } = await client.query("select app_private.first_broken_audit_seq($1) as seq", [tenant]);
  return rows[0]?.seq ?? null;
}

/** Tampers as a superuser could, with the triggers off, looks at the chain, and takes it all back. */
async function afterTampering(tenant: string, tamper: string): Promise<number | null> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("set local session_replication_role = replica");
    await client.query(tamper, [tenant]);
    return await firstBroken(client, tenant);
  } finally {
    await client.query("rollback");
    client.release();
  }
}

test("50 writers of one tenant leave no gap, no double and a whole chain", async () => {
  const tenant = newWallet();

  await Promise.all(Array.from({ length: 50 }, (_, index) => append(tenant, { index })));

  const { rows } = await pool.query(
    "select array_agg(seq order by seq) as seqs from public.audit_log where tenant = $1",
    [tenant],
  );
  expect(rows[0]?.seqs).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  expect(await firstBroken(pool, tenant)).toBeNull();
});

test.each([
  ["an edited row", "update public.audit_log set actor = 'nobody' where tenant = $1 and seq = 3", 3],
  ["an edited meta", `update public.audit_log set meta = '{"a": 1}' where tenant = $1 and seq = 4`, 4],
  ["a row moved in time", "update public.audit_log set at = at - interval '1 ms' where tenant = $1 and seq = 2", 2],
  ["a removed row", "delete from public.audit_log where tenant = $1 and seq = 2", 2],
  ["a cut tail", "delete from public.audit_log where tenant = $1 and seq > 5", 6],
  ["a log emptied whole", "delete from public.audit_log where tenant = $1", 1],
])("the chain names the first bad position after %s", async (_how, tamper, position) => {
  const tenant = newWallet();
  for (let row = 0; row < 8; row += 1) await append(tenant, { row });
  expect(await firstBroken(pool, tenant)).toBeNull();

  expect(await afterTampering(tenant, tamper)).toBe(position);
});

test.each(["public.audit_log", "public.access_log"])(
  "%s cannot be changed, shortened or emptied, even by its owner",
  async (table) => {
    const { wallet } = await connect(pool);
    await pool.query(
      `insert into public.access_log (wallet_address, lender, share_id, scope) values ($1, $2, $3, 'tier')`,
      [wallet, newWallet(), randomUUID()],
    );
    const column = table === "public.audit_log" ? "tenant" : "wallet_address";

    expect(
      await sqlStateOf(pool.query(`update ${table} set ${column} = ${column} where ${column} = $1`, [wallet])),
    ).toBe("23001");
    expect(await sqlStateOf(pool.query(`delete from ${table} where ${column} = $1`, [wallet]))).toBe("23001");
    expect(await sqlStateOf(pool.query(`truncate ${table}`))).toBe("23001");
  },
);

test("a score snapshot cannot be changed, deleted or emptied, even by its owner", async () => {
  const id = await storeSnapshot(pool, newWallet());

  expect(await sqlStateOf(pool.query("update public.score_snapshots set tier = 'New' where id = $1", [id]))).toBe(
    "23001",
  );
  expect(await sqlStateOf(pool.query("delete from public.score_snapshots where id = $1", [id]))).toBe("23001");
  await withoutTieOuts(async (client) => {
    expect(await sqlStateOf(client.query("truncate public.score_snapshots cascade"))).toBe("23001");
  });
});

test("an act and its audit row are stored together or not at all", async () => {
  const { wallet, connectionId } = await connect(pool);
  const client = await pool.connect();
  await client.query("begin");
  await call(client, "disconnect_connection", { p_wallet: wallet, p_connection_id: connectionId, p_erase: "keep" });
  await client.query("rollback");
  client.release();

  const { rows } = await pool.query("select action from public.audit_log where tenant = $1", [wallet]);

  expect(rows).toEqual([{ action: "connection.connected" }]);
  expect(await firstBroken(pool, wallet)).toBeNull();
});

test("no sealed token and no name of a shop reaches the audit log", async () => {
  const { wallet, connectionId, input } = await connect(pool);
  await call(pool, "disconnect_connection", { p_wallet: wallet, p_connection_id: connectionId, p_erase: "keep" });

  const { rows } = await pool.query("select array_agg(t::text) as lines from public.audit_log as t where tenant = $1", [
    wallet,
  ]);
  const text = JSON.stringify(rows);

  for (const secret of [input.accessToken, input.refreshToken, input.displayName]) expect(text).not.toContain(secret);
});

function deliver(given: Row = {}): Promise<Row> {
  return callForObject(pool, "store_webhook", {
    p_platform: "tiktokshop",
    p_notification_id: newPlatformId(),
    p_type: "1",
    p_shop_id: newPlatformId(),
    p_platform_user_id: "",
    p_object_id: newPlatformId(),
    p_effect: "reread_order",
    p_body_sha: "sha-1",
    p_event_time: "1700000000",
    ...given,
  });
}

test("of 100 identical deliveries one is stored and 99 are duplicates", async () => {
  const p_notification_id = newPlatformId();
  const same = { p_notification_id, p_shop_id: "7", p_object_id: "5" };

  const answers = await Promise.all(Array.from({ length: 100 }, () => deliver(same)));

  expect(answers.filter(({ outcome }) => outcome === "stored")).toHaveLength(1);
  expect(answers.filter(({ outcome }) => outcome === "duplicate")).toHaveLength(99);
});

test("the same delivery with another body is set aside and the first one stands", async () => {
  const p_notification_id = newPlatformId();
  await deliver({ p_notification_id });

  expect(await deliver({ p_notification_id, p_body_sha: "sha-2" })).toEqual({ outcome: "conflict" });

  const { rows } = await pool.query(
    "select body_sha, state from app_private.webhook_inbox where notification_id like $1 || '%' order by id",
    [p_notification_id],
  );
  expect(rows).toEqual([
    { body_sha: "sha-1", state: "pending" },
    { body_sha: "sha-2", state: "conflict" },
  ]);
});

test("a stored delivery and a queued run wake their listeners", async () => {
  const client = await pool.connect();
  const heard: string[] = [];
  const both = new Promise<void>((resolve) => {
    client.on("notification", ({ channel }) => {
      heard.push(channel);
      if (heard.includes("webhook_inbox") && heard.includes("sync_runs")) resolve();
    });
  });
  await client.query("listen webhook_inbox; listen sync_runs");

  await deliver();
  await connect(pool);

  await both;
  expect(new Set(heard)).toEqual(new Set(["webhook_inbox", "sync_runs"]));
  await client.query("unlisten *");
  client.release();
});

test("health tells the newest migration and when a worker was last seen", async () => {
  const { rows } = await pool.query("select max(version) as newest from supabase_migrations.schema_migrations");
  await pool.query(
    "insert into app_private.workers (id, last_seen_at) values ('health-test', '2999-01-01T00:00:00Z') on conflict (id) do nothing",
  );

  expect(await call(pool, "health_check", {})).toMatchObject({
    ok: true,
    migrations: rows[0]?.newest,
    worker: { lastSeenAt: "2999-01-01T00:00:00.000Z" },
  });
  await pool.query("delete from app_private.workers where id = 'health-test'");
});

/** Runs `work` as if the tables that rest on a score refused nothing, and takes all of it back. */
async function withoutTieOuts(work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("alter table public.tie_outs disable trigger user");
    await client.query("alter table public.tie_out_flags disable trigger user");
    await work(client);
  } finally {
    await client.query("rollback");
    client.release();
  }
}
