import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  as,
  callForObject,
  type Identity,
  newPlatformId,
  openPool,
  type Row,
  signedIn,
  sqlStateOf,
} from "./harness.ts";
import { oracle } from "./rls-oracle.ts";
import { makeWorld, ownersRows, type World } from "./rls-world.ts";

const pool = openPool(10);
afterAll(() => pool.end());

let world: World;
beforeAll(async () => {
  world = await makeWorld(pool);
});

interface Page {
  readonly lines: readonly string[];
  readonly next: string | null;
}

function pageOf(answer: Row): Page {
  const { lines, next } = answer;
  if (!Array.isArray(lines) || (next !== null && typeof next !== "string")) throw new Error("not a page");
  return { lines: lines.map(String), next };
}

const readPart = (client: pg.PoolClient, part: string, after: string | null, size = "1000") =>
  callForObject(client, "my_export_page", { p_part: part, p_after: after, p_size: size }).then(pageOf);

/** Every page of a part, as the wallet itself reads them. */
function partOf(who: Identity, part: string, size?: string): Promise<readonly string[]> {
  return as(pool, who, async (client) => {
    const lines: string[] = [];
    for (let page = await readPart(client, part, null, size); ; page = await readPart(client, part, page.next, size)) {
      lines.push(...page.lines);
      if (page.next === null) return lines;
    }
  });
}

async function heldAside(wallet: string, size = "1000"): Promise<readonly string[]> {
  const lines: string[] = [];
  for (let after: string | null = null; ; ) {
    const answer = await callForObject(pool, "export_held_aside", { p_wallet: wallet, p_after: after, p_size: size });
    const page = pageOf(answer);
    lines.push(...page.lines);
    after = page.next;
    if (after === null) return lines;
  }
}

async function exportOf(wallet: string): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const part of await partsOf(wallet)) lines.push(...(await partOf(signedIn(wallet), part)));
  return [...lines, ...(await heldAside(wallet))];
}

let known: Promise<readonly string[]> | null = null;

/** All that the owner of the world is handed out. */
function ownExport(): Promise<readonly string[]> {
  known ??= exportOf(world.owner);
  return known;
}

async function partsOf(wallet: string): Promise<readonly string[]> {
  const { rows } = await as(pool, signedIn(wallet), (client) =>
    client.query<{ parts: string[] }>("select public.my_export_parts() as parts"),
  );
  return rows[0]?.parts ?? [];
}

test("every table of which its owner sees rows is in the export, with every one of them (I04)", async () => {
  const owned = Object.entries(oracle).filter(([, sights]) => sights.owner === "own");
  const parts = await partsOf(world.owner);
  expect(parts.map((part) => `public.${part}`).sort()).toEqual(owned.map(([relation]) => relation).sort());

  for (const [relation] of owned) {
    const part = relation.split(".")[1] ?? "";
    const { rows } = await pool.query(
      `select count(*)::int as held from ${relation} where ${ownersRows(world, relation)}`,
    );
    const exported = (await ownExport()).filter((line) => JSON.parse(line).part === part);
    expect([part, exported.length]).toEqual([part, rows[0]?.held]);
    expect(exported.length, part).toBeGreaterThan(0);
  }
});

test("no token, cipher or session secret is in the export (I04)", async () => {
  const { rows } = await pool.query<{ secret: string }>(
    `select access_token as secret from public.business_connections where wallet_address = $1
     union all select cipher from public.shops s join public.business_connections c on c.id = s.connection_id
       where c.wallet_address = $1
     union all select token from app_private.refresh_tokens t join public.business_connections c on c.id = t.connection_id
       where c.wallet_address = $1
     union all select session_hash from app_private.sessions where wallet = $1`,
    [world.owner],
  );
  expect(rows.length).toBeGreaterThan(2);

  const text = (await ownExport()).join("\n");
  for (const { secret } of rows) expect(text).not.toContain(secret);
});

test("nobody else's data are in the export, of a lender not even what was shared with it (I04)", async () => {
  const { rows } = await pool.query<{ id: string }>(
    "select id from public.business_connections where wallet_address = $1",
    [world.stranger],
  );
  expect(rows).not.toEqual([]);
  const own = (await ownExport()).join("\n");
  for (const other of [world.stranger, ...rows.map(({ id }) => id)]) expect(own).not.toContain(other);

  const lenders = (await exportOf(world.lender)).join("\n");
  expect(lenders).toContain(world.lender);
  expect(lenders).not.toContain(world.owner);
  expect(await exportOf(`0x${"0".repeat(40)}`)).toEqual([]);
});

test("pages of one row hold what one page of all does, in order and once (I04)", async () => {
  for (const part of ["orders", "tie_out_flags", "score_snapshots", "payouts", "audit_log"]) {
    expect(await partOf(signedIn(world.owner), part, "1")).toEqual(await partOf(signedIn(world.owner), part));
  }
  expect(await heldAside(world.owner, "1")).toEqual(await heldAside(world.owner));
});

test("amounts and long ids reach the export as they are stored (I04)", async () => {
  const orders = (await ownExport()).filter((line) => JSON.parse(line).part === "orders");

  expect(orders[0]).toContain(`"merchandise_value":"12345678901234.123456"`);
  expect(orders[0]).toMatch(/"id":"7\d{18}"/);
});

test("sessions and deliveries of the wallet are in the export, those of others are not (I04)", async () => {
  const { rows } = await pool.query<{ shop: string }>(
    `select platform_shop_id as shop from public.shops where connection_id = $1`,
    [world.ownersConnection],
  );
  const deliver = (notification: string, shop: string | undefined) =>
    callForObject(pool, "store_webhook", {
      ...{ p_platform: "tiktokshop", p_notification_id: notification, p_type: "1", p_shop_id: shop },
      ...{ p_platform_user_id: "", p_object_id: newPlatformId(), p_effect: "reread_order", p_body_sha: "sha" },
      p_event_time: "1700000000",
    });
  const [own, foreign] = [newPlatformId(), newPlatformId()];
  await deliver(own, rows[0]?.shop);
  await deliver(foreign, newPlatformId());
  await callForObject(pool, "open_session", { p_session_hash: newPlatformId(), p_wallet: world.owner });

  const text = (await heldAside(world.owner)).join("\n");

  expect(text).toContain(own);
  expect(text).toContain(`"part" : "sessions"`);
  expect(text).not.toContain(foreign);
});

test("objects that deliveries named are in the export of whose connection it is, and in no other (I04)", async () => {
  const [own, foreign] = [newPlatformId(), newPlatformId()];
  await pool.query(
    `insert into app_private.rereads (connection_id, shop_id, kind, object_id)
     select id, 'shop', 'order', case wallet_address when $1 then $3 else $4 end
     from public.business_connections where wallet_address in ($1, $2)`,
    [world.owner, world.stranger, own, foreign],
  );

  const [owners, strangers] = [(await heldAside(world.owner)).join(), (await heldAside(world.stranger)).join()];

  expect([owners.includes(own), owners.includes(foreign)]).toEqual([true, false]);
  expect([strangers.includes(own), strangers.includes(foreign)]).toEqual([false, true]);
});

test("only tables of the export can be named as a part (I04)", async () => {
  for (const part of ["fx_rates", "pg_class", "orders; drop table public.orders", "app_private.sessions", ""]) {
    const read = as(pool, signedIn(world.owner), (client) => readPart(client, part, null));
    expect([part, await sqlStateOf(read)]).toEqual([part, "22023"]);
  }
});

test("taking one's data away is written into one's audit log (I04)", async () => {
  await callForObject(pool, "note_export", { p_wallet: world.owner });

  expect((await partOf(signedIn(world.owner), "audit_log")).join("\n")).toContain("account.exported");
});
