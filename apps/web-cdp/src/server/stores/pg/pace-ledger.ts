import "server-only";
import { endOfHour, grantPace, type KnownPace, type Pace, type PaceLedger, startPace } from "@lendfriend/connector";
import type { Pool } from "pg";
import { inTransaction, type Sql } from "./pool.ts";

interface PaceRow {
  now: number;
  rate: number | null;
  ceiling: number | null;
  cut_at: number;
  blocked_until: number;
  blocked_by: Pace["blockedBy"];
  next_at: number;
  latency: number | null;
  fastest: number | null;
}

/**
 * The pace that all workers of this deployment share: one row per app, shop and endpoint, by the database's clock. One short
 * transaction grants many requests, and what was learnt outlives the workers and helps the next shop.
 */
export function createPgPaceLedger(pool: Pool): PaceLedger {
  return {
    grant: (key, want, report) =>
      inTransaction(pool, async (tx) => {
        await tx.query("select pg_advisory_xact_lock(hashtextextended('pace:' || $1, 0))", [key]);
        const found = await tx.query<PaceRow>(
          `select extract(epoch from clock_timestamp())::float8 * 1000 as now, kept.rate, kept.ceiling, kept.cut_at,
             kept.blocked_until, kept.blocked_by, kept.next_at, kept.latency, kept.fastest
           from (select 1) one left join app_private.request_pace kept on kept.key = $1`,
          [key],
        );
        const [row] = found.rows;
        const now = row?.now ?? 0;
        const known = row ? paceFrom(row) : null;
        const hourEndsAt = endOfHour(now);
        const before = known ?? startPace(now, await findOthers(tx, key));
        const { pace, grant } = grantPace(before, { want, report, now, hourEndsAt });
        await tx.query(
          `insert into app_private.request_pace
             (key, rate, ceiling, cut_at, blocked_until, blocked_by, next_at, latency, fastest)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
           on conflict (key) do update set rate = excluded.rate, ceiling = excluded.ceiling, cut_at = excluded.cut_at,
             blocked_until = excluded.blocked_until, blocked_by = excluded.blocked_by, next_at = excluded.next_at,
             latency = excluded.latency, fastest = excluded.fastest, updated_at = now()`,
          [
            key,
            pace.rate,
            pace.ceiling,
            pace.cutAt,
            pace.blockedUntil,
            pace.blockedBy,
            pace.nextAt,
            pace.latency,
            pace.fastest,
          ],
        );
        return grant;
      }),
  };
}

/** The median of what the last shops to read the same list have learnt; null when there was none within a day. */
async function findOthers(tx: Sql, key: string): Promise<KnownPace | null> {
  const found = await tx.query<{ rate: number | null; ceiling: number | null }>(
    `select percentile_cont(0.5) within group (order by rate) as rate,
       percentile_cont(0.5) within group (order by ceiling) as ceiling
     from (
       select rate, ceiling from app_private.request_pace
       where substr(key, strpos(key, ' ')) = $1 and updated_at > now() - interval '1 day'
       order by updated_at desc limit 20) others`,
    [key.slice(key.indexOf(" "))],
  );
  const [row] = found.rows;
  return row && row.rate !== null ? { rate: row.rate, ceiling: row.ceiling } : null;
}

function paceFrom(row: PaceRow): Pace | null {
  const { rate, ceiling, latency, fastest } = row;
  if (rate === null) return null;
  const { cut_at: cutAt, blocked_until: blockedUntil, blocked_by: blockedBy, next_at: nextAt } = row;
  return { rate, ceiling, cutAt, blockedUntil, blockedBy, nextAt, latency, fastest };
}
