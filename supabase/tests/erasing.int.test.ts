import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { fillEveryTable } from "./every-table.ts";
import { storeFigureRows } from "./figure-rows.ts";
import { call, connect, newPlatformId, newWallet, openPool, shopInput, sqlStateOf } from "./harness.ts";
import { storeSnapshot } from "./scores.ts";
import { tablesHolding } from "./tables-holding.ts";
import { storeTieOut } from "./tie-outs.ts";

const pool = openPool();
afterAll(() => pool.end());

const isKept = new Set([
  "app_private.sessions",
  "public.audit_log",
  "public.access_log",
  "public.shares",
  "public.accounts",
]);

function storeDelivery(shopId: string) {
  return call(pool, "store_webhook", {
    p_platform: "tiktokshop",
    p_notification_id: newPlatformId(),
    p_type: "1",
    p_shop_id: shopId,
    p_platform_user_id: "",
    p_object_id: newPlatformId(),
    p_effect: "reread_order",
    p_body_sha: "sha",
    p_event_time: "1700000000",
  });
}

test("a wallet is scored anew in the name of an account that is left when another one was disconnected", async () => {
  const { wallet, connectionId } = await connect(pool);
  const [imported, unread] = [await connect(pool, {}, wallet), await connect(pool, {}, wallet)];
  await pool.query("update public.business_connections set last_synced_at = now() where id = any ($1::uuid[])", [
    [connectionId, imported.connectionId],
  ]);
  const ids = [connectionId, imported.connectionId, unread.connectionId];
  await pool.query("insert into app_private.rescores (connection_id) values ($1)", [connectionId]);

  await call(pool, "disconnect_connection", { p_wallet: wallet, p_connection_id: connectionId, p_erase: "keep" });

  const waiting =
    "select connection_id from app_private.rescores where is_waiting and connection_id = any ($1::uuid[])";
  expect((await pool.query(waiting, [ids])).rows).toEqual([{ connection_id: imported.connectionId }]);
});

test("erasing a connection leaves nothing of it but what the ledgers keep", async () => {
  const shop = shopInput();
  const { wallet, connectionId, input } = await connect(pool, { shops: [shop] });
  await fillEveryTable(pool, { wallet, connectionId, shopId: shop.id });
  const snapshot = await storeSnapshot(pool, wallet);
  await storeTieOut(pool, wallet, snapshot, shop.id);
  await storeFigureRows(pool, wallet, snapshot, shop.id);
  await storeDelivery(shop.id);
  await pool.query(
    `insert into app_private.rereads (connection_id, shop_id, kind, object_id) values ($1, $2, 'order', $2)`,
    [connectionId, shop.id],
  );
  await pool.query(
    `insert into app_private.webhook_topics (connection_id, shop_id, epoch, address, due_at) values ($1, $2, 1, '', now())`,
    [connectionId, shop.id],
  );
  await pool.query(`insert into app_private.rescores (connection_id) values ($1)`, [connectionId]);
  expect((await tablesHolding(pool, connectionId)).length).toBeGreaterThan(12);

  await call(pool, "disconnect_connection", { p_wallet: wallet, p_connection_id: connectionId, p_erase: "delete" });

  expect(await tablesHolding(pool, connectionId)).toEqual(["app_private.erasures", "public.audit_log"]);
  for (const secret of [input.accessToken, input.refreshToken, shop.id, input.platformUserId, snapshot]) {
    expect(await tablesHolding(pool, String(secret))).toEqual([]);
  }
  const left = (await tablesHolding(pool, wallet)).filter((table) => !isKept.has(table));
  expect(left).toEqual(["app_private.audit_heads"]);
});

test("erasing a connection waits for whoever drains its deliveries, and is not in their way", async () => {
  const shop = shopInput();
  const { wallet, connectionId } = await connect(pool, { shops: [shop] });
  await storeDelivery(shop.id);
  const drain = await pool.connect();
  await drain.query("begin");
  await drain.query("select 1 from app_private.webhook_inbox where shop_id = $1 for update", [shop.id]);

  const erased = call(pool, "disconnect_connection", {
    p_wallet: wallet,
    p_connection_id: connectionId,
    p_erase: "delete",
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  await drain.query("select 1 from public.business_connections where id = $1 for update", [connectionId]);
  await drain.query("commit");
  drain.release();
  await erased;

  expect(await tablesHolding(pool, shop.id)).toEqual([]);
});

test("erasing the last connection takes back every share", async () => {
  const { wallet, connectionId } = await connect(pool);
  const lender = newWallet();
  const share = {
    p_wallet: wallet,
    p_lender: lender,
    p_scope: "tier",
    p_purpose: "loan",
    p_expires_at: "2999-01-01T00:00:00Z",
  };
  await call(pool, "create_share", share);
  await storeSnapshot(pool, wallet);
  expect(await call(pool, "list_shared_borrowers", { p_lender: lender })).toHaveLength(1);

  await call(pool, "disconnect_connection", { p_wallet: wallet, p_connection_id: connectionId, p_erase: "delete" });

  expect(await call(pool, "list_shared_borrowers", { p_lender: lender })).toEqual([]);
});

test("erasing one of two connections keeps the other's rows and the shares", async () => {
  const first = await connect(pool);
  const second = await connect(pool, {}, first.wallet);
  const lender = newWallet();
  await call(pool, "create_share", {
    p_wallet: first.wallet,
    p_lender: lender,
    p_scope: "tier",
    p_purpose: "loan",
    p_expires_at: "2999-01-01T00:00:00Z",
  });

  await call(pool, "disconnect_connection", {
    p_wallet: first.wallet,
    p_connection_id: first.connectionId,
    p_erase: "delete",
  });

  expect(await tablesHolding(pool, second.connectionId)).toContain("public.shops");
  expect(await call(pool, "list_shared_borrowers", { p_lender: lender })).toHaveLength(1);
});

test("an import that still runs cannot bring erased rows back", async () => {
  const { wallet, connectionId } = await connect(pool);
  await call(pool, "disconnect_connection", { p_wallet: wallet, p_connection_id: connectionId, p_erase: "delete" });

  const late = pool.query(
    `insert into public.products (connection_id, shop_id, id, title, status, create_time, update_time)
     values ($1, 's', 'p', 't', 'LIVE', 1, 1)`,
    [connectionId],
  );

  expect(await sqlStateOf(late)).toBe("23503");
});

test("a second erasure finds nothing", async () => {
  const { wallet, connectionId } = await connect(pool);
  const erase = { p_wallet: wallet, p_connection_id: connectionId, p_erase: "delete" };
  await call(pool, "disconnect_connection", erase);

  expect(await call(pool, "disconnect_connection", erase)).toEqual({ error: "not_found" });
  const unknown = { ...erase, p_connection_id: randomUUID() };
  expect(await call(pool, "disconnect_connection", unknown)).toEqual({ error: "not_found" });
});
