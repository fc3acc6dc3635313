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
  readonly codes: readonly string[];
}

/** How each stage of each shop ended. Call when no window is pending. */
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
    codes: string[];
  }>(
    `select stage, shop_id,
       count(*) filter (where state = 'done')::int as done,
       count(*) filter (where skip_reason = 'withheld')::int as withheld,
       count(*) filter (where skip_reason = 'unsupported')::int as unsupported,
       count(*) filter (where skip_reason = 'not_found')::int as not_found,
       count(*) filter (where skip_reason = 'shop_inactive')::int as shop_inactive,
       count(*) filter (where state = 'failed')::int as failed,
       sum(rows_done)::int as rows,
       coalesce(array_agg(distinct last_error_code) filter (where last_error_code is not null and state in ('done', 'failed')),
         '{}') as codes
     from public.sync_windows where run_id = $1 group by stage, shop_id order by min(seq), shop_id nulls first`,
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
    codes: row.codes,
  }));
}
