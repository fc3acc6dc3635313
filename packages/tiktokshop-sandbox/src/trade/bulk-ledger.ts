import { bulkSettleDay, isBulkReturned, withReturn } from "./bulk-orders.ts";
import {
  formedPayout,
  type Ledger,
  rowKeys,
  type Statement,
  statementFrom,
  statementId,
  statementKeys,
} from "./ledger.ts";
import { type LedgerRow, orderRows } from "./ledger-rows.ts";
import type { OrderPlan } from "./order-plan.ts";
import { assignPayouts, type Payout } from "./payouts.ts";
import { type Sequence, sequenceOf } from "./sequence.ts";
import type { Shop } from "./shop.ts";

interface BulkSource {
  readonly shop: Shop;
  readonly orderCount: number;
  readonly planOf: (index: number) => OrderPlan;
  readonly createTimeOf: (index: number) => number;
}

/** The ledger of a bulk shop: a statement is a run of positions, its sums are added up once and kept. */
export function createBulkLedger({ shop, orderCount, planOf, createTimeOf }: BulkSource): Ledger {
  let statements: readonly Statement[] | null = null;
  let payouts: ReadonlyMap<string, Payout> = new Map();
  const runs = new Map<string, { readonly low: number; readonly high: number }>();

  const rowOf = (index: number): LedgerRow => {
    const [row] = orderRows(shop, isBulkReturned(index) ? withReturn(shop, planOf(index)) : planOf(index));
    if (row === undefined) throw new RangeError("A bulk order lost its settlement.");
    return row;
  };

  function all(): readonly Statement[] {
    if (statements !== null) return statements;
    const found: Statement[] = [];
    let low = 0;
    while (low < orderCount) {
      const day = bulkSettleDay(createTimeOf(low));
      const rows: LedgerRow[] = [];
      let high = low;
      for (; high < orderCount && bulkSettleDay(createTimeOf(high)) === day; high += 1) rows.push(rowOf(high));
      runs.set(statementId(shop, day), { low, high });
      found.push(statementFrom(shop, day, rows));
      low = high;
    }
    payouts = assignPayouts(shop, found, 0);
    statements = found;
    return found;
  }

  return {
    statements: (now) =>
      sequenceOf(
        all().filter(({ statementTime }) => statementTime <= now),
        statementKeys,
      ),
    payoutOf: ({ id }, now) => formedPayout(payouts.get(id), now),
    transactions: (id, now) => {
      const statement = all().find((entry) => entry.id === id);
      const run = runs.get(id);
      if (statement === undefined || run === undefined || statement.statementTime > now) return null;
      const rows: Sequence<LedgerRow> = {
        length: run.high - run.low,
        at: (position) => rowOf(run.low + position),
        timeAt: (position) => createTimeOf(run.low + position),
        idAt: (position) => rowKeys.id(rowOf(run.low + position)),
      };
      return { statement, rows };
    },
    orderTransactions: (orderId, now) => {
      const index = Number(orderId.slice(8, 16));
      if (!(index < orderCount) || planOf(index).id !== orderId) return [];
      return [rowOf(index)].filter(({ statementTime }) => statementTime <= now);
    },
    unsettled: () => sequenceOf<LedgerRow>([], rowKeys),
  };
}
