import { createHash, randomUUID } from "node:crypto";
import type pg from "pg";

/** A report with one of everything that a share may or may not pass on; its figures are easy to search for. */
export function sampleReport(): Record<string, unknown> {
  const item = (code: string) => ({
    code,
    points: 12.5,
    max: 40,
    value: 4_750,
    threshold: 20_000,
    unit: "usd_month",
    status: "scored",
    reasonCode: "MEASURED",
    reason: "Net sales of $4,750.25 in 30 days.",
    said: saidOf("monthly_revenue", { monthly: "4750.25", full: "20000" }),
    permissions: [],
  });
  return {
    model: "ttshop-1",
    modelHash: "a".repeat(64),
    asOf: "2026-11-22T00:00:00.000Z",
    provisional: false,
    score: 61.234,
    tier: "Growing",
    confidence: 71,
    integrity: "PASS",
    factors: { revenue: { points: 12.5, max: 40, items: [item("REVENUE")] } },
    caps: [
      {
        code: "HISTORY_UNDER_28_DAYS",
        limit: 55,
        applied: false,
        pointsLost: 0,
        reason: "Under 28 days.",
        said: saidOf("cap_short_history", { days: "27", least: "28" }),
      },
    ],
    reasons: {
      negative: [
        { ...item("REVENUE"), factor: "revenue", gain: 3, gainAt: 5_000, text: "Sales of $4,750.25 a month." },
      ],
      positive: [],
    },
    alerts: [
      {
        code: "REVENUE_DECLINE",
        value: -0.475,
        threshold: -0.3,
        text: "Sales fell 47.5%.",
        said: saidOf("alert_decline", { decline: "47.5" }),
      },
    ],
    metrics: { currency: "USD", gross: "14250.75", net: "13000.5", orderCount: 150 },
    snapshotHash: "b".repeat(64),
  };
}

function saidOf(code: string, values: Record<string, string>) {
  return [{ code, values }];
}

/** What the sample report was made from, and how it spreads; its names are easy to search for. */
export const sampleInputs = {
  window: {},
  gross: "14250.75",
  netUsd: "13000.5",
  seller: { netUsd: "13000.5" },
  creator: null,
  exchangeRates: { source: "none needed" },
  byProduct: { hhi: 10_000, count: 1, largest: [{ id: "S1 P1", name: "Canary Candle", share: 1 }] },
  byCreator: { hhi: 10_000, count: 1, largest: [{ id: "canary_creator", name: "canary_creator", share: 1 }] },
  medianDaysToCash: 17.5,
};
export const sampleInsights = {
  schema: 1,
  weekdays: [{ key: "1", isRest: false, currency: "USD", count: 150, net: "13000.5", netUsd: "13000.5" }],
};

/** Stores a score of the wallet as the worker does, and returns its id. */
export async function storeSnapshot(
  pool: pg.Pool,
  wallet: string,
  given: Record<string, unknown> = {},
): Promise<string> {
  const report = { ...sampleReport(), ...given };
  const { rows } = await pool.query<{ id: string }>(
    `insert into public.score_snapshots
       (wallet_address, as_of, model, model_hash, provisional, score_millipoints, tier, inputs, report, snapshot_hash, run_id,
        insights)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`,
    [
      wallet,
      report.asOf,
      report.model,
      report.modelHash,
      report.provisional,
      Math.round(Number(report.score) * 1_000),
      report.tier,
      JSON.stringify(sampleInputs),
      JSON.stringify(report),
      createHash("sha256").update(randomUUID()).digest("hex"),
      randomUUID(),
      JSON.stringify(sampleInsights),
    ],
  );
  const [row] = rows;
  if (!row) throw new Error("the snapshot was not stored");
  return row.id;
}
