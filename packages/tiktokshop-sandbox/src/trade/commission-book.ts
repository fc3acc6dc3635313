import { daySeconds, hourSeconds } from "../clock.ts";
import { makeId } from "../ids.ts";
import { type Hundredths, share } from "../money.ts";
import type { CreatorPersona, Persona } from "../personas/persona.ts";
import { between, createRandom, pick, type Random } from "../random.ts";
import type { PromotedProduct } from "./creator-trade.ts";
import { type Stage, stageAt } from "./order-plan.ts";
import { type Sequence, sequenceOf } from "./sequence.ts";

type CommissionStatus = "AWAITING PAYMENT" | "To-SETTLE" | "SETTLED" | "REFUNDED" | "FROZEN" | "UNSPECIFIED";

/** One line of a commission order: a product with its base, rates and what it paid in the end. */
export interface CommissionLine {
  readonly product: PromotedProduct;
  readonly productIndex: number;
  readonly quantity: number;
  readonly refundedQuantity: number;
  readonly base: Hundredths;
  readonly actualBase: Hundredths;
  readonly bonusBps: number;
  readonly adsBps: number;
  readonly contentType: "VIDEO" | "LIVE" | "SHOP" | "LINKSHARE";
  readonly contentId: string;
}

interface CommissionPlan {
  readonly id: string;
  readonly createTime: number;
  readonly deliveryTime: number | null;
  readonly stages: readonly Stage<CommissionStatus>[];
  readonly lines: readonly CommissionLine[];
}

export interface CommissionView {
  readonly plan: CommissionPlan;
  readonly stage: Stage<CommissionStatus>;
}

/** A creator's commission orders by creation, as of a second. */
export interface CommissionBook {
  readonly orders: (now: number) => Sequence<CommissionView>;
}

/** Opens a creator's book; a seller's is empty. */
export function openCommissionBook(persona: Persona, anchor: number): CommissionBook {
  const plans = persona.kind === "creator" ? generateCommissions(persona, anchor) : [];
  return {
    orders: (now) => {
      const visible = plans.filter((plan) => plan.createTime <= now);
      const views = visible.map((plan) => ({ plan, stage: stageAt(plan.stages, now) }));
      return sequenceOf(views, { time: ({ plan }) => plan.createTime, id: ({ plan }) => plan.id });
    },
  };
}

function generateCommissions(creator: CreatorPersona, anchor: number): readonly CommissionPlan[] {
  const { trade } = creator;
  if (trade.kind === "worked") {
    const older = Array.from({ length: trade.olderLines }, (_, at) => anchor - (300 - at * 25) * daySeconds);
    const recent = Array.from(
      { length: trade.settledLines },
      (_, at) => anchor - Math.round((80 - (64 * (at + 0.5)) / trade.settledLines) * daySeconds),
    );
    return [...older, ...recent].map((createTime, index) => workedCommission(creator, index, createTime));
  }
  const random = createRandom(`commissions/${creator.id}`);
  const plans: CommissionPlan[] = [];
  for (let day = -trade.historyDays; day < trade.futureDays; day += 1) {
    const count = Math.floor(trade.dailyOrders(day) + random());
    const seconds = Array.from({ length: count }, () => Math.floor(random() * daySeconds)).sort((a, b) => a - b);
    for (const second of seconds)
      plans.push(drawnCommission(creator, plans.length, anchor + day * daySeconds + second));
  }
  return plans;
}

function workedCommission(creator: CreatorPersona, index: number, createTime: number): CommissionPlan {
  const { products } = creator.trade;
  const productIndex = index % products.length;
  const product = products[productIndex];
  if (product === undefined) throw new RangeError(`Creator ${creator.id} promotes nothing.`);
  const base = creator.trade.kind === "worked" ? creator.trade.base : product.price;
  return {
    id: commissionOrderId(creator, index),
    createTime,
    deliveryTime: createTime + 4 * daySeconds,
    stages: [
      { status: "AWAITING PAYMENT", at: createTime },
      { status: "To-SETTLE", at: createTime + 300 },
      { status: "SETTLED", at: createTime + 12 * daySeconds },
    ],
    lines: [{ ...plainLine(creator, index, { product, productIndex }), quantity: 2, base, actualBase: base }],
  };
}

function drawnCommission(creator: CreatorPersona, index: number, createTime: number): CommissionPlan {
  const random = createRandom(creator.number * 1_000_003 + index);
  const paid = createTime + between(random, 30, 900);
  const deliveryTime = paid + between(random, 60, 160) * hourSeconds;
  const settled = deliveryTime + between(random, 7, 15) * daySeconds;
  const ending = pick(random, [
    "settled",
    "settled",
    "settled",
    "settled",
    "settled",
    "settled",
    "settled",
    "settled",
    "partly",
    "refunded",
    "frozen",
    "unpaid",
  ] as const);
  const lines = Array.from({ length: random() < 0.15 ? 2 : 1 }, (_, at) =>
    drawnLine({
      creator,
      index: index * 2 + at,
      random,
      isPartly: ending === "partly",
      isRefunded: ending === "refunded",
    }),
  );
  const waiting: Stage<CommissionStatus>[] = [{ status: "AWAITING PAYMENT", at: createTime }];
  const open: Stage<CommissionStatus>[] = [...waiting, { status: "To-SETTLE", at: paid }];
  const base = { id: commissionOrderId(creator, index), createTime, deliveryTime, lines };
  switch (ending) {
    case "unpaid":
      return {
        ...base,
        deliveryTime: null,
        stages: [...waiting, { status: "UNSPECIFIED", at: createTime + 2 * daySeconds }],
      };
    case "refunded":
      return { ...base, stages: [...open, { status: "REFUNDED", at: deliveryTime + 2 * daySeconds }] };
    case "frozen":
      return {
        ...base,
        stages: [
          ...open,
          { status: "FROZEN", at: deliveryTime + daySeconds },
          { status: "SETTLED", at: settled + 20 * daySeconds },
        ],
      };
    case "settled":
    case "partly":
      return { ...base, stages: [...open, { status: "SETTLED", at: settled }] };
  }
}

interface LineDraw {
  readonly creator: CreatorPersona;
  readonly index: number;
  readonly random: Random;
  readonly isPartly: boolean;
  readonly isRefunded: boolean;
}

function drawnLine({ creator, index, random, isPartly, isRefunded }: LineDraw): CommissionLine {
  const { products, currency } = creator.trade;
  const productIndex = between(random, 0, products.length - 1);
  const product = products[productIndex];
  if (product === undefined) throw new RangeError(`Creator ${creator.id} promotes nothing.`);
  const quantity = isPartly ? 2 : pick(random, [1, 1, 1, 2]);
  const base = share(product.price * quantity, random() < 0.4 ? 0.85 : 1, currency);
  const refundedQuantity = isRefunded ? quantity : isPartly ? 1 : 0;
  return {
    ...plainLine(creator, index, { product, productIndex }),
    quantity,
    refundedQuantity,
    base,
    actualBase: isPartly ? share(base, 0.5, currency) : base,
    bonusBps: random() < 0.2 ? 200 : 0,
    adsBps: random() < 0.1 ? 300 : 0,
    contentType: pick(random, ["VIDEO", "VIDEO", "LIVE", "SHOP", "LINKSHARE"] as const),
  };
}

function plainLine(
  creator: CreatorPersona,
  index: number,
  { product, productIndex }: Pick<CommissionLine, "product" | "productIndex">,
): CommissionLine {
  return {
    product,
    productIndex,
    quantity: 1,
    refundedQuantity: 0,
    base: product.price,
    actualBase: product.price,
    bonusBps: 0,
    adsBps: 0,
    contentType: "VIDEO",
    contentId: makeId({ prefix: "7421", length: 19, owner: creator.number, index: index % 40 }),
  };
}

function commissionOrderId(creator: CreatorPersona, index: number): string {
  return makeId({ prefix: "579", length: 18, owner: creator.number, index });
}
