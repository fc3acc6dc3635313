import "server-only";
import type { Sql } from "./pool.ts";

/** How one stage of one shop ended in a run; windows of the same stage and shop are summed. */
export interface StageOutcome {
  readonly stage: string;
  readonly shopId: string | null;
  readonly done: number;
  readonly withheld: number;
  readonly unsupported: number;
  readonly notFound: number;
  readonly shopInactive: number;
  readonly failed: number;
  readonly rows: number;
  /** Why what was read cannot be called whole, with the platform's count and ours where it counts. */
  readonly doubts: readonly Doubt[];
  /** Rows set aside whole, each once, by this run or before it and not understood since. */
  readonly setAside: number;
}

export interface Doubt {
  readonly code: string;
  readonly read: number | null;
  readonly total: number | null;
}

/**
 * Rows `aside` that a `run` leaves so: its own, earlier ones of lists of which it read the changes only, and those of a shop that
 * could not be read.
 */
export const staysAside = `(aside.run_id is not distinct from run.id
  or exists (select from public.sync_windows closed where closed.run_id = run.id and closed.stage = aside.stage
    and closed.shop_id is not distinct from aside.shop_id and closed.skip_reason = 'shop_inactive')
  or run.since_run_id is not null and (
  exists (select from public.sync_windows narrowed where narrowed.run_id = run.id and narrowed.stage = aside.stage
    and narrowed.shop_id is not distinct from aside.shop_id and (narrowed.by_update or narrowed.range_from > run.window_from))
  or not exists (select from public.sync_windows known where known.run_id = run.id and known.stage = aside.stage
    and known.shop_id is not distinct from aside.shop_id)))`;

/**
 * How each stage of each shop ended, and what is set aside of it: once the run is over all that is, since rows are also read one by
 * one. Call when no window is pending.
 */
export async function listOutcomes(sql: Sql, runId: string): Promise<readonly StageOutcome[]> {
  const found = await sql.query<{
    stage: string;
    shop_id: string | null;
    done: number;
    withheld: number;
    unsupported: number;
    not_found: number;
    shop_inactive: number;
    failed: number;
    rows: number;
    doubts: Doubt[] | null;
    set_aside: number;
  }>(
    `with counted as (
       select window_.*, (
         select sum(coalesce(part.split_total, part.rows_total)) from public.sync_windows part where part.split_from = window_.id
       ) as parts_total
       from public.sync_windows window_ where window_.run_id = $1
     ), doubted as (
       select stage, shop_id, last_error_code as code, rows_counted as read, rows_total as total
       from counted where last_error_code is not null and state in ('done', 'failed')
       union all
       -- The parts of a list that was cut must add up to what the platform said that the whole holds. Rows leave a list of
       -- changes by changing again, so there the parts may hold less.
       select stage, shop_id, 'split_short', (rows_counted + parts_total)::int, split_total
       from counted where split_total is not null and not by_update and rows_counted + parts_total < split_total
     ), doubts as (
       select stage, shop_id, code, sum(read)::int as read, sum(total)::int as total
       from doubted group by stage, shop_id, code
     ), set_aside as (
       select aside.stage, aside.shop_id, count(distinct coalesce(aside.row_id, aside.id::text))::int as rows
       from public.sync_runs run join public.rejected_rows aside on aside.connection_id = run.connection_id
       where run.id = $1 and not aside.is_part and (run.state = 'done' or ${staysAside})
       group by aside.stage, aside.shop_id
     )
     select stage, shop_id,
       count(*) filter (where state = 'done')::int as done,
       count(*) filter (where skip_reason = 'withheld')::int as withheld,
       count(*) filter (where skip_reason = 'unsupported')::int as unsupported,
       count(*) filter (where skip_reason = 'not_found')::int as not_found,
       count(*) filter (where skip_reason = 'shop_inactive')::int as shop_inactive,
       count(*) filter (where state = 'failed')::int as failed,
       sum(rows_done)::int as rows,
       (select jsonb_agg(jsonb_build_object('code', doubts.code,
           'read', case when doubts.total is null then null else doubts.read end, 'total', doubts.total) order by doubts.code)
         from doubts where doubts.stage = counted.stage and doubts.shop_id is not distinct from counted.shop_id) as doubts,
       coalesce((select set_aside.rows from set_aside
         where set_aside.stage = counted.stage and set_aside.shop_id is not distinct from counted.shop_id), 0) as set_aside
     from counted group by stage, shop_id order by min(seq), shop_id nulls first`,
    [runId],
  );
  return found.rows.map((row) => ({
    stage: row.stage,
    shopId: row.shop_id,
    done: row.done,
    withheld: row.withheld,
    unsupported: row.unsupported,
    notFound: row.not_found,
    shopInactive: row.shop_inactive,
    failed: row.failed,
    rows: row.rows,
    doubts: row.doubts ?? [],
    setAside: row.set_aside,
  }));
}
