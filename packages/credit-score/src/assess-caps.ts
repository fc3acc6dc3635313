import { whole } from "./digits.ts";
import { englishOf } from "./english.ts";
import { amountOf, countOf, daysOf } from "./figures.ts";
import type { IncomeMetrics } from "./income-metrics.ts";
import { type Message, say } from "./messages.ts";
import { pointsOf } from "./milli-points.ts";
import type { CapCode, ScoreCap } from "./score-report.ts";
import type { ScoreModel } from "./ttshop1.ts";

/** The ceilings that a borrower meets, lowest first, and what the lowest takes from a score in thousandths. */
export function assessCaps(
  metrics: IncomeMetrics,
  model: ScoreModel,
  uncapped: number,
): { readonly caps: readonly ScoreCap[]; readonly lost: number } {
  const met = metCaps(metrics, model).sort((left, right) => model.caps[left.code] - model.caps[right.code]);
  const lowest = met[0] ? model.caps[met[0].code] : uncapped;
  const lost = Math.max(0, uncapped - lowest);
  const caps = met.map(({ code, message }, index) => ({
    code,
    limit: pointsOf(model.caps[code]),
    applied: index === 0,
    pointsLost: index === 0 ? pointsOf(lost) : 0,
    reason: englishOf([message]),
    said: [message],
  }));
  return { caps, lost };
}

interface MetCap {
  readonly code: CapCode;
  readonly message: Message;
}

function metCaps(metrics: IncomeMetrics, model: ScoreModel): MetCap[] {
  const orders = countOf(metrics.orderCount);
  const days = daysOf(metrics.observedDays, model);
  const gross = amountOf(metrics.gross);
  const met: MetCap[] = [];
  if (orders === 0) met.push({ code: "NO_QUALIFYING_ORDERS", message: say("cap_no_orders", {}) });
  if (gross > 0 && amountOf(metrics.refunds) >= gross) {
    met.push({ code: "REFUNDS_EXCEED_SALES", message: say("cap_refunds", {}) });
  }
  if (orders < model.capOrders) {
    const message = say("cap_few_orders", { orders: whole(orders), least: whole(model.capOrders) });
    met.push({ code: "FEWER_THAN_5_ORDERS", message });
  }
  if (days < model.shortHistoryDays) {
    const message = say("cap_short_history", { days: whole(days), least: whole(model.shortHistoryDays) });
    met.push({ code: "HISTORY_UNDER_28_DAYS", message });
  }
  return met;
}
