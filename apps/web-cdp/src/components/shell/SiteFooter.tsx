import Link from "next/link";
import { type Locale, localeCookie } from "#lib/format.ts";
import { type Theme, themeCookie, themes } from "#lib/theme.ts";
import { localeNames } from "#words/languages.ts";
import type { Translator } from "#words/translator.ts";
import { FooterChoice } from "./FooterChoice.tsx";

interface SiteFooterProps {
  readonly locale: Locale;
  readonly theme: Theme;
  readonly t: Translator<"shell">;
}

export function SiteFooter({ locale, theme, t }: SiteFooterProps) {
  return (
    <footer className="mt-16 border-t border-line">
      <div className="mx-auto max-w-6xl space-y-2 px-4 py-8 text-sm text-ink-soft sm:px-6">
        <p>
          <strong className="font-semibold text-ink">{t("notCalibrated")}</strong> {t("notCalibratedText")}{" "}
          <Link href="/model" prefetch={false} className="text-accent underline">
            {t("howComputed")}
          </Link>
        </p>
        <p>{t("trademark")}</p>
        <div className="no-print flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <a href="/verify" className="inline-flex min-h-11 items-center underline underline-offset-2">
            {t("verify")}
          </a>
          <div className="flex flex-wrap gap-x-6 gap-y-2">
            <FooterChoice
              label={t("appearance.label")}
              name={themeCookie}
              value={theme}
              options={themes.map((value) => ({ value, text: t(`appearance.${value}`) }))}
            />
            <FooterChoice
              label={t("language")}
              name={localeCookie}
              value={locale}
              // Each is called as its own readers call it.
              options={Object.entries(localeNames).map(([value, text]) => ({ value, text, lang: value }))}
            />
          </div>
        </div>
      </div>
    </footer>
  );
}
