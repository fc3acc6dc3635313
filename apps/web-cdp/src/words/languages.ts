import type { Locale } from "#lib/format.ts";

export const languageCodes = ["en", "id", "vi", "th", "de"] as const;

export type Language = (typeof languageCodes)[number];

/** Each locale by the name that its own readers give it. */
export const localeNames = {
  "en-US": "English (US)",
  "en-GB": "English (UK)",
  "id-ID": "Bahasa Indonesia",
  "vi-VN": "Tiếng Việt",
  "th-TH": "ไทย",
  "de-DE": "Deutsch",
} as const satisfies Record<Locale, string>;

const languages = {
  "en-US": "en",
  "en-GB": "en",
  "id-ID": "id",
  "vi-VN": "vi",
  "th-TH": "th",
  "de-DE": "de",
} as const satisfies Record<Locale, Language>;

/** The language whose words a locale is read in. */
export function languageOf(locale: Locale): Language {
  return languages[locale];
}

/** The `lang` of a text that there is in English only; undefined where the page around it is English. */
export function langOfEnglish(locale: Locale): "en" | undefined {
  return languageOf(locale) === "en" ? undefined : "en";
}
