import type { AccountKind } from "@lendfriend/connector";
import type { Measure, Unmeasured } from "@lendfriend/credit-score";
import { stageReaders } from "../stages/stage-list.ts";
import type { ConnectionIncome } from "./source.ts";

/**
 * Whether a list could be read for the connections. A permission withheld by one of them outranks all: what it hides
 * would count there. Else read `once` is enough, or it must be read of `every` shop, where a list that is missing would make
 * the figure better than it is. A list that failed counts as read: the run says it is provisional.
 */
export function unmeasuredStage(
  connections: readonly ConnectionIncome[],
  stage: string,
  explanation: string,
  least: "once" | "every" = "once",
): Unmeasured | null {
  const outcomes = connections.flatMap(({ stages }) => stages.filter((outcome) => outcome.stage === stage));
  const scope = connections.map(({ account }) => askedScope(account, stage)).find((asked) => asked !== null) ?? null;
  if (outcomes.some(({ status }) => status === "withheld") && scope !== null) {
    return { status: "withheld", permissions: [scope] };
  }
  const known = outcomes.filter(({ status }) => status === "read" || status === "failed").length;
  if (known > 0 && (least === "once" || known === outcomes.length)) return null;
  return { status: "unavailable_platform", explanation };
}

function askedScope(account: AccountKind, stage: string): string | null {
  const reader = stageReaders(account).find((each) => each.stage.stage === stage);
  return reader?.stage.asked ? reader.stage.scope : null;
}

/** Whether a shop's list was read whole by the latest import. */
export function isRead(connection: ConnectionIncome, stage: string, shopId: string): boolean {
  return connection.stages.some(
    (outcome) => outcome.stage === stage && outcome.shopId === shopId && outcome.status === "read",
  );
}

/** The figure, unless its list could not be read. */
export function measureOf<Figure>(unmeasured: Unmeasured | null, figure: Figure): Measure<Figure> {
  return unmeasured ?? { status: "available", ...figure };
}
