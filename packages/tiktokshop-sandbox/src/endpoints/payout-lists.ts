import { daySeconds, hourSeconds } from "../clock.ts";
import type { ShopCall } from "../gateway/api-call.ts";
import { businessError, invalidParameter } from "../gateway/gateway-error.ts";
import { listPage, narrowed } from "../gateway/list-page.ts";
import { oneOf, pageSize, querySeconds, sortOrder, timeRange } from "../gateway/parameters.ts";
import { makeId } from "../ids.ts";
import type { JsonObject } from "../json.ts";
import { decimal, type Hundredths } from "../money.ts";
import type { Statement } from "../trade/ledger.ts";
import { type Payout, payoutStatus } from "../trade/payouts.ts";
import { sequenceOf } from "../trade/sequence.ts";

/** The one documented refusal of the finance service; which one it gives here is not documented. */
const noMerchant = 22005007;
const pages = { min: 1, max: 100, fallback: 20 };

/** `GET /finance/202605/payments`: bank payments, which Southeast Asia does not have. */
export function searchPayments(call: ShopCall): JsonObject {
  oneOf(call, "sort_field", ["create_time"], null);
  const size = pageSize(call, pages);
  const range = timeRange(querySeconds(call, "create_time_ge"), querySeconds(call, "create_time_lt"));
  if (call.shop.market.isSoutheastAsia) businessError(noMerchant, "The merchant does not exist.");
  const ledger = call.world.bookOf(call.shop).ledger();
  const covering = statementsOf(call).flatMap((statement) => ledger.payoutOf(statement, call.now) ?? []);
  const strays = ledger.strayPayouts?.(call.now) ?? [];
  const listed = [...covering, ...strays].filter(({ isUnlisted }) => isUnlisted !== true);
  const payouts = new Map(listed.map((payout) => [payout.id, payout]));
  const rows = narrowed(
    sequenceOf([...payouts.values()], { time: (row) => row.createTime, id: (row) => row.id }),
    range,
  );
  const page = listPage(call, { rows, order: sortOrder(call, "ASC"), pageSize: size });
  return { next_page_token: page.nextPageToken, payments: page.rows.map((payout) => paymentWire(call, payout)) };
}

function paymentWire({ shop, now }: ShopCall, payout: Payout): JsonObject {
  const { currency } = shop.market;
  const status = payoutStatus(payout, now);
  const amount = { currency, value: decimal(payout.amount) };
  return {
    amount,
    bank_account: `****${String(4000 + (shop.number % 1000)).slice(-4)}`,
    create_time: payout.createTime,
    exchange_rate: "1.000000",
    id: payout.id,
    paid_time: status === "PAID" ? payout.paidTime : undefined,
    payment_amount_before_exchange: amount,
    settlement_amount: { currency, value: decimal(payout.settlement) },
    status,
  };
}

interface Withdrawal {
  readonly id: string;
  readonly type: "WITHDRAW" | "SETTLE" | "TRANSFER" | "REVERSE";
  readonly status: "SUCCESS" | "FAILED" | "PROCESSING";
  readonly createTime: number;
  readonly amount: Hundredths;
}

const withdrawalTypes: ReadonlySet<string> = new Set(["WITHDRAW", "SETTLE", "TRANSFER", "REVERSE"]);

/** `GET /finance/202309/withdrawals`: credits to the balance and what the seller took out of it, where payouts are seller-initiated. */
export function searchWithdrawals(call: ShopCall): JsonObject {
  const types = readTypes(call);
  const size = pageSize(call, pages);
  const range = timeRange(querySeconds(call, "create_time_ge"), querySeconds(call, "create_time_lt"));
  const all = call.shop.market.isSoutheastAsia ? balanceMoves(call) : [];
  const wanted = all.filter((row) => types.has(row.type));
  const rows = narrowed(sequenceOf(wanted, { time: (row) => row.createTime, id: (row) => row.id }), range);
  const page = listPage(call, { rows, order: "DESC", pageSize: size });
  const { currency } = call.shop.market;
  return {
    next_page_token: page.nextPageToken,
    total_count: page.totalCount,
    withdrawals: page.rows.map(({ id, type, status, createTime, amount }) => ({
      amount: decimal(amount),
      create_time: createTime,
      currency,
      id,
      status,
      type,
    })),
  };
}

/** The list comes comma-joined from every client seen; a JSON array is understood too. */
function readTypes(call: ShopCall): ReadonlySet<string> {
  const types = (call.query.get("types") ?? "")
    .replaceAll(/[[\]"\s]/g, "")
    .split(",")
    .filter((type) => type !== "");
  if (types.length === 0) invalidParameter("Invalid parameter. The 'types' query parameter is required.");
  if (!types.every((type) => withdrawalTypes.has(type)))
    invalidParameter("Invalid parameter. The 'types' query parameter must hold WITHDRAW, SETTLE, TRANSFER or REVERSE.");
  return new Set(types);
}

/** Each statement is credited two hours after it is written; every seventh day the seller takes out what is there, and every ninth time the bank refuses. */
function balanceMoves(call: ShopCall): readonly Withdrawal[] {
  const moves: Withdrawal[] = [];
  const idOf = (day: number, sub: number) =>
    makeId({ prefix: "7355", length: 19, owner: call.shop.number, index: day, sub });
  let balance = 0;
  let taken = 0;
  for (const statement of statementsOf(call)) {
    const day = statement.statementTime / daySeconds;
    const creditTime = statement.statementTime + 2 * hourSeconds;
    moves.push({
      id: idOf(day, 0),
      type: "SETTLE",
      status: "SUCCESS",
      createTime: creditTime,
      amount: statement.settlement,
    });
    balance += statement.settlement;
    if (day % 7 !== 3 || balance <= 0) continue;
    taken += 1;
    const isRefused = taken % 9 === 4;
    const createTime = creditTime + 5 * hourSeconds;
    moves.push({
      id: idOf(day, 1),
      type: "WITHDRAW",
      status: isRefused ? "FAILED" : "SUCCESS",
      createTime,
      amount: balance,
    });
    if (isRefused)
      moves.push({
        id: idOf(day, 2),
        type: "REVERSE",
        status: "SUCCESS",
        createTime: createTime + daySeconds,
        amount: balance,
      });
    else balance = 0;
  }
  return moves.filter((move) => move.createTime <= call.now);
}

function statementsOf({ world, shop, now }: ShopCall): readonly Statement[] {
  const rows = world.bookOf(shop).ledger().statements(now);
  return Array.from({ length: rows.length }, (_, position) => rows.at(position));
}
