import "server-only";
import type { StageOutcome } from "#server/stores/pg/outcomes.ts";
import type { ProvisionalReason } from "#server/stores/pg/runs.ts";

/**
 * Why what a run imported cannot be called whole: lists that failed, lists that ended oddly, shops that could not be read.
 * What was withheld or is not offered is no doubt: the score treats it as such.
 */
export function provisionalReasons(outcomes: readonly StageOutcome[]): readonly ProvisionalReason[] {
  return outcomes.flatMap(({ stage, shopId, doubts, shopInactive }) => {
    const reasons = doubts.map(({ code, read, total }) =>
      read === null || total === null ? { code, stage, shopId } : { code, stage, shopId, read, total },
    );
    return shopInactive > 0 ? [...reasons, { code: "shop_inactive", stage, shopId }] : reasons;
  });
}

/** One reason as one line of text, for places that list reasons without structure. */
export function reasonText({ code, stage, shopId, read, total }: ProvisionalReason): string {
  const counts = read === undefined || total === undefined ? "" : ` (${read} of ${total} rows)`;
  return shopId === null ? `${stage}: ${code}${counts}` : `${stage} of shop ${shopId}: ${code}${counts}`;
}
