import { Card } from "#components/ui/Card.tsx";
import type { Locale } from "#lib/format.ts";
import { wordsOf } from "#words/catalogue.ts";

interface DecisionsCardProps {
  readonly count: number;
  readonly locale: Locale;
}

/** The way from the dashboard to what lenders decided; nothing before the first decision. */
export function DecisionsCard({ count, locale }: DecisionsCardProps) {
  if (count === 0) return null;
  const t = wordsOf(locale, "adverseAction");
  return (
    <Card title={t("about.title")} id="decisions" lead={t("about.card", { count })}>
      <a href="/dashboard/decisions" className="inline-flex min-h-11 items-center font-medium underline">
        {t("about.open")}
      </a>
    </Card>
  );
}
