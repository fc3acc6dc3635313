import type { ScoreReport } from "@lendfriend/credit-score";

/** What a report's shops paid back, in its currency; null where the platform handed out no returns, which is not the same as none. */
export function knownRefunds({
  factors,
  metrics,
}: Pick<ScoreReport, "metrics"> & Partial<Pick<ScoreReport, "factors">>): string | null {
  const status = factors?.reliability.items.find(({ code }) => code === "refund_rate")?.status;
  return status === "withheld" || status === "unavailable_platform" ? null : metrics.refunds;
}
