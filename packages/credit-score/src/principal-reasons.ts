import type { SaidMessage } from "./messages.ts";
import { pointsOf } from "./milli-points.ts";
import type { FactorCode, ItemReasonCode, ScoreCap, ScoreItem, ScoreReason } from "./score-report.ts";

/** A line of the ledger as a reader may see it: whoever shared it may have left its figures out. */
export type DisclosedItem = Pick<ScoreItem, "code" | "points" | "max" | "reasonCode" | "reason" | "said"> &
  Partial<Pick<ScoreItem, "value" | "threshold" | "unit">>;

/** The parts of a report that reasons are taken from, whole or cut. */
export interface DisclosedLedger {
  readonly factors: Readonly<Record<string, { readonly items: readonly DisclosedItem[] }>>;
  readonly caps: readonly Pick<ScoreCap, "code" | "pointsLost" | "reason" | "said">[];
}

/** One of the lines that cost a score most, in its own words. */
export interface PrincipalReason {
  readonly code: ScoreReason["code"];
  readonly factor: ScoreReason["factor"];
  readonly reasonCode: ItemReasonCode | "CAP";
  /** Exact thousandths, above 0. */
  readonly pointsLost: number;
  /** The line's own sentence, unchanged. */
  readonly text: string;
  /** The same as codes, where the line has them. */
  readonly said?: readonly SaidMessage[];
  /** Null when it was not measured, or not disclosed. */
  readonly value: number | null;
  readonly threshold: number | null;
  readonly unit: ScoreItem["unit"] | null;
}

/** Disclosing more than four is unlikely to help an applicant: official interpretation of 12 CFR 1002.9(b)(2), comment 1. */
const mostReasons = 4;

/**
 * The lines that cost a score most, at most four, the most points lost first; of equal ones a ceiling comes before items,
 * and items stand in the order of the ledger. A line that lost nothing is never among them. Pure: words and figures are the
 * ledger's own, and only those that it discloses.
 */
export function principalReasons({ factors, caps }: DisclosedLedger): readonly PrincipalReason[] {
  const lines = [
    ...caps.map(capLine),
    ...factorCodes.flatMap((factor) => (factors[factor]?.items ?? []).map((item) => itemLine(factor, item))),
  ];
  return lines
    .filter(({ pointsLost }) => pointsLost > 0)
    .sort((left, right) => right.pointsLost - left.pointsLost)
    .slice(0, mostReasons);
}

const factorCodes: readonly FactorCode[] = ["revenue", "consistency", "reliability", "growth"];

function capLine({ code, pointsLost, reason, said }: DisclosedLedger["caps"][number]): PrincipalReason {
  const blank = { value: null, threshold: null, unit: null };
  return { code, factor: "cap", reasonCode: "CAP", pointsLost, text: reason, ...(said && { said }), ...blank };
}

function itemLine(factor: FactorCode, item: DisclosedItem): PrincipalReason {
  const { code, points, max, reasonCode, reason, said, value = null, threshold = null, unit = null } = item;
  // Both are whole thousandths; their difference as a float need not be.
  const pointsLost = pointsOf(Math.round((max - points) * 1_000));
  return { code, factor, reasonCode, pointsLost, text: reason, ...(said && { said }), value, threshold, unit };
}
