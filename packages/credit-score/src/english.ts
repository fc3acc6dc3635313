import { type Message, type MessageCode, messageValues, type SaidMessage, type ValuesOf } from "./messages.ts";
import type { ItemCode } from "./score-report.ts";

/** The English text of some messages, one sentence after the other. */
export function englishOf(said: readonly Message[]): string {
  return said.map(sentenceOf).join(" ");
}

/** A text and the messages that it was made from, as a report carries both. */
export function saying(...said: readonly Message[]): { readonly text: string; readonly said: readonly Message[] } {
  return { text: englishOf(said), said };
}

/** Whether messages that stand beside a text say exactly that text; false for a code that is not known here. */
export function saysInEnglish(said: readonly SaidMessage[], text: string): boolean {
  return said.every(isKnown) && englishOf(said) === text;
}

function isKnown(message: SaidMessage): message is Message {
  const { code, values = {} } = message;
  if (!Object.hasOwn(messageValues, code)) return false;
  const kinds: Readonly<Record<string, string>> = messageValues[code as MessageCode];
  if (Object.keys(values).length !== Object.keys(kinds).length) return false;
  return Object.entries(kinds).every(([name, kind]) => {
    const value = values[name];
    if (kind !== "names") return typeof value === "string";
    return Array.isArray(value) && value.every((each) => typeof each === "string");
  });
}

function sentenceOf({ code, values }: Message): string {
  // Safe: code and values are of one message, which the type of the table's entries cannot follow.
  const words = english[code] as (values: Message["values"]) => string;
  return words(values);
}

const english: { readonly [Code in MessageCode]: (values: ValuesOf<Code>) => string } = {
  monthly_revenue: ({ monthly, full }) =>
    `Verified net revenue counts as ${usd(monthly)} a month; ${usd(full)} earns full points.`,
  monthly_revenue_faded: ({ average }) =>
    `The average was ${usd(average)}; the latest period was lower, so less of it counts.`,
  no_full_week: () => "There is not yet one full week of history.",
  order_frequency: ({ active, weeks, full }) =>
    `${active} of the last ${counted(weeks, "week")} had a sale; ${full}% of them or more earns full points.`,
  no_week_with_order: () => "None of the full weeks had a sale, so their evenness cannot be measured.",
  order_regularity: ({ variation, full }) =>
    `Weekly orders vary by ${variation}% around their average; ${full}% or less earns full points.`,
  revenue_stability: ({ fall, full }) =>
    `The largest fall of sales from one period to the next was ${fall}%; ${full}% or less earns full points.`,
  account_age: ({ months, full }) => `The first activity was ${months} months ago; ${full} months earn full points.`,
  seller_hybrid: () => "A shop and a creator account are connected.",
  seller_business: () => "The platform verified this shop as a business.",
  seller_individual: () => "The platform lists this shop as an individual's; a verified business earns full points.",
  seller_creator: () => "This is a creator account; a verified shop beside it earns full points.",
  few_orders: ({ orders, counts, full }) =>
    `With ${counted(orders, "order")} it counts at ${counts}%; from ${full} orders it counts fully.`,
  few_days: ({ days, counts, full }) =>
    `With ${counted(days, "day")} of history it counts at ${counts}%; from ${full} days it counts fully.`,
  nothing_to_compare: () => "No order in the window qualifies yet, so there is nothing to compare.",
  history_too_short: ({ days, least }) =>
    `History so far: ${counted(days, "day")}; this is measured from ${least} days.`,
  refunds_of_sales: ({ rate, full }) => `${rate}% of sales by value was refunded; ${full}% or less earns full points.`,
  refunds_of_commission: ({ rate, full }) =>
    `${rate}% of settled commission was taken back; ${full}% or less earns full points.`,
  late_dispatch: ({ late, orders, rate, full }) =>
    `${late} of ${orders} dispatched orders (${rate}%) left after their due time; ${full}% or less earns full points.`,
  seller_cancellations: ({ cancelled, orders, rate, full }) =>
    `${cancelled} of ${orders} orders (${rate}%) were cancelled by the shop; ${full}% or less earns full points.`,
  rate_read_as: ({ rate }) => `Allowing for the number of orders it is read as ${rate}%.`,
  no_refund_rate: () => "No order in the window qualifies yet, so there is no refund rate.",
  no_dispatch_rate: () => "No order in the window qualifies yet, so there is no late dispatch rate.",
  no_cancellation_rate: () => "No order in the window qualifies yet, so there is no cancellation rate.",
  no_satisfaction_rate: () => "No order in the window qualifies yet, so there is no satisfaction rate.",
  shop_score: ({ value, full }) => `The platform's shop score is ${value} of 5; ${full} earns full points.`,
  chat_satisfaction: ({ value, full }) => `${value}% of chats satisfied the customer; ${full}% earns full points.`,
  standing_good: () => "The authorisation is current, the account active, and no payment failed or was held.",
  standing_authorization_expiring: () => "The authorisation ends within 7 days; renewing it earns full points.",
  standing_payment_problem: () =>
    "A payment failed or was on hold in the window; once none is, this earns full points.",
  standing_ended: () =>
    "The authorisation has ended or the shop is not active; reconnecting an active shop earns full points.",
  sales_growth: ({ change, full }) =>
    `Sales of the latest period stand at ${change}% against the two before; ${full}% earns full points.`,
  order_growth: ({ change, full }) =>
    `Order counts of the latest period stand at ${change}% against the two before; ${full}% earns full points.`,
  product_launches: ({ products, full }) =>
    `${counted(products, "new product")} made a first sale in the latest period; ${full} earn full points.`,
  market_expansion: ({ markets, share, full }) =>
    `Sales come from ${counted(markets, "market")}; a new one brought ${share}% of the latest period, ${full}% earns full points.`,
  creator_network: ({ latest, first, full }) =>
    `${counted(latest, "creator")} sold with you in the latest period, ${counted(first, "creator")} in the first one; ${full}% earns full points.`,
  shop_network: ({ latest, first, full }) =>
    `${counted(latest, "shop")} sold with you in the latest period, ${counted(first, "shop")} in the first one; ${full}% earns full points.`,
  no_creator_partners: () => "No creator had a commissioned order in the first or the latest period.",
  no_shop_partners: () => "No shop had a commissioned order in the first or the latest period.",
  not_offered: ({ explanation }) => explanation,
  weight_spread: ({ item }) => `The weight of ${subjectOf(item)} goes to the other items of this factor.`,
  permission_missing: ({ item, permissions }) =>
    `${capitalised(subjectOf(item))} cannot be read without permission. Granting ${permissions.join(" and ")} restores it.`,
  shops_say: () => "Shops:",
  creators_say: () => "Creator accounts:",
  nothing_imported: () => "Nothing has been imported yet.",
  cap_no_orders: () => "No order in the window qualifies yet.",
  cap_refunds: () => "Refunds were as high as sales in the window.",
  cap_few_orders: ({ orders, least }) => `Qualifying orders so far: ${orders}; the score opens further from ${least}.`,
  cap_short_history: ({ days, least }) =>
    `History so far: ${counted(days, "day")}; the score opens further from ${least}.`,
  cap_stops_at: ({ limit }) => `Until then the score stops at ${limit}.`,
  alert_decline: ({ decline }) => `Revenue of the latest period is ${decline}% below an earlier one.`,
  alert_provisional: ({ parts }) =>
    `Part of the import did not finish (${parts.join("; ")}). The next one completes these figures.`,
  alert_set_aside: ({ parts }) =>
    `Rows of the import could not be understood and are not counted (${parts.join("; ")}), so figures may be too high or too low.`,
  alert_withheld: ({ permissions }) =>
    `Not granted: ${permissions.join(", ")}. Granting ${permissions.length === 1 ? "it" : "them"} restores the points named.`,
  alert_missing_rate: ({ currencies }) =>
    `Sales in ${currencies.join(", ")} are not counted: no exchange rate near enough to their dates is known.`,
  alert_unknown_status: ({ rows }) =>
    `${counted(rows, "row")} had a status that is not known here and ${rows === "1" ? "is" : "are"} not counted.`,
  alert_not_reported: ({ amounts }) =>
    `The platform left out ${counted(amounts, "amount")}, or wrote ${amounts === "1" ? "it" : "them"} ambiguously. None was guessed.`,
};

const subjects: Readonly<Partial<Record<ItemCode, string>>> = {
  refund_rate: "the refund rate",
  on_time_dispatch: "on-time dispatch",
  seller_cancellations: "cancellations by the seller",
  customer_satisfaction: "customer satisfaction",
  platform_standing: "platform standing",
  product_launches: "product launches",
  market_expansion: "market expansion",
  affiliate_network: "the affiliate network",
};

function subjectOf(item: ItemCode): string {
  return subjects[item] ?? "this item";
}

function usd(amount: string): string {
  const digits = amount.replace("-", "").replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return amount.startsWith("-") ? `-$${digits}` : `$${digits}`;
}

/** `counted("1", "order")` → "1 order"; `counted("3", "order")` → "3 orders". */
function counted(count: string, noun: string): string {
  return `${count} ${count === "1" ? noun : `${noun}s`}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
