import { salesDecline } from "./assess-growth.ts";
import { sellerWeight } from "./figures.ts";
import type { IncomeMetrics } from "./income-metrics.ts";
import type { ScoreAlert, ScoreItem } from "./score-report.ts";
import type { ScoreModel } from "./ttshop1.ts";
import { counted, percent } from "./wording.ts";

/** What a reader must see beside the score. None of it moves a point. */
export function raiseAlerts(
  metrics: IncomeMetrics,
  items: readonly ScoreItem[],
  model: ScoreModel,
): readonly ScoreAlert[] {
  return [
    declineAlert(metrics, model),
    provisionalAlert(metrics),
    withheldAlert(items),
    missingRateAlert(metrics),
    unknownStatusAlert(metrics),
    notReportedAlert(metrics),
  ].filter((alert) => alert !== null);
}

function declineAlert(metrics: IncomeMetrics, model: ScoreModel): ScoreAlert | null {
  const seller = metrics.seller && salesDecline(metrics.seller, model);
  const creator = metrics.creator && salesDecline(metrics.creator, model);
  const weight = sellerWeight(metrics);
  const both = seller !== null && creator !== null;
  const decline = both ? weight * seller + (1 - weight) * creator : (seller ?? creator);
  if (decline === null || !(decline > model.declineAlert)) return null;
  const text = `Revenue of the latest period is ${percent(decline)} below an earlier one.`;
  return { code: "REVENUE_DECLINE", value: Number(decline.toFixed(6)), threshold: model.declineAlert, text };
}

function provisionalAlert(metrics: IncomeMetrics): ScoreAlert | null {
  if (metrics.provisional.length === 0) return null;
  const text = `Part of the import did not finish (${metrics.provisional.join("; ")}). The next one completes these figures.`;
  return { code: "PROVISIONAL", value: metrics.provisional.length, threshold: 0, text };
}

function withheldAlert(items: readonly ScoreItem[]): ScoreAlert | null {
  const permissions = [...new Set(items.flatMap((item) => item.permissions))];
  if (permissions.length === 0) return null;
  const text = `Not granted: ${permissions.join(", ")}. Granting ${permissions.length === 1 ? "it" : "them"} restores the points named.`;
  return { code: "CONSENT_WITHHELD", value: permissions.length, threshold: 0, text };
}

function missingRateAlert(metrics: IncomeMetrics): ScoreAlert | null {
  const { missing } = metrics.exchangeRates;
  if (missing.length === 0) return null;
  const text = `Sales in ${missing.join(", ")} are not counted: no exchange rate near enough to their dates is known.`;
  return { code: "MISSING_EXCHANGE_RATE", value: missing.length, threshold: 0, text };
}

function unknownStatusAlert(metrics: IncomeMetrics): ScoreAlert | null {
  const reasons = ["UNKNOWN_STATUS", "COMMISSION_UNKNOWN_STATUS"];
  const count = reasons.reduce((sum, reason) => sum + (metrics.excluded[reason]?.count ?? 0), 0);
  if (count === 0) return null;
  const text = `${counted(count, "row")} had a status that is not known here and ${count === 1 ? "is" : "are"} not counted.`;
  return { code: "UNKNOWN_STATUS", value: count, threshold: 0, text };
}

function notReportedAlert(metrics: IncomeMetrics): ScoreAlert | null {
  const count = metrics.notReported.reduce((sum, field) => sum + field.count, 0);
  if (count === 0) return null;
  const text = `The platform left out ${counted(count, "amount")}, or wrote ${count === 1 ? "it" : "them"} ambiguously. None was guessed.`;
  return { code: "AMOUNTS_NOT_REPORTED", value: count, threshold: 0, text };
}
