import "server-only";
import type { ProvisionalReason } from "@lendfriend/connector";
import type { StageOutcome } from "#server/stores/pg/outcomes.ts";
import { isRefusedInPart } from "./stage-status.ts";

/**
 * Why what a run imported cannot be called whole: lists that failed, lists that ended oddly, shops that could not be read, rows
 * that nobody here understands. What was withheld or is not offered is no doubt: the score treats it as such.
 */
export function provisionalReasons(outcomes: readonly StageOutcome[]): readonly ProvisionalReason[] {
  return outcomes.flatMap((outcome) => {
    const { stage, shopId, doubts, shopInactive, setAside } = outcome;
    return [
      ...doubts.map(({ code, read, total }) =>
        read === null || total === null ? { code, stage, shopId } : { code, stage, shopId, read, total },
      ),
      ...(isRefusedInPart(outcome) ? [{ code: "refused_in_part", stage, shopId }] : []),
      ...(shopInactive > 0 ? [{ code: "shop_inactive", stage, shopId }] : []),
      ...(setAside > 0 ? [{ code: "rows_set_aside", stage, shopId, rows: setAside }] : []),
    ];
  });
}
