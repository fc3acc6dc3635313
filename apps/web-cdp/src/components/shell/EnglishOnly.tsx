import type { ReactNode } from "react";
import { readPageSetting } from "#lib/page-setting.ts";
import { wordsOf } from "#words/catalogue.ts";
import { languageOf } from "#words/languages.ts";

/** Pages whose words exist in English only: marked as such for screen readers, and said to whoever reads another language. */
export async function EnglishOnly({ children }: { readonly children: ReactNode }) {
  const { locale } = await readPageSetting();
  if (languageOf(locale) === "en") return children;
  return (
    <>
      <p className="no-print mb-4 text-sm text-ink-soft">{wordsOf(locale, "shell")("onlyEnglish")}</p>
      <div lang="en">{children}</div>
    </>
  );
}
