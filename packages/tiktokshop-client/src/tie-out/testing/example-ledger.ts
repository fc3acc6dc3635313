import {
  decimalFromUnits,
  type IncomeRecord,
  type PayoutRecord,
  type SettlementRecord,
  type StatementRecord,
  sumDecimals,
  type UnsettledRecord,
  unitsFromDecimal,
} from "@lendfriend/connector";
import {
  exampleAsOf,
  exampleConnection,
  exampleOrder,
  exampleSettlement,
  exampleStatement,
} from "../../metrics/testing/example-source.ts";

const day = 86_400;

/** One order of a ledger, by what became of it. */
export interface LedgerEntry {
  readonly id: string;
  /** Days before `asOf`. */
  readonly ageDays: number;
  readonly value: string;
  readonly fate: "settled" | "waiting" | "fresh";
}

export const exampleStages = ["orders", "returns", "statements", "settlements", "unsettled", "payments"];

/** A seller whose lists, payments among them, were all read. */
export const ledgerSeller = exampleConnection("seller", {
  stages: exampleStages.map((stage) => ({ stage, shopId: "S1", status: "read" })),
});

/** A ledger without a fault: each settled order has a row, each day a statement, each statement a payment of its own. */
export function exampleLedger(entries: readonly LedgerEntry[]): IncomeRecord[] {
  const orders = entries.map((entry) => orderOf(entry));
  const settlements = entries.filter(({ fate }) => fate === "settled").map(settlementOf);
  const waiting = entries.filter(({ fate }) => fate === "waiting").map(waitingOf);
  const days = [...new Set(settlements.map(({ statementId }) => statementId))];
  const statements = days.map((id) => statementOf(id, settlements));
  // An older statement, so that the first payment is known to be whole.
  const older = { ...statementOf("ST-old", []), statementTime: exampleAsOf - 200 * day, paymentId: "PAY-old" };
  return [...orders, ...settlements, ...waiting, older, ...statements, ...statements.map(paymentOf)];
}

function orderOf({ id, ageDays, value, fate }: LedgerEntry): IncomeRecord {
  const createTime = exampleAsOf - ageDays * day;
  const deliveryTime = fate === "fresh" ? exampleAsOf - day : createTime + 3 * day;
  return exampleOrder({ id, createTime, merchandiseValue: value, deliveryTime });
}

function settlementOf({ id, ageDays, value }: LedgerEntry): SettlementRecord {
  return exampleSettlement({
    id: `T${id}`,
    statementId: `ST${Math.floor(ageDays)}`,
    orderId: id,
    orderCreateTime: exampleAsOf - ageDays * day,
    settlementAmount: decimalFromUnits((unitsFromDecimal(value) * 9n) / 10n),
    revenueAmount: value,
  });
}

function waitingOf({ id, ageDays, value }: LedgerEntry): UnsettledRecord {
  return {
    kind: "unsettled",
    id: `U${id}`,
    shopId: "S1",
    type: "ORDER",
    orderId: id,
    currency: "USD",
    estimatedSettlementAmount: value,
    orderCreateTime: exampleAsOf - ageDays * day,
    orderDeliveryTime: null,
    reason: null,
  };
}

function statementOf(id: string, settlements: readonly SettlementRecord[]): StatementRecord {
  const rows = settlements.filter(({ statementId }) => statementId === id);
  const statementTime = exampleAsOf - Number(id.slice(2)) * day + 8 * day;
  return exampleStatement({
    id,
    statementTime,
    settlementAmount: sumDecimals(rows.map(({ settlementAmount }) => settlementAmount)),
    paymentId: `PAY${id}`,
    paymentTime: statementTime + day,
  });
}

function paymentOf({ paymentId, statementTime, settlementAmount }: StatementRecord): PayoutRecord {
  return {
    kind: "payout",
    id: paymentId ?? "",
    shopId: "S1",
    source: "payment",
    type: null,
    status: "PAID",
    currency: "USD",
    amount: settlementAmount,
    settlementAmount,
    settlementCurrency: "USD",
    createTime: statementTime + day / 2,
    paidTime: statementTime + day,
  };
}
