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
      statuses.push({
        stage,
        shopId,
        status: own ? statusUnder(inherited, own) : (inherited?.status ?? "unsupported"),
      });
    }
  }
  return statuses;
}

/** What a list that failed did not hand out was not read either. */
function statusUnder(parent: StageStatus | undefined, own: StageOutcome): StageStatus["status"] {
  const status = statusOf(own);
  return status === "read" && parent?.status === "failed" ? "failed" : status;
}

/** A list of which a part was not read is not read. */
function statusOf(outcome: StageOutcome): StageStatus["status"] {
  if (outcome.done + outcome.rows === 0 && outcome.withheld > 0) return "withheld";
  if (outcome.failed + outcome.shopInactive > 0 || isRefusedInPart(outcome)) return "failed";
  return outcome.done + outcome.notFound > 0 ? "read" : "unsupported";
}

/** Whether the platform handed out some parts of a list, be it the first page, and refused others. */
export function isRefusedInPart({ done, rows, withheld, unsupported }: StageOutcome): boolean {
  return done + rows > 0 && withheld + unsupported > 0;
}
