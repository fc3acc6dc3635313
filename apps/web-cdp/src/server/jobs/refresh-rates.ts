import "server-only";
import type { Pool } from "pg";
import type { Log } from "#server/log.ts";
import { fetchRates } from "#server/rates/fetch-rates.ts";
import { rateCurrencies, seedRates } from "#server/rates/seed-rates.ts";
import { newestPublishedDay, saveRates } from "#server/stores/pg/fx-rates.ts";

export interface RefreshRatesDeps {
  readonly pool: Pool;
  readonly log: Log;
  readonly ratesUrl: string;
  readonly now: () => number;
  readonly fetch?: typeof globalThis.fetch;
}

const backfillDays = 100;

/** Makes sure that the rates which come with the product are stored. */
export async function loadSeedRates({ pool }: Pick<RefreshRatesDeps, "pool">): Promise<void> {
  await saveRates(pool, seedRates);
}

/**
 * Stores the days that are missing up to today, or a whole import's worth the first time. Without a network it only says
 * so: scores then use the stored rates and name their date.
 */
export async function refreshRates(deps: RefreshRatesDeps): Promise<void> {
  const { pool, log, ratesUrl, now, fetch } = deps;
  const to = dayOf(now());
  const newest = await newestPublishedDay(pool);
  const earliest = dayOf(now() - backfillDays * 86_400_000);
  const from = newest !== null && newest > earliest ? newest : earliest;
  try {
    const rates = await fetchRates({
      url: ratesUrl,
      currencies: rateCurrencies,
      from,
      to,
      ...(fetch ? { fetch } : {}),
    });
    log.info("rates_refreshed", { from, to, stored: await saveRates(pool, rates) });
  } catch (error) {
    const reason = error instanceof Error ? error.message : "unknown";
    log.warn("rates_not_refreshed", { from, to, reason, note: "stored rates stay in use" });
  }
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
