import type { ItemCode } from "./score-report.ts";

/**
 * How a value is told. All but the last two are figures, as text of exactly the digits that a sentence shows: `usd` and
 * `number` plain decimals, `count` whole, `percent` of 100, `change` the same with its sign ("+30", "-20", "0").
 * `names` are words of the platform or of an import, `sentence` is one of the platform's package, `item` an item's code.
 */
export type ValueKind = "usd" | "number" | "count" | "percent" | "change" | "names" | "sentence" | "item";

/** Every sentence that a score can say, and what it is filled with. A code keeps its meaning and its English words for good. */
export const messageValues = {
  monthly_revenue: { monthly: "usd", full: "usd" },
  monthly_revenue_faded: { average: "usd" },
  no_full_week: {},
  order_frequency: { active: "count", weeks: "count", full: "percent" },
  no_week_with_order: {},
  order_regularity: { variation: "percent", full: "percent" },
  revenue_stability: { fall: "percent", full: "percent" },
  account_age: { months: "number", full: "number" },
  seller_hybrid: {},
  seller_business: {},
  seller_individual: {},
  seller_creator: {},
  few_orders: { orders: "count", counts: "percent", full: "count" },
  few_days: { days: "count", counts: "percent", full: "count" },
  nothing_to_compare: {},
  history_too_short: { days: "count", least: "count" },
  refunds_of_sales: { rate: "percent", full: "percent" },
  refunds_of_commission: { rate: "percent", full: "percent" },
  late_dispatch: { late: "count", orders: "count", rate: "percent", full: "percent" },
  seller_cancellations: { cancelled: "count", orders: "count", rate: "percent", full: "percent" },
  rate_read_as: { rate: "percent" },
  no_refund_rate: {},
  no_dispatch_rate: {},
  no_cancellation_rate: {},
  no_satisfaction_rate: {},
  shop_score: { value: "number", full: "number" },
  chat_satisfaction: { value: "percent", full: "percent" },
  standing_good: {},
  standing_authorization_expiring: {},
  standing_payment_problem: {},
  standing_ended: {},
  sales_growth: { change: "change", full: "change" },
  order_growth: { change: "change", full: "change" },
  product_launches: { products: "count", full: "number" },
  market_expansion: { markets: "count", share: "percent", full: "percent" },
  creator_network: { latest: "count", first: "count", full: "change" },
  shop_network: { latest: "count", first: "count", full: "change" },
  no_creator_partners: {},
  no_shop_partners: {},
  not_offered: { explanation: "sentence" },
  weight_spread: { item: "item" },
  permission_missing: { item: "item", permissions: "names" },
  shops_say: {},
  creators_say: {},
  nothing_imported: {},
  cap_no_orders: {},
  cap_refunds: {},
  cap_few_orders: { orders: "count", least: "count" },
  cap_short_history: { days: "count", least: "count" },
  cap_stops_at: { limit: "number" },
  alert_decline: { decline: "percent" },
  alert_provisional: { parts: "names" },
  alert_set_aside: { parts: "names" },
  alert_withheld: { permissions: "names" },
  alert_missing_rate: { currencies: "names" },
  alert_unknown_status: { rows: "count" },
  alert_not_reported: { amounts: "count" },
} as const satisfies Readonly<Record<string, Readonly<Record<string, ValueKind>>>>;

export type MessageCode = keyof typeof messageValues;

type ValueOf<Kind> = Kind extends "names" ? readonly string[] : Kind extends "item" ? ItemCode : string;

/** What one code is filled with. */
export type ValuesOf<Code extends MessageCode> = {
  readonly [Name in keyof (typeof messageValues)[Code]]: ValueOf<(typeof messageValues)[Code][Name]>;
};

/** One sentence: what it says, and with which figures. */
export type Message = { readonly [Code in MessageCode]: MessageOf<Code> }[MessageCode];

export interface MessageOf<Code extends MessageCode> {
  readonly code: Code;
  readonly values: ValuesOf<Code>;
}

/**
 * A message as a report holds it. Of a later model its code may be unknown, and whoever shared it without figures left its
 * values out.
 */
export interface SaidMessage {
  readonly code: string;
  readonly values?: Readonly<Record<string, string | readonly string[]>>;
}

export function say<Code extends MessageCode>(code: Code, values: ValuesOf<Code>): Message {
  // Safe: code and values are of one entry, which a union of all entries cannot follow.
  return { code, values } as Message;
}
