import "server-only";
import type { Pool } from "pg";

/** A shop whose events are to be asked for, taken by this worker. */
export interface TopicsTask {
  readonly connectionId: string;
  readonly shopId: string;
  readonly epoch: number;
  readonly tries: number;
}

const leaseSeconds = 60;

/**
 * Takes one shop whose topics are not set for its present consent and this address; null when all are. Taking it moves its due
 * time on, so that a worker that dies leaves it to the next one.
 */
export async function takeTopics(pool: Pool, address: string): Promise<TopicsTask | null> {
  const taken = await pool.query<{ connection_id: string; shop_id: string; epoch: number; tries: number }>(
    `insert into app_private.webhook_topics as kept (connection_id, shop_id, epoch, address, due_at)
     select c.id, s.platform_shop_id, c.epoch, $1, now() + make_interval(secs => $2)
     from public.business_connections c join public.shops s on s.connection_id = c.id
     left join app_private.webhook_topics t on t.connection_id = c.id and t.shop_id = s.platform_shop_id
     where c.is_active and c.status in ('active', 'importing', 'error') and (t.connection_id is null
       or t.epoch <> c.epoch or t.address <> $1 or (t.state = 'waiting' and t.due_at <= now()))
     order by t.due_at nulls first limit 1
     on conflict (connection_id, shop_id) do update set
       epoch = excluded.epoch, address = excluded.address, due_at = excluded.due_at, state = 'waiting',
       tries = case when kept.epoch = excluded.epoch and kept.address = excluded.address then kept.tries else 0 end
     where kept.epoch <> excluded.epoch or kept.address <> excluded.address
       or (kept.state = 'waiting' and kept.due_at <= now())
     returning connection_id, shop_id, epoch, tries`,
    [address, leaseSeconds],
  );
  const [row] = taken.rows;
  return row ? { connectionId: row.connection_id, shopId: row.shop_id, epoch: row.epoch, tries: row.tries } : null;
}

export type TopicsEnd =
  | { readonly state: "set" }
  /** Not for this consent: the platform will not be asked again before another one. */
  | { readonly state: "refused"; readonly code: string }
  | { readonly state: "waiting"; readonly code: string; readonly seconds: number };

/** Keeps how it went, unless the account was reconnected meanwhile. */
export async function endTopics(pool: Pool, task: TopicsTask, end: TopicsEnd): Promise<void> {
  await pool.query(
    `update app_private.webhook_topics set state = $4, error_code = $5, due_at = now() + make_interval(secs => $6),
       tries = tries + case when $4 = 'waiting' then 1 else 0 end
     where connection_id = $1 and shop_id = $2 and epoch = $3`,
    [
      task.connectionId,
      task.shopId,
      task.epoch,
      end.state,
      end.state === "set" ? null : end.code,
      end.state === "waiting" ? end.seconds : 0,
    ],
  );
}
