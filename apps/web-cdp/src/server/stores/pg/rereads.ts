import "server-only";
import type { RereadKind } from "@lendfriend/connector";
import type { Sql } from "./pool.ts";

/** One object that a delivery named. */
export interface RereadTarget {
  readonly connectionId: string;
  readonly shopId: string;
  readonly kind: RereadKind;
  readonly objectId: string;
}

/** Objects of one kind of one shop, taken to be read again together. */
export interface RereadBatch extends Omit<RereadTarget, "objectId"> {
  readonly objects: readonly { readonly id: string; readonly asks: number; readonly tries: number }[];
}

/** One object is read again at most this often, however many deliveries name it. */
const quietSeconds = 10;
/** Longer than a batch may take; a worker that dies leaves its objects to the next one after this. */
const leaseSeconds = 30;
const mostObjects = 50;
/** Whatever failed this often is read alone, so that one object cannot have others set aside with it. */
const aloneAfterTries = 2;

/** Asks for an object to be read again: at once, or ten seconds after it was last read. */
export async function askReread(tx: Sql, { connectionId, shopId, kind, objectId }: RereadTarget): Promise<void> {
  await tx.query(
    `insert into app_private.rereads as kept (connection_id, shop_id, kind, object_id) values ($1, $2, $3, $4)
     on conflict (connection_id, shop_id, kind, object_id) do update set
       asks = kept.asks + 1, state = 'waiting', error_code = null,
       tries = case when kept.state = 'waiting' then kept.tries else 0 end,
       due_at = case when kept.state = 'waiting' then kept.due_at
         else greatest(now(), kept.read_at + make_interval(secs => $5)) end`,
    [connectionId, shopId, kind, objectId, quietSeconds],
  );
}

/** Takes up to 50 objects of one kind of one shop that are due; null when none is. */
export async function takeRereads(sql: Sql): Promise<RereadBatch | null> {
  const taken = await sql.query<{
    connection_id: string;
    shop_id: string;
    kind: RereadKind;
    object_id: string;
    asks: number;
    tries: number;
  }>(
    `with first as (
       select r.connection_id, r.shop_id, r.kind, r.object_id, r.tries from app_private.rereads r
       join public.business_connections c on c.id = r.connection_id
       where r.state = 'waiting' and r.due_at <= now() and c.is_active and c.status in ('active', 'importing', 'error')
       order by r.due_at limit 1 for update of r skip locked
     ), picked as (
       select r.connection_id, r.shop_id, r.kind, r.object_id from app_private.rereads r
       join first f on (f.connection_id, f.shop_id, f.kind) = (r.connection_id, r.shop_id, r.kind)
       where r.state = 'waiting' and r.due_at <= now()
         and case when f.tries >= ${aloneAfterTries} then r.object_id = f.object_id else r.tries < ${aloneAfterTries} end
       order by r.due_at limit ${mostObjects} for update of r skip locked
     )
     update app_private.rereads r set due_at = now() + make_interval(secs => $1)
     from picked p where (r.connection_id, r.shop_id, r.kind, r.object_id) = (p.connection_id, p.shop_id, p.kind, p.object_id)
     returning r.connection_id, r.shop_id, r.kind, r.object_id, r.asks, r.tries`,
    [leaseSeconds],
  );
  const [first] = taken.rows;
  if (!first) return null;
  return {
    connectionId: first.connection_id,
    shopId: first.shop_id,
    kind: first.kind,
    objects: taken.rows.map((row) => ({ id: row.object_id, asks: row.asks, tries: row.tries })),
  };
}

export interface RereadEnd {
  readonly state: "read" | "missing" | "refreshed" | "dead";
  readonly code: string | null;
}

/** Ends the objects of these ids; one that was named again since it was taken waits for its next turn instead. */
export async function endRereads(tx: Sql, batch: RereadBatch, ids: readonly string[], end: RereadEnd): Promise<void> {
  const ended = batch.objects.filter(({ id }) => ids.includes(id));
  await tx.query(
    `update app_private.rereads r set read_at = now(), tries = 0, error_code = $6,
       state = case when r.asks = taken.asks then $5 else 'waiting' end,
       due_at = now() + make_interval(secs => $7)
     from jsonb_to_recordset($4::jsonb) as taken(id text, asks int)
     where r.connection_id = $1 and r.shop_id = $2 and r.kind = $3 and r.object_id = taken.id`,
    [...keyOf(batch), JSON.stringify(ended), end.state, end.code, quietSeconds],
  );
}

/** Puts the objects of a batch off, spending a try of each where the fault was one. */
export async function deferRereads(
  tx: Sql,
  batch: RereadBatch,
  { seconds, code, spend }: { readonly seconds: number; readonly code: string; readonly spend: boolean },
): Promise<void> {
  await tx.query(
    `update app_private.rereads set due_at = now() + make_interval(secs => $5), error_code = $6, tries = tries + $7
     where connection_id = $1 and shop_id = $2 and kind = $3 and object_id = any ($4::text[]) and state = 'waiting'`,
    [...keyOf(batch), batch.objects.map(({ id }) => id), Math.max(quietSeconds, seconds), code, spend ? 1 : 0],
  );
}

function keyOf({ connectionId, shopId, kind }: Omit<RereadTarget, "objectId">): string[] {
  return [connectionId, shopId, kind];
}
