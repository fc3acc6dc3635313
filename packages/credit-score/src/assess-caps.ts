import { amountOf, countOf, daysOf } from "./figures.ts";
import type { IncomeMetrics } from "./income-metrics.ts";
import { pointsOf } from "./milli-points.ts";
import type { CapCode, ScoreCap } from "./score-report.ts";
import type { ScoreModel } from "./ttshop1.ts";
import { counted, decimal } from "./wording.ts";

/** The ceilings that a borrower meets, lowest first, and what the lowest takes from a score in thousandths. */
export function assessCaps(
  metrics: IncomeMetrics,
  model: ScoreModel,
  uncapped: number,
): { readonly caps: readonly ScoreCap[]; readonly lost: number } {
  const met = metCaps(metrics, model).sort((left, right) => model.caps[left.code] - model.caps[right.code]);
  const lowest = met[0] ? model.caps[met[0].code] : uncapped;
  const lost = Math.max(0, uncapped - lowest);
  const caps = met.map(({ code, reason }, index) => ({
    code,
    limit: pointsOf(model.caps[code]),
    applied: index === 0,
    pointsLost: index === 0 ? pointsOf(lost) : 0,
    reason,
  }));
  return { caps, lost };
}

function metCaps(metrics: IncomeMetrics, model: ScoreModel): { code: CapCode; reason: string }[] {
  const orders = countOf(metrics.orderCount);
  const days = daysOf(metrics.observedDays, model);
  const gross = amountOf(metrics.gross);
  const met: { code: CapCode; reason: string }[] = [];
  if (orders === 0) met.push({ code: "NO_QUALIFYING_ORDERS", reason: "No order in the window qualifies yet." });
  if (gross > 0 && amountOf(metrics.refunds) >= gross) {
    met.push({ code: "REFUNDS_EXCEED_SALES", reason: "Refunds were as high as sales in the window." });
  }
  if (orders < model.capOrders) {
    const reason = `Qualifying orders so far: ${decimal(orders, 0)}; the score opens further from ${model.capOrders}.`;
    met.push({ code: "FEWER_THAN_5_ORDERS", reason });
  }
  if (days < model.shortHistoryDays) {
    const reason = `History so far: ${counted(days, "day")}; the score opens further from ${model.shortHistoryDays}.`;
    met.push({ code: "HISTORY_UNDER_28_DAYS", reason });
  }
  return met;
}
