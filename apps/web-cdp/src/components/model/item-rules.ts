import type { ItemCode, ItemUnit, ScoreModel } from "@lendfriend/credit-score";
import { formatNumber, formatPercent, type Locale } from "#lib/format.ts";
import { formatUnit } from "../score/words.ts";

/** How one item of the model turns a figure into points. Every number in it comes from the model's config. */
export interface ItemRule {
  /** What is measured, and over what. */
  readonly measures: string;
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
  const percent = (share: number, decimals = 1) => formatPercent(locale, share, decimals);
  const number = (value: number, decimals = 0) => formatNumber(locale, value, decimals);
  const curve = (points: readonly (readonly [number, number])[], unit: ItemUnit): ItemRule["points"] =>
    points.map(([x, share]) => ({ x, label: formatUnit(locale, x, unit), share }));
  const state = (label: string, share: number): RulePoint => ({ x: null, label, share });

  const orders = `Multiplied by √(orders ÷ ${model.fullCredibilityOrders}), at most 1: few orders say little.`;
  const history = `Multiplied by observed days ÷ ${model.fullHistoryDays}.`;
  const short = `No points under ${model.shortHistoryDays} observed days or without orders.`;
  const shrunk = ({ prior, strength }: { readonly prior: number; readonly strength: number }) =>
    `Drawn towards ${percent(prior, 0)} as if there were ${strength} more cases of it, so that one case among few does not decide.`;
  const damped = (least: string) =>
    `Each block is raised by ${least} or ${percent(growth.damping.share, 0)} of the window’s total, whichever is more, so that small beginnings do not read as booms.`;
  const blocks = "The newest third of the window against the oldest and against the middle one, each for half.";

  return {
    monthly_revenue: {
      measures: "Sales less refunds, with affiliate commission, in US dollars for each 30 days of the window.",
      notes: [
        `From ${revenue.fadeFromDays} observed days on, a month counts at most ${revenue.fadeHeadroom} times the newest third of the window, and at least ${percent(revenue.fadeFloor, 0)} of the average: a spike that has faded counts less.`,
        "Delivered orders older than 15 days that no payout mentions count half.",
      ],
      points: curve(revenue.curve, "usd_month"),
      isCurve: true,
    },
    order_frequency: {
      measures: "Share of the full weeks of the window (at most 12) with at least one qualifying order.",
      notes: [],
      points: curve(
        [
          [0, 0],
          [consistency.activeWeekShare, 1],
        ],
        "share",
      ),
      isCurve: true,
    },
    order_regularity: {
      measures: "How much weekly order counts vary: their standard deviation as a share of their average.",
      notes: [orders, short],
      points: curve(consistency.regularity, "share"),
      isCurve: true,
    },
    revenue_stability: {
      measures: "The larger fall of sales, before refunds, from one third of the window to the next.",
      notes: [history, orders, short],
      points: curve(
        [
          [consistency.tolerableDrop, 1],
          [consistency.tolerableDrop + consistency.dropSpan, 0],
        ],
        "share",
      ),
      isCurve: true,
    },
    account_age: {
      measures: "Months since the first order ever, or the first product if that is older.",
      notes: [],
      points: curve(consistency.ageMonths, "months"),
      isCurve: true,
    },
    seller_type: {
      measures: "What the platform has verified about the account.",
      notes: [],
      points: [
        state("Shop of a business", consistency.sellerType.business),
        state("Shop of an individual", consistency.sellerType.individual),
        state("Creator", consistency.sellerType.creator),
        state("Shop and creator", consistency.sellerType.hybrid),
      ],
      isCurve: false,
    },
    refund_rate: {
      measures: "Refunds as a share of sales by value, each booked to its order’s date.",
      notes: [
        `Drawn towards ${percent(reliability.refunds.prior, 0)} as if there were more sales at that rate: ${reliability.refunds.orders} average orders, or $${number(reliability.refunds.leastUsd)} if that is more.`,
        orders,
      ],
      points: curve(reliability.refunds.curve, "share"),
      isCurve: true,
    },
    on_time_dispatch: {
      measures: "Orders handed over after the platform’s deadline, as a share of those with both times.",
      notes: [shrunk(reliability.dispatch), orders],
      points: curve(reliability.dispatch.curve, "share"),
      isCurve: true,
    },
    seller_cancellations: {
      measures: "Orders that the seller cancelled, as a share of those and the qualifying ones.",
      notes: [shrunk(reliability.cancellations), orders],
      points: curve(reliability.cancellations.curve, "share"),
      isCurve: true,
    },
    customer_satisfaction: {
      measures: "The platform’s own shop score or star average; where it gives none, its chat satisfaction.",
      notes: [
        orders,
        `Chat satisfaction: ${reliability.chatSatisfaction
          .map(([x, share]) => `${number(x)}% → ${percent(share, 0)}`)
          .join(", ")} of the points.`,
      ],
      points: curve(reliability.shopScore, "score_5"),
      isCurve: true,
    },
    platform_standing: {
      measures: "Whether the platform still authorises us, and whether it pays the account without trouble.",
      notes: [],
      points: [
        state("In order", reliability.standing.good),
        state("Authorisation ends within 7 days", reliability.standing.authorization_expiring),
        state("A payment failed or is on hold", reliability.standing.payment_problem),
        state("Authorisation ended, or shop inactive", reliability.standing.ended),
      ],
      isCurve: false,
    },
    revenue_growth: {
      measures: `${blocks} Sales in each currency on its own, combined by weight, so that an exchange rate is not growth.`,
      notes: [damped(`$${number(growth.damping.leastUsd)}`), history, orders, short],
      points: curve(growth.curve, "share"),
      isCurve: true,
    },
    order_growth: {
      measures: `${blocks} Counts of qualifying orders.`,
      notes: [damped(`${growth.damping.leastOrders} orders`), history, orders, short],
      points: curve(growth.curve, "share"),
      isCurve: true,
    },
    product_launches: {
      measures: "Products made in the window whose first sale is in its newest third.",
      notes: [],
      points: curve(growth.launches, "count"),
      isCurve: true,
    },
    market_expansion: {
      measures: "Markets that the account sells in.",
      notes: [],
      points: [
        state("One market", 0),
        state("Two markets or more", growth.severalMarkets),
        state(`A new one in the newest third, with ${percent(growth.newMarketShare, 0)} of its income or more`, 1),
      ],
      isCurve: false,
    },
    affiliate_network: {
      measures: "Creators with a commissioned order for the shop (for a creator: shops), newest third against oldest.",
      notes: ["Not offered where there were none in both."],
      points: curve(growth.curve, "share"),
      isCurve: true,
    },
  };
}
