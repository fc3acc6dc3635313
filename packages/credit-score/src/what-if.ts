import { buildLedger } from "./build-ledger.ts";
import type { IncomeMetrics } from "./income-metrics.ts";
import { type Lever, type LeverName, levers } from "./levers.ts";
import { pointsOf } from "./milli-points.ts";
import { type ScoreOptions, scoreIncome } from "./score-income.ts";
import type { ItemUnit, ScoreReport } from "./score-report.ts";
import { ttshop1 } from "./ttshop1.ts";
import { WhatIfError } from "./what-if-error.ts";

/** Edits by lever name; each value in the lever's unit (see `whatIfLevers`). */
export type WhatIfChanges = Readonly<Partial<Record<LeverName, number>>>;

export interface WhatIfLever {
  readonly name: LeverName;
  readonly label: string;
  readonly unit: ItemUnit;
  /** The value now, as the snapshot has it. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/**
 * Scores an edited snapshot with the same function: the score, its difference to the unedited one, the whole report.
 * Throws `WhatIfError` for a lever that is unknown or not offered by this snapshot, and for a value out of its range.
 *
 * @example whatIf(metrics, { refundRate: 0.02 }).delta // 1.38
 */
export function whatIf(
  inputs: IncomeMetrics,
  changes: WhatIfChanges,
  options: ScoreOptions = {},
): { readonly score: number; readonly delta: number; readonly report: ScoreReport } {
  const edits = Object.entries(changes).map(([name, value]) => ({ lever: offeredLever(inputs, name), value }));
  for (const { lever, value } of edits) requireInRange(inputs, lever, value);
  const inOrder = [...edits].sort((left, right) => levers.indexOf(left.lever) - levers.indexOf(right.lever));
  const edited = inOrder.reduce((metrics, { lever, value }) => lever.apply(metrics, value), inputs);
  const report = scoreIncome(edited, options);
  const now = buildLedger(inputs, options.config ?? ttshop1).millipoints;
  const delta = pointsOf(report.millipoints - now);
  return { score: report.score, delta, report };
}

/** The levers that this snapshot offers, with their value now and their range. */
export function whatIfLevers(inputs: IncomeMetrics): readonly WhatIfLever[] {
  return levers.flatMap((lever) => {
    const value = lever.current(inputs);
    if (value === null) return [];
    const { name, label, unit, min, step } = lever;
    return [{ name, label, unit, value: Number(value.toFixed(6)), min, max: lever.max(inputs), step }];
  });
}

function offeredLever(inputs: IncomeMetrics, name: string): Lever {
  const lever = levers.find((candidate) => candidate.name === name);
  if (!lever) {
    const names = levers.map((candidate) => candidate.name).join(", ");
    throw new WhatIfError("unknown_lever", name, `"${name.slice(0, 60)}" cannot be changed. Choose from: ${names}.`);
  }
  if (lever.current(inputs) === null) {
    const message = `${name} was not measured for this account, so it cannot be changed. Leave it out.`;
    throw new WhatIfError("lever_not_offered", name, message);
  }
  return lever;
}

function requireInRange(inputs: IncomeMetrics, lever: Lever, value: unknown): asserts value is number {
  if (typeof value !== "number" || !Number.isFinite(value) || (lever.whole && !Number.isInteger(value))) {
    const kind = lever.whole ? "a whole number" : "a number";
    throw new WhatIfError("not_a_number", lever.name, `${lever.name} must be ${kind}.`);
  }
  const max = lever.max(inputs);
  if (value < lever.min || value > max) {
    throw new WhatIfError("out_of_range", lever.name, `${lever.name} must be from ${lever.min} to ${max}.`);
  }
}
