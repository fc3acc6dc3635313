import type { ScoreReport } from "@lendfriend/credit-score";
import { DecisionsCard } from "#components/adverse-action/DecisionsCard.tsx";
import { previewFigures } from "#components/score/score-figures.ts";
import { Card } from "#components/ui/Card.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import type { Locale } from "#lib/format.ts";
import type { Session } from "#server/contract.ts";
import { app } from "#server/deps.ts";
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
  const product = app();
  const [shares, entries, decisions] = await Promise.all([
    product.listShares(session),
    product.readAccessLog(session),
    product.listDecisionsAbout(session),
  ]);
  return (
    <>
      <Card
        title="Share with a lender"
        id="share"
        lead="One lender, one purpose, until a date. You can take it back at any time."
      >
        {report ? (
          <ShareForm wallet={session.wallet} now={now} figures={previewFigures(report, locale)} />
        ) : (
          <EmptyState title="Nothing to share yet">
            Once you have a score, you can share it here with one lender at a time.
          </EmptyState>
        )}
      </Card>
      {shares.length > 0 && (
        <Card title="Your shares" id="shares">
          <ShareList shares={shares} />
        </Card>
      )}
      {(shares.length > 0 || entries.length > 0) && (
        <Card title="Who looked" id="access">
          <AccessLog entries={entries} locale={locale} />
        </Card>
      )}
      <DecisionsCard count={decisions.length} locale={locale} />
    </>
  );
}
