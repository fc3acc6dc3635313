import { type Locale, localeCookie } from "#lib/format.ts";
import { localeNames } from "#words/languages.ts";
import { LanguageCookie } from "./LanguageCookie.tsx";

interface LanguageChoiceProps {
  readonly label: string;
  readonly locale: Locale;
}

/** Chooses the language of all pages, kept in this browser for a year. Each is called as its own readers call it. */
export function LanguageChoice({ label, locale }: LanguageChoiceProps) {
  return (
    <LanguageCookie name={localeCookie}>
      <label className="flex items-center gap-2">
        <span>{label}</span>
        <select
          key={locale}
          defaultValue={locale}
          className="min-h-11 cursor-pointer rounded-lg border border-control bg-surface px-3 text-sm text-ink"
        >
          {Object.entries(localeNames).map(([each, name]) => (
            <option key={each} value={each} lang={each}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </LanguageCookie>
  );
}
