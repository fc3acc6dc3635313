import "server-only";
import type { ImportStage } from "@lendfriend/connector";
import type { EarlierImport } from "#server/stores/pg/earlier-import.ts";

export type SkipReason = "withheld" | "unsupported" | "not_found" | "shop_inactive";

/** One list that is read page by page with its own cursor: a stage, of a shop or of the account, over a range. */
export interface PlannedWindow {
  readonly stage: string;
  readonly shopId: string | null;
  readonly parentId: string | null;
  /** Unix seconds, inclusive. */
  readonly from: number;
  /** Unix seconds, exclusive. */
  readonly to: number;
  /** Position of the stage, so that progress names the first stage that is not finished. */
  readonly seq: number;
  /** Set when it is known beforehand that the stage cannot be read. */
  readonly skip: SkipReason | null;
  /** Reads what changed in the range instead of what was made in it. */
  readonly byUpdate?: boolean;
  /** The window whose list was cut to make this one. */
  readonly splitFrom?: string;
  /** Rows that it is guessed to hold, until its first page tells; for progress only. */
  readonly rowsExpected?: number;
}

export interface ImportSubject {
  readonly stages: readonly ImportStage[];
  readonly grantedScopes: readonly string[];
  readonly shops: readonly { readonly id: string; readonly firstActivity: number | null }[];
  /** The account's own first activity, for accounts without shops. */
  readonly firstActivity: number | null;
  readonly from: number;
  readonly to: number;
  /** The complete import after which only changes are read; null to read everything. */
  readonly earlier?: EarlierImport | null;
}

/** The stage that asks when the account first traded. It writes no row, so no platform lists it among its stages. */
export const firstActivityStage = "first_activity";

/** Days that an import covers, counted back from its `asOf`. */
export const importDays = 90;

/** The windows with which an import starts. Stages that have a parent get theirs when the parent's pages arrive. */
export function planWindows(subject: ImportSubject): readonly PlannedWindow[] {
  const planned = subject.stages.flatMap((stage, seq) => (stage.parent === null ? planStage(subject, stage, seq) : []));
  return [...planned, ...planFirstActivity(subject)];
}

/** Windows of the stages that hang on `parentStage`, one for each id that a page of it handed out. */
export function planChildren(
  stages: readonly ImportStage[],
  parent: { readonly stage: string; readonly shopId: string | null; readonly from: number; readonly to: number },
  parentIds: readonly string[],
): readonly PlannedWindow[] {
  return stages.flatMap((stage, seq) =>
    stage.parent === parent.stage
      ? parentIds.map((parentId) => ({
          stage: stage.stage,
          shopId: parent.shopId,
          parentId,
          from: parent.from,
          to: parent.to,
          seq,
          skip: null,
        }))
      : [],
  );
}

/** Why a stage that was refused is missing: the person withheld the permission, or the platform does not offer it. */
export function refusalReason(
  stage: Pick<ImportStage, "asked" | "scope">,
  grantedScopes: readonly string[],
): "withheld" | "unsupported" {
  return stage.asked && stage.scope !== null && !grantedScopes.includes(stage.scope) ? "withheld" : "unsupported";
}

/** A list that is read after another also covers what came to it meanwhile, however long that takes. */
const lateSeconds = 86_400;

function planStage(subject: ImportSubject, stage: ImportStage, seq: number): readonly PlannedWindow[] {
  const skip = isWithoutScope(stage, subject.grantedScopes) ? refusalReason(stage, subject.grantedScopes) : null;
  return shopIdsOf(subject, stage).map((shopId) => ({
    stage: stage.stage,
    shopId,
    parentId: null,
    from: subject.from,
    to: stage.after === undefined ? subject.to : subject.to + lateSeconds,
    seq,
    skip,
    ...(skip === null ? changesSince(subject, stage, shopId) : {}),
  }));
}

/** A change that the platform listed late is still inside this much of what was read before. */
const overlapSeconds = 3_600;

/** The part of a list that an earlier complete import leaves to be read; nothing to narrow when there was none. */
function changesSince(
  { earlier, from }: ImportSubject,
  stage: ImportStage,
  shopId: string | null,
): Partial<Pick<PlannedWindow, "from" | "byUpdate">> {
  if (!earlier?.hasRead(stage.stage, shopId)) return {};
  if (stage.tellsChanges) return { from: earlier.to - overlapSeconds, byUpdate: true };
  const newest = earlier.newestStatement(shopId);
  if (stage.finalAfterDays === undefined || newest === null) return {};
  return { from: Math.max(from, Math.min(newest, earlier.to) - stage.finalAfterDays * 86_400) };
}

/**
 * A required stage is always tried, so that its refusal comes from the platform itself; so is everything when the
 * platform named no scope at all.
 */
function isWithoutScope(stage: ImportStage, grantedScopes: readonly string[]): boolean {
  if (stage.required || stage.scope === null || grantedScopes.length === 0) return false;
  return !grantedScopes.includes(stage.scope);
}

function shopIdsOf(subject: ImportSubject, stage: ImportStage): readonly (string | null)[] {
  return stage.perShop ? subject.shops.map((shop) => shop.id) : [null];
}

function planFirstActivity(subject: ImportSubject): readonly PlannedWindow[] {
  const isPerShop = subject.stages.some((stage) => stage.perShop);
  const owners = isPerShop ? subject.shops : [{ id: null, firstActivity: subject.firstActivity }];
  return owners
    .filter((owner) => owner.firstActivity === null)
    .map((owner) => ({
      stage: firstActivityStage,
      shopId: owner.id,
      parentId: null,
      from: 0,
      to: subject.to,
      seq: subject.stages.length,
      skip: null,
    }));
}
