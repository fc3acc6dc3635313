import { daySeconds } from "../clock.ts";
import { makeId } from "../ids.ts";
import type { SellerBook } from "./book.ts";
import { createBulkLedger } from "./bulk-ledger.ts";
import {
  bulkPlan,
  lifeSeconds,
  promotedEvery,
  returnAfter,
  returnEvery,
  returnLife,
  withReturn,
} from "./bulk-orders.ts";
import { EditError } from "./edits.ts";
import { stageAt } from "./order-plan.ts";
import type { OrderView } from "./order-wire.ts";
import { type Sequence, sequenceOf } from "./sequence.ts";
import type { Shop } from "./shop.ts";

const oldestDay = 88;
const youngestDay = 20;

/**
 * A shop of any size that holds no orders in memory: order i follows from i alone. All of it is completed and settled, spread
 * evenly over 68 days, so every list is ordered by position and a page costs the same anywhere.
 */
export function createBulkBook(shop: Shop, orderCount: number, anchor: number): SellerBook {
  const start = anchor - oldestDay * daySeconds;
  const step = ((oldestDay - youngestDay) * daySeconds) / orderCount;
  const createTimeOf = (index: number) => start + Math.floor(index * step);
  const planOf = (index: number) => bulkPlan(shop, index, createTimeOf(index));
  const viewOf = (index: number, now: number): OrderView => {
    const plan = planOf(index);
    return { plan, stage: stageAt(plan.stages, now) };
  };
  const idOf = (index: number) => makeId({ prefix: "576", length: 18, owner: shop.number, index });
  const every = (stride: number, now: number): Sequence<OrderView> => ({
    length: Math.floor(orderCount / stride),
    at: (position) => viewOf(position * stride, now),
    timeAt: (position) => createTimeOf(position * stride),
    idAt: (position) => idOf(position * stride),
  });
  const ledger = createBulkLedger({ shop, orderCount, planOf, createTimeOf });
  return {
    shop,
    orders: (sort, now) => {
      const rows = every(1, now);
      return sort === "create_time" ? rows : { ...rows, timeAt: (position) => createTimeOf(position) + lifeSeconds };
    },
    findOrder: (id, now) => {
      const index = Number(id.slice(8, 16));
      return index < orderCount && idOf(index) === id ? viewOf(index, now) : null;
    },
    returns: (sort, now) => {
      const orders = every(returnEvery, now);
      const at = (position: number) => {
        const plan = withReturn(shop, planOf(position * returnEvery));
        const entry = plan.returns[0];
        const first = entry?.stages[0];
        if (entry === undefined || first === undefined) throw new RangeError("A bulk return lost its plan.");
        return { plan, entry, createTime: first.at, stage: stageAt(entry.stages, now) };
      };
      const offset = sort === "create_time" ? returnAfter : returnAfter + returnLife;
      return {
        length: orders.length,
        at,
        timeAt: (position) => orders.timeAt(position) + offset,
        idAt: (position) => returnId(shop, position * returnEvery),
      };
    },
    cancellations: () => sequenceOf([], { time: () => 0, id: () => "" }),
    promotedOrders: (now) => every(promotedEvery, now),
    ledger: () => ledger,
    patchesOf: () => [],
    apply: () => {
      throw new EditError("A bulk shop is computed and cannot be edited: use an ordinary persona.");
    },
  };
}

function returnId(shop: Shop, index: number): string {
  return makeId({ prefix: "4035", length: 19, owner: shop.number, index });
}
