import { BackLink } from "#components/shell/BackLink.tsx";
import { Card } from "#components/ui/Card.tsx";
import { DownloadLink } from "#components/ui/DownloadLink.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { formatDateTime, type Locale } from "#lib/format.ts";
import type { TieOutPage, TieOutQuery } from "#server/tie-out-page.ts";
import { wordsOf } from "#words/catalogue.ts";
import type { Audience } from "./audience.ts";
import { FlagFilter } from "./FlagFilter.tsx";
import { FlagList } from "./FlagList.tsx";
import { FlagPages } from "./FlagPages.tsx";
import { OldDeliveredTable, StateMeanings, StateTable } from "./StateTable.tsx";
import { untiedText } from "./untied-text.ts";

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
  const t = wordsOf(locale, "moneyTrail");
  const rowsPath = `${back}/rows`;
  return (
    <>
      <BackLink href={back} label={audience === "borrower" ? t("back") : wordsOf(locale, "shell")("backToBreakdown")} />
      <div className="space-y-6">
        {tieOut === null ? (
          <EmptyState title={t("notYet")}>
            <p>{t("notYetText")}</p>
          </EmptyState>
        ) : (
          <>
            <p className="text-sm text-ink-soft">{t("asOf", { when: formatDateTime(locale, tieOut.asOf) })}</p>
            <Untied tieOut={tieOut} locale={locale} />
            {tieOut.status === "available" && (
              <>
                <Card
                  title={t("summary")}
                  id="summary"
                  lead={t("summaryLead")}
                  actions={<DownloadLink {...csv} label={t("export")} />}
                >
                  <div className="space-y-6">
                    <StateTable counts={tieOut.counts} rowsPath={rowsPath} locale={locale} />
                    <StateMeanings locale={locale} />
                  </div>
                </Card>
                <Card title={t("old")} id="integrity" lead={t("oldLead")}>
                  <OldDeliveredTable rows={tieOut.oldDelivered} rowsPath={rowsPath} locale={locale} />
                </Card>
                <Card title={t("list")} id="flags" lead={t("listLead")}>
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

interface UntiedProps {
  readonly tieOut: TieOutPage;
  readonly locale: Locale;
}

function Untied({ tieOut: { status, untied }, locale }: UntiedProps) {
  const t = wordsOf(locale, "moneyTrail");
  if (untied.length === 0) return null;
  return (
    <Notice tone="caution" title={t(status === "unavailable" ? "unavailable" : "partly")}>
      {untied.map((account) => (
        <p key={`${account.account} ${account.reason}`}>{untiedText(t, account)}</p>
      ))}
    </Notice>
  );
}
