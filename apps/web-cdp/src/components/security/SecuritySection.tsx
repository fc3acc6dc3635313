import { Card } from "#components/ui/Card.tsx";
import { formatRelative, type Locale } from "#lib/format.ts";
import type { Session } from "#server/contract.ts";
import { app } from "#server/deps.ts";
import { SessionList } from "./SessionList.tsx";
import { securityWords } from "./security-words.ts";

interface SecuritySectionProps {
  readonly session: Session;
  readonly locale: Locale;
  readonly now: string;
}

/** Where the person is signed in, with the way to end each session or all. */
export async function SecuritySection({ session, locale, now }: SecuritySectionProps) {
  const sessions = await app().listSessions(session);
  const rows = sessions.map(({ id, device, lastSeenAt, current }) => ({
    id,
    device: device ?? securityWords.unknownDevice,
    lastUsed: formatRelative(locale, lastSeenAt, now),
    current,
  }));
  return (
    <Card title={securityWords.title} id="security" lead={securityWords.lead}>
      <SessionList rows={rows} />
    </Card>
  );
}
