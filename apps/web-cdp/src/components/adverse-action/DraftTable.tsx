import Link from "next/link";
import { DataTable } from "#components/ui/DataTable.tsx";
import { formatDate, formatWallet, type Locale } from "#lib/format.ts";
import type { AdverseAction } from "#server/contract.ts";
import { decisionWords, adverseActionWords as words } from "./adverse-action-words.ts";
import { Timer } from "./DraftDocument.tsx";
import { draftHref } from "./draft-href.ts";

interface DraftTableProps {
  readonly drafts: readonly AdverseAction[];
  readonly locale: Locale;
  readonly now: string;
}

/** A lender's own drafts, each with the time left for its notice. */
export function DraftTable({ drafts, locale, now }: DraftTableProps) {
  return (
    <DataTable
      caption={words.list.caption}
      captionHidden
      columns={[
        {
          key: "borrower",
          header: words.list.borrower,
          cell: (draft) => (
            <>
              <Link
                href={draftHref(draft)}
                prefetch={false}
                className="inline-flex min-h-11 items-center font-mono whitespace-nowrap text-accent underline underline-offset-2"
                title={draft.borrower}
              >
                {formatWallet(draft.borrower)}
                <span className="sr-only">{`, ${decisionWords[draft.decision].name}`}</span>
              </Link>
              {draft.loanReference !== null && (
                <span className="block max-w-56 text-xs font-normal break-words text-ink-soft">
                  {draft.loanReference}
                </span>
              )}
            </>
          ),
        },
        { key: "decision", header: words.list.decision, cell: (draft) => decisionWords[draft.decision].name },
        {
          key: "timer",
          header: words.list.timer,
          cell: (draft) => <Timer draft={draft} now={now} />,
        },
        {
          key: "due",
          header: words.list.due,
          cell: (draft) => (
            <time dateTime={draft.noticeDueAt} className="whitespace-nowrap">
              {formatDate(locale, draft.noticeDueAt)}
            </time>
          ),
        },
        {
          key: "decided",
          header: words.list.decided,
          wideOnly: true,
          cell: (draft) => <time dateTime={draft.decidedAt}>{formatDate(locale, draft.decidedAt)}</time>,
        },
      ]}
      rows={drafts}
      rowKey={(draft) => draft.id}
    />
  );
}
