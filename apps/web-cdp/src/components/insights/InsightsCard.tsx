import { Card } from "#components/ui/Card.tsx";
import { insightWords as words } from "./words.ts";

/** The way from the dashboard to the insights. */
export function InsightsCard() {
  return (
    <Card title={words.cardTitle} id="insights" lead={words.cardLead}>
      <a href="/dashboard/insights" className="inline-flex min-h-11 items-center font-medium underline">
        {words.cardLink}
      </a>
    </Card>
  );
}
