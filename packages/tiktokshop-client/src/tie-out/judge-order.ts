import { decimalFromUnits, type OrderRecord, type SettlementRecord } from "@lendfriend/connector";
import { unitsOrNull } from "../metrics/units-or-null.ts";
import type { TieOutFlag } from "./tie-out-types.ts";

/** What the lists hold about one order that counts. */
export interface OrderEvidence {
  readonly order: OrderRecord;
  /** Its merchandise value in millionths. */
  readonly merchandise: bigint;
  /** Its rows of all statements, each once. */
  readonly settlements: readonly SettlementRecord[];
  /** Whether the platform lists it among money not yet settled. */
  readonly isWaiting: boolean;
  /** Whether it was delivered so long ago that it must be in one list or the other. */
  readonly isOld: boolean;
  /** Whether it may be settled for less than it was sold for: something came back, or it is not known whether. */
  readonly mayBeShort: boolean;
  readonly isPaidOut: (row: SettlementRecord) => boolean;
}

export type OrderVerdict =
  | { readonly state: "MATCHED" | "PENDING" }
  | { readonly state: TieOutFlag["kind"]; readonly flag: TieOutFlag };

/** Amounts of one order are compared to a hundredth of its value: statements round each line, orders round once. */
const tolerance = 100n;

/** Follows one order through statements to a payment. */
export function judgeOrder(evidence: OrderEvidence): OrderVerdict {
  const { order, merchandise, settlements, isWaiting, isOld } = evidence;
  if (settlements.length === 0) {
    return isOld && !isWaiting ? flagged(evidence, "MISSING", "not_settled", "0") : { state: "PENDING" };
  }
  const sales = settlements.filter(isSale);
  const other = sales.find(({ currency }) => currency !== order.currency);
  if (other) {
    const { flag } = flagged(evidence, "MISMATCH", "other_currency", other.revenueAmount);
    return { state: "MISMATCH", flag: { ...flag, foundCurrency: other.currency } };
  }
  const revenue = revenueOf(sales);
  if (revenue !== null) {
    const found = decimalFromUnits(revenue);
    const slack = merchandise / tolerance;
    // Cash on delivery: what a statement calls revenue may hold the buyer's fee for it.
    if (revenue > merchandise + slack && !order.isCod) return flagged(evidence, "MISMATCH", "settled_over", found);
    const isShort = revenue < merchandise - slack;
    if (isShort && !isWaiting && !evidence.mayBeShort) return flagged(evidence, "PARTIAL", "settled_short", found);
  }
  return { state: !isWaiting && settlements.every(evidence.isPaidOut) ? "MATCHED" : "PENDING" };
}

function isSale({ type }: SettlementRecord): boolean {
  return type.toUpperCase() === "ORDER";
}

/** Null when there is no sale among the rows, or one of them reports no revenue. */
function revenueOf(sales: readonly SettlementRecord[]): bigint | null {
  if (sales.length === 0) return null;
  let sum = 0n;
  for (const { revenueAmount } of sales) {
    const units = unitsOrNull(revenueAmount);
    if (units === null) return null;
    sum += units;
  }
  return sum;
}

function flagged(
  { order, merchandise, settlements }: OrderEvidence,
  kind: TieOutFlag["kind"],
  problem: TieOutFlag["problem"],
  found: string | null,
): { readonly state: TieOutFlag["kind"]; readonly flag: TieOutFlag } {
  const flag: TieOutFlag = {
    kind,
    subject: "order",
    problem,
    shopId: order.shopId,
    id: order.id,
    orderId: order.id,
    statementId: settlements[0]?.statementId ?? null,
    paymentId: null,
    currency: order.currency,
    expected: decimalFromUnits(merchandise),
    found,
    foundCurrency: null,
    at: order.createTime,
  };
  return { state: kind, flag };
}
