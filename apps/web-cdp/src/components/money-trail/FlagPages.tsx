import Link from "next/link";
import { buttonClass } from "#components/ui/button-class.ts";
import type { Locale } from "#lib/format.ts";
import type { FlagKind, TieOutPage } from "#server/tie-out-page.ts";
import { wordsOf } from "#words/catalogue.ts";
import { trailHref } from "./trail-href.ts";

interface FlagPagesProps {
  readonly tieOut: TieOutPage;
  readonly kind: FlagKind | null;
  readonly path: string;
  readonly locale: Locale;
}

/** The way through a list that is longer than a page. */
export function FlagPages({ tieOut: { page, pageSize, flagCount }, kind, path, locale }: FlagPagesProps) {
  const pages = Math.max(1, Math.ceil(flagCount / pageSize));
  if (pages === 1 && page === 1) return null;
  const t = wordsOf(locale, "moneyTrail");
  const place = t("pageOf", { page, pages });
  const link = (to: number, label: string) => (
    <Link
      href={trailHref(path, { kind, page: to })}
      prefetch={false}
      scroll={false}
      className={buttonClass("secondary", "sm")}
    >
      {label}
    </Link>
  );
  return (
    <nav aria-label={place} className="no-print">
      <div className="flex flex-wrap items-center gap-3 text-sm text-ink-soft">
        {page > 1 && link(Math.min(page - 1, pages), t("previous"))}
        <span>{place}</span>
        {page < pages && link(page + 1, t("next"))}
      </div>
    </nav>
  );
}
