import "server-only";
import { createHash } from "node:crypto";
import { type Locale, supportedLocales } from "#lib/format.ts";
import { catalogue } from "./catalogue.ts";
import { type Language, languageOf } from "./languages.ts";

/** The wording of the consent panel, in all languages. Another wording of any of them is another version. */
const version = "2026-11-29";

/** What a person read before consenting, as it is kept with the consent. */
export interface ConsentText {
  readonly version: string;
  readonly language: Language;
  /** SHA-256 of the text in that language. */
  readonly hash: string;
}

const texts: readonly ConsentText[] = [...new Set(supportedLocales.map(languageOf))].map((language) => ({
  version,
  language,
  hash: hashOf(catalogue[language].connections.consent),
}));

/** The consent text that a page shows in a locale. */
export function consentTextIn(locale: Locale): ConsentText {
  const found = texts.find(({ language }) => language === languageOf(locale));
  if (!found) throw new Error(`The consent has no text for ${locale}.`);
  return found;
}

/** The consent text that has this hash; null when none of the present ones has, as on a page of an older version. */
export function findConsentText(hash: string): ConsentText | null {
  return texts.find((text) => text.hash === hash) ?? null;
}

function hashOf(words: object): string {
  return createHash("sha256")
    .update(JSON.stringify(sorted(words)))
    .digest("hex");
}

/** In the order of the keys, so that moving a line in the catalogue changes no hash. */
function sorted(words: object): unknown {
  return Object.entries(words)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, value]) => [key, typeof value === "string" ? value : sorted(value)]);
}
