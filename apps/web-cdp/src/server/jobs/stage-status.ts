import "server-only";
import type { ImportStage } from "@lendfriend/connector";
import type { StageOutcome } from "#server/stores/pg/outcomes.ts";

/** How much of one list is known: read, refused in one of two ways, or not read although it is offered. */
export interface StageStatus {
  readonly stage: string;
  /** Null for lists of the account. */
  readonly shopId: string | null;
  readonly status: "read" | "withheld" | "unsupported" | "failed";
}

/**
 * The status of every stage of every shop. A stage that hangs on another shares its fate when the other could not be read, and
 * is read when the other had nothing to hand out.
 */
export function stageStatuses(
  stages: readonly ImportStage[],
  shopIds: readonly string[],
  outcomes: readonly StageOutcome[],
): readonly StageStatus[] {
  const statuses: StageStatus[] = [];
  for (const { stage, parent, perShop } of stages) {
    for (const shopId of perShop ? shopIds : [null]) {
      const own = outcomes.find((outcome) => outcome.stage === stage && outcome.shopId === shopId);
      const inherited = statuses.find((known) => known.stage === parent && known.shopId === shopId);
      statuses.push({ stage, shopId, status: own ? statusOf(own) : (inherited?.status ?? "unsupported") });
    }
  }
  return statuses;
}

function statusOf(outcome: StageOutcome): StageStatus["status"] {
  if (outcome.done > 0) return "read";
  if (outcome.withheld > 0) return "withheld";
  if (outcome.failed + outcome.shopInactive > 0) return "failed";
  return outcome.notFound > 0 ? "read" : "unsupported";
}
