import { Card } from "#components/ui/Card.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import type { Session } from "#server/contract.ts";
import { app } from "#server/deps.ts";
import { SignedScoreIssue } from "./SignedScoreIssue.tsx";
import { SignedScoreList } from "./SignedScoreList.tsx";
import { signedScoreWords as words } from "./signed-score-words.ts";

/** Signing one's score, and what was signed so far. */
export async function SignedScoreSection({
  session,
  signable,
}: {
  readonly session: Session;
  readonly signable: boolean;
}) {
  const entries = await app().listSignedScores(session);
  return (
    <Card title={words.title} id="signed" lead={words.lead}>
      <div className="space-y-5">
        {signable ? <SignedScoreIssue /> : <EmptyState title={words.empty}>{words.noScore}</EmptyState>}
        {entries.length > 0 && <SignedScoreList entries={entries} />}
      </div>
    </Card>
  );
}
