import { salesDecline } from "./assess-growth.ts";
import { percent, whole } from "./digits.ts";
import { saying } from "./english.ts";
import { sellerWeight } from "./figures.ts";
import type { IncomeMetrics } from "./income-metrics.ts";
import { say } from "./messages.ts";
import type { ScoreAlert, ScoreItem } from "./score-report.ts";
import type { ScoreModel } from "./ttshop1.ts";

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
  const figures = { value: Number(decline.toFixed(6)), threshold: model.declineAlert };
  return { code: "REVENUE_DECLINE", ...figures, ...saying(say("alert_decline", { decline: percent(decline) })) };
}

/** The next import completes a part that did not finish; rows that were not understood may stay so. */
function provisionalAlert({ provisional }: IncomeMetrics): ScoreAlert | null {
  if (provisional.length === 0) return null;
  const setAside = provisional.filter((part) => part.includes(": rows_set_aside"));
  const unfinished = provisional.filter((part) => !setAside.includes(part));
  const said = saying(
    ...(unfinished.length > 0 ? [say("alert_provisional", { parts: unfinished })] : []),
    ...(setAside.length > 0 ? [say("alert_set_aside", { parts: setAside })] : []),
  );
  return { code: "PROVISIONAL", value: provisional.length, threshold: 0, ...said };
}

function withheldAlert(items: readonly ScoreItem[]): ScoreAlert | null {
  const permissions = [...new Set(items.flatMap((item) => item.permissions))];
  if (permissions.length === 0) return null;
  const said = saying(say("alert_withheld", { permissions }));
  return { code: "CONSENT_WITHHELD", value: permissions.length, threshold: 0, ...said };
}

function missingRateAlert(metrics: IncomeMetrics): ScoreAlert | null {
  const { missing } = metrics.exchangeRates;
  if (missing.length === 0) return null;
  const said = saying(say("alert_missing_rate", { currencies: missing }));
  return { code: "MISSING_EXCHANGE_RATE", value: missing.length, threshold: 0, ...said };
}

function unknownStatusAlert(metrics: IncomeMetrics): ScoreAlert | null {
  const reasons = ["UNKNOWN_STATUS", "COMMISSION_UNKNOWN_STATUS"];
  const count = reasons.reduce((sum, reason) => sum + (metrics.excluded[reason]?.count ?? 0), 0);
  if (count === 0) return null;
  const said = saying(say("alert_unknown_status", { rows: whole(count) }));
  return { code: "UNKNOWN_STATUS", value: count, threshold: 0, ...said };
}

function notReportedAlert(metrics: IncomeMetrics): ScoreAlert | null {
  const count = metrics.notReported.reduce((sum, field) => sum + field.count, 0);
  if (count === 0) return null;
  const said = saying(say("alert_not_reported", { amounts: whole(count) }));
  return { code: "AMOUNTS_NOT_REPORTED", value: count, threshold: 0, ...said };
}
