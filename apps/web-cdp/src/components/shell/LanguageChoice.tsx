"use client";

import { useRouter } from "next/navigation";

interface LanguageChoiceProps {
  readonly label: string;
  readonly value: string;
  /** Each locale by the name that its own readers give it. */
  readonly names: Readonly<Record<string, string>>;
  readonly cookie: string;
}

const yearSeconds = 365 * 24 * 3_600;

/** Chooses the language of all pages, kept in this browser for a year. */
export function LanguageChoice({ label, value, names, cookie }: LanguageChoiceProps) {
  const router = useRouter();

  function choose(wanted: string) {
    // biome-ignore lint/suspicious/noDocumentCookie: the store that the rule prefers is missing from Firefox and Safari before 18
    document.cookie = `${cookie}=${wanted}; path=/; max-age=${yearSeconds}; samesite=lax; secure`;
    router.refresh();
  }

  return (
    <label className="flex items-center gap-2">
      <span>{label}</span>
      <select
        value={value}
        onChange={(event) => choose(event.target.value)}
        className="min-h-11 cursor-pointer rounded-lg border border-control bg-surface px-3 text-sm text-ink"
      >
        {Object.entries(names).map(([locale, name]) => (
          <option key={locale} value={locale} lang={locale}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
