import { Card } from "#components/ui/Card.tsx";
import { formatCount, type Locale } from "#lib/format.ts";
import { adverseActionWords } from "./adverse-action-words.ts";

const words = adverseActionWords.decisions;

interface DecisionsCardProps {
  readonly count: number;
  readonly locale: Locale;
}

/** The way from the dashboard to what lenders decided; nothing before the first decision. */
export function DecisionsCard({ count, locale }: DecisionsCardProps) {
  if (count === 0) return null;
  return (
    <Card
      title={words.title}
      id="decisions"
      lead={words.card(formatCount(locale, count), count === 1 ? "decision" : "decisions")}
    >
      <a href="/dashboard/decisions" className="inline-flex min-h-11 items-center font-medium underline">
        {words.open}
      </a>
    </Card>
  );
}
