import type { IncomeMetrics } from "./income-metrics.ts";

/** A creator's commission is after refunds anyway; of shops they are known where the returns of all were read. */
export function areRefundsKnown({ seller }: Pick<IncomeMetrics, "seller">): boolean {
  return seller === null || seller.refunds.status === "available";
}
