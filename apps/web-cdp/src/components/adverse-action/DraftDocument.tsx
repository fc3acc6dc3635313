import type { ReactNode } from "react";
import { formatDateTime, formatScore, type Locale } from "#lib/format.ts";
import type { AdverseAction } from "#server/contract.ts";
import { wordsOf } from "#words/catalogue.ts";
import { languageOf } from "#words/languages.ts";
import { InShort } from "./InShort.tsx";
import { noticeWords as words } from "./notice-words.ts";
import { ReasonLines } from "./ReasonLines.tsx";
import { Timer } from "./Timer.tsx";

interface DraftDocumentProps {
  readonly draft: AdverseAction;
  readonly locale: Locale;
  readonly now: string;
  /** What only one end is told. */
  readonly children?: ReactNode;
}

/**
 * One draft as a sheet of paper: what was decided, on which reasons, until when, and what it is not. The sheet is in English;
 * whoever reads another language has it in short beside it.
 */
export function DraftDocument({ draft, locale, now, children }: DraftDocumentProps) {
  const titleId = `draft-${draft.id}`;
  const isEnglish = languageOf(locale) === "en";
  const written = isEnglish ? locale : "en-US";
  const t = wordsOf(written, "adverseAction");
  return (
    <>
      {!isEnglish && <InShort draft={draft} locale={locale} />}
      <article
        lang={written}
        aria-labelledby={titleId}
        className="paper rounded-card border border-line bg-surface p-4 shadow-card sm:p-8"
      >
        <header className="mb-6 flex flex-wrap items-start justify-between gap-3 border-b border-line pb-4">
          <div className="min-w-0">
            <p className="text-xs font-semibold tracking-widest text-danger uppercase">{words.mark}</p>
            <h2 id={titleId} className="mt-1 text-xl font-semibold tracking-tight">
              {words.title}
            </h2>
            <p className="mt-1">{t(`decision.${draft.decision}.tells`)}</p>
          </div>
          <Timer draft={draft} locale={locale} now={now} lang={locale} />
        </header>
        <Facts draft={draft} locale={written} />
        <div className="mt-6">
          <h3 className="font-semibold">{words.reasons}</h3>
          <p className="mt-0.5 mb-3 text-sm text-ink-soft">
            {words.reasonsLead} {draft.scope === "metrics" ? "" : t("reason.hidden")}
          </p>
          <ReasonLines reasons={draft.reasons} locale={written} />
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
    </>
  );
}

function Facts({ draft, locale }: { readonly draft: AdverseAction; readonly locale: Locale }) {
  const score = words.scoreOf(formatScore(locale, draft.score), draft.tier, formatDateTime(locale, draft.asOf));
  const decision = wordsOf(locale, "adverseAction")(`decision.${draft.decision}.name`);
  const rows = [
    { label: words.facts.lender, value: draft.lender, mono: true },
    { label: words.facts.borrower, value: draft.borrower, mono: true },
    { label: words.facts.decision, value: decision },
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
    { label: words.source.snapshot, value: draft.snapshotId },
    { label: words.source.model, value: draft.model },
    { label: words.source.modelHash, value: draft.modelHash },
    { label: words.source.share, value: draft.shareId },
  ];
  return (
    <div className="keep-together mt-6 border-t border-line pt-4">
      <h3 className="mb-1 text-sm font-semibold">{words.source.title}</h3>
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
