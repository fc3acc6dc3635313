import { daySeconds } from "../clock.ts";
import { share } from "../money.ts";
import { between, createRandom, pick, type Random } from "../random.ts";
import { buildPlan, buildReturns, type OrderDraft } from "./build-plan.ts";
import { type OrderPlan, salePriceOf, type UnitPlan } from "./order-plan.ts";
import type { PromoterSpec, Shop, TradeProfile, WorkedOrders } from "./shop.ts";

/** Every order of a shop, past and future, in order of creation. The same shop and anchor give the same orders. */
export function generateOrders(shop: Shop, anchor: number): readonly OrderPlan[] {
  if (shop.trade.kind === "worked") return workedOrders(shop, shop.trade.orders, anchor);
  if (shop.trade.kind === "bulk") return [];
  return tradedOrders(shop, shop.trade.profile, anchor);
}

function tradedOrders(shop: Shop, profile: TradeProfile, anchor: number): readonly OrderPlan[] {
  const random = createRandom(`orders/${shop.id}`);
  const plans: OrderPlan[] = [];
  for (let day = -profile.historyDays; day < profile.futureDays; day += 1) {
    const count = Math.floor(profile.dailyOrders(day) + random());
    const seconds = Array.from({ length: count }, () => Math.floor(random() * daySeconds)).sort((a, b) => a - b);
    for (const second of seconds) {
      plans.push(tradedOrder(shop, { index: plans.length, createTime: anchor + day * daySeconds + second, day }));
    }
  }
  return plans;
}

interface Moment {
  readonly index: number;
  readonly createTime: number;
  readonly day: number;
}

/** One order with everything that may happen to it, drawn from its own stream so that it never depends on its neighbours. */
function tradedOrder(shop: Shop, { index, createTime, day }: Moment): OrderPlan {
  const { profile } = shop.trade;
  const { rates } = profile;
  const random = createRandom(shop.number * 1_000_003 + index);
  const kind = drawKind(profile, random);
  const draft: OrderDraft = {
    index,
    createTime,
    units: drawUnits(shop, { day, kind, random }),
    kind,
    isCashOnDelivery: kind === "normal" && random() < rates.cashOnDelivery,
    outcome: kind === "normal" ? drawOutcome(profile, random) : "delivered",
    isLate: random() < rates.lateDispatch,
    isPartlyShipped: random() < rates.partlyShipped,
    promoter: kind === "normal" ? drawPromoter(profile, day, random) : null,
    contentType: pick(random, ["VIDEO", "VIDEO", "LIVE", "SHOP"] as const),
    shippingSellerDiscount: random() < 0.1 ? Math.floor(shop.market.shippingFee / 300) * 100 : 0,
  };
  const plan = buildPlan(shop, draft, random);
  return random() < rates.returned ? withReturns(shop, plan, random) : plan;
}

function drawKind({ rates }: TradeProfile, random: Random): OrderPlan["kind"] {
  const drawn = random();
  if (drawn < rates.sample) return "sample";
  if (drawn < rates.sample + rates.replacement) return "replacement";
  return drawn < rates.sample + rates.replacement + rates.exchange ? "exchange" : "normal";
}

function drawOutcome({ rates }: TradeProfile, random: Random): NonNullable<OrderDraft["outcome"]> {
  const table = [
    ["unpaid", rates.unpaid],
    ["held", rates.held],
    ["cancelled_by_buyer", rates.cancelledByBuyer],
    ["cancelled_by_seller", rates.cancelledBySeller],
    ["cancelled_by_system", rates.cancelledBySystem],
  ] as const;
  let left = random();
  for (const [outcome, rate] of table) {
    left -= rate;
    if (left < 0) return outcome;
  }
  return "delivered";
}

function drawPromoter(profile: TradeProfile, day: number, random: Random): PromoterSpec | null {
  if (random() >= profile.rates.affiliate) return null;
  const active = profile.promoters.filter(
    ({ fromDay, untilDay = Number.POSITIVE_INFINITY }) => fromDay <= day && day < untilDay,
  );
  return active.length === 0 ? null : pick(random, active);
}

interface UnitDraw {
  readonly day: number;
  readonly kind: OrderPlan["kind"];
  readonly random: Random;
}

function drawUnits(shop: Shop, { day, kind, random }: UnitDraw): readonly UnitPlan[] {
  const { profile } = shop.trade;
  const offered = profile.catalogue.flatMap((product, at) =>
    product.createdDay < day && product.status === undefined ? [at] : [],
  );
  const productIndex = offered.length === 0 ? 0 : pick(random, offered);
  const product = profile.catalogue[productIndex];
  if (product === undefined) throw new RangeError(`Shop ${shop.name} trades without a catalogue.`);
  const skuIndex = between(random, 0, product.skus.length - 1);
  const quantity = pick(random, [1, 1, 1, 1, 2, 2, 3]);
  const isDiscounted = random() < profile.rates.discounted;
  const unit =
    kind === "normal"
      ? pricedUnit(shop, { productIndex, skuIndex, price: product.price, isDiscounted })
      : freeUnit(productIndex, skuIndex, product.price);
  const units: UnitPlan[] = Array.from({ length: quantity }, () => unit);
  if (kind === "normal" && random() < profile.rates.gift)
    units.push(giftUnit(productIndex, skuIndex, share(product.price, 0.3, shop.market.currency)));
  return units;
}

interface Pricing {
  readonly productIndex: number;
  readonly skuIndex: number;
  readonly price: number;
  readonly isDiscounted: boolean;
}

/** A unit sold at list price, or with a seller's tenth and a platform's twentieth off. */
export function pricedUnit(shop: Shop, { productIndex, skuIndex, price, isDiscounted }: Pricing): UnitPlan {
  const { currency, salesTax } = shop.market;
  const sellerDiscount = isDiscounted ? share(price, 0.1, currency) : 0;
  const platformDiscount = isDiscounted ? share(price, 0.05, currency) : 0;
  const tax = share(price - sellerDiscount - platformDiscount, salesTax, currency);
  return { productIndex, skuIndex, original: price, sellerDiscount, platformDiscount, tax, isGift: false };
}

function freeUnit(productIndex: number, skuIndex: number, price: number): UnitPlan {
  return { productIndex, skuIndex, original: price, sellerDiscount: price, platformDiscount: 0, tax: 0, isGift: false };
}

function giftUnit(productIndex: number, skuIndex: number, price: number): UnitPlan {
  return { productIndex, skuIndex, original: price, sellerDiscount: price, platformDiscount: 0, tax: 0, isGift: true };
}

function withReturns(shop: Shop, plan: OrderPlan, random: Random): OrderPlan {
  if (plan.deliveryTime === null || plan.kind !== "normal") return plan;
  const { rates } = shop.trade.profile;
  const returnable = plan.units.flatMap((unit, at) => (unit.isGift || salePriceOf(unit) === 0 ? [] : [at]));
  const isLate = random() < rates.returnedAfterSettlement && plan.settleAt !== null;
  const createTime =
    isLate && plan.settleAt !== null
      ? plan.settleAt + between(random, 1, 5) * daySeconds
      : plan.deliveryTime + between(random, 3, 60) * 3600;
  const returns = buildReturns({
    plan,
    units: returnable.slice(0, between(random, 1, returnable.length)),
    shopNumber: shop.number,
    random,
    ending: pick(random, [
      "completed",
      "completed",
      "completed",
      "completed",
      "refund_only",
      "partial",
      "rejected",
      "withdrawn",
      "replaced",
    ] as const),
    isEdited: random() < rates.editedReturn,
    createTime,
  });
  return { ...plan, returns };
}

/** The age range, in days, that worked orders keep to: inside a 90-day window for more than a week of sandbox time. */
const workedAges = { youngest: 2, oldest: 80 } as const;

function workedOrders(shop: Shop, worked: WorkedOrders, anchor: number): readonly OrderPlan[] {
  const span = workedAges.oldest - workedAges.youngest;
  // Refunds sit on the oldest three quarters: younger orders have not come back yet.
  const refundEvery =
    worked.refundedUnits === 0 ? Number.POSITIVE_INFINITY : Math.floor((worked.count * 0.75) / worked.refundedUnits);
  const plans: OrderPlan[] = [];
  for (let at = 0; at < worked.olderOrders; at += 1) {
    plans.push(
      workedOrder(shop, worked, {
        index: plans.length,
        createTime: anchor - (430 - at * 20) * daySeconds + 36_000,
        isRefunded: false,
      }),
    );
  }
  let refunded = 0;
  for (let at = 0; at < worked.count; at += 1) {
    const age = workedAges.oldest - (span * (at + 0.5)) / worked.count;
    const isRefunded = at % refundEvery === 0 && refunded < worked.refundedUnits;
    if (isRefunded) refunded += 1;
    plans.push(
      workedOrder(shop, worked, { index: plans.length, createTime: anchor - Math.round(age * daySeconds), isRefunded }),
    );
  }
  return plans;
}

function workedOrder(
  shop: Shop,
  worked: WorkedOrders,
  { index, createTime, isRefunded }: { index: number; createTime: number; isRefunded: boolean },
): OrderPlan {
  const random = createRandom(shop.number * 1_000_003 + index);
  const productIndex = index % shop.trade.profile.catalogue.length;
  const hasVoucher = index % 4 === 1 && !isRefunded;
  const unit = workedUnit(shop, { productIndex, price: worked.unitPrice, hasVoucher });
  const promoter = index % 3 === 0 ? (shop.trade.profile.promoters[index % 2] ?? null) : null;
  const plan = buildPlan(
    shop,
    { index, createTime, units: Array.from({ length: worked.unitsPerOrder }, () => unit), promoter },
    random,
  );
  if (!isRefunded || plan.deliveryTime === null) return plan;
  const returns = buildReturns({
    plan,
    units: [0],
    shopNumber: shop.number,
    random,
    ending: "completed",
    isEdited: false,
    createTime: plan.deliveryTime + between(random, 4, 40) * 3600,
  });
  return { ...plan, returns };
}

/** A unit whose merchandise value is exactly `price`: a seller's discount sits on top of the list price, a platform voucher inside. */
function workedUnit(
  shop: Shop,
  { productIndex, price, hasVoucher }: { productIndex: number; price: number; hasVoucher: boolean },
): UnitPlan {
  const sellerDiscount = hasVoucher ? 500 : 0;
  const platformDiscount = hasVoucher ? 250 : 0;
  const tax = share(price - platformDiscount, shop.market.salesTax, shop.market.currency);
  return {
    productIndex,
    skuIndex: 0,
    original: price + sellerDiscount,
    sellerDiscount,
    platformDiscount,
    tax,
    isGift: false,
  };
}
