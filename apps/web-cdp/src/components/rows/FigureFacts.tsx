import Link from "next/link";
import { nameOf } from "#components/score/words.ts";
import { formatDateTime, type Locale } from "#lib/format.ts";
import { itemsOfFigure } from "#server/figure-catalogue.ts";
import { wordsOf } from "#words/catalogue.ts";
import { makingOfFigure, sourcePaths } from "./figure-making.ts";

interface FigureFactsProps {
  readonly figure: string;
  readonly asOf: string;
  readonly locale: Locale;
}

/** How a figure is made, from which list of the platform, and where the score uses it. */
export function FigureFacts({ figure, asOf, locale }: FigureFactsProps) {
  const t = wordsOf(locale, "rows");
  const figures = wordsOf(locale, "figures");
  const { formula, sources } = makingOfFigure(figure);
  const items = itemsOfFigure(figure);
  return (
    <dl className="grid gap-x-8 gap-y-1 text-sm sm:grid-cols-[auto_minmax(0,1fr)] sm:gap-y-4">
      <dt className="mt-3 text-ink-soft first:mt-0 sm:mt-0">{t("formula")}</dt>
      <dd className="max-w-prose">{formula.map((name) => figures(`formula.${name}`)).join(" ")}</dd>
      <dt className="mt-3 text-ink-soft first:mt-0 sm:mt-0">{t("source")}</dt>
      <dd>
        <ul className="space-y-2">
          {sources.map((source) => (
            <li key={source}>
              <span className="block">{figures(`source.${source}.name`)}</span>
              <code className="block font-mono text-xs break-all text-ink-soft">{sourcePaths[source]}</code>
              <span className="block text-xs text-ink-soft">{figures(`source.${source}.fields`)}</span>
            </li>
          ))}
        </ul>
      </dd>
      <dt className="mt-3 text-ink-soft first:mt-0 sm:mt-0">{t("asOf")}</dt>
      <dd>{formatDateTime(locale, asOf)}</dd>
      {items.length > 0 && (
        <>
          <dt className="mt-3 text-ink-soft first:mt-0 sm:mt-0">{t("points")}</dt>
          <dd className="flex flex-wrap gap-x-4 gap-y-1">
            {items.map((code) => (
              <Link key={code} href={`/model#${code}`} prefetch={false} className="inline-flex min-h-6 underline">
                {nameOf(locale, code)}
              </Link>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}
