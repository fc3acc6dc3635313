import type { ItemCode, ItemUnit, ScoreModel } from "@lendfriend/credit-score";
import { formatMoney, formatNumber, formatPercent, type Locale } from "#lib/format.ts";
import { wordsOf } from "#words/catalogue.ts";
import { formatUnit } from "../score/unit-words.ts";

/** How one item of the model turns a figure into points. Every number in it comes from the model's config. */
export interface ItemRule {
  /** What is done to the figure before it meets the curve, and when there are no points at all. */
  readonly notes: readonly string[];
  /** Breakpoints: a figure as people read it, and the share of the item's points. Between them it is a straight line. */
  readonly points: readonly RulePoint[];
  /** Whether the breakpoints are figures on a line, or names of states. */
  readonly isCurve: boolean;
}

export interface RulePoint {
  /** Null for a state. */
  readonly x: number | null;
  readonly label: string;
  readonly share: number;
}

/** The rule of each item of the model, in words and numbers. */
export function itemRules(model: ScoreModel, locale: Locale): Readonly<Record<ItemCode, ItemRule>> {
  const { revenue, consistency, reliability, growth } = model;
  const t = wordsOf(locale, "model");
  const units = wordsOf(locale, "units");
  const percent = (share: number) => formatPercent(locale, share, 0);
  const number = (value: number) => formatNumber(locale, value, 0);
  const usd = (amount: number) => formatMoney(locale, amount.toString(), "USD");

  const fewOrders = t("note.fewOrders", { orders: number(model.fullCredibilityOrders) });
  const history = t("note.history", { days: number(model.fullHistoryDays) });
  const short = t("note.short", { days: number(model.shortHistoryDays) });
  const drawn = ({ prior, strength }: { readonly prior: number; readonly strength: number }) =>
    t("note.drawn", { prior: percent(prior), strength: number(strength) });
  const damped = (least: string) => t("note.damped", { least, share: percent(growth.damping.share) });

  const line = (points: readonly (readonly [number, number])[], unit: ItemUnit) =>
    points.map(([x, share]) => ({ x, label: formatUnit(units, locale, x, unit), share }));
  const curve = (points: ItemRule["points"], notes: readonly string[] = []): ItemRule => ({
    notes,
    points,
    isCurve: true,
  });
  const states = (shares: readonly (readonly [label: string, share: number])[]): ItemRule => ({
    notes: [],
    points: shares.map(([label, share]) => ({ x: null, label, share })),
    isCurve: false,
  });

  return {
    monthly_revenue: curve(line(revenue.curve, "usd_month"), [
      t("note.faded", {
        days: number(revenue.fadeFromDays),
        headroom: formatNumber(locale, revenue.fadeHeadroom, 2),
        floor: percent(revenue.fadeFloor),
      }),
      wordsOf(locale, "figures")("formula.halved"),
    ]),
    order_frequency: curve(
      line(
        [
          [0, 0],
          [consistency.activeWeekShare, 1],
        ],
        "share",
      ),
    ),
    order_regularity: curve(line(consistency.regularity, "share"), [fewOrders, short]),
    revenue_stability: curve(
      line(
        [
          [consistency.tolerableDrop, 1],
          [consistency.tolerableDrop + consistency.dropSpan, 0],
        ],
        "share",
      ),
      [history, fewOrders, short],
    ),
    account_age: curve(line(consistency.ageMonths, "months")),
    seller_type: states([
      [t("state.business"), consistency.sellerType.business],
      [t("state.individual"), consistency.sellerType.individual],
      [t("state.creator"), consistency.sellerType.creator],
      [t("state.hybrid"), consistency.sellerType.hybrid],
    ]),
    refund_rate: curve(line(reliability.refunds.curve, "share"), [
      t("note.drawnRefunds", {
        prior: percent(reliability.refunds.prior),
        orders: number(reliability.refunds.orders),
        usd: usd(reliability.refunds.leastUsd),
      }),
      fewOrders,
    ]),
    on_time_dispatch: curve(line(reliability.dispatch.curve, "share"), [drawn(reliability.dispatch), fewOrders]),
    seller_cancellations: curve(line(reliability.cancellations.curve, "share"), [
      drawn(reliability.cancellations),
      fewOrders,
    ]),
    customer_satisfaction: curve(line(reliability.shopScore, "score_5"), [
      fewOrders,
      t("note.chat", {
        steps: reliability.chatSatisfaction.map(([x, share]) => `${percent(x / 100)} → ${percent(share)}`).join(", "),
      }),
    ]),
    platform_standing: states([
      [t("state.good"), reliability.standing.good],
      [t("state.authorization_expiring"), reliability.standing.authorization_expiring],
      [t("state.payment_problem"), reliability.standing.payment_problem],
      [t("state.ended"), reliability.standing.ended],
    ]),
    revenue_growth: curve(line(growth.curve, "share"), [
      damped(usd(growth.damping.leastUsd)),
      history,
      fewOrders,
      short,
    ]),
    order_growth: curve(line(growth.curve, "share"), [
      damped(t("note.leastOrders", { orders: number(growth.damping.leastOrders) })),
      history,
      fewOrders,
      short,
    ]),
    product_launches: curve(line(growth.launches, "count")),
    market_expansion: states([
      [t("state.oneMarket"), 0],
      [t("state.severalMarkets"), growth.severalMarkets],
      [t("state.newMarket", { share: percent(growth.newMarketShare) }), 1],
    ]),
    affiliate_network: curve(line(growth.curve, "share"), [t("note.noAffiliates")]),
  };
}
