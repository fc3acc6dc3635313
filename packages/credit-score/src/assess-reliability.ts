import { fewOrders } from "./assess-consistency.ts";
import { type Assessment, measured, tooShort, unmeasured } from "./assessment.ts";
import { type Curve, firstEdge, lastEdge, readCurve, shrunkRate } from "./curve.ts";
import { amountOf, countOf, orderCredibility } from "./figures.ts";
import type { SideMetrics, StandingState } from "./income-metrics.ts";
import type { ScoreModel } from "./ttshop1.ts";
import { decimal, percent } from "./wording.ts";

/** Refunds by value, drawn towards what is usual while there are few orders. */
export function assessRefundRate(side: SideMetrics, model: ScoreModel): Assessment {
  const { refunds } = side;
  if (refunds.status !== "available") return unmeasured(refunds, "the refund rate");
  const orders = countOf(side.orderCount);
  if (orders === 0) return noOrders("refund");
  const { curve, prior, leastUsd, orders: strengthOrders } = model.reliability.refunds;
  const base = Math.max(0, amountOf(refunds.baseUsd));
  const refunded = Math.max(0, amountOf(refunds.refundedUsd));
  const strength = Math.max(leastUsd, (strengthOrders * base) / orders);
  const rate = shrunkRate(refunded, base, prior, strength);
  const raw = base > 0 ? refunded / base : 0;
  const of = side.account === "creator" ? "of settled commission was taken back" : "of sales by value was refunded";
  return rateAssessment({ side, model, curve, rate, raw, text: `${percent(raw)} ${of}` });
}

/** Orders dispatched after their due time, of those that have both times. */
export function assessOnTimeDispatch(side: SideMetrics, model: ScoreModel): Assessment {
  const { dispatch } = side;
  if (dispatch.status !== "available") return unmeasured(dispatch, "on-time dispatch");
  if (countOf(side.orderCount) === 0) return noOrders("late dispatch");
  const { curve, prior, strength } = model.reliability.dispatch;
  const among = countOf(dispatch.measured);
  const late = Math.min(among, countOf(dispatch.late));
  const rate = shrunkRate(late, among, prior, strength);
  const raw = among > 0 ? late / among : 0;
  const text = `${decimal(late, 0)} of ${decimal(among, 0)} dispatched orders (${percent(raw)}) left after their due time`;
  return rateAssessment({ side, model, curve, rate, raw, text });
}

/** Orders that the seller cancelled, of those and the qualifying ones. */
export function assessSellerCancellations(side: SideMetrics, model: ScoreModel): Assessment {
  const { cancellations } = side;
  if (cancellations.status !== "available") return unmeasured(cancellations, "cancellations by the seller");
  if (countOf(side.orderCount) === 0) return noOrders("cancellation");
  const { curve, prior, strength } = model.reliability.cancellations;
  const cancelled = countOf(cancellations.sellerFault);
  const among = countOf(side.orderCount) + cancelled;
  const rate = shrunkRate(cancelled, among, prior, strength);
  const raw = cancelled / among;
  const text = `${decimal(cancelled, 0)} of ${decimal(among, 0)} orders (${percent(raw)}) were cancelled by the shop`;
  return rateAssessment({ side, model, curve, rate, raw, text });
}

/** The platform's own score of the shop, else its customer-service satisfaction. */
export function assessCustomerSatisfaction(side: SideMetrics, model: ScoreModel): Assessment {
  const { satisfaction } = side;
  if (satisfaction.status !== "available") return unmeasured(satisfaction, "customer satisfaction");
  if (countOf(side.orderCount) === 0) return noOrders("satisfaction");
  const isScore = satisfaction.source === "shop_score";
  const curve = isScore ? model.reliability.shopScore : model.reliability.chatSatisfaction;
  const full = lastEdge(curve);
  const value = countOf(satisfaction.value);
  const text = isScore
    ? `The platform's shop score is ${decimal(value, 2)} of 5; ${full} earns full points.`
    : `${decimal(value, 1)}% of chats satisfied the customer; ${full}% earns full points.`;
  const fraction = readCurve(curve, value) * orderCredibility(side.orderCount, model);
  return measured(fraction, value, `${text}${fewOrders(side.orderCount, model)}`, {
    scale: { threshold: full, unit: isScore ? "score_5" : "percent" },
  });
}

/** Whether the authorisation stands, the shop is active and its payments go through. */
export function assessPlatformStanding(side: SideMetrics, model: ScoreModel): Assessment {
  const { standing } = side;
  if (standing.status !== "available") return unmeasured(standing, "platform standing");
  const fraction = model.reliability.standing[standing.state];
  return measured(fraction, fraction, standingText[standing.state]);
}

const standingText: Readonly<Record<StandingState, string>> = {
  good: "The authorisation is current, the account active, and no payment failed or was held.",
  authorization_expiring: "The authorisation ends within 7 days; renewing it earns full points.",
  payment_problem: "A payment failed or was on hold in the window; once none is, this earns full points.",
  ended: "The authorisation has ended or the shop is not active; reconnecting an active shop earns full points.",
};

interface RatedItem {
  readonly side: SideMetrics;
  readonly model: ScoreModel;
  readonly curve: Curve;
  readonly rate: number;
  readonly raw: number;
  readonly text: string;
}

function rateAssessment({ side, model, curve, rate, raw, text }: RatedItem): Assessment {
  const best = percent(firstEdge(curve));
  const allowed =
    percent(rate) === percent(raw) ? "" : ` Allowing for the number of orders it is read as ${percent(rate)}.`;
  const fraction = readCurve(curve, rate) * orderCredibility(side.orderCount, model);
  return measured(
    fraction,
    raw,
    `${text}; ${best} or less earns full points.${allowed}${fewOrders(side.orderCount, model)}`,
  );
}

function noOrders(subject: string): Assessment {
  return tooShort("NO_QUALIFYING_ORDERS", `No order in the window qualifies yet, so there is no ${subject} rate.`);
}
