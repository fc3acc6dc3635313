import type { SettlementRecord } from "@lendfriend/connector";
import type { Unmeasured } from "@lendfriend/credit-score";
import { daySeconds } from "./periods.ts";
import { SecondsById } from "./seconds-by-id.ts";
import type { ConnectionIncome, MetricsSource } from "./source.ts";
import { unmeasuredStage } from "./stage-measure.ts";

/** An order delivered longer ago than this is old: the platform must have settled it (score model §3). */
export const reconcileAfter = 15 * daySeconds;

/** Which orders of one connection the platform's finance lists know, and how long money took to arrive. */
export interface SettledOrders {
  /** Whether the orders of any shop are judged. */
  readonly isAvailable: boolean;
  /** False of a shop whose settlements name no order or were not read whole: none of its orders is judged. */
  judges(shopId: string): boolean;
  has(shopId: string, orderId: string): boolean;
  /** Of one order, null when no payment is known. */
  secondsOf(shopId: string, orderId: string): number | null;
  /** Seconds from an order to the payment that carried its settlement, unsorted. */
  secondsToCash(): Iterable<number>;
}

/**
 * Seconds to cash of every known order, by shop and order id; null where no payment is known. Packed, because with a
 * million orders this is the largest thing that the metrics hold.
 */
type CashByOrder = Map<string, SecondsById>;

/** Joins settlements and the unsettled list to orders, and settlements to payments through their statements. */
export async function readSettledOrders(source: MetricsSource, connection: ConnectionIncome): Promise<SettledOrders> {
  const paidAt = await readPaidTimes(source, connection);
  const known: CashByOrder = new Map();
  for await (const row of source.read(connection.id, "settlement")) {
    if (row.orderId === null) continue;
    note(known, { shopId: row.shopId, orderId: row.orderId }, secondsToCash(row, paidAt));
  }
  const isWithheld = settlementsHeldBack(connection)?.status === "withheld";
  const named = isWithheld ? [] : [...known.keys()];
  const judged = new Set(named.filter((shopId) => areFinanceListsRead(connection, shopId)));
  for await (const row of source.read(connection.id, "unsettled")) {
    if (row.orderId !== null) note(known, { shopId: row.shopId, orderId: row.orderId }, null);
  }
  return {
    isAvailable: judged.size > 0,
    judges: (shopId) => judged.has(shopId),
    has: (shopId, orderId) => known.get(shopId)?.has(orderId) ?? false,
    secondsOf: (shopId, orderId) => known.get(shopId)?.get(orderId) ?? null,
    secondsToCash: () => secondsIn(known),
  };
}

/**
 * Whether an order of the shop that is in no finance list is in none at the platform either, as far as the latest import tells: the
 * settlements were read whole, and so was what is not settled yet, where there is such a list.
 */
export function areFinanceListsRead({ stages }: ConnectionIncome, shopId: string): boolean {
  const statusOf = (stage: string) =>
    stages.find((outcome) => outcome.stage === stage && outcome.shopId === shopId)?.status ?? "unsupported";
  const unsettled = statusOf("unsettled");
  return statusOf("settlements") === "read" && (unsettled === "read" || unsettled === "unsupported");
}

/** When each statement was paid, by shop and statement id. */
export async function readPaidTimes(
  source: MetricsSource,
  connection: ConnectionIncome,
): Promise<ReadonlyMap<string, number>> {
  const paidAt = new Map<string, number>();
  for await (const statement of source.read(connection.id, "statement")) {
    // A payment that the bank refused has a time too, and brought nothing.
    const hasFailed = statement.paymentStatus?.toUpperCase() === "FAILED";
    if (statement.paymentTime !== null && !hasFailed)
      paidAt.set(`${statement.shopId} ${statement.id}`, statement.paymentTime);
  }
  return paidAt;
}

/** Seconds from the order of a settlement to its payment; null of anything but a sale that was paid. */
export function secondsToCash(row: SettlementRecord, paidAt: ReadonlyMap<string, number>): number | null {
  const paid = paidAt.get(`${row.shopId} ${row.statementId}`);
  if (paid === undefined || row.orderCreateTime === null || row.type.toUpperCase() !== "ORDER") return null;
  return paid - row.orderCreateTime;
}

/** Why the settlements of a connection could not be read, or null: rows of an earlier consent do not make up for it. */
export function settlementsHeldBack(connection: ConnectionIncome): Unmeasured | null {
  return unmeasuredStage([connection], "settlements", "TikTok Shop lists no settlements for this account.");
}

/** Of several settlements of one order the first payment counts. */
function note(
  known: CashByOrder,
  order: { readonly shopId: string; readonly orderId: string },
  seconds: number | null,
): void {
  const shop = known.get(order.shopId) ?? new SecondsById();
  known.set(order.shopId, shop);
  const before = shop.get(order.orderId);
  shop.set(order.orderId, before === null || (seconds !== null && seconds < before) ? seconds : before);
}

function* secondsIn(known: CashByOrder): Iterable<number> {
  for (const shop of known.values()) yield* shop.seconds();
}
