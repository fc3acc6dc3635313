import Link from "next/link";
import { formatCount, type Locale } from "#lib/format.ts";
import type { FlagKind, TrailCount } from "#server/tie-out-page.ts";
import { flagKinds } from "#server/tie-out-page.ts";
import { wordsOf } from "#words/catalogue.ts";
import { trailHref } from "./trail-href.ts";

interface FlagFilterProps {
  readonly counts: readonly TrailCount[];
  readonly kind: FlagKind | null;
  readonly path: string;
  readonly locale: Locale;
}

/** Ways to the flags of one kind, each with how many there are. */
export function FlagFilter({ counts, kind, path, locale }: FlagFilterProps) {
  const t = wordsOf(locale, "moneyTrail");
  const countOf = (wanted: FlagKind) =>
    counts.filter(({ state }) => state === wanted).reduce((sum, { count }) => sum + count, 0);
  const all = flagKinds.reduce((sum, each) => sum + countOf(each), 0);
  const choices: readonly { readonly kind: FlagKind | null; readonly label: string; readonly count: number }[] = [
    { kind: null, label: t("all"), count: all },
    ...flagKinds.map((each) => ({ kind: each, label: t(`state.${each}.label`), count: countOf(each) })),
  ];
  return (
    <nav aria-label={t("filter")} className="no-print overflow-x-auto">
      <ul className="flex gap-1 whitespace-nowrap">
        {choices.map((choice) => (
          <li key={choice.label}>
            <Link
              href={trailHref(path, { kind: choice.kind, page: 1 })}
              prefetch={false}
              scroll={false}
              aria-current={choice.kind === kind ? "page" : undefined}
              className="flex min-h-11 items-center gap-2 rounded-lg border border-line bg-surface px-3 text-sm text-ink-soft hover:text-ink aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {choice.label} <span className="tabular-nums">{formatCount(locale, choice.count)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
