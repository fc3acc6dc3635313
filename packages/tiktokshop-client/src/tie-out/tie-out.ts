import { decimalFromUnits, type OrderRecord, type ReturnRecord } from "@lendfriend/connector";
import { type Periods, periodsOf } from "../metrics/periods.ts";
import { exclusionOf } from "../metrics/qualify-order.ts";
import type { RowSink } from "../metrics/rows/metric-row.ts";
import { areFinanceListsRead, reconcileAfter, settlementsHeldBack } from "../metrics/settled-orders.ts";
import { ShopOwners } from "../metrics/shop-owners.ts";
import type { ConnectionIncome, RecordOf } from "../metrics/source.ts";
import { isRead } from "../metrics/stage-measure.ts";
import { unitsOrNull } from "../metrics/units-or-null.ts";
import { judgeOrder } from "./judge-order.ts";
import { PayoutChain } from "./payout-chain.ts";
import { compareKeys, type OrderKey, RowsByOrder } from "./rows-by-order.ts";
import { type Judged, TieOutTally } from "./tie-out-tally.ts";
import type { TieOutFlag, TieOutSource, TieOutSummary, UntiedAccount } from "./tie-out-types.ts";

/** What must be read whole before an order is called short. */
const wholeStages = ["returns", "settlements"];

interface Pass {
  readonly source: TieOutSource;
  readonly connection: ConnectionIncome;
  readonly periods: Periods;
  readonly chain: PayoutChain;
  readonly tally: TieOutTally;
  readonly returns: RowsByOrder<RecordOf<"return">>;
  readonly settlements: RowsByOrder<RecordOf<"settlement">>;
  readonly unsettled: RowsByOrder<RecordOf<"unsettled">>;
  /** Shops of whose settlements one that names an order has gone by. */
  readonly settledShops: Set<string>;
}

/**
 * Ties every order that counts (score model §2) to its settlement or the platform's unsettled list, that to its statement, and the
 * statement to its payment, by id. Hands each flagged id to `onFlag`, one after the other and always in the same order, and answers
 * the sums in each currency. `rows` takes everything that was judged, flagged or not. Holds statements, payments and one order at a time. Defined in this package's README.
 */
export async function tieOut(
  source: TieOutSource,
  onFlag: (flag: TieOutFlag) => Promise<void> | void,
  rows: RowSink | null = null,
): Promise<TieOutSummary> {
  const tally = new TieOutTally(onFlag, rows);
  const untied: UntiedAccount[] = [];
  const own = ownSource(source);
  for (const connection of own.connections) {
    const reason = await untiedReason(own, connection);
    if (reason === null) await tieConnection(own, connection, tally);
    else untied.push(reason);
  }
  return {
    status: untied.length < own.connections.length ? "available" : "unavailable",
    untied,
    counts: tally.counts(),
    oldDelivered: tally.oldDeliveredByCurrency(),
  };
}

/** Of a shop that several accounts read, the rows of the one that speaks for it: no order, statement or payment is judged twice. */
function ownSource(source: TieOutSource): TieOutSource {
  const owners = new ShopOwners(source.connections);
  return {
    ...source,
    connections: source.connections
      .filter((connection) => owners.isSpeaker(connection))
      .map((connection) => owners.own(connection)),
    read: (id, kind) => owners.ownRows(id, source.read(id, kind)),
    readByOrder: (id, kind) => owners.ownRows(id, source.readByOrder(id, kind)),
  };
}

async function untiedReason(source: TieOutSource, connection: ConnectionIncome): Promise<UntiedAccount | null> {
  const { account } = connection;
  if (account === "creator") return { account, reason: "no_settlements_for_creators", permission: null };
  const heldBack = settlementsHeldBack(connection);
  if (heldBack?.status === "withheld") {
    return { account, reason: "withheld", permission: heldBack.permissions[0] ?? null };
  }
  for await (const row of source.readByOrder(connection.id, "settlement")) if (row.orderId !== null) return null;
  return { account, reason: heldBack === null ? "nothing_settled" : "unsupported", permission: null };
}

async function tieConnection(source: TieOutSource, connection: ConnectionIncome, tally: TieOutTally): Promise<void> {
  const pass: Pass = {
    source,
    connection,
    periods: periodsOf(source.asOf, null),
    chain: await PayoutChain.read(source, connection),
    tally,
    returns: keyed(source.readByOrder(connection.id, "return")),
    settlements: keyed(source.readByOrder(connection.id, "settlement")),
    unsettled: keyed(source.readByOrder(connection.id, "unsettled")),
    settledShops: new Set(),
  };
  try {
    let previous: OrderKey | null = null;
    for await (const order of source.readByOrder(connection.id, "order")) {
      const key = { shopId: order.shopId, orderId: order.id };
      // The newest state of an order comes first; an older one says nothing more.
      if (previous !== null && compareKeys(previous, key) === 0) continue;
      previous = key;
      await skipStrangers(pass, key);
      await tieOrder(pass, order, key);
    }
    await skipStrangers(pass, null);
    await pass.chain.judge(source.asOf, tally);
  } finally {
    await Promise.all([pass.returns.close(), pass.settlements.close(), pass.unsettled.close()]);
  }
}

function keyed<Row extends { readonly shopId: string; readonly orderId: string | null }>(
  rows: AsyncIterable<Row> | Iterable<Row>,
): RowsByOrder<Row> {
  return new RowsByOrder(rows, ({ shopId, orderId }) => ({ shopId, orderId: orderId ?? "" }));
}

async function tieOrder(pass: Pass, order: OrderRecord, key: OrderKey): Promise<void> {
  const { periods, tally, chain, connection } = pass;
  const returns = await pass.returns.takeAt(key);
  const settlements = onceEach(await pass.settlements.takeAt(key));
  const waiting = await pass.unsettled.takeAt(key);
  for (const row of settlements) await addSettlement(pass, row);
  const merchandise = unitsOrNull(order.merchandiseValue);
  if (merchandise === null || exclusionOf(order, merchandise, periods) !== null) return;
  const isPast = order.deliveryTime !== null && order.deliveryTime < periods.asOf - reconcileAfter;
  const isOld = isPast && (await isJudged(pass, order.shopId));
  const verdict = judgeOrder({
    order,
    merchandise,
    settlements,
    isWaiting: waiting.length > 0,
    isOld,
    mayBeShort: wholeStages.some((stage) => !isRead(connection, stage, order.shopId)) || returns.some(takesBack),
    isPaidOut: (row) => chain.isPaidOut(row),
  });
  if (isOld) tally.oldDelivered(order.currency, merchandise, verdict.state === "MISSING");
  if ("flag" in verdict) await tally.flag(verdict.flag, merchandise);
  else tally.count(judgedOrder(order, verdict.state), merchandise);
}

/** Whether an order of the shop can be missing (score model §3). Of settlements that name orders one has gone by, or is next. */
async function isJudged({ connection, settlements, settledShops }: Pass, shopId: string): Promise<boolean> {
  if (!areFinanceListsRead(connection, shopId)) return false;
  return settledShops.has(shopId) || (await settlements.isAtShop(shopId));
}

function judgedOrder({ shopId, id, currency, createTime }: OrderRecord, state: "MATCHED" | "PENDING"): Judged {
  return { subject: "order", state, currency, shopId, id, orderId: null, at: createTime };
}

/** Rows of orders below `limit` that the order list does not hold, and rows that belong to no order. */
async function skipStrangers(pass: Pass, limit: OrderKey | null): Promise<void> {
  for (;;) {
    const settled = await pass.settlements.takeBefore(limit);
    if (settled === null) break;
    for (const row of onceEach(settled.rows)) {
      await addSettlement(pass, row);
      if (row.type.toUpperCase() === "ORDER") await flagStranger(pass, row);
    }
  }
  for (;;) {
    const waiting = await pass.unsettled.takeBefore(limit);
    if (waiting === null) break;
    for (const row of onceEach(waiting.rows)) await flagStranger(pass, row);
  }
  while ((await pass.returns.takeBefore(limit)) !== null);
}

async function addSettlement({ chain, tally, settledShops }: Pass, row: RecordOf<"settlement">): Promise<void> {
  if (row.orderId !== null) settledShops.add(row.shopId);
  chain.add(row);
  if (chain.holds(row)) return;
  await tally.flag(
    { ...strangerFlag(row), problem: "unknown_statement", found: row.settlementAmount, statementId: row.statementId },
    unitsOrNull(row.settlementAmount) ?? 0n,
  );
}

/** An order that was made in the window must be listed; older ones are out of reach, and so are those without a date. */
async function flagStranger(pass: Pass, row: RecordOf<"settlement"> | RecordOf<"unsettled">): Promise<void> {
  const { source, periods, tally, connection, chain } = pass;
  const { orderCreateTime: at } = row;
  if (at === null || at < periods.from || at >= periods.asOf) return;
  if (!isRead(connection, "orders", row.shopId)) return;
  // A row without a statement is flagged already.
  if (row.kind === "settlement" && !chain.holds(row)) return;
  if (row.orderId === null) return;
  if (await source.isKeptAside(connection.id, { shopId: row.shopId, orderId: row.orderId })) return;
  const amount = row.kind === "settlement" ? row.settlementAmount : row.estimatedSettlementAmount;
  const units = unitsOrNull(amount) ?? 0n;
  await tally.flag({ ...strangerFlag(row), problem: "unknown_order", found: decimalFromUnits(units) }, units);
}

function strangerFlag(row: RecordOf<"settlement"> | RecordOf<"unsettled">): Omit<TieOutFlag, "problem" | "found"> {
  return {
    kind: "ORPHAN",
    subject: row.kind,
    shopId: row.shopId,
    id: row.id,
    orderId: row.orderId,
    statementId: row.kind === "settlement" ? row.statementId : null,
    paymentId: null,
    currency: row.currency,
    expected: null,
    foundCurrency: null,
    at: row.orderCreateTime,
  };
}

/** Whether a return took money back or still may. */
function takesBack({ status }: ReturnRecord): boolean {
  return !/REJECT|CANCEL/i.test(status);
}

/** The rows of one order without repeats, by id. */
function onceEach<Row extends { readonly id: string }>(rows: readonly Row[]): readonly Row[] {
  if (rows.length < 2) return rows;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return [...byId.values()].sort((left, right) => (left.id < right.id ? -1 : 1));
}
