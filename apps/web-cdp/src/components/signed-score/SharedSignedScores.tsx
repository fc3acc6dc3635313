import { Badge } from "#components/ui/Badge.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Card } from "#components/ui/Card.tsx";
import { formatDate, type Locale } from "#lib/format.ts";
import type { Session } from "#server/contract.ts";
import { app } from "#server/deps.ts";
import { wordsOf } from "#words/catalogue.ts";

interface SharedSignedScoresProps {
  readonly session: Session;
  readonly wallet: string;
  readonly locale: Locale;
}

/** Whether the borrower has a signed score in force, and where a lender checks the file. */
export async function SharedSignedScores({ session, wallet, locale }: SharedSignedScoresProps) {
  const t = wordsOf(locale, "signedScore");
  const [newest] = await app().listSharedSignedScores(session, wallet);
  return (
    <Card
      title={t("title")}
      id="signed"
      lead={t(newest ? "shared.leadSigned" : "shared.lead")}
      actions={
        newest && <Badge tone="positive">{t("shared.badge", { until: formatDate(locale, newest.expiresAt) })}</Badge>
      }
    >
      <a href="/verify" className={`no-print ${buttonClass("secondary", "sm")}`}>
        {t("shared.verify")}
      </a>
    </Card>
  );
}
