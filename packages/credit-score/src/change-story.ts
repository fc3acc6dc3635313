import type { IncomeMetrics } from "./income-metrics.ts";
import type { SaidMessage } from "./messages.ts";
import { pointsOf } from "./milli-points.ts";
import { scoreIncome } from "./score-income.ts";
import type { FactorCode, ItemCode, ItemStatus, ItemUnit, ScoreItem, ScoreReport } from "./score-report.ts";
import { modelHash, type ScoreModel, ttshop1 } from "./ttshop1.ts";

/** What was stored of one score: the figures that went in and the report that came out. */
export interface StoredScore {
  readonly inputs: IncomeMetrics;
  readonly report: ScoreReport;
}

export interface ItemAt {
  readonly points: number;
  readonly max: number;
  readonly value: number | null;
  /** It may differ between the two: satisfaction is read from one of two figures. */
  readonly unit: ItemUnit;
  readonly status: ItemStatus;
  readonly reason: string;
  readonly said?: readonly SaidMessage[];
}

/** What one item did to the score between the two. */
export interface ItemChange {
  readonly code: ItemCode;
  readonly factor: FactorCode;
  readonly before: ItemAt;
  readonly after: ItemAt;
  readonly millipoints: number;
  readonly points: number;
}

export interface ChangeStory {
  readonly from: ScoreMark;
  readonly to: ScoreMark;
  /** `to` less `from`: the sum of the parts below, exactly. */
  readonly millipoints: number;
  readonly points: number;
  /** Items that moved the score or became measured or unmeasured, the largest move first. */
  readonly items: readonly ItemChange[];
  /** What ceilings took more (below 0) or gave back (above 0). */
  readonly caps: { readonly millipoints: number; readonly points: number };
  /** What a newer model made of the older figures; null when both scores are of one model. */
  readonly model: { readonly millipoints: number; readonly points: number } | null;
  /**
   * False when the older figures cannot be scored again by the newer model, which is not the one in use: then `model`
   * holds the whole difference and there are no items.
   */
  readonly itemised: boolean;
  /** Shops that only one of the two scores counts, by name. The borrower's income is then not like for like. */
  readonly shops: { readonly added: readonly string[]; readonly removed: readonly string[] };
  /** Kinds of account that only one of the two counts. */
  readonly sides: { readonly added: readonly Side[]; readonly removed: readonly Side[] };
}

type Side = "seller" | "creator";

export interface ScoreMark {
  readonly asOf: string;
  readonly score: number;
  readonly tier: string;
  readonly modelHash: string;
  readonly snapshotHash: string;
  readonly provisional: boolean;
}

/**
 * Why a score differs from an earlier one, in parts that sum to the difference, to the thousandth. Between two models the
 * older figures are scored again by the newer model, so that what the model did is one part and what the sales did the rest.
 */
export function changeStory(from: StoredScore, to: StoredScore, config: ScoreModel = ttshop1): ChangeStory {
  const millipoints = to.report.millipoints - from.report.millipoints;
  const base = likeForLike(from, to, config);
  const model = base === from.report ? null : (base ?? to.report).millipoints - from.report.millipoints;
  const items = base === null ? [] : itemChanges(base, to.report);
  const caps = base === null ? 0 : capped(base) - capped(to.report);
  return {
    from: markOf(from.report),
    to: markOf(to.report),
    millipoints,
    points: pointsOf(millipoints),
    items: items.filter(isTold).sort(byMove),
    caps: { millipoints: caps, points: pointsOf(caps) },
    model: model === null ? null : { millipoints: model, points: pointsOf(model) },
    itemised: base !== null,
    shops: differences(shopsOf(from), shopsOf(to)),
    sides: differences(sidesOf(from), sidesOf(to)),
  };
}

/** The older score as the newer one's model counts it; null when that model is not at hand. */
function likeForLike(from: StoredScore, to: StoredScore, config: ScoreModel): ScoreReport | null {
  if (from.report.modelHash === to.report.modelHash) return from.report;
  return to.report.modelHash === modelHash(config) ? scoreIncome(from.inputs, { config }) : null;
}

const factorCodes: readonly FactorCode[] = ["revenue", "consistency", "reliability", "growth"];

function itemChanges(before: ScoreReport, after: ScoreReport): readonly ItemChange[] {
  return factorCodes.flatMap((factor) => {
    const earlier = new Map(before.factors[factor].items.map((item) => [item.code, item]));
    return after.factors[factor].items.flatMap((item) => {
      const was = earlier.get(item.code);
      if (!was) return [];
      const millipoints = item.millipoints - was.millipoints;
      const { code } = item;
      return [{ code, factor, before: itemAt(was), after: itemAt(item), millipoints, points: pointsOf(millipoints) }];
    });
  });
}

function isTold({ millipoints, before, after }: ItemChange): boolean {
  return millipoints !== 0 || before.status !== after.status;
}

function itemAt({ points, max, value, unit, status, reason, said }: ScoreItem): ItemAt {
  return { points, max, value, unit, status, reason, ...(said ? { said } : {}) };
}

function byMove(left: ItemChange, right: ItemChange): number {
  return Math.abs(right.millipoints) - Math.abs(left.millipoints);
}

/** What ceilings took, in thousandths: the items' sum less the score. */
function capped(report: ScoreReport): number {
  return factorCodes.reduce((sum, factor) => sum + report.factors[factor].millipoints, 0) - report.millipoints;
}

function markOf(report: ScoreReport): ScoreMark {
  const { asOf, score, tier, modelHash: hash, snapshotHash, provisional } = report;
  return { asOf, score, tier, modelHash: hash, snapshotHash, provisional };
}

function shopsOf({ inputs }: StoredScore): ReadonlyMap<string, string> {
  return new Map(inputs.byShop.map((shop) => [shop.shopId, shop.name]));
}

function sidesOf({ inputs }: StoredScore): ReadonlyMap<Side, Side> {
  const sides: readonly Side[] = ["seller", "creator"];
  return new Map(sides.filter((side) => inputs[side] !== null).map((side) => [side, side]));
}

function differences<Key, Name>(before: ReadonlyMap<Key, Name>, after: ReadonlyMap<Key, Name>) {
  return { added: namesMissingIn(after, before), removed: namesMissingIn(before, after) };
}

function namesMissingIn<Key, Name>(these: ReadonlyMap<Key, Name>, others: ReadonlyMap<Key, Name>): readonly Name[] {
  return [...these].filter(([key]) => !others.has(key)).map(([, name]) => name);
}
