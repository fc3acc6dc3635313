import type {
  CapCode,
  FactorCode,
  ItemCode,
  ItemStatus,
  ItemUnit,
  ScoreIntegrity,
  ScoreItem,
} from "@lendfriend/credit-score";
import type { BadgeTone } from "#components/ui/Badge.tsx";
import { formatCount, formatMoney, formatNumber, formatPercent, formatWord, type Locale } from "#lib/format.ts";

export const factorWords = {
  revenue: { name: "Revenue", question: "How much comes in each month, after refunds?" },
  consistency: { name: "Consistency", question: "Does it come in steadily?" },
  reliability: { name: "Reliability", question: "Are customers served well?" },
  growth: { name: "Growth", question: "Where is it heading?" },
} as const satisfies Record<FactorCode, { name: string; question: string }>;

const itemNames = {
  monthly_revenue: "Monthly revenue",
  order_frequency: "Weeks with orders",
  order_regularity: "Evenness of weekly orders",
  revenue_stability: "Month-over-month stability",
  account_age: "Account age",
  seller_type: "Type of seller",
  refund_rate: "Refund rate",
  on_time_dispatch: "Dispatched on time",
  seller_cancellations: "Cancelled by the seller",
  customer_satisfaction: "Customer satisfaction",
  platform_standing: "Standing at the platform",
  revenue_growth: "Revenue growth",
  order_growth: "Order growth",
  product_launches: "New products that sell",
  market_expansion: "New markets",
  affiliate_network: "Affiliate network",
} as const satisfies Record<ItemCode, string>;

const capNames = {
  NO_QUALIFYING_ORDERS: "No qualifying orders",
  REFUNDS_EXCEED_SALES: "Refunds exceed sales",
  FEWER_THAN_5_ORDERS: "Fewer than 5 orders",
  HISTORY_UNDER_28_DAYS: "Less than 28 days of history",
} as const satisfies Record<CapCode, string>;

/** The name of an item or a cap in words; a code of a later model reads as its own words. */
export function nameOf(code: ItemCode | CapCode): string {
  const names: Readonly<Record<string, string>> = { ...itemNames, ...capNames };
  return names[code] ?? formatWord(code);
}

/** What an item without a figure says in place of one; null when it was scored. Its reason says what that means. */
export function statusWords(status: ItemStatus): string | null {
  switch (status) {
    case "scored":
      return null;
    case "unavailable_platform":
      return "Not offered by the platform";
    case "insufficient_history":
      return "Too little history";
    case "withheld":
      return "Permission not given";
  }
}

/** A measured figure in its own unit, as people say it. */
export function formatUnit(locale: Locale, value: number, unit: ItemUnit): string {
  switch (unit) {
    case "usd_month":
      return `${formatMoney(locale, value.toFixed(value >= 1_000 ? 0 : 2), "USD")} a month`;
    case "share":
      return formatPercent(locale, value);
    case "ratio":
      return formatNumber(locale, value, 2);
    case "months":
      return `${formatNumber(locale, value, 1)} ${value === 1 ? "month" : "months"}`;
    case "count":
      return formatCount(locale, value);
    case "score_5":
      return `${formatNumber(locale, value, 2)} of 5`;
    case "percent":
      return `${formatNumber(locale, value, 1)}%`;
  }
}

/** Items whose figure is a grade of the model's own; their reason says it in words. */
const gradedItems: ReadonlySet<string> = new Set(["seller_type", "platform_standing"] satisfies ItemCode[]);

interface Measured {
  readonly code: ItemCode | CapCode;
  readonly value?: number | null | undefined;
  readonly threshold?: number | null | undefined;
  readonly unit?: ItemUnit | null | undefined;
}

/** "Measured 5.1%, all points at 2%": null when nothing was measured or the figure is not shared. */
export function measuredWords(
  locale: Locale,
  item: Measured,
): { readonly value: string; readonly threshold: string | null } | null {
  if (item.value === null || item.value === undefined || !item.unit) return null;
  if (gradedItems.has(item.code)) return null;
  const threshold = item.threshold ?? null;
  // The variation of weekly orders is a ratio to their average, which its reason tells in percent.
  const unit = item.code === "order_regularity" ? "share" : item.unit;
  return {
    value: formatUnit(locale, item.value, unit),
    threshold: threshold === null ? null : formatUnit(locale, threshold, unit),
  };
}

export interface IntegrityWords {
  readonly label: string;
  readonly meaning: string;
  readonly tone: BadgeTone;
}

/** What reconciling delivered sales with the platform's own payouts found. */
export function integrityWords(integrity: ScoreIntegrity | string): IntegrityWords {
  switch (integrity) {
    case "PASS":
      return {
        label: "Pass",
        meaning: "Delivered sales were found again in the platform’s payouts (at least 95%).",
        tone: "positive",
      };
    case "REVIEW":
      return {
        label: "Review",
        meaning: "Some delivered sales were not found in the platform’s payouts (85% to 95% were). Look into it.",
        tone: "caution",
      };
    case "FAIL":
      return {
        label: "Fail",
        meaning: "Less than 85% of delivered sales were found in the platform’s payouts. Do not rely on these sales.",
        tone: "danger",
      };
    default:
      return {
        label: "Unavailable",
        meaning: "There were no payout figures to check sales against.",
        tone: "caution",
      };
  }
}

/** How much there is to go by, in one word beside the number. */
export function confidenceWords(confidence: number): { readonly label: string; readonly tone: BadgeTone } {
  if (confidence >= 75) return { label: "High", tone: "positive" };
  if (confidence >= 45) return { label: "Medium", tone: "notice" };
  return { label: "Low", tone: "caution" };
}

const tierMeanings: Readonly<Record<string, string>> = {
  Established: "75 points and more: strong, steady sales with a record to match.",
  Growing: "55 to 75 points: solid sales that are on their way.",
  Building: "40 to 55 points: a real business with some way to go.",
  New: "Under 40 points: young or small so far. Everybody starts here.",
};

export function tierMeaning(tier: string): string {
  return tierMeanings[tier] ?? "";
}

/** Parts of an item that a share may or may not include. */
export type ItemView = Pick<ScoreItem, "code" | "points" | "max" | "status" | "reason"> & Partial<ScoreItem>;

export interface FactorView {
  readonly points: number;
  readonly max: number;
  readonly items: readonly ItemView[];
}
