import { daySeconds } from "../clock.ts";
import { makeId } from "../ids.ts";
import { createRandom, type Random } from "../random.ts";
import { type LedgerRow, revenueOf } from "./ledger-rows.ts";
import type { OrderPlan } from "./order-plan.ts";
import type { Payout } from "./payouts.ts";
import type { Shop } from "./shop.ts";

/** How many faults of each kind a ledger has, and which: the same seed plants the same. */
export interface DefectSpec {
  readonly each: number;
  readonly seed: string;
}

/** One id that does not add up, and what was done to it. */
export interface PlantedDefect {
  readonly kind: "PARTIAL" | "MISSING" | "ORPHAN" | "MISMATCH";
  readonly subject: "order" | "settlement" | "unsettled" | "statement" | "payment";
  readonly problem: string;
  readonly id: string;
}

/** Draws without putting back, from one stream of random numbers. */
export class DefectDraw {
  readonly each: number;
  private readonly random: Random;

  constructor({ each, seed }: DefectSpec) {
    this.each = each;
    this.random = createRandom(`defects/${seed}`);
  }

  /** Takes `each` out of the pool. */
  take<T>(pool: T[]): T[] {
    const taken = Array.from({ length: this.each }, () => pool.splice(Math.floor(this.random() * pool.length), 1)[0]);
    return taken.map((one) => {
      if (one === undefined) throw new RangeError("The ledger is too small for so many defects.");
      return one;
    });
  }
}

/** Plants the faults of single orders: lost, short, over, and money for orders that nobody lists. */
export function plantInRows(
  shop: Shop,
  {
    rows,
    plans,
    anchor,
  }: { readonly rows: readonly LedgerRow[]; readonly plans: readonly OrderPlan[]; readonly anchor: number },
  draw: DefectDraw,
): { readonly rows: readonly LedgerRow[]; readonly planted: readonly PlantedDefect[] } {
  const pool = plans.filter((plan) => isPlain(plan, anchor));
  const [lost, short, over] = [draw.take(pool), draw.take(pool), draw.take(pool)];
  const [models, waiting] = [draw.take(pool), draw.take(pool)];
  const changed = rows.flatMap((row) => {
    if (row.plan === null) return [row];
    if (lost.includes(row.plan)) return [];
    if (short.includes(row.plan)) return [{ ...row, subtotal: row.subtotal - Math.round(revenueOf(row) / 2) }];
    if (over.includes(row.plan)) return [{ ...row, subtotal: row.subtotal + Math.round(revenueOf(row) / 2) }];
    return [row];
  });
  const settledStrangers = models.map((plan, at) => stranger(shop, changed, plan, at));
  const waitingStrangers = waiting.map((plan, at) => ({
    ...stranger(shop, changed, plan, 50 + at),
    statementTime: anchor + 400 * daySeconds,
  }));
  const orders = (kind: PlantedDefect["kind"], problem: string, of: readonly OrderPlan[]) =>
    of.map(({ id }): PlantedDefect => ({ kind, subject: "order", problem, id }));
  const strangers = (subject: "settlement" | "unsettled", of: readonly LedgerRow[]) =>
    of.map(({ id }): PlantedDefect => ({ kind: "ORPHAN", subject, problem: "unknown_order", id }));
  return {
    rows: [...changed, ...settledStrangers, ...waitingStrangers],
    planted: [
      ...orders("MISSING", "not_settled", lost),
      ...orders("PARTIAL", "settled_short", short),
      ...orders("MISMATCH", "settled_over", over),
      ...strangers("settlement", settledStrangers),
      ...strangers("unsettled", waitingStrangers),
    ],
  };
}

/** Plants the faults of statements: `each` of them are said to be a little more than they are. */
export function plantInStatements<
  Statement extends { readonly id: string; readonly statementTime: number; readonly settlement: number },
>(
  statements: readonly Statement[],
  anchor: number,
  draw: DefectDraw,
): { readonly statements: Statement[]; readonly planted: readonly PlantedDefect[] } {
  const pool = statements.filter(({ statementTime }) => isMiddle(statementTime, anchor));
  const wrong = new Set(draw.take([...pool]).map(({ id }) => id));
  return {
    statements: statements.map((statement) =>
      wrong.has(statement.id) ? { ...statement, settlement: statement.settlement + 700 } : statement,
    ),
    planted: [...wrong].map((id) => ({ kind: "MISMATCH", subject: "statement", problem: "sum_differs", id })),
  };
}

/** Plants the faults of payments: wrong, failed, unlisted, and payments of nothing. */
export function plantInPayouts(
  shop: Shop,
  payouts: ReadonlyMap<string, Payout>,
  { anchor, spared }: { readonly anchor: number; readonly spared: ReadonlySet<string> },
  draw: DefectDraw,
): {
  readonly payouts: ReadonlyMap<string, Payout>;
  readonly strays: readonly Payout[];
  readonly planted: readonly PlantedDefect[];
} {
  const touched = new Set([...payouts].flatMap(([statementId, { id }]) => (spared.has(statementId) ? [id] : [])));
  const all = [...new Map([...payouts.values()].map((payout) => [payout.id, payout])).values()];
  const pool = all.filter(({ id, createTime }) => isMiddle(createTime, anchor) && !touched.has(id));
  const ids = () => new Set(draw.take(pool).map(({ id }) => id));
  const [wrong, failed, unlisted] = [ids(), ids(), ids()];
  const strays = Array.from({ length: draw.each }, (_, at): Payout => {
    const createTime = anchor - (20 + at) * daySeconds;
    const id = makeId({ prefix: "7352", length: 19, owner: shop.number, index: 90_000_000 + at });
    return { id, createTime, paidTime: createTime + daySeconds, isFailed: false, settlement: 4_200, amount: 4_200 };
  });
  const changed = new Map(
    [...payouts].map(([statementId, payout]) => [
      statementId,
      {
        ...payout,
        isFailed: payout.isFailed || failed.has(payout.id),
        isUnlisted: unlisted.has(payout.id),
        settlement: payout.settlement + (wrong.has(payout.id) ? 900 : 0),
      },
    ]),
  );
  const lost = [...payouts].filter(([, { id }]) => unlisted.has(id)).map(([statementId]) => statementId);
  return {
    payouts: changed,
    strays,
    planted: [
      ...[...wrong].map((id) => ({ kind: "MISMATCH", subject: "payment", problem: "sum_differs", id }) as const),
      ...[...failed].map((id) => ({ kind: "MISSING", subject: "payment", problem: "payment_failed", id }) as const),
      ...lost.map((id) => ({ kind: "MISSING", subject: "statement", problem: "payment_not_found", id }) as const),
      ...strays.map(({ id }) => ({ kind: "ORPHAN", subject: "payment", problem: "no_statement", id }) as const),
    ],
  };
}

/** An ordinary sale of the middle of the window, delivered long ago, of which nothing came back. */
function isPlain(plan: OrderPlan, anchor: number): boolean {
  const isOld = plan.deliveryTime !== null && plan.deliveryTime < anchor - 20 * daySeconds;
  const isWhole = plan.returns.length === 0 && plan.cancel === null && !plan.isCashOnDelivery;
  return (
    plan.kind === "normal" && isOld && isWhole && plan.settleAt !== null && plan.createTime > anchor - 80 * daySeconds
  );
}

function isMiddle(second: number, anchor: number): boolean {
  return second > anchor - 65 * daySeconds && second < anchor - 10 * daySeconds;
}

/** The settlement of an order like another, that no list of orders has. */
function stranger(shop: Shop, rows: readonly LedgerRow[], model: OrderPlan, at: number): LedgerRow {
  const row = rows.find(({ plan }) => plan === model);
  if (row === undefined) throw new RangeError("A settled order has no settlement.");
  const index = 60_000_000 + at;
  const id = makeId({ prefix: "5765", length: 18, owner: shop.number, index });
  return { ...row, id: makeId({ prefix: "7350", length: 19, owner: shop.number, index }), plan: { ...model, id } };
}
