import type { CapCode, FactorCode, ItemCode, ItemStatus, ItemUnit, ScoreItem } from "@lendfriend/credit-score";
import type { BadgeTone } from "#components/ui/Badge.tsx";
import { formatWord, type Locale } from "#lib/format.ts";
import { wordsOf } from "#words/catalogue.ts";
import { integrityName } from "#words/integrity-name.ts";
import { isCodeOf } from "#words/is-code-of.ts";
import type { Messages } from "#words/translator.ts";
import { formatUnit } from "./unit-words.ts";

/** In the order in which the model counts them. */
export const factorCodes = ["revenue", "consistency", "reliability", "growth"] as const satisfies readonly FactorCode[];

type Score = Messages["score"];

/** The name of an item or a cap in words; a code of a later model reads as its own words. */
export function nameOf(locale: Locale, code: string): string {
  const t = wordsOf(locale, "score");
  const key = `name.${code as keyof Score["name"]}` as const;
  return t.has(key) ? t(key) : formatWord(code);
}

/** What a borrower can do about the points that an item or a ceiling takes; null for a code of a later model. */
export function adviceOf(locale: Locale, code: string): string | null {
  const t = wordsOf(locale, "score");
  const key = `advice.${code as keyof Score["advice"]}` as const;
  return t.has(key) ? t(key) : null;
}

/** What an item without a figure says in place of one; null when it was scored. Its reason says what that means. */
export function statusWords(locale: Locale, status: ItemStatus): string | null {
  return status === "scored" ? null : wordsOf(locale, "score")(`status.${status}`);
}

/** Items whose figure is a grade of the model's own; their reason says it in words. */
const gradedItems: ReadonlySet<string> = new Set(["seller_type", "platform_standing"] satisfies ItemCode[]);

export function isGraded(code: string): boolean {
  return gradedItems.has(code);
}

interface Measured {
  readonly code: ItemCode | CapCode;
  readonly value?: number | null | undefined;
  readonly threshold?: number | null | undefined;
  readonly unit?: ItemUnit | null | undefined;
}

/** "Measured 5.1%, all points at 2%": null when nothing was measured or the figure is not shared. */
export function measuredWords(
  locale: Locale,
  item: Measured,
): { readonly value: string; readonly threshold: string | null } | null {
  if (item.value === null || item.value === undefined || !item.unit) return null;
  if (isGraded(item.code)) return null;
  const units = wordsOf(locale, "units");
  const threshold = item.threshold ?? null;
  const unit = toldUnit(item.code, item.unit);
  return {
    value: formatUnit(units, locale, item.value, unit),
    threshold: threshold === null ? null : formatUnit(units, locale, threshold, unit),
  };
}

/** The variation of weekly orders is a ratio to their average, which its reason tells in percent. */
export function toldUnit(code: string, unit: ItemUnit): ItemUnit {
  return code === "order_regularity" ? "share" : unit;
}

export interface IntegrityWords {
  readonly label: string;
  readonly meaning: string;
  readonly tone: BadgeTone;
}

const integrityTones: Readonly<Record<keyof Score["integrityMeans"], BadgeTone>> = {
  PASS: "positive",
  REVIEW: "caution",
  FAIL: "danger",
  UNAVAILABLE: "caution",
};

/** What reconciling delivered sales with the platform's own payouts found. */
export function integrityWords(locale: Locale, integrity: string): IntegrityWords {
  const code = isCodeOf(integrityTones, integrity) ? integrity : "UNAVAILABLE";
  return {
    label: integrityName(wordsOf(locale, "claims"), code),
    meaning: wordsOf(locale, "score")(`integrityMeans.${code}`),
    tone: integrityTones[code],
  };
}

/** How much there is to go by, in one word beside the number. */
export function confidenceWords(
  locale: Locale,
  confidence: number,
): { readonly label: string; readonly tone: BadgeTone } {
  const t = wordsOf(locale, "score");
  if (confidence >= 75) return { label: t("confidence.high"), tone: "positive" };
  if (confidence >= 45) return { label: t("confidence.medium"), tone: "notice" };
  return { label: t("confidence.low"), tone: "caution" };
}

/** What a tier means; nothing for one of a later model. */
export function tierMeaning(locale: Locale, tier: string): string {
  const t = wordsOf(locale, "score");
  const key = `tierMeans.${tier as keyof Score["tierMeans"]}` as const;
  return t.has(key) ? t(key) : "";
}

/** Parts of an item that a share may or may not include. */
export type ItemView = Pick<ScoreItem, "code" | "points" | "max" | "status" | "reason"> & Partial<ScoreItem>;

export interface FactorView {
  readonly points: number;
  readonly max: number;
  readonly items: readonly ItemView[];
}
