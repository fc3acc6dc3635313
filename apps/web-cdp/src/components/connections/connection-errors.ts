import { formatRegion, type Locale } from "#lib/format.ts";
import type { TikTokShopErrorCode } from "#server/contract.ts";
import type { Translator } from "#words/translator.ts";
import { describeScope } from "./scopes.ts";

/** The platform's published markets (16). A region outside the list cannot be connected. */
export const tikTokShopMarkets = [
  "BR",
  "DE",
  "ES",
  "FR",
  "GB",
  "ID",
  "IE",
  "IT",
  "JP",
  "MX",
  "MY",
  "PH",
  "SG",
  "TH",
  "US",
  "VN",
] as const;

export interface ConnectionErrorText {
  readonly title: string;
  /** What it means and what to do, one paragraph each. */
  readonly body: readonly string[];
  /** Label of the button that starts over. */
  readonly retry: string;
  /** A person's own choice is no failure and is not drawn as one. */
  readonly tone: "notice" | "danger";
}

const tones = {
  no_active_shop: "danger",
  region_not_supported: "danger",
  missing_permissions: "danger",
  auth_denied: "notice",
  state_invalid: "danger",
  shop_already_connected: "danger",
  shop_in_other_account: "danger",
  provider_unavailable: "danger",
  unexpected: "danger",
} as const satisfies Record<TikTokShopErrorCode, ConnectionErrorText["tone"]>;

/** Every code that a return from TikTok can carry. */
export const connectionErrorCodes = Object.keys(tones) as readonly TikTokShopErrorCode[];

interface ConnectionErrorFacts {
  readonly code: string;
  readonly scopes: readonly string[];
  /** Name of the person's account that brings the shop already; null when the page knows of none. */
  readonly holder: string | null;
}

/** The page's words for one failed connection. A code nobody knows reads as `unexpected`, never as nothing. */
export function connectionErrorText(
  t: Translator<"connections">,
  facts: ConnectionErrorFacts,
  locale: Locale,
): ConnectionErrorText {
  const { code } = facts;
  const known = isConnectionErrorCode(code) ? code : "unexpected";
  return {
    title: t(`failure.${known}.title`),
    body: [t(`failure.${known}.text`), ...extraLines(t, { ...facts, code: known }, locale), t("failure.nothingLost")],
    retry: t(`failure.${known}.retry`),
    tone: tones[known],
  };
}

function extraLines(
  t: Translator<"connections">,
  { code, scopes, holder }: ConnectionErrorFacts & { readonly code: TikTokShopErrorCode },
  locale: Locale,
): string[] {
  switch (code) {
    case "no_active_shop":
      return [t("failure.asCreator")];
    case "region_not_supported":
      return [t("failure.markets", { markets: marketNames(locale).join(", ") }), t("failure.creators")];
    case "missing_permissions":
      return scopes.map((scope) => {
        const { label, why } = describeScope(t, scope);
        return t("failure.missing", { label, scope, why });
      });
    case "shop_in_other_account":
      return holder === null ? [] : [t("failure.heldBy", { name: holder })];
    default:
      return [];
  }
}

export function isConnectionErrorCode(code: string): code is TikTokShopErrorCode {
  return Object.hasOwn(tones, code);
}

/** The markets by name, in the order of the alphabet, but for the one left out. */
export function marketNames(locale: Locale, except?: string): string[] {
  return tikTokShopMarkets
    .filter((code) => code !== except)
    .map((code) => formatRegion(locale, code))
    .sort((a, b) => a.localeCompare(b, locale));
}
