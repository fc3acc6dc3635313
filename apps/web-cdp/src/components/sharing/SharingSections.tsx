import type { ScoreReport } from "@lendfriend/credit-score";
import { DecisionsCard } from "#components/adverse-action/DecisionsCard.tsx";
import { previewFigures } from "#components/score/score-figures.ts";
import { Card } from "#components/ui/Card.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import type { Locale } from "#lib/format.ts";
import type { Session } from "#server/contract.ts";
import { app } from "#server/deps.ts";
import { wordsOf } from "#words/catalogue.ts";
import { AccessLog } from "./AccessLog.tsx";
import { ShareForm } from "./ShareForm.tsx";
import { ShareList } from "./ShareList.tsx";

interface SharingSectionsProps {
  readonly session: Session;
  readonly report: ScoreReport | null;
  readonly locale: Locale;
  readonly now: string;
}

/** Sharing, what is shared, who looked, and what they decided. */
export async function SharingSections({ session, report, locale, now }: SharingSectionsProps) {
  const t = wordsOf(locale, "sharing");
  const product = app();
  const [shares, entries, decisions] = await Promise.all([
    product.listShares(session),
    product.readAccessLog(session),
    product.listDecisionsAbout(session),
  ]);
  return (
    <>
      <Card title={t("title")} id="share" lead={t("lead")}>
        {report ? (
          <ShareForm wallet={session.wallet} now={now} figures={previewFigures(report, locale)} />
        ) : (
          <EmptyState title={t("nothing")}>{t("nothingText")}</EmptyState>
        )}
      </Card>
      {shares.length > 0 && (
        <Card title={t("shares")} id="shares">
          <ShareList shares={shares} />
        </Card>
      )}
      {(shares.length > 0 || entries.length > 0) && (
        <Card title={t("looks")} id="access">
          <AccessLog entries={entries} locale={locale} />
        </Card>
      )}
      <DecisionsCard count={decisions.length} locale={locale} />
    </>
  );
}
