import { dateText, daySeconds, hourSeconds } from "../clock.ts";
import type { ShopCall } from "../gateway/api-call.ts";
import { businessError } from "../gateway/gateway-error.ts";
import { oneOf } from "../gateway/parameters.ts";
import type { JsonObject } from "../json.ts";
import { decimal, type Hundredths, share } from "../money.ts";
import { refundSubtotal } from "../trade/ledger-rows.ts";
import { merchandiseOf } from "../trade/order-plan.ts";
import type { OrderView } from "../trade/order-wire.ts";
import { lowerBound, type Sequence } from "../trade/sequence.ts";

const badDates = 28001022;
const datePattern = /^\d{4}-\d{2}-\d{2}$/;

/** Rounded reference rates, only for `currency=USD`. */
const dollarsPerUnit: Readonly<Record<string, number>> = {
  USD: 1,
  GBP: 1.27,
  EUR: 1.08,
  IDR: 0.000062,
  VND: 0.00004,
  AUD: 0.66,
};

/** `GET /analytics/202509/shop/performance`: gross figures by day, cancelled and refunded orders included, up to yesterday. */
export function shopPerformance(call: ShopCall): JsonObject {
  const { shop, now } = call;
  const { utcOffsetHours, currency } = shop.market;
  const from = readDate(call, "start_date_ge");
  const before = readDate(call, "end_date_lt");
  if (before <= from) return businessError(badDates, "The date range is invalid.");
  const granularity = oneOf(call, "granularity", ["ALL", "1D"], "ALL");
  const shown = oneOf(call, "currency", ["USD", "LOCAL"], "LOCAL") === "USD" ? "USD" : currency;
  const today =
    Math.floor((now + utcOffsetHours * hourSeconds) / daySeconds) * daySeconds - utcOffsetHours * hourSeconds;
  const step = granularity === "ALL" ? before - from : daySeconds;
  const intervals: JsonObject[] = [];
  const rows = call.world.bookOf(shop).orders("create_time", now);
  for (let start = from; start < Math.min(before, today); start += step) {
    intervals.push(intervalWire(call, { rows, start, end: start + step, until: Math.min(start + step, today), shown }));
  }
  return { latest_available_date: dateText(today - daySeconds, utcOffsetHours), performance: { intervals } };
}

/** The first second of a date in the shop's own time zone. */
function readDate({ query, shop }: ShopCall, name: string): number {
  const text = query.get(name) ?? "";
  const at = Date.parse(`${text}T00:00:00Z`);
  if (!datePattern.test(text) || Number.isNaN(at)) return businessError(badDates, `The '${name}' date is invalid.`);
  return at / 1000 - shop.market.utcOffsetHours * hourSeconds;
}

interface Interval {
  readonly rows: Sequence<OrderView>;
  readonly start: number;
  readonly end: number;
  readonly until: number;
  readonly shown: string;
}

function intervalWire({ shop, now }: ShopCall, { rows, start, end, until, shown }: Interval): JsonObject {
  const { currency, utcOffsetHours } = shop.market;
  const rate = shown === currency ? 1 : (dollarsPerUnit[currency] ?? 1);
  const money = (amount: Hundredths) => ({ amount: decimal(share(amount, rate, shown)), currency: shown });
  const high = lowerBound(rows, until);
  const totals = { orders: 0, items: 0, gmv: 0, refunds: 0, VIDEO: 0, LIVE: 0, PRODUCT_CARD: 0 };
  for (let position = lowerBound(rows, start); position < high; position += 1) addOrder(totals, rows.at(position), now);
  const breakdowns = (["VIDEO", "LIVE", "PRODUCT_CARD"] as const).map((type) => ({ gmv: money(totals[type]), type }));
  return {
    end_date: dateText(end, utcOffsetHours),
    sales: {
      avg_customers_count: Math.ceil(totals.orders * 0.94),
      gmv: { breakdowns, overall: money(totals.gmv) },
      items_sold: totals.items,
      orders_count: totals.orders,
      refunds: money(totals.refunds),
      sku_orders_count: totals.orders,
    },
    start_date: dateText(start, utcOffsetHours),
    traffic: { avg_conversation_rate: "0.0214", avg_page_views: totals.orders * 61, avg_visitors: totals.orders * 40 },
  };
}

interface Totals {
  orders: number;
  items: number;
  gmv: Hundredths;
  refunds: Hundredths;
  VIDEO: Hundredths;
  LIVE: Hundredths;
  PRODUCT_CARD: Hundredths;
}

/** Adds an order that was placed and not left unpaid: what was cancelled or came back stays inside. */
function addOrder(totals: Totals, { plan, stage }: OrderView, now: number): void {
  if (plan.kind !== "normal" || stage.status === "UNPAID") return;
  const value = merchandiseOf(plan.units);
  totals.orders += 1;
  totals.items += plan.units.filter((unit) => !unit.isGift).length;
  totals.gmv += value;
  totals[plan.promoter === null || plan.contentType === "SHOP" ? "PRODUCT_CARD" : plan.contentType] += value;
  for (const entry of plan.returns) {
    if (entry.refundedAt !== null && entry.refundedAt <= now) totals.refunds += refundSubtotal(plan, entry);
  }
}
