import {
  decimalFromUnits,
  type PayoutRecord,
  type SettlementRecord,
  type StatementRecord,
} from "@lendfriend/connector";
import { daySeconds, windowDays } from "../metrics/periods.ts";
import type { ConnectionIncome } from "../metrics/source.ts";
import { isRead } from "../metrics/stage-measure.ts";
import { unitsOrNull } from "../metrics/units-or-null.ts";
import type { TieOutTally } from "./tie-out-tally.ts";
import type { TieOutFlag, TieOutSource } from "./tie-out-types.ts";

interface StatementBook {
  readonly statement: StatementRecord;
  /** Of its transactions, in millionths. */
  sum: bigint;
  hasOtherCurrency: boolean;
}

/** A payment may cover statements from before the window, which are not listed: none is an orphan this early in it. */
const orphanAfter = 15 * daySeconds;

/** The statements and payments of one connection: some hundred rows, however many orders there are. */
export class PayoutChain {
  private readonly statements = new Map<string, StatementBook>();
  private readonly payments = new Map<string, PayoutRecord>();
  /** The earliest statement of each shop: a payment that covers it may cover older ones too. */
  private readonly earliest = new Map<string, StatementRecord>();
  private readonly connection: ConnectionIncome;

  private constructor(connection: ConnectionIncome) {
    this.connection = connection;
  }

  static async read(source: TieOutSource, connection: ConnectionIncome): Promise<PayoutChain> {
    const chain = new PayoutChain(connection);
    for await (const statement of source.read(connection.id, "statement")) chain.addStatement(statement);
    for await (const payout of source.read(connection.id, "payout")) {
      if (payout.source === "payment") chain.payments.set(keyOf(payout.shopId, payout.id), payout);
    }
    return chain;
  }

  holds(row: SettlementRecord): boolean {
    return this.statements.has(keyOf(row.shopId, row.statementId));
  }

  /** Adds a transaction to its statement's sum; each must come once. */
  add(row: SettlementRecord): void {
    const book = this.statements.get(keyOf(row.shopId, row.statementId));
    if (!book) return;
    book.sum += unitsOrNull(row.settlementAmount) ?? 0n;
    if (row.currency !== book.statement.currency) book.hasOtherCurrency = true;
  }

  /** Whether the statement of a transaction has been paid; where no payments are listed, by its own word. */
  isPaidOut(row: SettlementRecord): boolean {
    const statement = this.statements.get(keyOf(row.shopId, row.statementId))?.statement;
    return statement !== undefined && this.isPaid(statement);
  }

  /** Judges every statement and payment of the window, once all transactions were added. */
  async judge(asOf: number, tally: TieOutTally): Promise<void> {
    const from = asOf - windowDays * daySeconds;
    const covered = new Map<string, bigint>();
    for (const { statement, sum, hasOtherCurrency } of sorted(this.statements)) {
      if (statement.paymentId !== null) {
        const key = keyOf(statement.shopId, statement.paymentId);
        covered.set(key, (covered.get(key) ?? 0n) + (unitsOrNull(statement.settlementAmount) ?? 0n));
      }
      if (statement.statementTime < from || statement.statementTime >= asOf) continue;
      await this.judgeStatement(statement, { sum, hasOtherCurrency, asOf, tally });
    }
    for (const payment of sorted(this.payments)) {
      if (payment.createTime < from || payment.createTime >= asOf) continue;
      await this.judgePayment(payment, {
        covered: covered.get(keyOf(payment.shopId, payment.id)) ?? null,
        from,
        tally,
      });
    }
  }

  private async judgeStatement(
    statement: StatementRecord,
    found: { sum: bigint; hasOtherCurrency: boolean; asOf: number; tally: TieOutTally },
  ): Promise<void> {
    const { tally, asOf } = found;
    const units = unitsOrNull(statement.settlementAmount) ?? 0n;
    const flag = (change: Pick<TieOutFlag, "kind" | "problem" | "found">) =>
      tally.flag({ ...statementFlag(statement), ...change }, units);
    const wasRead = isRead(this.connection, "settlements", statement.shopId);
    if (wasRead && (found.sum !== units || found.hasOtherCurrency)) {
      return flag({ kind: "MISMATCH", problem: "sum_differs", found: decimalFromUnits(found.sum) });
    }
    const problem = this.paymentProblem(statement, asOf);
    if (problem !== null) return flag({ kind: "MISSING", problem, found: null });
    const state = this.isPaid(statement) ? "MATCHED" : "PENDING";
    tally.count({ ...statementFlag(statement), state }, units);
  }

  /** A statement that says it was paid, by a payment that nobody lists; or one whose payment failed and is not listed itself. */
  private paymentProblem(statement: StatementRecord, asOf: number): "payment_not_found" | "payment_failed" | null {
    const status = statement.paymentStatus?.toUpperCase();
    const isListed = this.paymentOf(statement) !== null;
    if (isListed) return null;
    if (status === "FAILED") return "payment_failed";
    const isOver = statement.paymentTime === null || statement.paymentTime < asOf;
    const wasRead = isRead(this.connection, "payments", statement.shopId);
    return wasRead && status === "PAID" && isOver ? "payment_not_found" : null;
  }

  private async judgePayment(
    payment: PayoutRecord,
    { covered, from, tally }: { covered: bigint | null; from: number; tally: TieOutTally },
  ): Promise<void> {
    const currency = payment.settlementCurrency ?? payment.currency;
    const units = unitsOrNull(payment.settlementAmount ?? payment.amount) ?? 0n;
    const flag = (change: Pick<TieOutFlag, "kind" | "problem" | "expected" | "found">) =>
      tally.flag({ ...paymentFlag(payment, currency), ...change }, units);
    const state = stateOfPayment(payment);
    if (state === "MISSING") {
      return flag({ kind: "MISSING", problem: "payment_failed", expected: decimalFromUnits(units), found: "0" });
    }
    if (covered === null) {
      const isExplained = payment.createTime < from + orphanAfter || units === 0n;
      if (isExplained || !isRead(this.connection, "statements", payment.shopId)) return;
      return flag({ kind: "ORPHAN", problem: "no_statement", expected: null, found: decimalFromUnits(units) });
    }
    const settled = unitsOrNull(payment.settlementAmount);
    const isComparable = settled !== null && this.isWholeIn(payment) && this.currencyOf(payment) === currency;
    if (isComparable && settled !== covered) {
      const amounts = { expected: decimalFromUnits(covered), found: decimalFromUnits(settled) };
      return flag({ kind: "MISMATCH", problem: "sum_differs", ...amounts });
    }
    tally.count({ ...paymentFlag(payment, currency), state }, units);
  }

  private addStatement(statement: StatementRecord): void {
    this.statements.set(keyOf(statement.shopId, statement.id), { statement, sum: 0n, hasOtherCurrency: false });
    const earliest = this.earliest.get(statement.shopId);
    const isEarlier = earliest === undefined || statement.statementTime < earliest.statementTime;
    if (isEarlier) this.earliest.set(statement.shopId, statement);
  }

  private paymentOf(statement: StatementRecord): PayoutRecord | null {
    if (statement.paymentId === null) return null;
    return this.payments.get(keyOf(statement.shopId, statement.paymentId)) ?? null;
  }

  private isPaid(statement: StatementRecord): boolean {
    const payment = this.paymentOf(statement);
    if (payment !== null) return stateOfPayment(payment) === "MATCHED";
    if (isRead(this.connection, "payments", statement.shopId)) return false;
    return statement.paymentStatus === null || statement.paymentStatus.toUpperCase() === "PAID";
  }

  /** Whether all statements of a payment are surely listed. */
  private isWholeIn(payment: PayoutRecord): boolean {
    return this.earliest.get(payment.shopId)?.paymentId !== payment.id;
  }

  private currencyOf(payment: PayoutRecord): string | null {
    return this.earliest.get(payment.shopId)?.currency ?? null;
  }
}

function stateOfPayment({ status }: PayoutRecord): "MATCHED" | "PENDING" | "MISSING" {
  const word = status.toUpperCase();
  if (word === "FAILED") return "MISSING";
  return word === "PAID" ? "MATCHED" : "PENDING";
}

function statementFlag(statement: StatementRecord): Omit<TieOutFlag, "kind" | "problem" | "found"> {
  return {
    subject: "statement",
    shopId: statement.shopId,
    id: statement.id,
    orderId: null,
    statementId: statement.id,
    paymentId: statement.paymentId,
    currency: statement.currency,
    expected: statement.settlementAmount,
    foundCurrency: null,
    at: statement.statementTime,
  };
}

function paymentFlag(
  payment: PayoutRecord,
  currency: string,
): Omit<TieOutFlag, "kind" | "problem" | "expected" | "found"> {
  return {
    subject: "payment",
    shopId: payment.shopId,
    id: payment.id,
    orderId: null,
    statementId: null,
    paymentId: payment.id,
    currency,
    foundCurrency: null,
    at: payment.createTime,
  };
}

/** A shop's id and another within it. */
function keyOf(shopId: string, id: string): string {
  return `${shopId} ${id}`;
}

/** By key, so that flags come in one order whatever order the rows came in. */
function sorted<Value>(map: ReadonlyMap<string, Value>): Value[] {
  return [...map].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, value]) => value);
}
