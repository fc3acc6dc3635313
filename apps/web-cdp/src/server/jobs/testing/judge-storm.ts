import type { Connector } from "@lendfriend/connector";
import type { Sandbox } from "@lendfriend/tiktokshop-sandbox";
import type { Pool } from "pg";
import type { Sent } from "./webhook-storm.ts";

/** What became of a storm. Everything but the first two and the times must be zero. */
export interface StormReport {
  readonly sent: number;
  readonly acknowledged: number;
  readonly unanswered: number;
  readonly honestRefused: number;
  /** Acknowledged, and not stored or not acted on. */
  readonly lost: number;
  /** Stored twice, or one order read twice within ten seconds. */
  readonly doubleEffects: number;
  /** Forged and answered with 200, stored, or acted on. */
  readonly forgedAccepted: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export async function judgeStorm(facts: {
  readonly pool: Pool;
  /** Null when its clock stands still: what was read too soon then cannot be told. */
  readonly sandbox: Sandbox | null;
  readonly sent: readonly Sent[];
  readonly forgedIds: readonly string[];
}): Promise<StormReport> {
  const { pool, sandbox, sent, forgedIds } = facts;
  const honest = sent.filter(({ delivery }) => !delivery.isForged);
  const forged = sent.filter(({ delivery }) => delivery.isForged);
  const acknowledged = honest.filter(({ status }) => status === 200);
  const times = acknowledged.map(({ ms }) => ms).sort((a, b) => a - b);
  const taken = forged.filter(({ status }) => status !== 401).length;
  const stored = await countStored(pool, idsOf(forged));
  const { rows } = await pool.query(`select 1 from app_private.rereads where object_id = any ($1::text[])`, [
    forgedIds,
  ]);
  return {
    sent: sent.length,
    acknowledged: acknowledged.length,
    unanswered: sent.filter(({ status }) => status === null).length,
    honestRefused: honest.filter(({ status }) => status === 401).length,
    lost: await countLost(pool, idsOf(acknowledged)),
    doubleEffects: (await countDoubled(pool, idsOf(acknowledged))) + (sandbox === null ? 0 : readTooSoon(sandbox)),
    forgedAccepted: taken + stored + rows.length,
    p50Ms: Math.round(times[Math.floor(times.length * 0.5)] ?? 0),
    p99Ms: Math.round(times[Math.floor(times.length * 0.99)] ?? 0),
  };
}

function idsOf(sent: readonly Sent[]): readonly string[] {
  return [...new Set(sent.map(({ delivery }) => delivery.notificationId))];
}

async function countStored(pool: Pool, ids: readonly string[]): Promise<number> {
  const { rows } = await pool.query(
    `select 1 from app_private.webhook_inbox where split_part(notification_id, '#', 1) = any ($1::text[])`,
    [ids],
  );
  return rows.length;
}

/** An event has had its effect when it is done and what it names was read after it came. */
async function countLost(pool: Pool, ids: readonly string[]): Promise<number> {
  const { rows } = await pool.query(
    `select 1 from unnest($1::text[]) as told(id)
     left join app_private.webhook_inbox i on i.notification_id = told.id
     left join app_private.rereads r on r.object_id = i.object_id and r.shop_id = i.shop_id
       and i.effect = 'reread_' || r.kind
     where i.state is distinct from 'done'
       or (i.effect <> 'ignored' and (r.state is distinct from 'read' or r.read_at < i.received_at))`,
    [ids],
  );
  return rows.length;
}

async function countDoubled(pool: Pool, ids: readonly string[]): Promise<number> {
  const { rows } = await pool.query(
    `select 1 from app_private.webhook_inbox where split_part(notification_id, '#', 1) = any ($1::text[])
     group by split_part(notification_id, '#', 1) having count(*) > 1`,
    [ids],
  );
  return rows.length;
}

function readTooSoon(sandbox: Sandbox): number {
  const readAt = new Map<string, number>();
  let tooSoon = 0;
  for (const { at, query, status } of sandbox.control.requests({ path: "/order/202507/orders" })) {
    if (status !== 200) continue;
    const time = Date.parse(at);
    for (const id of (query.ids ?? "").split(",")) {
      if (time - (readAt.get(id) ?? 0) < 9_900) tooSoon += 1;
      readAt.set(id, time);
    }
  }
  return tooSoon;
}

/** How many of these orders are stored in another state than the platform's. */
export async function countUntrue(
  pool: Pool,
  connector: Connector,
  access: Omit<Parameters<Connector["readByIds"]>[0], "kind" | "ids">,
  ids: readonly string[],
): Promise<number> {
  const truth = new Map<string, string>();
  for (let at = 0; at < ids.length; at += 50) {
    const { rows } = await connector.readByIds({ ...access, kind: "order", ids: ids.slice(at, at + 50) });
    for (const row of rows) if (row.kind === "order") truth.set(row.id, row.status);
  }
  const { rows } = await pool.query<{ id: string; status: string }>(
    `select id, status from public.orders where id = any ($1::text[])`,
    [ids],
  );
  const stored = new Map(rows.map(({ id, status }) => [id, status]));
  return ids.filter((id) => stored.get(id) !== truth.get(id)).length;
}
