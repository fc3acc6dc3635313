import type { ReactNode } from "react";
import { Badge } from "#components/ui/Badge.tsx";
import { formatDateTime, formatScore, type Locale } from "#lib/format.ts";
import type { AdverseAction } from "#server/contract.ts";
import { decisionWords, adverseActionWords as words } from "./adverse-action-words.ts";
import { noticeTimer } from "./notice-timer.ts";
import { ReasonLines } from "./ReasonLines.tsx";

interface DraftDocumentProps {
  readonly draft: AdverseAction;
  readonly locale: Locale;
  readonly now: string;
  /** What only one end is told. */
  readonly children?: ReactNode;
}

/** One draft as a sheet of paper: what was decided, on which reasons, until when, and what it is not. */
export function DraftDocument({ draft, locale, now, children }: DraftDocumentProps) {
  const titleId = `draft-${draft.id}`;
  return (
    <article
      aria-labelledby={titleId}
      className="paper rounded-card border border-line bg-surface p-4 shadow-card sm:p-8"
    >
      <header className="mb-6 flex flex-wrap items-start justify-between gap-3 border-b border-line pb-4">
        <div className="min-w-0">
          <p className="text-xs font-semibold tracking-widest text-danger uppercase">{words.draftMark}</p>
          <h2 id={titleId} className="mt-1 text-xl font-semibold tracking-tight">
            {words.draftTitle}
          </h2>
          <p className="mt-1">{decisionWords[draft.decision].tells}</p>
        </div>
        <Timer draft={draft} now={now} />
      </header>
      <Facts draft={draft} locale={locale} />
      <div className="mt-6">
        <h3 className="font-semibold">{words.reasonsTitle}</h3>
        <p className="mt-0.5 mb-3 text-sm text-ink-soft">
          {words.reasonsLead} {draft.scope === "metrics" ? "" : words.figuresHidden}
        </p>
        <ReasonLines reasons={draft.reasons} locale={locale} />
      </div>
      <div className="mt-6 grid gap-4 border-t border-line pt-4 text-sm sm:grid-cols-2">
        {draft.statements.map(({ title, text }) => (
          <div key={title} className="keep-together">
            <h3 className="font-semibold">{title}</h3>
            <p className="mt-0.5 break-words text-ink-soft">{text}</p>
          </div>
        ))}
        {children}
      </div>
      <Source draft={draft} />
    </article>
  );
}

/** The time left for a notice. On paper the dates alone stand, which do not age. */
export function Timer({ draft, now }: { readonly draft: AdverseAction; readonly now: string }) {
  const { label, tone } = noticeTimer(draft, now);
  return (
    <span className="no-print">
      <Badge tone={tone}>{label}</Badge>
    </span>
  );
}

function Facts({ draft, locale }: { readonly draft: AdverseAction; readonly locale: Locale }) {
  const score = `${formatScore(locale, draft.score)} of 100, ${draft.tier}, as of ${formatDateTime(locale, draft.asOf)}`;
  const rows = [
    { label: words.facts.lender, value: draft.lender, mono: true },
    { label: words.facts.borrower, value: draft.borrower, mono: true },
    { label: words.facts.decision, value: decisionWords[draft.decision].name },
    ...(draft.loanReference === null ? [] : [{ label: words.facts.reference, value: draft.loanReference }]),
    { label: words.facts.decided, value: formatDateTime(locale, draft.decidedAt) },
    { label: words.facts.due, value: formatDateTime(locale, draft.noticeDueAt) },
    ...(draft.noticeSentAt === null
      ? []
      : [{ label: words.facts.sent, value: formatDateTime(locale, draft.noticeSentAt) }]),
    { label: words.facts.score, value: score },
  ];
  return (
    <dl className="grid gap-x-6 gap-y-3 text-sm sm:grid-cols-2">
      {rows.map(({ label, value, mono = false }) => (
        <div key={label} className="min-w-0">
          <dt className="text-ink-soft">{label}</dt>
          <dd className={`font-medium ${mono ? "font-mono text-xs break-all" : "break-words"}`}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Source({ draft }: { readonly draft: AdverseAction }) {
  const rows = [
    { label: words.snapshot, value: draft.snapshotId },
    { label: words.model, value: draft.model },
    { label: words.modelHash, value: draft.modelHash },
    { label: words.share, value: draft.shareId },
  ];
  return (
    <div className="keep-together mt-6 border-t border-line pt-4">
      <h3 className="mb-1 text-sm font-semibold">{words.provenance}</h3>
      <dl className="space-y-1 text-xs text-ink-soft">
        {rows.map(({ label, value }) => (
          <div key={label} className="flex flex-wrap gap-x-2">
            <dt className="font-medium">{label}</dt>
            <dd className="min-w-0 font-mono break-all">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
