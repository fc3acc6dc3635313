import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callForObject, newPlatformId } from "../../../../../supabase/tests/harness.ts";
import { reconcileAll, rescoreUnscored } from "./reconcile.ts";
import {
  type BenchAccount,
  connectSeller,
  type ImportBench,
  openBench,
  readRun,
  runToEnd,
  syncDeps,
} from "./testing/import-bench.ts";
import { createScriptedPlatform } from "./testing/scripted-platform.ts";
import { drainWebhookInbox } from "./webhook-inbox.ts";

let bench: ImportBench;

beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

describe("a stored delivery", () => {
  it("brings one refresh, however many speak of the same shop", async () => {
    const account = await imported();

    for (let n = 0; n < 25; n++) await deliver(account, "reread_order");
    await drainWebhookInbox(bench);

    expect(await runStates(account)).toEqual(["done", "queued"]);
    expect(await inboxStates(account)).toEqual({ done: 25 });
  });

  it("that comes while an import runs brings exactly one more afterwards", async () => {
    const account = await connectSeller(bench, [newPlatformId()]);
    const platform = createScriptedPlatform([], {});
    await bench.pool.query(`update public.sync_runs set state = 'running' where id = $1`, [account.runId]);
    for (let n = 0; n < 5; n++) await deliver(account, "reread_return");
    await drainWebhookInbox(bench);
    expect(await runStates(account)).toEqual(["running"]);

    await runToEnd(syncDeps(bench, platform), account.runId);

    expect(await runStates(account)).toEqual(["done", "queued"]);
  });

  it("that the authorisation is gone ends the import at once and asks the person to reconnect", async () => {
    const account = await connectSeller(bench, [newPlatformId()]);

    await deliver(account, "deauthorized", Math.floor(Date.now() / 1000) + 5);
    await drainWebhookInbox(bench);

    expect(await readRun(bench.pool, account.runId)).toMatchObject({
      state: "cancelled",
      status: "needs_reconnect",
      connection_error: "deauthorized",
    });
  });

  it("from before the present consent ends nothing", async () => {
    const account = await imported();

    await deliver(account, "deauthorized", Math.floor(Date.now() / 1000) - 86_400);
    await drainWebhookInbox(bench);

    expect((await readRun(bench.pool, account.runId)).status).not.toBe("needs_reconnect");
  });

  it("about an unknown shop is parked, does no harm, and keeps no id of it (I03)", async () => {
    const stranger = { shopIds: [newPlatformId()] };

    await deliver(stranger, "reread_order");
    expect(await inboxStates(stranger)).toEqual({ pending: 1 });
    await drainWebhookInbox(bench);

    expect(await inboxStates(stranger)).toBeNull();
    const { rows } = await bench.pool.query(
      `select shop_id, platform_user_id, object_id from app_private.webhook_inbox where state = 'parked'`,
    );
    expect(rows).toEqual([{ shop_id: null, platform_user_id: null, object_id: null }]);
  });

  it("about a shop that was disconnected is parked too, and keeps no id of it (F07)", async () => {
    const account = await imported();
    await bench.pool.query("select public.disconnect_connection($1, $2, 'keep')", [
      account.wallet,
      account.connectionId,
    ]);

    await deliver(account, "reread_order");
    await drainWebhookInbox(bench);

    expect(await inboxStates(account)).toBeNull();
  });

  it("that cannot be given its effect is tried five times, set aside, and lets the others flow", async () => {
    const account = await imported();
    await bench.pool.query(`
      create function public.break_shop() returns trigger language plpgsql as $$
      begin
        if new.requested_by = 'webhook' and new.connection_id = '${account.connectionId}' then raise exception 'broken'; end if;
        return new;
      end $$;
      create trigger break_shop before insert on public.sync_runs for each row execute function public.break_shop();`);
    const healthy = await imported();

    await deliver(account, "reread_order");
    await deliver(healthy, "reread_order");
    for (let look = 0; look < 6; look++) await drainWebhookInbox(bench);

    await bench.pool.query(`drop trigger break_shop on public.sync_runs`);
    expect(await inboxStates(account)).toEqual({ dead: 1 });
    expect(await inboxStates(healthy)).toEqual({ done: 1 });
    const { rows } = await bench.pool.query(`select tries from app_private.webhook_inbox where shop_id = $1`, [
      account.shopIds[0],
    ]);
    expect(rows).toEqual([{ tries: 5 }]);
  });

  it.each([
    ["a full disk", "53100"],
    ["a disk that fails", "58030"],
    ["a database that only reads", "25006"],
    ["a deadlock", "40P01"],
    ["a database that shuts down", "57P01"],
  ])("spends none of its tries on %s", async (_, sqlState) => {
    const account = await imported();
    await bench.pool.query(`
      create function public.refuse_run() returns trigger language plpgsql as $$
      begin
        if new.connection_id = '${account.connectionId}' then raise exception 'not now' using errcode = '${sqlState}'; end if;
        return new;
      end $$;
      create trigger refuse_run before insert on public.sync_runs for each row execute function public.refuse_run();`);
    await deliver(account, "reread_order");

    for (let look = 0; look < 6; look++) await expect(drainWebhookInbox(bench)).rejects.toThrow("not now");
    expect(await inboxStates(account)).toEqual({ pending: 1 });
    await bench.pool.query(`drop trigger refuse_run on public.sync_runs; drop function public.refuse_run`);
    await drainWebhookInbox(bench);

    expect(await inboxStates(account)).toEqual({ done: 1 });
    const { rows } = await bench.pool.query(`select tries from app_private.webhook_inbox where shop_id = $1`, [
      account.shopIds[0],
    ]);
    expect(rows).toEqual([{ tries: 0 }]);
  });

  it("has its effect once when several workers look at the same time", async () => {
    const account = await imported();
    for (let n = 0; n < 40; n++) await deliver(account, "reread_product");

    await Promise.all([1, 2, 3, 4].map(() => drainWebhookInbox(bench)));

    expect(await runStates(account)).toEqual(["done", "queued"]);
    expect(await inboxStates(account)).toEqual({ done: 40 });
  });
});

describe("the daily reconcile", () => {
  it("asks for one refresh of every living connection and none twice", async () => {
    const account = await imported();

    await reconcileAll(bench);
    await reconcileAll(bench);

    expect(await runStates(account)).toEqual(["done", "queued"]);
  });
});

describe("a wallet that lost its score", () => {
  it("gets one refresh of what it still has connected, and no second one while that is young", async () => {
    const account = await imported();
    await bench.pool.query(`update public.sync_runs set created_at = now() - interval '1 hour' where id = $1`, [
      account.runId,
    ]);

    await rescoreUnscored(bench);
    await rescoreUnscored(bench);

    expect(await runStates(account)).toEqual(["done", "queued"]);
  });
});

async function imported(): Promise<BenchAccount> {
  const account = await connectSeller(bench, [newPlatformId()]);
  await runToEnd(syncDeps(bench, createScriptedPlatform([], {})), account.runId);
  await bench.pool.query(
    `update public.business_connections set status = 'active', last_synced_at = now() where id = $1`,
    [account.connectionId],
  );
  return account;
}

async function deliver(to: Pick<BenchAccount, "shopIds">, effect: string, eventTime = 1_790_000_000): Promise<void> {
  await callForObject(bench.pool, "store_webhook", {
    p_platform: "tiktokshop",
    p_notification_id: newPlatformId(),
    p_type: "1",
    p_shop_id: to.shopIds[0],
    p_platform_user_id: "",
    p_object_id: "",
    p_effect: effect,
    p_body_sha: "sha",
    p_event_time: String(eventTime),
  });
}

async function runStates(account: BenchAccount): Promise<readonly string[]> {
  const { rows } = await bench.pool.query<{ state: string }>(
    `select state from public.sync_runs where connection_id = $1 order by created_at`,
    [account.connectionId],
  );
  return rows.map((row) => row.state);
}

async function inboxStates(to: Pick<BenchAccount, "shopIds">): Promise<unknown> {
  const { rows } = await bench.pool.query<{ states: unknown }>(
    `select jsonb_object_agg(state, count) as states from (
       select state, count(*)::int as count from app_private.webhook_inbox where shop_id = $1 group by state) s`,
    [to.shopIds[0]],
  );
  return rows[0]?.states;
}
