import "server-only";
import type { StageOutcome } from "#server/stores/pg/outcomes.ts";
import type { ProvisionalReason } from "#server/stores/pg/runs.ts";

/**
 * Why what a run imported cannot be called whole: lists that failed, lists that ended oddly, shops that could not be read.
 * What was withheld or is not offered is no doubt: the score treats it as such.
 */
export function provisionalReasons(outcomes: readonly StageOutcome[]): readonly ProvisionalReason[] {
  return outcomes.flatMap(({ stage, shopId, codes, shopInactive }) => {
    const doubts = codes.map((code) => ({ code, stage, shopId }));
    return shopInactive > 0 ? [...doubts, { code: "shop_inactive", stage, shopId }] : doubts;
  });
}

/** One reason as one line of text, for places that list reasons without structure. */
export function reasonText({ code, stage, shopId }: ProvisionalReason): string {
  return shopId === null ? `${stage}: ${code}` : `${stage} of shop ${shopId}: ${code}`;
}
