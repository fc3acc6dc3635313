import type { JsonObject } from "../json.ts";
import { createBulkBook } from "./bulk-book.ts";
import { createEditableOrders } from "./editable-orders.ts";
import type { OrderEdit } from "./edits.ts";
import { generateOrders } from "./generate-orders.ts";
import { createLedger, type Ledger } from "./ledger.ts";
import { type OrderPlan, type ReturnPlan, type Stage, stageAt } from "./order-plan.ts";
import type { OrderView } from "./order-wire.ts";
import { type Sequence, sequenceOf } from "./sequence.ts";
import type { Shop } from "./shop.ts";

type OrderSort = "create_time" | "update_time";

export interface ReturnView {
  readonly plan: OrderPlan;
  readonly entry: ReturnPlan;
  readonly stage: Stage;
  readonly createTime: number;
}

export interface CancellationView {
  readonly plan: OrderPlan;
  readonly status: string;
  readonly createTime: number;
  readonly updateTime: number;
}

/** Everything a shop's endpoints read, as of a second. What lies after that second does not exist yet. */
export interface SellerBook {
  readonly shop: Shop;
  readonly orders: (sort: OrderSort, now: number) => Sequence<OrderView>;
  readonly findOrder: (id: string, now: number) => OrderView | null;
  readonly returns: (sort: OrderSort, now: number) => Sequence<ReturnView>;
  readonly cancellations: (sort: OrderSort, now: number) => Sequence<CancellationView>;
  /** Orders that a creator brought, by creation. */
  readonly promotedOrders: (now: number) => Sequence<OrderView>;
  readonly ledger: () => Ledger;
  /** What was laid over an order's answer, in the order it was. */
  readonly patchesOf: (orderId: string) => readonly JsonObject[];
  /** Applies an edit and gives the id of the order it touched. Throws `EditError`. */
  readonly apply: (edit: OrderEdit) => string;
}

/** Opens a shop's book: generated and kept for ordinary shops, computed by position for bulk shops. */
export function openBook(shop: Shop, anchor: number): SellerBook {
  if (shop.trade.kind === "bulk") return createBulkBook(shop, shop.trade.orderCount, anchor);
  const editable = createEditableOrders(shop, generateOrders(shop, anchor));
  let ledger: Ledger | null = null;
  const visible = (now: number) => editable.plans().filter((plan) => plan.createTime <= now);
  const views = (now: number) => visible(now).map((plan) => ({ plan, stage: stageAt(plan.stages, now) }));
  return {
    shop,
    orders: (sort, now) => sequenceOf(views(now), orderKeys(sort)),
    findOrder: (id, now) => {
      const plan = editable.find(id);
      return plan === null || plan.createTime > now ? null : { plan, stage: stageAt(plan.stages, now) };
    },
    returns: (sort, now) => returnSequence(visible(now), sort, now),
    cancellations: (sort, now) => cancellationSequence(visible(now), sort, now),
    promotedOrders: (now) =>
      sequenceOf(
        views(now).filter(({ plan }) => plan.promoter !== null),
        orderKeys("create_time"),
      ),
    ledger: () => {
      ledger ??= createLedger(shop, editable.plans(), anchor);
      return ledger;
    },
    patchesOf: editable.patchesOf,
    apply: (edit) => {
      ledger = null;
      return editable.apply(edit);
    },
  };
}

function orderKeys(sort: OrderSort) {
  return {
    time: ({ plan, stage }: OrderView) => (sort === "create_time" ? plan.createTime : stage.at),
    id: ({ plan }: OrderView) => plan.id,
  };
}

function returnViews(plan: OrderPlan, now: number): readonly ReturnView[] {
  return plan.returns.flatMap((entry) => {
    const createTime = entry.stages[0]?.at ?? Number.POSITIVE_INFINITY;
    return createTime > now ? [] : [{ plan, entry, createTime, stage: stageAt(entry.stages, now) }];
  });
}

function returnSequence(plans: readonly OrderPlan[], sort: OrderSort, now: number): Sequence<ReturnView> {
  const rows = plans.flatMap((plan) => returnViews(plan, now));
  return sequenceOf(rows, {
    time: (row) => (sort === "create_time" ? row.createTime : row.stage.at),
    id: (row) => row.entry.id,
  });
}

function cancellationSequence(plans: readonly OrderPlan[], sort: OrderSort, now: number): Sequence<CancellationView> {
  const rows = plans.flatMap((plan) => {
    const { cancel } = plan;
    if (cancel === null || cancel.requestedAt > now) return [];
    const isDone = cancel.at <= now;
    const status = isDone ? "CANCELLATION_REQUEST_COMPLETE" : "CANCELLATION_REQUEST_PENDING";
    return [{ plan, status, createTime: cancel.requestedAt, updateTime: isDone ? cancel.at : cancel.requestedAt }];
  });
  return sequenceOf(rows, {
    time: (row) => (sort === "create_time" ? row.createTime : row.updateTime),
    id: (row) => row.plan.id,
  });
}
