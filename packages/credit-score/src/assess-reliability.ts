import { fewOrders } from "./assess-consistency.ts";
import { type Assessment, measured, tooShort, unmeasured } from "./assessment.ts";
import { type Curve, firstEdge, lastEdge, readCurve, shrunkRate } from "./curve.ts";
import { decimal, percent, whole } from "./digits.ts";
import { amountOf, countOf, orderCredibility } from "./figures.ts";
import type { SideMetrics } from "./income-metrics.ts";
import { type Message, type MessageCode, say } from "./messages.ts";
import type { ScoreModel } from "./ttshop1.ts";

/** Refunds by value, drawn towards what is usual while there are few orders. */
export function assessRefundRate(side: SideMetrics, model: ScoreModel): Assessment {
  const { refunds } = side;
  if (refunds.status !== "available") return unmeasured(refunds, "refund_rate");
  const orders = countOf(side.orderCount);
  if (orders === 0) return noOrders("no_refund_rate");
  const { curve, prior, leastUsd, orders: strengthOrders } = model.reliability.refunds;
  const base = Math.max(0, amountOf(refunds.baseUsd));
  const refunded = Math.max(0, amountOf(refunds.refundedUsd));
  const strength = Math.max(leastUsd, (strengthOrders * base) / orders);
  const rate = shrunkRate(refunded, base, prior, strength);
  const raw = base > 0 ? refunded / base : 0;
  const code = side.account === "creator" ? "refunds_of_commission" : "refunds_of_sales";
  const message = say(code, { rate: percent(raw), full: fullPoints(curve) });
  return rateAssessment({ side, model, curve, rate, raw, message });
}

/** Orders dispatched after their due time, of those that have both times. */
export function assessOnTimeDispatch(side: SideMetrics, model: ScoreModel): Assessment {
  const { dispatch } = side;
  if (dispatch.status !== "available") return unmeasured(dispatch, "on_time_dispatch");
  if (countOf(side.orderCount) === 0) return noOrders("no_dispatch_rate");
  const { curve, prior, strength } = model.reliability.dispatch;
  const among = countOf(dispatch.measured);
  const late = Math.min(among, countOf(dispatch.late));
  const rate = shrunkRate(late, among, prior, strength);
  const raw = among > 0 ? late / among : 0;
  const values = { late: whole(late), orders: whole(among), rate: percent(raw), full: fullPoints(curve) };
  return rateAssessment({ side, model, curve, rate, raw, message: say("late_dispatch", values) });
}

/** Orders that the seller cancelled, of those and the qualifying ones. */
export function assessSellerCancellations(side: SideMetrics, model: ScoreModel): Assessment {
  const { cancellations } = side;
  if (cancellations.status !== "available") return unmeasured(cancellations, "seller_cancellations");
  if (countOf(side.orderCount) === 0) return noOrders("no_cancellation_rate");
  const { curve, prior, strength } = model.reliability.cancellations;
  const cancelled = countOf(cancellations.sellerFault);
  const among = countOf(side.orderCount) + cancelled;
  const rate = shrunkRate(cancelled, among, prior, strength);
  const raw = cancelled / among;
  const values = { cancelled: whole(cancelled), orders: whole(among), rate: percent(raw), full: fullPoints(curve) };
  return rateAssessment({ side, model, curve, rate, raw, message: say("seller_cancellations", values) });
}

/** The platform's own score of the shop, else its customer-service satisfaction. */
export function assessCustomerSatisfaction(side: SideMetrics, model: ScoreModel): Assessment {
  const { satisfaction } = side;
  if (satisfaction.status !== "available") return unmeasured(satisfaction, "customer_satisfaction");
  if (countOf(side.orderCount) === 0) return noOrders("no_satisfaction_rate");
  const isScore = satisfaction.source === "shop_score";
  const curve = isScore ? model.reliability.shopScore : model.reliability.chatSatisfaction;
  const full = lastEdge(curve);
  const value = countOf(satisfaction.value);
  const message = isScore
    ? say("shop_score", { value: decimal(value, 2), full: decimal(full, 2) })
    : say("chat_satisfaction", { value: decimal(value, 1), full: decimal(full, 1) });
  const fraction = readCurve(curve, value) * orderCredibility(side.orderCount, model);
  return measured(fraction, value, [message, ...fewOrders(side.orderCount, model)], {
    scale: { threshold: full, unit: isScore ? "score_5" : "percent" },
  });
}

/** Whether the authorisation stands, the shop is active and its payments go through. */
export function assessPlatformStanding(side: SideMetrics, model: ScoreModel): Assessment {
  const { standing } = side;
  if (standing.status !== "available") return unmeasured(standing, "platform_standing");
  const fraction = model.reliability.standing[standing.state];
  return measured(fraction, fraction, [say(`standing_${standing.state}`, {})]);
}

interface RatedItem {
  readonly side: SideMetrics;
  readonly model: ScoreModel;
  readonly curve: Curve;
  readonly rate: number;
  readonly raw: number;
  readonly message: Message;
}

function rateAssessment({ side, model, curve, rate, raw, message }: RatedItem): Assessment {
  const isReadOtherwise = percent(rate) !== percent(raw);
  const fraction = readCurve(curve, rate) * orderCredibility(side.orderCount, model);
  return measured(fraction, raw, [
    message,
    ...(isReadOtherwise ? [say("rate_read_as", { rate: percent(rate) })] : []),
    ...fewOrders(side.orderCount, model),
  ]);
}

function fullPoints(curve: Curve): string {
  return percent(firstEdge(curve));
}

function noOrders(code: Extract<MessageCode, `no_${string}_rate`>): Assessment {
  return tooShort("NO_QUALIFYING_ORDERS", say(code, {}));
}
