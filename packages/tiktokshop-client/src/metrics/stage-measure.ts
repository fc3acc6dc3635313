import type { AccountKind } from "@lendfriend/connector";
import type { Measure, Unmeasured } from "@lendfriend/credit-score";
import { stageReaders } from "../stages/stage-list.ts";
import type { ConnectionIncome } from "./source.ts";

/**
 * Whether a list could be read for any of the connections. Read once is enough; else a permission that was withheld
 * outranks a list that the platform does not offer. A list that failed counts as read: the run says it is provisional.
 */
export function unmeasuredStage(
  connections: readonly ConnectionIncome[],
  stage: string,
  explanation: string,
): Unmeasured | null {
  const outcomes = connections.flatMap(({ stages }) => stages.filter((outcome) => outcome.stage === stage));
  if (outcomes.some(({ status }) => status === "read" || status === "failed")) return null;
  const scope = connections.map(({ account }) => askedScope(account, stage)).find((asked) => asked !== null) ?? null;
  if (outcomes.some(({ status }) => status === "withheld") && scope !== null) {
    return { status: "withheld", permissions: [scope] };
  }
  return { status: "unavailable_platform", explanation };
}

function askedScope(account: AccountKind, stage: string): string | null {
  const reader = stageReaders(account).find((each) => each.stage.stage === stage);
  return reader?.stage.asked ? reader.stage.scope : null;
}

/** The figure, unless its list could not be read. */
export function measureOf<Figure>(unmeasured: Unmeasured | null, figure: Figure): Measure<Figure> {
  return unmeasured ?? { status: "available", ...figure };
}
