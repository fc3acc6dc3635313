import { formatRegion, type Locale } from "#lib/format.ts";
import type { TikTokShopErrorCode } from "#server/contract.ts";
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
  /** Label of the button that starts over; null when another try cannot help. */
  readonly retry: string | null;
  /** A person's own choice is no failure and is not drawn as one. */
  readonly tone: "notice" | "danger";
}

const nothingLost = "Nothing was lost: your score and anything you connected before are as they were.";

const texts = {
  no_active_shop: {
    title: "No active TikTok Shop found. Please set up your shop first.",
    body: [
      "TikTok let you in, but this account has no shop that is open for business. Finish setting it up in TikTok Seller Center, then come back and connect again.",
      "If you earn commissions instead of running a shop, connect as a creator.",
    ],
    retry: "Try again",
    tone: "danger",
  },
  region_not_supported: {
    title: "TikTok Shop is not available in your region yet.",
    body: ["If you also have an account in one of the markets below, you can connect that one."],
    retry: "Connect another account",
    tone: "danger",
  },
  missing_permissions: {
    title: "TikTok did not give us the permission we need.",
    body: [
      "Without it there are no sales to read, so nothing was connected. Try again and leave the permission switched on.",
    ],
    retry: "Try again with all permissions",
    tone: "danger",
  },
  auth_denied: {
    title: "You did not approve at TikTok.",
    body: ["That is fine: nothing was read and nothing was connected. You can approve whenever you like."],
    retry: "Connect TikTok Shop",
    tone: "notice",
  },
  state_invalid: {
    title: "This connection attempt has run out.",
    body: [
      "It took too long, was already used, or was started in another browser or with another wallet. For your safety we did not finish it. Start again from here.",
    ],
    retry: "Start again",
    tone: "danger",
  },
  shop_already_connected: {
    title: "This shop is already connected to another wallet.",
    body: [
      "A shop can count for one wallet at a time. Sign in with the wallet that connected it, or disconnect it there first, then try again.",
    ],
    retry: "Connect another account",
    tone: "danger",
  },
  provider_unavailable: {
    title: "TikTok Shop is not answering right now.",
    body: ["This is on their side, not yours. Wait a few minutes and try again."],
    retry: "Try again",
    tone: "danger",
  },
  unexpected: {
    title: "Something went wrong while connecting.",
    body: ["We could not finish the connection. Try again; if it happens twice, send us the reference below."],
    retry: "Try again",
    tone: "danger",
  },
} as const satisfies Record<TikTokShopErrorCode, ConnectionErrorText>;

/** Every code that a return from TikTok can carry. */
export const connectionErrorCodes = Object.keys(texts) as readonly TikTokShopErrorCode[];

/** The page's words for one failed connection. A code nobody knows reads as `unexpected`, never as nothing. */
export function connectionErrorText(code: string, scopes: readonly string[], locale: Locale): ConnectionErrorText {
  const known = isConnectionErrorCode(code) ? code : "unexpected";
  const text: ConnectionErrorText = texts[known];
  return { ...text, body: [...text.body, ...extraLines(known, scopes, locale), nothingLost] };
}

function extraLines(code: TikTokShopErrorCode, scopes: readonly string[], locale: Locale): string[] {
  if (code === "region_not_supported") {
    return [
      `TikTok Shop can be connected in: ${marketNames(locale).join(", ")}.`,
      "For creators in the United Kingdom and the European Union, TikTok gives apps no commission figures; a shop there can be connected.",
    ];
  }
  if (code === "missing_permissions" && scopes.length > 0) {
    return scopes.map((scope) => `Missing: ${describeScope(scope).label} (${scope}). ${describeScope(scope).why}`);
  }
  return [];
}

export function isConnectionErrorCode(code: string): code is TikTokShopErrorCode {
  return Object.hasOwn(texts, code);
}

/** The markets by name, in the order of the alphabet, but for the one left out. */
export function marketNames(locale: Locale, except?: string): string[] {
  return tikTokShopMarkets
    .filter((code) => code !== except)
    .map((code) => formatRegion(locale, code))
    .sort((a, b) => a.localeCompare(b, locale));
}
