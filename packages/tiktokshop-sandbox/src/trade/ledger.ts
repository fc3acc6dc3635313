import { daySeconds } from "../clock.ts";
import { makeId } from "../ids.ts";
import { type Hundredths, sum } from "../money.ts";
import { adjustmentRows } from "./adjustments.ts";
import { DefectDraw, type PlantedDefect, plantInPayouts, plantInRows, plantInStatements } from "./defects.ts";
import { feesOf, type LedgerRow, orderRows, revenueOf, settlementOf, shippingOf } from "./ledger-rows.ts";
import type { OrderPlan } from "./order-plan.ts";
import { assignPayouts, type Payout } from "./payouts.ts";
import { type Sequence, sequenceOf } from "./sequence.ts";
import type { Shop } from "./shop.ts";

/** One day's statement: the sum of its rows. */
export interface Statement {
  readonly id: string;
  readonly statementTime: number;
  readonly revenue: Hundredths;
  readonly fees: Hundredths;
  readonly shipping: Hundredths;
  readonly adjustment: Hundredths;
  readonly reserve: Hundredths;
  readonly settlement: Hundredths;
}

/** What a shop has been credited and will be, as of a second. */
export interface Ledger {
  readonly statements: (now: number) => Sequence<Statement>;
  /** The bank payment that covers a statement; null while it is not formed. */
  readonly payoutOf: (statement: Statement, now: number) => Payout | null;
  /** Null when there is no such statement yet. */
  readonly transactions: (
    statementId: string,
    now: number,
  ) => { readonly statement: Statement; readonly rows: Sequence<LedgerRow> } | null;
  readonly orderTransactions: (orderId: string, now: number) => readonly LedgerRow[];
  readonly unsettled: (now: number) => Sequence<LedgerRow>;
  /** Payments that cover no statement: only a ledger with defects has any. */
  readonly strayPayouts?: (now: number) => readonly Payout[];
  readonly planted?: readonly PlantedDefect[];
}

export function createLedger(shop: Shop, plans: readonly OrderPlan[], anchor: number): Ledger {
  const { defects } = shop.trade.profile;
  const draw = defects && new DefectDraw(defects);
  const sound = [...plans.flatMap((plan) => orderRows(shop, plan)), ...adjustmentRows(shop, plans, anchor)];
  const planted = draw && plantInRows(shop, { rows: sound, plans, anchor }, draw);
  const rows = planted?.rows ?? sound;
  const byDay = new Map<number, LedgerRow[]>();
  const byOrder = new Map<string, LedgerRow[]>();
  for (const row of rows) {
    append(byDay, row.statementTime, row);
    if (row.plan !== null) append(byOrder, row.plan.id, row);
  }
  const added = [...byDay].map(([statementTime, ofDay]) => statementFrom(shop, statementTime, ofDay));
  added.sort((left, right) => left.statementTime - right.statementTime);
  const plantedStatements = draw && plantInStatements(added, anchor, draw);
  const all = plantedStatements?.statements ?? added;
  const assigned = assignPayouts(shop, all, anchor);
  const spared = new Set(plantedStatements?.planted.map(({ id }) => id));
  const plantedPayouts = draw && plantInPayouts(shop, assigned, { anchor, spared }, draw);
  const payouts = plantedPayouts?.payouts ?? assigned;
  const byId = new Map(all.map((statement) => [statement.id, statement]));
  return {
    statements: (now) =>
      sequenceOf(
        all.filter(({ statementTime }) => statementTime <= now),
        statementKeys,
      ),
    payoutOf: ({ id }, now) => formedPayout(payouts.get(id), now),
    transactions: (statementId, now) => {
      const statement = byId.get(statementId);
      if (statement === undefined || statement.statementTime > now) return null;
      return { statement, rows: sequenceOf(byDay.get(statement.statementTime) ?? [], rowKeys) };
    },
    orderTransactions: (orderId, now) =>
      (byOrder.get(orderId) ?? []).filter(({ statementTime }) => statementTime <= now),
    unsettled: (now) =>
      sequenceOf(
        rows.filter((row) => isUnsettled(row, now)),
        rowKeys,
      ),
    strayPayouts: (now) => (plantedPayouts?.strays ?? []).filter((payout) => formedPayout(payout, now) !== null),
    planted: [planted, plantedStatements, plantedPayouts].flatMap((part) => part?.planted ?? []),
  };
}

/** A payment exists from its creation on. */
export function formedPayout(payout: Payout | undefined, now: number): Payout | null {
  return payout === undefined || payout.createTime > now ? null : payout;
}

/** A row is pending from the moment its cause exists until its statement is written. */
function isUnsettled(row: LedgerRow, now: number): boolean {
  if (row.statementTime <= now || row.plan === null) return false;
  const knownFrom =
    row.subtotal === 0
      ? row.statementTime - daySeconds
      : (row.plan.paidTime ?? row.plan.deliveryTime ?? row.statementTime);
  return knownFrom <= now;
}

/** Adds rows up into their day's statement. */
export function statementFrom(shop: Shop, statementTime: number, rows: readonly LedgerRow[]): Statement {
  return {
    id: statementId(shop, statementTime),
    statementTime,
    revenue: sum(rows, revenueOf),
    fees: sum(rows, feesOf),
    shipping: sum(rows, shippingOf),
    adjustment: sum(rows, (row) => row.adjustment),
    reserve: sum(rows, (row) => row.reserve?.amount ?? 0),
    settlement: sum(rows, settlementOf),
  };
}

export function statementId(shop: Shop, statementTime: number): string {
  return makeId({ prefix: "7351", length: 19, owner: shop.number, index: statementTime / daySeconds });
}

export const statementKeys = {
  time: (statement: Statement) => statement.statementTime,
  id: (statement: Statement) => statement.id,
};
export const rowKeys = { time: (row: LedgerRow) => row.orderCreateTime, id: (row: LedgerRow) => row.id };

function append<Key, Value>(groups: Map<Key, Value[]>, key: Key, value: Value): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}
