import { Card } from "#components/ui/Card.tsx";
import type { Locale } from "#lib/format.ts";
import { wordsOf } from "#words/catalogue.ts";

/** The way from the dashboard to the insights. */
export function InsightsCard({ locale }: { readonly locale: Locale }) {
  const t = wordsOf(locale, "insights");
  return (
    <Card title={t("title")} id="insights" lead={t("cardLead")}>
      <a href="/dashboard/insights" className="inline-flex min-h-11 items-center font-medium underline">
        {t("cardLink")}
      </a>
    </Card>
  );
}
