import type { Claim } from "@lendfriend/score-proof";
import { formatMoney, formatNumber, formatPercent, formatWord, type Locale } from "#lib/format.ts";
import type { Messages, Translator } from "#words/translator.ts";

type ClaimKey = Parameters<Translator<"claims">["has"]>[0];

/** What a claim is about, in words; a path of a later version reads as its own words. */
export function claimName(t: Translator<"claims">, { path }: Claim): string {
  return isClaimName(t, path) ? t(path) : formatWord(path);
}

/** What a claim says, in words: "$14,250.75", "at least $10,000", "not at least $20,000". */
export function claimValue(t: Translator<"claims">, locale: Locale, claim: Claim): string {
  if (claim.kind === "exact") return amountText(t, locale, claim.value, claim.unit);
  const amount = amountText(t, locale, claim.bound, claim.unit);
  return t(`says.${claim.holds ? claim.kind : (`not_${claim.kind}` as const)}`, { amount });
}

function amountText(t: Translator<"claims">, locale: Locale, value: string, unit: string): string {
  if (/^[A-Z]{3}$/.test(unit)) return formatMoney(locale, value, unit);
  if (unit === "share") return formatPercent(locale, Number(value), 2);
  const amount = formatNumber(locale, Number(value), 3);
  return isClaimUnit(t, unit) ? t(`unit.${unit}`, { count: Number(value), amount }) : `${amount} ${unit}`;
}

type ClaimUnit = keyof Messages["claims"]["unit"];

function isClaimUnit(t: Translator<"claims">, unit: string): unit is ClaimUnit {
  return t.has(`unit.${unit as ClaimUnit}`);
}

type ClaimName = Exclude<ClaimKey, `${"says" | "unit" | "tier" | "integrity"}${string}`>;

function isClaimName(t: Translator<"claims">, path: string): path is ClaimName {
  return !/^(says|unit|tier|integrity|factor_points$)/.test(path) && t.has(path as ClaimKey);
}
