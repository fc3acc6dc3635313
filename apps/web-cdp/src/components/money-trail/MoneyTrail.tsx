import { BackLink } from "#components/shell/BackLink.tsx";
import { Card } from "#components/ui/Card.tsx";
import { DownloadLink } from "#components/ui/DownloadLink.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { formatDateTime, type Locale } from "#lib/format.ts";
import type { TieOutPage, TieOutQuery } from "#server/tie-out-page.ts";
import { FlagFilter } from "./FlagFilter.tsx";
import { FlagList } from "./FlagList.tsx";
import { FlagPages } from "./FlagPages.tsx";
import { OldDeliveredTable, StateMeanings, StateTable } from "./StateTable.tsx";
import { type Audience, untiedWords, trailWords as words } from "./words.ts";

interface MoneyTrailProps {
  readonly tieOut: TieOutPage | null;
  readonly query: TieOutQuery;
  readonly audience: Audience;
  /** Of this page, without a query. */
  readonly path: string;
  readonly back: string;
  readonly csv: { readonly href: string; readonly name: string };
  readonly locale: Locale;
}

/** What became of the money, and every id that does not add up. */
export function MoneyTrail({ tieOut, query, audience, path, back, csv, locale }: MoneyTrailProps) {
  const rowsPath = `${back}/rows`;
  return (
    <>
      <BackLink href={back} label={words.back[audience]} />
      <div className="space-y-6">
        {tieOut === null ? (
          <EmptyState title={words.notYet}>
            <p>{words.notYetText}</p>
          </EmptyState>
        ) : (
          <>
            <p className="text-sm text-ink-soft">{words.asOf(formatDateTime(locale, tieOut.asOf))}</p>
            <Untied tieOut={tieOut} />
            {tieOut.status === "available" && (
              <>
                <Card
                  title={words.summary}
                  id="summary"
                  lead={words.summaryLead}
                  actions={<DownloadLink {...csv} label={words.export} />}
                >
                  <div className="space-y-6">
                    <StateTable counts={tieOut.counts} rowsPath={rowsPath} locale={locale} />
                    <StateMeanings />
                  </div>
                </Card>
                <Card title={words.old} id="integrity" lead={words.oldLead}>
                  <OldDeliveredTable rows={tieOut.oldDelivered} rowsPath={rowsPath} locale={locale} />
                </Card>
                <Card title={words.list} id="flags" lead={words.listLead}>
                  <div className="space-y-4">
                    <FlagFilter counts={tieOut.counts} kind={query.kind} path={path} locale={locale} />
                    <FlagList flags={tieOut.flags} kind={query.kind} audience={audience} locale={locale} />
                    <FlagPages tieOut={tieOut} kind={query.kind} path={path} locale={locale} />
                  </div>
                </Card>
              </>
            )}
          </>
        )}
      </div>
    </>
  );
}

function Untied({ tieOut: { status, untied } }: { readonly tieOut: TieOutPage }) {
  if (untied.length === 0) return null;
  return (
    <Notice tone="caution" title={status === "unavailable" ? words.unavailable : words.partly}>
      {untied.map((account) => {
        const { why, restores } = untiedWords(account);
        return (
          <p key={`${account.account} ${account.reason}`}>
            {why} {restores}
          </p>
        );
      })}
    </Notice>
  );
}
