import type { NextTier, NextTierPath } from "@lendfriend/credit-score";
import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import type { Locale } from "#lib/format.ts";
import { wordsOf } from "#words/catalogue.ts";
import {
  ceilingWords,
  itemWords,
  nextTierLead,
  nextTierTitle,
  notAloneWords,
  pathTitle,
  pathWords,
  scoreThen,
} from "./next-tier-words.ts";
import { nameOf } from "./words.ts";

interface NextTierCardProps {
  /** Null in the highest tier, undefined before the first import. */
  readonly next: NextTier | null | undefined;
  readonly locale: Locale;
}

/** The smallest single changes that reach the next tier, and what is not enough alone. */
export function NextTierCard({ next, locale }: NextTierCardProps) {
  const t = wordsOf(locale, "score");
  if (!next) {
    return (
      <Card title={t("nextTier.title")} id="next-tier">
        <p className="text-sm text-ink-soft">{t(next === undefined ? "nextTier.noScore" : "nextTier.highest")}</p>
      </Card>
    );
  }
  return (
    <Card title={nextTierTitle(locale, next)} id="next-tier" lead={nextTierLead(locale, next)}>
      <div className="space-y-4">
        {next.heldBy && <Notice title={ceilingWords(locale, next.heldBy)} />}
        <Reaching next={next} locale={locale} />
        <NotAlone next={next} locale={locale} />
      </div>
    </Card>
  );
}

interface NextTierProps {
  readonly next: NextTier;
  readonly locale: Locale;
}

function Reaching({ next, locale }: NextTierProps) {
  const t = wordsOf(locale, "score");
  const paths = next.paths.filter(isReaching);
  const items = next.items.filter(({ suffices }) => suffices);
  if (paths.length + items.length === 0) {
    return (
      <p className="text-sm">
        {t.rich("nextTier.noneReaches", {
          link: (chunks) => (
            <a href="#what-if" className="text-accent underline underline-offset-2">
              {chunks}
            </a>
          ),
        })}
      </p>
    );
  }
  return (
    <>
      <p className="text-sm">{t("nextTier.reaching")}</p>
      <ul className="grid gap-x-8 gap-y-4 md:grid-cols-2">
        {paths.map((path) => (
          <Entry key={path.lever} title={pathTitle(locale, path)} aside={scoreThen(locale, path)}>
            {pathWords(locale, path)}
          </Entry>
        ))}
        {items.map((item) => (
          <Entry key={item.item} title={nameOf(locale, item.item)}>
            {itemWords(locale, item)}
          </Entry>
        ))}
      </ul>
    </>
  );
}

function NotAlone({ next, locale }: NextTierProps) {
  const paths = next.paths.filter((path) => !isReaching(path));
  const items = next.items.filter(({ suffices }) => !suffices);
  if (paths.length + items.length === 0) return null;
  return (
    <details className="text-sm">
      <summary className="flex min-h-11 cursor-pointer items-center text-accent underline underline-offset-2">
        {wordsOf(locale, "score")("nextTier.notAlone", { count: paths.length + items.length })}
      </summary>
      <ul className="mt-2 grid gap-x-8 gap-y-4 md:grid-cols-2">
        {paths.map((path) => (
          <Entry key={path.lever} title={pathTitle(locale, path)}>
            {notAloneWords(locale, path)}
          </Entry>
        ))}
        {items.map((item) => (
          <Entry key={item.item} title={nameOf(locale, item.item)}>
            {itemWords(locale, item)}
          </Entry>
        ))}
      </ul>
    </details>
  );
}

function isReaching({ outcome }: NextTierPath): boolean {
  return outcome === "reaches";
}

interface EntryProps {
  readonly title: string;
  readonly aside?: string;
  readonly children: ReactNode;
}

function Entry({ title, aside, children }: EntryProps) {
  return (
    <li className="text-sm">
      <p className="flex justify-between gap-3 font-medium">
        <span>{title}</span>
        {aside && <span className="whitespace-nowrap tabular-nums">{aside}</span>}
      </p>
      <p className="mt-0.5 text-ink-soft tabular-nums">{children}</p>
    </li>
  );
}
