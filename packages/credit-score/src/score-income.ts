import { buildLedger } from "./build-ledger.ts";
import { canonicalHash } from "./canonical-json.ts";
import { confidenceAt, integrityOf, reconciledShare } from "./confidence.ts";
import { explainReasons } from "./explain-reasons.ts";
import type { IncomeMetrics } from "./income-metrics.ts";
import { pointsOf } from "./milli-points.ts";
import { raiseAlerts } from "./raise-alerts.ts";
import { withoutCodes } from "./said-texts.ts";
import type { ReportMetrics, ScoreReport, ScoreTier } from "./score-report.ts";
import { modelHash, type ScoreModel, ttshop1 } from "./ttshop1.ts";

export interface ScoreOptions {
  /** The model version; `ttshop1` unless told. */
  readonly config?: ScoreModel;
}

const fullScore = 100_000;

/**
 * Scores one snapshot: the same figures and model give the same thousandths of a point for ever. Pure; never throws.
 * Not calibrated to default risk.
 *
 * @example scoreIncome(metrics).score // 71.204
 */
export function scoreIncome(metrics: IncomeMetrics, options: ScoreOptions = {}): ScoreReport {
  const model = options.config ?? ttshop1;
  const ledger = buildLedger(metrics, model);
  const items = Object.values(ledger.factors).flatMap((factor) => factor.items);
  const report = {
    model: model.model,
    modelHash: modelHash(model),
    asOf: isoTime(metrics.asOf),
    provisional: metrics.provisional.length > 0,
    score: pointsOf(ledger.millipoints),
    millipoints: ledger.millipoints,
    pointsLost: pointsOf(fullScore - ledger.millipoints),
    tier: tierOf(ledger.millipoints, model),
    confidence: confidenceAt(metrics, metrics.asOf, model),
    integrity: integrityOf(metrics, model),
    factors: ledger.factors,
    caps: ledger.caps,
    reasons: explainReasons(metrics, ledger, model),
    alerts: raiseAlerts(metrics, items, model),
    metrics: reportMetrics(metrics),
  };
  return { ...report, snapshotHash: snapshotHash(metrics, report) };
}

/**
 * SHA-256 (hex) of the inputs and the report without its hash: what a reader recomputes to see that neither changed. Codes
 * (`said`) are left out of it: they say what the texts beside them say, which are in it (`saysItsTexts`).
 */
export function snapshotHash(inputs: IncomeMetrics, report: Omit<ScoreReport, "snapshotHash">): string {
  const { snapshotHash: _, ...unhashed }: Partial<ScoreReport> = report;
  return canonicalHash({ inputs, report: withoutCodes(unhashed) });
}

/** The tier of a score in thousandths of a point. */
export function tierOf(millipoints: number, model: ScoreModel = ttshop1): ScoreTier {
  return model.tiers.find(([from]) => millipoints >= from)?.[1] ?? "New";
}

/** Text of a second; the epoch for one that no calendar holds. */
function isoTime(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? new Date(0).toISOString() : date.toISOString();
}

function reportMetrics(metrics: IncomeMetrics): ReportMetrics {
  return {
    window: metrics.window,
    observedDays: metrics.observedDays,
    currency: metrics.currency,
    gross: metrics.gross,
    refunds: metrics.refunds,
    net: metrics.net,
    monthlyNet: metrics.monthlyNet,
    orderCount: metrics.orderCount,
    itemsSold: metrics.itemsSold,
    averageOrderValue: metrics.averageOrderValue,
    affiliateCommission: metrics.affiliateCommission,
    affiliateCommissionEstimated: metrics.affiliateCommissionEstimated,
    excluded: metrics.excluded,
    weekly: metrics.weekly,
    blocks: metrics.blocks,
    byCurrency: metrics.byCurrency,
    byShop: metrics.byShop,
    byProduct: metrics.byProduct,
    byCreator: metrics.byCreator,
    medianDaysToCash: metrics.medianDaysToCash,
    reconciledShare: roundedShare(reconciledShare(metrics)),
    exchangeRates: metrics.exchangeRates,
    notReported: metrics.notReported,
  };
}

function roundedShare(share: number | null): number | null {
  return share === null ? null : Number(share.toFixed(6));
}
