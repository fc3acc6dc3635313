import Link from "next/link";
import { Fragment } from "react";
import { Said } from "#components/score/Said.tsx";
import { Card } from "#components/ui/Card.tsx";
import { type Column, DataTable } from "#components/ui/DataTable.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { formatWallet, type Locale } from "#lib/format.ts";
import type { SharedScore } from "#server/contract.ts";
import { wordsOf } from "#words/catalogue.ts";
import { type CompareCell, type CompareRow, compareRows } from "./compare-rows.ts";

interface Side {
  readonly wallet: string;
  readonly shared: SharedScore;
}

interface CompareViewProps {
  readonly first: Side;
  readonly second: Side;
  readonly locale: Locale;
  readonly now: string;
}

/** Two borrowers side by side; what one of them does not share is named in its cell. */
export function CompareView({ first, second, locale, now }: CompareViewProps) {
  const t = wordsOf(locale, "compare");
  const columns: readonly Column<CompareRow>[] = [
    { key: "label", header: t("figure"), cell: (row) => row.label },
    {
      key: "first",
      header: <Borrower wallet={first.wallet} />,
      numeric: true,
      cell: (row) => <Cell told={row.first} locale={locale} />,
    },
    {
      key: "second",
      header: <Borrower wallet={second.wallet} />,
      numeric: true,
      cell: (row) => <Cell told={row.second} locale={locale} />,
    },
    { key: "difference", header: t("difference"), numeric: true, wideOnly: true, cell: (row) => row.difference },
  ];
  return (
    <div className="space-y-6">
      <Notice title={t("notCalibrated")} />
      {compareRows([first.shared, second.shared], locale, now).map(({ id, title, rows }) => (
        <Card key={id} title={title} id={id}>
          <DataTable
            caption={t("table", { group: title })}
            captionHidden
            columns={columns}
            rows={rows}
            rowKey={(row) => row.key}
          />
        </Card>
      ))}
    </div>
  );
}

function Cell({ told, locale }: { readonly told: CompareCell | null; readonly locale: Locale }) {
  if (told === null) return <span className="text-ink-soft">{wordsOf(locale, "score")("notShared")}</span>;
  return (
    <span className="whitespace-normal">
      {typeof told === "string"
        ? told
        : told.map(({ code, text, said }, index) => (
            <Fragment key={`${code}${text}`}>
              {index > 0 && " "}
              <Said text={text} said={said} locale={locale} />
            </Fragment>
          ))}
    </span>
  );
}

function Borrower({ wallet }: { readonly wallet: string }) {
  return (
    <Link
      href={`/lender/${wallet}`}
      prefetch={false}
      title={wallet}
      className="inline-flex min-h-9 items-center font-mono text-accent underline underline-offset-2"
    >
      {formatWallet(wallet)}
    </Link>
  );
}
