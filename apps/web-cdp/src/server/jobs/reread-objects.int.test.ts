import { type Sandbox, startSandbox } from "@lendfriend/tiktokshop-sandbox";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { callForObject, newPlatformId } from "../../../../../supabase/tests/harness.ts";
import { type RereadDeps, rereadObjects } from "./reread-objects.ts";
import { rescoreWallets } from "./rescore-wallet.ts";
import { scoreWallet } from "./score-wallet.ts";
import { connectPersona, sandboxConnector } from "./testing/connect-persona.ts";
import { type BenchAccount, type ImportBench, openBench, runToEnd, syncDeps } from "./testing/import-bench.ts";
import { shopAccess } from "./testing/shop-access.ts";
import { drainWebhookInbox } from "./webhook-inbox.ts";

const orderDetail = "GET /order/202507/orders";
const persona = "steady-seller";
const pauseKey = 7_302;

let bench: ImportBench;
let sandbox: Sandbox;
let deps: RereadDeps;
let account: BenchAccount;
let other: BenchAccount;

beforeAll(async () => {
  bench = await openBench();
  sandbox = await startSandbox();
  account = await imported(persona);
  other = await imported("worked-seller");
});
afterAll(async () => {
  await sandbox.close();
  await bench.close();
});
beforeEach(async () => {
  // Each test has a client of its own: one that met faults keeps its distance for a while.
  deps = { ...syncDeps(bench, sandboxConnector(sandbox)), stopping: new AbortController().signal };
  sandbox.control.clearFaults();
  sandbox.control.clearLog();
  await bench.pool.query(`delete from app_private.rereads; delete from app_private.webhook_inbox;`);
});

describe("an event that names an order", () => {
  it("has exactly that order read again, once for many events, and no list", async () => {
    const [first = "", second = ""] = await orderIds(account);
    for (let n = 0; n < 25; n++) await deliver(account, "reread_order", n % 2 === 0 ? first : second);

    await settle();

    expect(sandbox.control.requestCounts()).toEqual({ [orderDetail]: 1 });
    expect(await rereads(account)).toEqual({ [first]: "read", [second]: "read" });
    expect(await runsOf(account)).toBe(1);
  });

  it("brings its newest state, whatever the event says", async () => {
    const orderId = await sandbox.control.placeOrder({ persona, notify: false });
    await sandbox.control.setOrderStatus({ persona, orderId, status: "CANCELLED", notify: false });

    await deliver(account, "reread_order", orderId);
    await settle();

    expect(await statusOf(account, orderId)).toBe("CANCELLED");
  });

  it("again within ten seconds waits for its turn, and is then read once", async () => {
    const [id = ""] = await orderIds(account);
    await deliver(account, "reread_order", id);
    await settle();
    for (let n = 0; n < 5; n++) await deliver(account, "reread_order", id);
    await settle();
    expect(sandbox.control.requestCounts()[orderDetail]).toBe(1);

    const { rows } = await bench.pool.query<{ wait: number }>(
      `select extract(epoch from due_at - read_at)::float8 as wait from app_private.rereads where object_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ wait: 10 }]);
    await bench.pool.query(`update app_private.rereads set due_at = now()`);
    await settle();

    expect(sandbox.control.requestCounts()[orderDetail]).toBe(2);
    expect(await rereads(account)).toEqual({ [id]: "read" });
  });

  it("that comes while the order is being read has it read once more", async () => {
    const [id = ""] = await orderIds(account);
    sandbox.control.addFault({ kind: "delay", delayMs: 150, path: "/order/202507", times: 1 });
    await deliver(account, "reread_order", id);
    const reading = settle();
    await expect.poll(() => sandbox.control.requestCounts()[orderDetail] ?? 0, { interval: 5 }).toBe(1);
    await deliver(account, "reread_order", id);
    await drainWebhookInbox(bench);
    await reading;

    expect(await rereads(account)).toEqual({ [id]: "waiting" });
  });

  it("of another seller touches nothing of theirs, and holds up none of the shop's own", async () => {
    const [theirs = ""] = await orderIds(other);
    const own = await orderIds(account);
    const before = await rowsOf(other);
    for (const id of [...own.slice(0, 6), theirs, newPlatformId()]) await deliver(account, "reread_order", id);

    await settle();

    expect(await rowsOf(other)).toEqual(before);
    expect(await rereads(account)).toMatchObject({
      [theirs]: "missing",
      [own[0] ?? ""]: "read",
      [own[5] ?? ""]: "read",
    });
    expect(await statusOf(account, theirs)).toBeNull();
    expect(sandbox.control.requests().every(({ path }) => path.startsWith("/order/202507/orders"))).toBe(true);
  });

  it("has the changes imported once it lies after an import that is an hour old, and not before", async () => {
    const placed = await sandbox.control.placeOrder({ persona, notify: false });
    await deliver(account, "reread_order", placed);
    await settle();
    expect(await openRuns(account)).toBe(0);
    const backdate = (interval: string) =>
      bench.pool.query(
        `update public.sync_runs set finished_at = finished_at - $2::interval where connection_id = $1 and state = 'done'`,
        [account.connectionId, interval],
      );

    await backdate("61 minutes");
    const [old = ""] = await orderIds(account);
    await deliver(account, "reread_order", old);
    await settle();
    expect(await openRuns(account)).toBe(0);
    const next = await sandbox.control.placeOrder({ persona, notify: false });
    await deliver(account, "reread_order", next);
    await settle();

    expect(await openRuns(account)).toBe(1);
    await closeRuns(account);
    await backdate("-61 minutes");
  });

  it("two batches of one shop, one of them stale, commit without a deadlock", async () => {
    const [old = ""] = await orderIds(account);
    const placed = await sandbox.control.placeOrder({ persona, notify: false });
    const backdate = (interval: string) =>
      bench.pool.query(
        `update public.sync_runs set finished_at = finished_at - $2::interval where connection_id = $1 and state = 'done'`,
        [account.connectionId, interval],
      );
    await backdate("61 minutes");
    await bench.pool.query(`
      create function public.pause_order() returns trigger language plpgsql as $$
      begin perform pg_advisory_xact_lock_shared(${pauseKey}); return new; end $$;
      create trigger pause_order before insert or update on public.orders for each row
        when (new.id = '${old}') execute function public.pause_order();`);
    const holder = await bench.pool.connect();
    await holder.query("select pg_advisory_lock($1)", [pauseKey]);

    await deliver(account, "reread_order", old);
    const first = settle();
    await expect.poll(waiting, { timeout: 20_000 }).toBe(1);
    await deliver(account, "reread_order", placed);
    const second = settle();
    await expect.poll(waiting, { timeout: 20_000 }).toBe(2);
    await holder.query("select pg_advisory_unlock($1)", [pauseKey]);
    holder.release();
    await Promise.all([first, second]);

    expect(await rereads(account)).toEqual({ [old]: "read", [placed]: "read" });
    expect(await openRuns(account)).toBe(1);
    await bench.pool.query(`drop trigger pause_order on public.orders`);
    await closeRuns(account);
    await backdate("-61 minutes");
  });

  it("in a batch of more than fifty is read with the others, fifty at a time", async () => {
    const ids = (await orderIds(account)).slice(0, 120);
    for (const id of ids) await deliver(account, "reread_order", id);

    await settle();

    expect(sandbox.control.requestCounts()).toEqual({ [orderDetail]: 3 });
    expect(Object.values(await rereads(account)).filter((state) => state === "read")).toHaveLength(120);
  });

  it("has its effect although the worker that had taken it died", async () => {
    const [id = ""] = await orderIds(account);
    await deliver(account, "reread_order", id);
    await drainWebhookInbox(bench);
    await bench.pool.query(`update app_private.rereads set due_at = now() + interval '60 seconds'`);
    await rereadObjects(deps);
    expect(await rereads(account)).toEqual({ [id]: "waiting" });

    await bench.pool.query(`update app_private.rereads set due_at = now() - interval '1 second'`);
    await rereadObjects(deps);

    expect(await rereads(account)).toEqual({ [id]: "read" });
  });

  it("that cannot be read five times over is set aside and left to a refresh of the lists", async () => {
    const [id = ""] = await orderIds(account);
    sandbox.control.addFault({ kind: "answer", status: 500, path: "/order/202507" });
    await deliver(account, "reread_order", id);

    for (let look = 0; look < 7; look++) {
      await settle();
      await bench.pool.query(`update app_private.rereads set due_at = now() where state = 'waiting'`);
    }

    expect(await rereads(account)).toEqual({ [id]: "dead" });
    expect(await openRuns(account)).toBe(1);
    await closeRuns(account);
  });

  it("that cannot be stored is set aside alone, and the others of its batch are read", async () => {
    const ids = (await orderIds(account)).slice(0, 5);
    const [poison = ""] = ids;
    await bench.pool.query(`
      create function public.refuse_order() returns trigger language plpgsql as $$
      begin raise exception 'refused'; end $$;
      create trigger refuse_order before insert or update on public.orders for each row
        when (new.id = '${poison}') execute function public.refuse_order();`);
    for (const id of ids) await deliver(account, "reread_order", id);

    for (let look = 0; look < 8; look++) {
      await settle();
      await bench.pool.query(`update app_private.rereads set due_at = now() where state = 'waiting'`);
    }
    await bench.pool.query(`drop trigger refuse_order on public.orders`);

    const expected = Object.fromEntries(ids.map((id) => [id, id === poison ? "dead" : "read"]));
    expect(await rereads(account)).toEqual(expected);
    expect(await callForObject(bench.pool, "webhook_health", {})).toMatchObject({ dead: 1 });
    await closeRuns(account);
  });

  it("waits as long as the platform's limit asks, without spending a try", async () => {
    const [id = ""] = await orderIds(account);
    const headers = { "retry-after": "40" };
    sandbox.control.addFault({ kind: "answer", status: 429, code: 36009002, path: "/order/202507", headers });
    await deliver(account, "reread_order", id);

    await settle();

    const { rows } = await bench.pool.query(
      `select state, tries, error_code, due_at > now() + interval '30 seconds' as waits from app_private.rereads`,
    );
    expect(rows).toEqual([{ state: "waiting", tries: 0, error_code: "rate_limited", waits: true }]);
  });
});

describe("other events", () => {
  it("of a late refund bring the return, and the refund into the next score", async () => {
    const before = await newestScore(account);
    const [orderId = ""] = await orderIds(account, "COMPLETED");
    const returnId = await sandbox.control.refundOrder({ persona, orderId, notify: false });

    await deliver(account, "reread_return", returnId);
    await settle();
    await bench.pool.query(`update app_private.rescores set due_at = now() where is_waiting`);
    await rescoreWallets(deps);

    const after = await newestScore(account);
    expect(sandbox.control.requestCounts()).toEqual({ "POST /return_refund/202309/returns/search": 1 });
    expect(Number(after.refunds)).toBeGreaterThan(Number(before.refunds));
    expect(after.as_of).toEqual(before.as_of);
    expect(after.run_id).toBeNull();
  });

  it("that change nothing leave no second copy of the same score", async () => {
    const before = await newestScore(account);
    const [id = ""] = await orderIds(account);
    await deliver(account, "reread_order", id);
    await settle();
    await bench.pool.query(`update app_private.rescores set due_at = now(), is_waiting = true`);
    await rescoreWallets(deps);

    expect(await newestScore(account)).toEqual(before);
  });

  it("of a listing have that one listing read, and of one that is not given out the list", async () => {
    const { rows } = await bench.pool.query<{ id: string }>(
      `select id from public.products where connection_id = $1 and status = 'ACTIVATE' order by id limit 1`,
      [account.connectionId],
    );
    const [{ id } = { id: "" }] = rows;
    await deliver(account, "reread_product", id);
    await settle();
    expect(sandbox.control.requestCounts()).toEqual({ [`GET /product/202309/products/${id}`]: 1 });
    expect(await rereads(account)).toEqual({ [id]: "read" });
    expect(await openRuns(account)).toBe(0);

    const gone = newPlatformId();
    await deliver(account, "reread_product", gone);
    await settle();

    expect(await rereads(account)).toMatchObject({ [gone]: "refreshed" });
    expect(await openRuns(account)).toBe(1);
    await closeRuns(account);
  });
});

it("any order of events, with any pauses, repeats and replays, ends in the platform's truth", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom("cancel", "event", "replay", "read"), { maxLength: 8 }),
      async (steps) => {
        const orderId = await sandbox.control.placeOrder({ persona, notify: false });
        const week = Math.floor(Date.now() / 1000) - 7 * 86_400;
        for (const step of steps) {
          if (step === "cancel")
            await sandbox.control.setOrderStatus({ persona, orderId, status: "CANCELLED", notify: false });
          if (step === "event") await deliver(account, "reread_order", orderId);
          if (step === "replay") await deliver(account, "reread_order", orderId, week);
          if (step === "read") await settle();
        }
        await deliver(account, "reread_order", orderId, week);
        await drainWebhookInbox(bench);
        await bench.pool.query(`update app_private.rereads set due_at = now() where state = 'waiting'`);
        await settle();

        const truth = await sandboxConnector(sandbox).readByIds({
          kind: "order",
          ids: [orderId],
          ...(await shopAccess(bench, sandbox, account)),
        });
        const [row] = truth.rows;
        expect(await statusOf(account, orderId)).toBe(row?.kind === "order" ? row.status : "absent");
      },
    ),
    { numRuns: 20 },
  );
}, 60_000);

describe("a deauthorisation", () => {
  it("lowers the standing in a new score at once, without an import", async () => {
    const seller = await imported("heavy-refunds");
    const before = await newestScore(seller);
    expect(Number(before.standing)).toBeGreaterThan(0);

    await deliver(seller, "deauthorized", "", Math.floor(Date.now() / 1000) + 5);
    await drainWebhookInbox(bench);
    await rescoreWallets(deps);

    const after = await newestScore(seller);
    expect(Number(after.standing)).toBe(0);
    expect(before.score - after.score).toBe(Number(before.standing) * 1_000);
    expect(after.run_id).toBeNull();
    expect(await runsOf(seller)).toBe(1);
  });

  it("is told once that it comes, and changes nothing", async () => {
    for (let day = 0; day < 3; day++) await deliver(other, "authorization_expiring", "", 1_790_000_000 + day * 86_400);

    await drainWebhookInbox(bench);

    const { rows } = await bench.pool.query(
      `select c.status, (select count(*)::int from public.audit_log a
         where a.tenant = c.wallet_address and a.action = 'connection.authorization_ending') as told
       from public.business_connections c where c.id = $1`,
      [other.connectionId],
    );
    expect(rows).toEqual([{ status: "active", told: 1 }]);
  });
});

async function imported(name: string): Promise<BenchAccount> {
  const connector = sandboxConnector(sandbox);
  const connected = await connectPersona(bench, sandbox, connector, name);
  const plain = syncDeps(bench, connector);
  await runToEnd({ ...plain, score: (run, connection) => scoreWallet(plain, run, connection) }, connected.runId);
  return connected;
}

async function settle(): Promise<void> {
  await drainWebhookInbox(bench);
  await rereadObjects(deps);
}

/** Statements of this database that wait for a lock. */
async function waiting(): Promise<number> {
  const { rows } = await bench.pool.query(
    `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows.length;
}

async function deliver(to: BenchAccount, effect: string, objectId: string, eventTime = 1_790_000_000): Promise<void> {
  await callForObject(bench.pool, "store_webhook", {
    p_platform: "tiktokshop",
    p_notification_id: newPlatformId(),
    p_type: "1",
    p_shop_id: to.shopIds[0],
    p_platform_user_id: "",
    p_object_id: objectId,
    p_effect: effect,
    p_body_sha: "sha",
    p_event_time: String(eventTime),
  });
}

async function orderIds(of: BenchAccount, status = "%"): Promise<readonly string[]> {
  const { rows } = await bench.pool.query<{ id: string }>(
    `select o.id from public.orders o where connection_id = $1 and status like $2 and not is_sample and not exists (
       select 1 from public.returns r where r.connection_id = o.connection_id and r.order_id = o.id) order by id limit 200`,
    [of.connectionId, status],
  );
  return rows.map(({ id }) => id);
}

async function statusOf(of: BenchAccount, orderId: string): Promise<string | null> {
  const { rows } = await bench.pool.query<{ status: string }>(
    `select status from public.orders where connection_id = $1 and id = $2`,
    [of.connectionId, orderId],
  );
  return rows[0]?.status ?? null;
}

async function rowsOf(of: BenchAccount): Promise<unknown> {
  const { rows } = await bench.pool.query(`select * from public.orders where connection_id = $1 order by id`, [
    of.connectionId,
  ]);
  return rows;
}

async function rereads(of: BenchAccount): Promise<Readonly<Record<string, string>>> {
  const { rows } = await bench.pool.query<{ object_id: string; state: string }>(
    `select object_id, state from app_private.rereads where connection_id = $1`,
    [of.connectionId],
  );
  return Object.fromEntries(rows.map(({ object_id, state }) => [object_id, state]));
}

async function runsOf(of: BenchAccount): Promise<number> {
  const { rows } = await bench.pool.query(`select 1 from public.sync_runs where connection_id = $1`, [of.connectionId]);
  return rows.length;
}

async function openRuns(of: BenchAccount): Promise<number> {
  const { rows } = await bench.pool.query(
    `select 1 from public.sync_runs where connection_id = $1 and state = 'queued'`,
    [of.connectionId],
  );
  return rows.length;
}

async function closeRuns(of: BenchAccount): Promise<void> {
  await bench.pool.query(`delete from public.sync_runs where connection_id = $1 and state = 'queued'`, [
    of.connectionId,
  ]);
}

async function newestScore(of: BenchAccount) {
  const { rows } = await bench.pool.query<{
    id: string;
    as_of: Date;
    run_id: string | null;
    refunds: string;
    standing: string;
    score: number;
  }>(
    `select id, as_of, run_id, inputs ->> 'refunds' as refunds, (select item ->> 'points' from jsonb_array_elements(report #> '{factors,reliability,items}') item
         where item ->> 'code' = 'platform_standing') as standing, score_millipoints as score
     from public.score_snapshots where wallet_address = $1 order by created_at desc, id limit 1`,
    [of.wallet],
  );
  const [row] = rows;
  if (!row) throw new Error("the wallet has no score");
  return row;
}
