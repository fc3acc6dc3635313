import { Card } from "#components/ui/Card.tsx";
import { formatRelative, type Locale } from "#lib/format.ts";
import type { Session } from "#server/contract.ts";
import { app } from "#server/deps.ts";
import { wordsOf } from "#words/catalogue.ts";
import { deviceText } from "./device-text.ts";
import { SessionList } from "./SessionList.tsx";

interface SecuritySectionProps {
  readonly session: Session;
  readonly locale: Locale;
  readonly now: string;
}

/** Where the person is signed in, with the way to end each session or all. */
export async function SecuritySection({ session, locale, now }: SecuritySectionProps) {
  const t = wordsOf(locale, "security");
  const sessions = await app().listSessions(session);
  const rows = sessions.map(({ id, device, lastSeenAt, current }) => ({
    id,
    device: device === null ? t("unknownDevice") : deviceText(t, device),
    lastUsed: formatRelative(locale, lastSeenAt, now),
    current,
  }));
  return (
    <Card title={t("title")} id="security" lead={t("lead")}>
      <SessionList rows={rows} />
    </Card>
  );
}
