import { Badge } from "#components/ui/Badge.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Card } from "#components/ui/Card.tsx";
import { formatDate, type Locale } from "#lib/format.ts";
import type { Session } from "#server/contract.ts";
import { app } from "#server/deps.ts";
import { sharedSignedWords as words } from "./signed-score-words.ts";

interface SharedSignedScoresProps {
  readonly session: Session;
  readonly wallet: string;
  readonly locale: Locale;
}

/** Whether the borrower has a signed score in force, and where a lender checks the file. */
export async function SharedSignedScores({ session, wallet, locale }: SharedSignedScoresProps) {
  const [newest] = await app().listSharedSignedScores(session, wallet);
  return (
    <Card
      title={words.title}
      id="signed"
      lead={newest ? words.leadSigned : words.lead}
      actions={newest && <Badge tone="positive">{words.badge(formatDate(locale, newest.expiresAt))}</Badge>}
    >
      <a href="/verify" className={`no-print ${buttonClass("secondary", "sm")}`}>
        {words.verify}
      </a>
    </Card>
  );
}
