import Link from "next/link";
import { confidenceWords, integrityWords } from "#components/score/words.ts";
import { Badge } from "#components/ui/Badge.tsx";
import { type Column, DataTable } from "#components/ui/DataTable.tsx";
import {
  formatCount,
  formatDate,
  formatNumber,
  formatRelative,
  formatScore,
  formatWallet,
  type Locale,
} from "#lib/format.ts";
import type { SharedBorrower } from "#server/contract.ts";
import { wordsOf } from "#words/catalogue.ts";
import { tierName } from "#words/tier-name.ts";
import { type BorrowerSort, nextSort, type SortKey, sortBorrowers } from "./borrower-sort.ts";
import { freshnessOf } from "./freshness.ts";

interface BorrowerTableProps {
  readonly borrowers: readonly SharedBorrower[];
  readonly sort: BorrowerSort;
  readonly locale: Locale;
  readonly now: string;
}

/** As many as the list tells at once. */
const mostBorrowers = 500;

/** The lender's list. A full one may lack borrowers. Sorting is a link, so it works without script and can be kept as a bookmark. */
export function BorrowerTable({ borrowers, sort, locale, now }: BorrowerTableProps) {
  const t = wordsOf(locale, "lender");
  const sortable = (key: SortKey, label: string) => ({
    header: <SortLink sort={sort} column={key} label={label} />,
    ...(sort.key === key ? { sort: sort.descending ? ("descending" as const) : ("ascending" as const) } : {}),
  });
  const columns: Column<SharedBorrower>[] = [
    {
      key: "borrower",
      header: t("list.borrower"),
      cell: (row) => (
        <>
          <Link
            href={`/lender/${row.wallet}`}
            prefetch={false}
            className="inline-flex min-h-11 items-center font-mono whitespace-nowrap text-accent underline underline-offset-2"
            title={row.wallet}
          >
            {formatWallet(row.wallet)}
          </Link>
          <span className="block max-w-56 text-xs font-normal break-words text-ink-soft">{row.purpose}</span>
        </>
      ),
    },
    {
      key: "score",
      ...sortable("score", t("list.score")),
      numeric: true,
      cell: (row) =>
        row.score === null ? (
          <span className="text-ink-soft">
            {row.asOf === null ? t("list.noScore") : wordsOf(locale, "score")("notShared")}
          </span>
        ) : (
          <span className="text-base font-semibold">{formatScore(locale, row.score)}</span>
        ),
    },
    {
      key: "tier",
      ...sortable("tier", t("list.tier")),
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-1.5">
          {row.tier === null ? "–" : tierName(wordsOf(locale, "claims"), row.tier)}
          {row.provisional && <Badge tone="caution">{t("list.provisional")}</Badge>}
        </span>
      ),
    },
    {
      key: "confidence",
      ...sortable("confidence", t("list.confidence")),
      cell: (row) =>
        row.confidence === null ? (
          "–"
        ) : (
          <span className="flex items-center gap-2 tabular-nums">
            {formatNumber(locale, row.confidence, 0)}
            <Badge tone={confidenceWords(locale, row.confidence).tone}>
              {confidenceWords(locale, row.confidence).label}
            </Badge>
          </span>
        ),
    },
    {
      key: "integrity",
      header: t("list.integrity"),
      cell: (row) =>
        row.integrity === null ? (
          "–"
        ) : (
          <Badge tone={integrityWords(locale, row.integrity).tone}>{integrityWords(locale, row.integrity).label}</Badge>
        ),
    },
    {
      key: "fresh",
      ...sortable("fresh", t("list.freshness")),
      cell: (row) => {
        const fresh = freshnessOf(row.asOf, now);
        return (
          <span className="whitespace-nowrap">
            <Badge tone={fresh.tone}>{t(`fresh.${fresh.state}`)}</Badge>
            {row.asOf && <span className="ml-2 text-xs text-ink-soft">{formatRelative(locale, row.asOf, now)}</span>}
          </span>
        );
      },
    },
    {
      key: "scope",
      header: t("list.scope"),
      wideOnly: true,
      cell: (row) => wordsOf(locale, "sharing")(`scope.${row.scope}.name`),
    },
    {
      key: "ends",
      ...sortable("ends", t("list.ends")),
      wideOnly: true,
      cell: (row) => <span className="whitespace-nowrap">{formatDate(locale, row.expiresAt)}</span>,
    },
  ];
  return (
    <>
      <DataTable
        caption={t("list.caption")}
        captionHidden
        columns={columns}
        rows={sortBorrowers(borrowers, sort)}
        rowKey={(row) => row.wallet}
      />
      {borrowers.length >= mostBorrowers && (
        <p className="mt-3 text-sm text-ink-soft">{t("list.full", { most: formatCount(locale, mostBorrowers) })}</p>
      )}
    </>
  );
}

interface SortLinkProps {
  readonly sort: BorrowerSort;
  readonly column: SortKey;
  readonly label: string;
}

function SortLink({ sort, column, label }: SortLinkProps) {
  const active = sort.key === column;
  return (
    <Link
      href={`/lender?sort=${nextSort(sort, column)}`}
      prefetch={false}
      scroll={false}
      className="inline-flex min-h-9 items-center gap-1 rounded hover:text-ink"
    >
      {label}
      <span aria-hidden="true" className={active ? "text-accent" : "text-control"}>
        {active ? (sort.descending ? "↓" : "↑") : "↕"}
      </span>
    </Link>
  );
}
