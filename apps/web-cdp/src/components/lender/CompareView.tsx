import Link from "next/link";
import { Card } from "#components/ui/Card.tsx";
import { type Column, DataTable } from "#components/ui/DataTable.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { formatWallet, type Locale } from "#lib/format.ts";
import type { SharedScore } from "#server/contract.ts";
import { wordsOf } from "#words/catalogue.ts";
import { type CompareRow, compareRows } from "./compare-rows.ts";

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
  const told = (text: string | null) =>
    text === null ? (
      <span className="text-ink-soft">{wordsOf(locale, "score")("notShared")}</span>
    ) : (
      <span className="whitespace-normal">{text}</span>
    );
  const columns: readonly Column<CompareRow>[] = [
    { key: "label", header: t("figure"), cell: (row) => row.label },
    {
      key: "first",
      header: <Borrower wallet={first.wallet} />,
      numeric: true,
      cell: (row) => told(row.first),
    },
    {
      key: "second",
      header: <Borrower wallet={second.wallet} />,
      numeric: true,
      cell: (row) => told(row.second),
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
