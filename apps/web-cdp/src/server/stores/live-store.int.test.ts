import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import type { Session } from "#server/contract.ts";
import { salesDayOf } from "#server/live/sales-day.ts";
import { databaseClients } from "#server/testing/real-database.ts";
import { callForObject, newPlatformId, newWallet, openPool } from "../../../../../supabase/tests/harness.ts";
import { createLiveStore } from "./live-store.ts";

const pool = openPool(2);
afterAll(() => pool.end());

const { call, clientOf } = databaseClients();
const live = createLiveStore(call, clientOf);
const today = salesDayOf(new Date());

interface Shop {
  readonly session: Session;
  readonly connectionId: string;
  readonly shopId: string;
}

async function openSession(wallet = newWallet()): Promise<Session> {
  const opened = await callForObject(pool, "open_session", { p_session_hash: randomUUID(), p_wallet: wallet });
  return { sessionId: String(opened.sessionId), accountId: String(opened.accountId), wallet };
}

async function openShop(wallet?: string): Promise<Shop> {
  const session = await openSession(wallet);
  const shopId = newPlatformId();
  const { rows } = await pool.query<{ id: string }>(
    `insert into public.business_connections (wallet_address, platform, account, platform_user_id, market, status)
     values ($1, 'tiktokshop', 'seller', $2, 'US', 'active') returning id`,
    [session.wallet, newPlatformId()],
  );
  const connectionId = rows[0]?.id ?? "";
  await pool.query(
    `insert into public.shops (connection_id, platform_shop_id, name, region) values ($1, $2, 'Corner Shop', 'US')`,
    [connectionId, shopId],
  );
  return { session, connectionId, shopId };
}

interface Order {
  readonly status?: string;
  readonly currency?: string;
  readonly value?: string;
  readonly paid?: boolean;
  readonly cod?: boolean;
  readonly sample?: boolean;
  readonly at?: number;
}

async function addOrder({ connectionId, shopId }: Shop, order: Order = {}): Promise<string> {
  const { status = "AWAITING_SHIPMENT", currency = "USD", value = "10.5", paid = true, at = today.from + 60 } = order;
  const id = newPlatformId();
  await pool.query(
    `insert into public.orders (connection_id, shop_id, id, status, currency, merchandise_value, item_count, gift_count,
       is_cod, is_sample, is_replacement, is_exchange, create_time, update_time, paid_time)
     values ($1, $2, $3, $4, $5, $6, 2, 0, $7, $8, false, false, $9, $9, $10)`,
    [
      connectionId,
      shopId,
      id,
      status,
      currency,
      value,
      order.cod ?? false,
      order.sample ?? false,
      at,
      paid ? at : null,
    ],
  );
  return id;
}

describe("findSales", () => {
  it("sums today's sales by currency and lists the newest five, with no buyer", async () => {
    const shop = await openShop();
    for (let nth = 0; nth < 6; nth++) await addOrder(shop, { at: today.from + nth });
    const newest = await addOrder(shop, { currency: "GBP", value: "7", at: today.from + 100 });

    const { byCurrency, latest } = await live.findSales(shop.session, today);

    expect(byCurrency).toEqual([
      { currency: "GBP", orderCount: 1, gross: "7" },
      { currency: "USD", orderCount: 6, gross: "63" },
    ]);
    expect(latest).toHaveLength(5);
    expect(latest[0]).toEqual({
      id: newest,
      shopName: "Corner Shop",
      placedAt: new Date((today.from + 100) * 1_000).toISOString(),
      currency: "GBP",
      value: "7",
      itemCount: 2,
    });
  });

  it.each<[string, Order]>([
    ["not paid", { paid: false }],
    ["unpaid by its status", { status: "UNPAID", paid: false }],
    ["on hold", { status: "ON_HOLD" }],
    ["cancelled", { status: "CANCELLED" }],
    ["a sample", { sample: true }],
    ["gifts only", { value: "0" }],
    ["cash on delivery that is under way", { paid: false, cod: true, status: "IN_TRANSIT" }],
    ["of a status that nobody knows", { status: "TELEPORTED" }],
    ["of yesterday", { at: today.from - 1 }],
    ["of tomorrow", { at: today.to }],
  ])("counts no order that is %s, as the score does not", async (_, order) => {
    const shop = await openShop();
    await addOrder(shop, order);

    expect((await live.findSales(shop.session, today)).byCurrency).toEqual([]);
  });

  it("counts cash on delivery once it is delivered", async () => {
    const shop = await openShop();
    await addOrder(shop, { paid: false, cod: true, status: "DELIVERED" });

    expect((await live.findSales(shop.session, today)).latest).toHaveLength(1);
  });

  it("shows nobody another wallet's sales, nor those of a shop that was disconnected", async () => {
    const [shop, another] = [await openShop(), await openShop()];
    await addOrder(shop);
    expect((await live.findSales(another.session, today)).latest).toEqual([]);

    await pool.query(
      "update public.business_connections set status = 'disconnected', is_active = false where id = $1",
      [shop.connectionId],
    );

    expect((await live.findSales(shop.session, today)).latest).toEqual([]);
  });
});

describe("findMarks", () => {
  const markOf = async ({ sessionId }: Session) => (await live.findMarks([sessionId], today)).get(sessionId) ?? null;

  it.each<[string, (shop: Shop) => Promise<unknown>]>([
    ["an order comes in", (shop) => addOrder(shop)],
    [
      "an order changes",
      async (shop) =>
        pool.query("update public.orders set update_time = update_time + 1 where connection_id = $1", [
          shop.connectionId,
        ]),
    ],
    [
      "the status changes",
      (shop) =>
        pool.query("update public.business_connections set status = 'needs_reconnect' where id = $1", [
          shop.connectionId,
        ]),
    ],
    [
      "an import begins",
      (shop) =>
        pool.query(
          "insert into public.sync_runs (connection_id, kind, state, epoch) values ($1, 'refresh', 'queued', 1)",
          [shop.connectionId],
        ),
    ],
    [
      "an import gets on",
      async (shop) =>
        pool.query("update public.sync_windows set rows_done = rows_done + 1 where connection_id = $1", [
          shop.connectionId,
        ]),
    ],
  ])("change when %s, and not otherwise", async (what, happen) => {
    const shop = await openShop();
    await addOrder(shop);
    if (what === "an import gets on") await startImport(shop);
    const before = await markOf(shop.session);
    expect(before).not.toBeNull();
    expect(await markOf(shop.session)).toBe(before);

    await happen(shop);

    expect(await markOf(shop.session)).not.toBe(before);
  });

  it("say nothing of another wallet", async () => {
    const [shop, another] = [await openShop(), await openShop()];
    const before = await markOf(another.session);

    await addOrder(shop);

    expect(await markOf(another.session)).toBe(before);
  });

  it("are gone once a session has ended, however it ended", async () => {
    const wallet = newWallet();
    const [ended, idle, expired, open] = [
      await openSession(wallet),
      await openSession(wallet),
      await openSession(wallet),
      await openSession(wallet),
    ];
    await callForObject(pool, "revoke_sessions", { p_account_id: ended.accountId, p_session_id: ended.sessionId });
    await pool.query("update app_private.sessions set last_seen_at = now() - interval '31 minutes' where id = $1", [
      idle.sessionId,
    ]);
    await pool.query("update app_private.sessions set expires_at = now() where id = $1", [expired.sessionId]);

    const marks = await live.findMarks(
      [ended, idle, expired, open].map(({ sessionId }) => sessionId),
      today,
    );

    expect([...marks.keys()]).toEqual([open.sessionId]);
  });
});

async function startImport({ connectionId }: Shop): Promise<void> {
  const { rows } = await pool.query<{ id: string }>(
    "insert into public.sync_runs (connection_id, kind, state, epoch) values ($1, 'refresh', 'running', 1) returning id",
    [connectionId],
  );
  await pool.query(
    `insert into public.sync_windows (run_id, connection_id, stage, range_from, range_to) values ($1, $2, 'orders', 0, 1)`,
    [rows[0]?.id, connectionId],
  );
}
