import type { Route, ShopCall } from "../gateway/api-call.ts";
import { listPage, narrowed } from "../gateway/list-page.ts";
import { bodySeconds, bodyTexts, oneOf, pageSize, sortOrder, timeRange } from "../gateway/parameters.ts";
import { makeId } from "../ids.ts";
import type { JsonObject } from "../json.ts";
import { decimal } from "../money.ts";
import type { CancellationView, ReturnView } from "../trade/book.ts";
import { buyerId } from "../trade/buyer-wire.ts";
import { refundSubtotal, returnedUnits } from "../trade/ledger-rows.ts";
import type { UnitPlan } from "../trade/order-plan.ts";
import { lineItemId, sellerSku, skuId } from "../trade/order-wire.ts";
import { refundWire } from "../trade/refund-wire.ts";

const scope = "seller.return_refund.basic";

export const returnRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/return_refund/202309/returns/search",
    scope,
    caller: "shop",
    answer: (call) => searchReturns(call, {}),
  },
  {
    method: "POST",
    path: "/return_refund/202602/returns/search",
    scope,
    caller: "shop",
    answer: (call) => searchReturns(call, { is_quick_refund: false }),
  },
  {
    method: "POST",
    path: "/return_refund/202309/cancellations/search",
    scope,
    caller: "shop",
    answer: (call) => searchCancellations(call, {}),
  },
  {
    method: "POST",
    path: "/return_refund/202602/cancellations/search",
    scope,
    caller: "shop",
    answer: (call) => searchCancellations(call, { should_replenish_stock: true }),
  },
];

const badParameter = 25001001;
const list = { most: 100, code: badParameter };

interface Asked {
  readonly sort: "create_time" | "update_time";
  readonly order: "ASC" | "DESC";
  readonly range: { readonly from: number; readonly before: number };
  /** The other time's range; null when it was not asked for. */
  readonly other: { readonly from: number; readonly before: number } | null;
}

function readAsked(call: ShopCall): Asked {
  const sort = oneOf(call, "sort_field", ["create_time", "update_time"], "create_time");
  const rangeOf = (name: string) =>
    timeRange(
      bodySeconds(call, `${name}_ge`, badParameter),
      bodySeconds(call, `${name}_lt`, badParameter),
      badParameter,
    );
  const [created, updated] = [rangeOf("create_time"), rangeOf("update_time")];
  const [range, other] = sort === "create_time" ? [created, updated] : [updated, created];
  const isOtherAsked = other.from > 0 || other.before < Number.MAX_SAFE_INTEGER;
  return { sort, order: sortOrder(call, "ASC", badParameter), range, other: isOtherAsked ? other : null };
}

/** A list filter of the body and the row's value that must be in it. */
type ListFilter<Row> = readonly [name: string, textOf: (row: Row) => string];

/** Joins the filters that were asked for; null when none was, because then no row has to be looked at. */
function rowFilter<Row>(
  call: ShopCall,
  asked: Asked,
  otherTime: (row: Row) => number,
  filters: readonly ListFilter<Row>[],
): ((row: Row) => boolean) | null {
  const active = filters.flatMap(([name, textOf]) => {
    const wanted = bodyTexts(call, name, list);
    return wanted === null ? [] : [(row: Row) => wanted.has(textOf(row))];
  });
  const { other } = asked;
  if (other !== null) active.push((row) => otherTime(row) >= other.from && otherTime(row) < other.before);
  return active.length === 0 ? null : (row) => active.every((keeps) => keeps(row));
}

function searchReturns(call: ShopCall, extra: JsonObject): JsonObject {
  const size = pageSize(call, { min: 10, max: 50, fallback: 10, code: badParameter });
  const asked = readAsked(call);
  const keeps = rowFilter<ReturnView>(
    call,
    asked,
    (row) => (asked.sort === "create_time" ? row.stage.at : row.createTime),
    [
      ["order_ids", (row) => row.plan.id],
      ["return_ids", (row) => row.entry.id],
      ["return_status", (row) => row.stage.status],
      ["return_types", (row) => row.entry.type],
      ["buyer_user_ids", (row) => buyerId(row.plan)],
      // No return here went to arbitration.
      ["arbitration_status", () => ""],
      ["seller_proposed_return_type", (row) => (row.entry.partialSubtotal === null ? "" : "PARTIAL_REFUND")],
    ],
  );
  const rows = narrowed(call.world.bookOf(call.shop).returns(asked.sort, call.now), asked.range, keeps);
  const page = listPage(call, { rows, order: asked.order, pageSize: size, badTokenCode: badParameter });
  return {
    next_page_token: page.nextPageToken,
    return_orders: page.rows.map((row) => ({ ...returnWire(call, row), ...extra })),
    total_count: page.totalCount,
  };
}

function returnWire({ shop, now }: ShopCall, { plan, entry, stage, createTime }: ReturnView): JsonObject {
  const units = returnedUnits(plan, entry);
  const total = refundSubtotal(plan, entry);
  const isPartial = entry.partialSubtotal !== null;
  return {
    combined_return_id: "0",
    create_time: createTime,
    handover_method: entry.type === "REFUND" ? undefined : "DROP_OFF",
    is_combined_return: false,
    // The link to the edited request appears with it.
    next_return_id: entry.nextId !== null && isMade(plan, entry.nextId, now) ? entry.nextId : undefined,
    order_id: plan.id,
    partial_refund: isPartial ? { amount: decimal(total), currency: shop.market.currency } : undefined,
    pre_return_id: entry.previousId ?? undefined,
    refund_amount: refundWire(shop, units, total),
    return_id: entry.id,
    return_line_items: entry.units.flatMap((at, position) => {
      const unit = plan.units[at];
      if (unit === undefined) return [];
      const subtotal = isPartial ? splitEvenly(total, entry.units.length, position) : null;
      return [
        {
          ...itemWire(shop, plan, unit, at),
          refund_amount: refundWire(shop, [unit], subtotal),
          return_line_item_id: `${entry.id.slice(0, -2)}${String(60 + position)}`,
        },
      ];
    }),
    return_reason: entry.reason,
    return_reason_text: entry.reasonText,
    return_status: stage.status,
    return_type: entry.type,
    role: entry.role,
    shipment_type: entry.type === "REFUND" ? undefined : "PLATFORM",
    update_time: stage.at,
  };
}

function isMade({ returns }: ReturnView["plan"], id: string, now: number): boolean {
  return returns.some((entry) => entry.id === id && (entry.stages[0]?.at ?? now + 1) <= now);
}

function splitEvenly(total: number, parts: number, position: number): number {
  const each = Math.floor(total / parts);
  return position === 0 ? total - each * (parts - 1) : each;
}

function searchCancellations(call: ShopCall, extra: JsonObject): JsonObject {
  const size = pageSize(call, { min: 1, max: 50, fallback: 10, code: badParameter });
  const asked = readAsked(call);
  const keeps = rowFilter<CancellationView>(
    call,
    asked,
    (row) => (asked.sort === "create_time" ? row.updateTime : row.createTime),
    [
      ["order_ids", (row) => row.plan.id],
      ["cancel_ids", (row) => cancelId(call, row)],
      ["cancel_status", (row) => row.status],
      ["cancel_types", cancelType],
      ["buyer_user_ids", (row) => buyerId(row.plan)],
    ],
  );
  const rows = narrowed(call.world.bookOf(call.shop).cancellations(asked.sort, call.now), asked.range, keeps);
  const page = listPage(call, { rows, order: asked.order, pageSize: size, badTokenCode: badParameter });
  return {
    cancellations: page.rows.map((row) => ({ ...cancellationWire(call, row), ...extra })),
    next_page_token: page.nextPageToken,
    total_count: page.totalCount,
  };
}

function cancellationWire(call: ShopCall, row: CancellationView): JsonObject {
  const { shop } = call;
  const { plan } = row;
  const { cancel } = plan;
  // Nothing goes back to a buyer who never paid.
  const refundOf = (units: readonly UnitPlan[]) => (cancel?.isPaid === true ? refundWire(shop, units) : undefined);
  const id = cancelId(call, row);
  return {
    cancel_id: id,
    cancel_line_items: plan.units.map((unit, at) => ({
      ...itemWire(shop, plan, unit, at),
      cancel_line_item_id: `${id.slice(0, -2)}${String(60 + at)}`,
      refund_amount: refundOf([unit]),
    })),
    cancel_reason: cancel?.reason,
    cancel_reason_text: cancel?.reasonText,
    cancel_status: row.status,
    cancel_type: cancelType(row),
    create_time: row.createTime,
    order_id: plan.id,
    refund_amount: refundOf(plan.units),
    role: cancel?.by,
    update_time: row.updateTime,
  };
}

function cancelId({ shop }: ShopCall, { plan }: CancellationView): string {
  return makeId({ prefix: "4036", length: 19, owner: shop.number, index: plan.index });
}

function cancelType({ plan }: CancellationView): "BUYER_CANCEL" | "CANCEL" {
  return plan.cancel?.by === "BUYER" ? "BUYER_CANCEL" : "CANCEL";
}

function itemWire(shop: ShopCall["shop"], plan: CancellationView["plan"], unit: UnitPlan, at: number): JsonObject {
  const product = shop.trade.profile.catalogue[unit.productIndex];
  return {
    order_line_item_id: lineItemId(shop, plan, at),
    product_name: product?.name ?? "Listing",
    seller_sku: sellerSku(shop, unit),
    sku_id: skuId(shop, unit),
    sku_name: product?.skus[unit.skuIndex] ?? "Default",
  };
}
