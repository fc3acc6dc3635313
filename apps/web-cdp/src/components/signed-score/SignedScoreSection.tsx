import { Card } from "#components/ui/Card.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import type { Locale } from "#lib/format.ts";
import type { Session } from "#server/contract.ts";
import { app } from "#server/deps.ts";
import { wordsOf } from "#words/catalogue.ts";
import { SignedScoreIssue } from "./SignedScoreIssue.tsx";
import { SignedScoreList } from "./SignedScoreList.tsx";

/** Signing one's score, and what was signed so far. */
export async function SignedScoreSection({ session, locale }: { readonly session: Session; readonly locale: Locale }) {
  const t = wordsOf(locale, "signedScore");
  const product = app();
  const [signable, entries] = await Promise.all([product.hasSignableScore(session), product.listSignedScores(session)]);
  return (
    <Card title={t("title")} id="signed" lead={t("lead")}>
      <div className="space-y-5">
        {signable ? <SignedScoreIssue /> : <EmptyState title={t("empty")}>{t("noScore")}</EmptyState>}
        {entries.length > 0 && <SignedScoreList entries={entries} />}
      </div>
    </Card>
  );
}
