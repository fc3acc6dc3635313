import "server-only";
import type { StageOutcome } from "#server/stores/pg/outcomes.ts";
import type { StaleLists } from "#server/stores/pg/scores.ts";

const performance: ReadonlySet<string> = new Set(["shop_performance", "chat_satisfaction", "shop_gmv"]);

/** Of the lists that show the present only, those that a run read whole: what such a one no longer holds is over. */
export function staleLists(outcomes: readonly StageOutcome[]): StaleLists {
  const shopsOf = (wanted: (outcome: StageOutcome) => boolean) =>
    outcomes.filter(wanted).flatMap(({ shopId }) => shopId ?? []);
  return {
    unsettledOf: shopsOf((outcome) => outcome.stage === "unsettled" && isWhole(outcome)),
    // A figure that is not offered any more is over too, as is that of a shop that is not the account's any more.
    performanceExcept: shopsOf((outcome) => performance.has(outcome.stage) && isUnsure(outcome)),
    ofCreator: outcomes.some(
      (outcome) => outcome.stage === "commissions" && outcome.shopId === null && isWhole(outcome),
    ),
  };
}

function isWhole(outcome: StageOutcome): boolean {
  const skipped = outcome.withheld + outcome.unsupported + outcome.notFound;
  return outcome.done > 0 && skipped === 0 && !isUnsure(outcome);
}

function isUnsure({ failed, shopInactive, doubts }: StageOutcome): boolean {
  return failed + shopInactive + doubts.length > 0;
}
