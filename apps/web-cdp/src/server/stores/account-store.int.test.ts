import { randomUUID } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import type { Session } from "#server/contract.ts";
import { databaseClients } from "#server/testing/real-database.ts";
import { connect, newPlatformId, openPool, sessionIdOf } from "../../../../../supabase/tests/harness.ts";
import { createAccountStore } from "./account-store.ts";

const pool = openPool(2);
afterAll(() => pool.end());

const { call, clientOf } = databaseClients();
const accounts = createAccountStore(call, clientOf);

const sessionOf = (wallet: string): Session => ({ sessionId: sessionIdOf(wallet), accountId: randomUUID(), wallet });

async function ordersOf(session: Session): Promise<string[]> {
  const lines: string[] = [];
  for (let after: string | null = null; ; ) {
    const page = await accounts.readExportPage(session, "orders", after);
    lines.push(...page.lines);
    after = page.next;
    if (after === null) return lines;
  }
}

it("reads every row once over the Data API, page by page, digits untouched, and for its owner only (I04)", async () => {
  const { wallet, connectionId } = await connect(pool);
  const stranger = (await connect(pool)).wallet;
  const ids = Array.from({ length: 1_200 }, newPlatformId);
  await pool.query(
    `insert into public.orders (connection_id, shop_id, id, status, currency, merchandise_value, item_count, gift_count,
       is_cod, is_sample, is_replacement, is_exchange, create_time, update_time)
     select $1, 's', id, 'COMPLETED', 'USD', 98765432109876.543210, 1, 0, false, false, false, false, 1700000000, 1700000000
     from unnest($2::text[]) as id`,
    [connectionId, ids],
  );

  const lines = await ordersOf(sessionOf(wallet));

  expect(lines.map((line) => JSON.parse(line).row.id).sort()).toEqual([...ids].sort());
  expect(JSON.parse(lines[0] ?? "").row.merchandise_value).toBe("98765432109876.54321");
  expect(await ordersOf(sessionOf(stranger))).toEqual([]);
});

it("tells a session that has ended, which finds no rows, from one without rows (I04)", async () => {
  const session = sessionOf((await connect(pool)).wallet);
  expect(await accounts.isOpen(session)).toBe(true);

  await pool.query(`update app_private.sessions set revoked_at = now() where id = $1`, [session.sessionId]);

  expect(await accounts.isOpen(session)).toBe(false);
  expect(await accounts.readExportPage(session, "business_connections", null)).toEqual({ lines: [], next: null });
});

it("names the parts, notes the export and reads what lies aside (I04)", async () => {
  const { wallet } = await connect(pool);
  await accounts.noteExport(wallet);

  expect(await accounts.listExportParts(sessionOf(wallet))).toContain("score_snapshots");
  const log = await accounts.readExportPage(sessionOf(wallet), "audit_log", null);
  expect(log.lines.join()).toContain("account.exported");
  const aside = await accounts.readHeldAside(wallet, null);
  expect(aside.lines).toEqual([expect.stringContaining(`"id" : "${sessionIdOf(wallet)}"`)]);
  expect(await accounts.readHeldAside(wallet, aside.next)).toEqual({ lines: [], next: null });
});
