import type { PayoutRecord, StatementRecord } from "@lendfriend/connector";
import type { Measure, StandingState, Unmeasured } from "@lendfriend/credit-score";
import { daySeconds, type Periods } from "./periods.ts";
import type { ConnectionIncome, MetricsSource } from "./source.ts";

const troubled: ReadonlySet<string> = new Set(["FAILED", "ON_HOLD", "HOLD"]);
const worstFirst: readonly StandingState[] = ["ended", "payment_problem", "authorization_expiring", "good"];

/** How the accounts stand with the platform; of several accounts and shops the worst (score model §5, §7). */
export async function standingOf(
  source: MetricsSource,
  connections: readonly ConnectionIncome[],
  periods: Periods,
): Promise<StandingState> {
  const states = await Promise.all(connections.map((connection) => stateOf(source, connection, periods)));
  return worstFirst.find((state) => states.includes(state)) ?? "good";
}

/** An ended standing needs no payment to show; any other is not known while the sight of payments is withheld. */
export function standingMeasure(
  state: StandingState,
  payments: Unmeasured | null,
): Measure<{ readonly state: StandingState }> {
  if (state !== "ended" && payments?.status === "withheld") return payments;
  return { status: "available", state };
}

async function stateOf(source: MetricsSource, connection: ConnectionIncome, periods: Periods): Promise<StandingState> {
  if (!connection.isAuthorized || connection.shops.some(({ isActive }) => isActive === false)) return "ended";
  if (await hasPaymentProblem(source, connection, periods)) return "payment_problem";
  const ends = connection.authorizationExpiresAt;
  return ends !== null && ends - periods.asOf < 7 * daySeconds ? "authorization_expiring" : "good";
}

async function hasPaymentProblem(
  source: MetricsSource,
  connection: ConnectionIncome,
  periods: Periods,
): Promise<boolean> {
  for await (const payout of source.read(connection.id, "payout")) if (isTroubledPayout(payout, periods)) return true;
  for await (const statement of source.read(connection.id, "statement")) {
    if (isTroubledStatement(statement, periods)) return true;
  }
  return false;
}

function isTroubledPayout(payout: PayoutRecord, periods: Periods): boolean {
  return payout.source === "payment" && isInside(payout.createTime, periods) && troubled.has(upper(payout.status));
}

function isTroubledStatement(statement: StatementRecord, periods: Periods): boolean {
  return isInside(statement.statementTime, periods) && troubled.has(upper(statement.paymentStatus ?? ""));
}

function isInside(time: number, periods: Periods): boolean {
  return time >= periods.from && time < periods.asOf;
}

function upper(status: string): string {
  return status.toUpperCase().replaceAll(/[\s-]/g, "_");
}
