import Link from "next/link";
import { DataTable } from "#components/ui/DataTable.tsx";
import { formatDate, formatWallet, type Locale } from "#lib/format.ts";
import type { AdverseAction } from "#server/contract.ts";
import { wordsOf } from "#words/catalogue.ts";
import { draftHref } from "./draft-href.ts";
import { Timer } from "./Timer.tsx";

interface DraftTableProps {
  readonly drafts: readonly AdverseAction[];
  readonly locale: Locale;
  readonly now: string;
}

/** A lender's own drafts, each with the time left for its notice. */
export function DraftTable({ drafts, locale, now }: DraftTableProps) {
  const t = wordsOf(locale, "adverseAction");
  return (
    <DataTable
      caption={t("list.caption")}
      captionHidden
      columns={[
        {
          key: "borrower",
          header: t("list.borrower"),
          cell: (draft) => (
            <>
              <Link
                href={draftHref(draft)}
                prefetch={false}
                className="inline-flex min-h-11 items-center font-mono whitespace-nowrap text-accent underline underline-offset-2"
                title={draft.borrower}
              >
                {formatWallet(draft.borrower)}
                <span className="sr-only">{`, ${t(`decision.${draft.decision}.name`)}`}</span>
              </Link>
              {draft.loanReference !== null && (
                <span className="block max-w-56 text-xs font-normal break-words text-ink-soft">
                  {draft.loanReference}
                </span>
              )}
            </>
          ),
        },
        { key: "decision", header: t("list.decision"), cell: (draft) => t(`decision.${draft.decision}.name`) },
        {
          key: "timer",
          header: t("list.timer"),
          cell: (draft) => <Timer draft={draft} locale={locale} now={now} />,
        },
        {
          key: "due",
          header: t("list.due"),
          cell: (draft) => (
            <time dateTime={draft.noticeDueAt} className="whitespace-nowrap">
              {formatDate(locale, draft.noticeDueAt)}
            </time>
          ),
        },
        {
          key: "decided",
          header: t("list.decided"),
          wideOnly: true,
          cell: (draft) => <time dateTime={draft.decidedAt}>{formatDate(locale, draft.decidedAt)}</time>,
        },
      ]}
      rows={drafts}
      rowKey={(draft) => draft.id}
    />
  );
}
