import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fillEveryTable } from "../../../../../../supabase/tests/every-table.ts";
import { call, callForObject, connect, newPlatformId, newWallet } from "../../../../../../supabase/tests/harness.ts";
import { createOwnDatabase, type OwnDatabase } from "../../../../../../supabase/tests/own-database.ts";
import { storeSnapshot } from "../../../../../../supabase/tests/scores.ts";
import { createPool } from "./pool.ts";
import { applyRetention } from "./retention.ts";
import { retentionRules } from "./retention-rules.ts";

let database: OwnDatabase;
let pool: ReturnType<typeof createPool>;
beforeAll(async () => {
  database = await createOwnDatabase();
  pool = createPool({ databaseUrl: database.url, applicationName: "retention-test", max: 4 });
}, 60_000);
afterAll(async () => {
  await pool.end();
  await database.drop();
});

/** One row that has just come and one that came long ago in every table with a period. */
async function fillOldAndNew(): Promise<void> {
  const { wallet, connectionId } = await connect(pool);
  const left = await connect(pool, {}, wallet);
  for (const shopId of ["old", "new"]) await fillEveryTable(pool, { wallet, connectionId, shopId });
  for (const _ of ["old", "new"]) await storeSnapshot(pool, wallet);
  const kept = await storeSnapshot(pool, newWallet());
  const { sessionId } = await callForObject(pool, "open_session", { p_session_hash: "new", p_wallet: wallet });
  await call(pool, "open_session", { p_session_hash: "old", p_wallet: wallet });
  for (const age of ["old", "new"]) {
    await call(pool, "create_share", {
      ...{ p_wallet: wallet, p_lender: newWallet(), p_scope: "tier", p_purpose: age },
      p_expires_at: "2999-01-01T00:00:00Z",
    });
    await call(pool, "store_webhook", {
      ...{ p_platform: "tiktokshop", p_notification_id: age, p_type: "1", p_shop_id: "s", p_platform_user_id: "" },
      ...{ p_object_id: newPlatformId(), p_effect: "none", p_body_sha: "sha", p_event_time: "1700000000" },
    });
    await call(pool, "create_oauth_transaction", {
      ...{
        p_state_hash: age,
        p_session_id: sessionId,
        p_browser_hash: "b",
        p_wallet: wallet,
        p_platform: "tiktokshop",
      },
      ...{ p_account: "seller", p_market: "US", p_ttl_seconds: "600" },
    });
    await call(pool, "create_auth_challenge", {
      ...{ p_nonce_hash: age, p_pre_session_hash: "p", p_wallet: wallet, p_chain_id: "1", p_message: age },
      p_ttl_seconds: "300",
    });
  }
  const now = Math.floor(Date.now() / 1_000);
  const statements = [
    `update public.orders set create_time = ${now}, update_time = ${now} where shop_id = 'new'`,
    `update public.orders set create_time = 1, update_time = 1 where shop_id = 'old'`,
    `update public.returns set update_time = ${now} where shop_id = 'new'`,
    `update public.statements set id = shop_id, statement_time = case shop_id when 'new' then ${now} else 1 end`,
    `update public.settlements set statement_id = shop_id`,
    `update public.payouts set create_time = ${now} where shop_id = 'new'`,
    `update public.commissions set create_time = ${now} where shop_id = 'new'`,
    `update public.rejected_rows set created_at = now() - interval '181 days' where shop_id = 'old'`,
    `update public.business_connections set status = 'disconnected', is_active = false, access_token = null,
       updated_at = now() - interval '13 months' where id = '${left.connectionId}'`,
    `update public.sync_runs set state = 'done', finished_at = now() where connection_id = '${connectionId}'`,
    `insert into public.sync_runs (connection_id, kind, epoch, state, finished_at)
       values ('${connectionId}', 'refresh', 1, 'done', now() - interval '31 days')`,
    `update public.score_snapshots set created_at = now() - interval '26 months'
       where id = (select id from public.score_snapshots order by created_at limit 1)`,
    // As old, and the newest that its wallet has.
    `update public.score_snapshots set created_at = now() - interval '26 months' where id = '${kept}'`,
    `update public.shares set revoked_at = now() - interval '26 months' where purpose = 'old'`,
    `update app_private.webhook_inbox set state = 'done'`,
    `update app_private.webhook_inbox set received_at = now() - interval '31 days' where notification_id = 'old'`,
    `insert into app_private.rereads (connection_id, shop_id, kind, object_id, state, due_at) values
       ('${connectionId}', 's', 'order', 'old', 'read', now() - interval '31 days'),
       ('${connectionId}', 's', 'order', 'new', 'read', now())`,
    `insert into app_private.request_pace (key, rate, cut_at, blocked_until, next_at, updated_at)
       values ('old', 1, 0, 0, 0, now() - interval '31 days'), ('new', 1, 0, 0, 0, now())`,
    `update app_private.sessions set expires_at = now() - interval '25 hours' where session_hash = 'old'`,
    `update app_private.oauth_transactions set expires_at = now() - interval '1 second' where state_hash = 'old'`,
    `update app_private.auth_challenges set expires_at = now() - interval '1 second' where nonce_hash = 'old'`,
    `insert into app_private.confirmations (nonce_hash, session_id, act, object, chain_id, message, expires_at)
       select 'confirm ' || age, '${sessionId}', 'account.delete', 'account', 1, 'message', now() + age
       from (values (interval '-1 second'), (interval '1 minute')) as ages(age)`,
    `insert into app_private.used_codes values ('old', now() - interval '25 hours'), ('new', now())`,
    `insert into app_private.idempotency_keys (account_id, key, request_hash, answer, created_at)
       select id, gen_random_uuid(), 'hash', '{}', now() - age from public.accounts
       cross join (values (interval '25 hours'), (interval '0')) as ages(age) where wallet_address = '${wallet}'`,
    `insert into app_private.rate_limits values ('old', now() - interval '25 hours', 1), ('new', now(), 1)`,
    `insert into app_private.revoked_scores values ('${randomUUID()}', now(), now() - interval '1 second'),
       ('${randomUUID()}', now(), now() + interval '1 day')`,
    `insert into app_private.revocations (kind, id, at) values
       ('share', gen_random_uuid(), now() - interval '14 months'), ('share', gen_random_uuid(), now())`,
    `insert into app_private.workers values ('old', now(), now() - interval '25 hours'), ('new', now(), now())`,
  ];
  await past(...statements);
}

async function rowsByTable(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { table } of retentionRules) {
    const { rows } = await pool.query<{ rows: number }>(`select count(*)::int as rows from ${table}`);
    counts[table] = rows[0]?.rows ?? 0;
  }
  return counts;
}

it("the dry run counts exactly what the real one then removes, and nothing that is within its period (I06)", async () => {
  await fillOldAndNew();
  const before = await rowsByTable();
  const oneOfEach = Object.fromEntries(retentionRules.map(({ table }) => [table, 1]));

  expect(await applyRetention(pool, { dry: true })).toEqual(oneOfEach);
  expect(await rowsByTable()).toEqual(before);

  expect(await applyRetention(pool, { dry: false })).toEqual(oneOfEach);
  // The run of the connection that went is gone with it.
  const expected = Object.fromEntries(Object.entries(before).map(([table, rows]) => [table, rows - 1]));
  expect(await rowsByTable()).toEqual({ ...expected, "public.sync_runs": (expected["public.sync_runs"] ?? 0) - 1 });

  for (const table of ["orders", "returns", "statements", "settlements", "payouts", "commissions", "rejected_rows"]) {
    const { rows } = await pool.query(`select shop_id from public.${table}`);
    expect([table, rows]).toEqual([table, [{ shop_id: "new" }]]);
  }
  const { rows: noted } = await pool.query(`select what from app_private.erasures`);
  expect(noted).toEqual([{ what: "connection, income rows (retention)" }]);

  const none = Object.fromEntries(retentionRules.map(({ table }) => [table, 0]));
  expect(await applyRetention(pool, { dry: false })).toEqual(none);
});

it("settlements whose statement is gone go with the next night (I06)", async () => {
  const { connectionId } = await connect(pool);
  await pool.query(
    `insert into public.settlements
       (connection_id, shop_id, id, statement_id, type, currency, settlement_amount, first_seen_at)
     select $1, 's', id, 'gone', 'ORDER', 'USD', 1, now() - age
     from (values ('left behind', interval '31 days'), ('just read', interval '29 days')) as rows(id, age)`,
    [connectionId],
  );

  expect(await applyRetention(pool, { dry: false })).toMatchObject({ "public.settlements": 1 });

  const { rows } = await pool.query("select id from public.settlements where connection_id = $1", [connectionId]);
  expect(rows).toEqual([{ id: "just read" }]);
});

it("of the scores between two imports, the last of a day stays after a week, and whatever was shown, signed or decided on", async () => {
  const wallet = newWallet();
  const scoredAt = async (hour: number, facts: { readonly daysAgo?: number; readonly set?: string } = {}) => {
    const id = await storeSnapshot(pool, wallet);
    const { daysAgo = 10, set = "run_id = null" } = facts;
    await past(
      `update public.score_snapshots set ${set}, created_at = date_trunc('day', now() - interval '${daysAgo} days', 'UTC')
         + interval '${hour} hours' where id = '${id}'`,
    );
    return id;
  };
  await scoredAt(1);
  await scoredAt(2, { set: "run_id = null, provisional = true" });
  const [shown, signed, decided] = [await scoredAt(3), await scoredAt(4), await scoredAt(5)];
  const kept = [
    ...[shown, signed, decided, await scoredAt(6, { set: "snapshot_hash = snapshot_hash" })],
    await scoredAt(20),
    await scoredAt(21, { set: "run_id = null, provisional = true" }),
    await scoredAt(1, { daysAgo: 9 }),
    await scoredAt(1, { daysAgo: 5 }),
    await scoredAt(2, { daysAgo: 5 }),
  ];
  await past(
    `insert into public.access_log (wallet_address, lender, share_id, scope, snapshot_id)
       values ('${wallet}', '${newWallet()}', gen_random_uuid(), 'tier', '${shown}')`,
    `insert into public.signed_scores (id, wallet_address, snapshot_id, held, issued_at, expires_at)
       values (gen_random_uuid(), '${wallet}', '${signed}', '{}', now(), now() + interval '1 day')`,
    `insert into public.adverse_actions
       (lender, wallet_address, share_id, scope, snapshot_id, as_of, model, model_hash, decision, reasons, shown)
       values ('${newWallet()}', '${wallet}', gen_random_uuid(), 'factors', '${decided}', now(), 'm', 'h', 'declined', '[]', '{}')`,
  );

  await applyRetention(pool, { dry: false });

  const { rows } = await pool.query<{ id: string }>(`select id from public.score_snapshots where wallet_address = $1`, [
    wallet,
  ]);
  expect(rows.map(({ id }) => id).sort()).toEqual(kept.sort());
});

/** As no product code can: past the triggers that keep rows as they are. */
async function past(...statements: readonly string[]): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("set session_replication_role = replica");
    for (const statement of statements) await client.query(statement);
  } finally {
    client.release(true);
  }
}

it("a table that fails holds up no other, and is named in the end", async () => {
  const { connectionId } = await connect(pool);
  await pool.query(
    `insert into public.rejected_rows (connection_id, shop_id, row_id, stage, reason, created_at)
     values ($1, 's', 'stuck', 'orders', 'reason', now() - interval '181 days')`,
    [connectionId],
  );
  await pool.query("insert into app_private.used_codes values ('after it', now() - interval '25 hours')");
  await pool.query(
    "create function public.refuse() returns trigger language plpgsql as $$ begin raise exception 'stuck'; end $$",
  );
  await pool.query(
    "create trigger stuck before delete on public.rejected_rows for each row execute function public.refuse()",
  );

  await expect(applyRetention(pool, { dry: false })).rejects.toThrow("nothing was removed of public.rejected_rows");

  expect((await pool.query("select 1 from app_private.used_codes where code_hash = 'after it'")).rowCount).toBe(0);
  await pool.query("drop function public.refuse cascade");
  expect(await applyRetention(pool, { dry: false })).toMatchObject({ "public.rejected_rows": 1 });
});
