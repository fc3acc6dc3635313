import "server-only";
import type { ReferenceRate } from "#server/rates/rate-table.ts";
import type { Sql } from "./pool.ts";

/** Adds rates. A stored day is history: it is never changed. Answers how many were new. */
export async function saveRates(sql: Sql, rates: readonly ReferenceRate[]): Promise<number> {
  const saved = await sql.query(
    `insert into public.fx_rates (rate_date, currency, units_per_usd, source)
     select row.date, row.currency, row."unitsPerUsd", row.source
     from jsonb_to_recordset($1::jsonb) as row(date date, currency text, "unitsPerUsd" numeric, source text)
     on conflict (rate_date, currency, source) do nothing`,
    [JSON.stringify(rates)],
  );
  return saved.rowCount ?? 0;
}

/** Published rates of the given days and the two weeks before, and every seed rate. Days are `YYYY-MM-DD`, inclusive. */
export async function listRates(sql: Sql, from: string, to: string): Promise<readonly ReferenceRate[]> {
  const found = await sql.query<{ date: string; currency: string; units: string; source: string }>(
    `select rate_date::text as date, currency, trim_scale(units_per_usd)::text as units, source
     from public.fx_rates
     where source = 'seed' or rate_date between $1::date - 14 and $2::date
     order by rate_date, currency, source`,
    [from, to],
  );
  return found.rows.map((row) => ({
    date: row.date,
    currency: row.currency,
    unitsPerUsd: row.units,
    source: row.source,
  }));
}

/** The newest day for which a published rate is stored, null when there is none. */
export async function newestPublishedDay(sql: Sql): Promise<string | null> {
  const found = await sql.query<{ day: string | null }>(
    `select max(rate_date)::text as day from public.fx_rates where source <> 'seed'`,
  );
  return found.rows[0]?.day ?? null;
}
