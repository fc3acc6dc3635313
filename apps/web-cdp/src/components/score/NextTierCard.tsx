import { type IncomeMetrics, nextTier } from "@lendfriend/credit-score";
import { Card } from "#components/ui/Card.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { formatPointsExact, type Locale } from "#lib/format.ts";
import { itemWords, nextTierWords, outcomeWords, pathWords } from "./next-tier-words.ts";

interface NextTierCardProps {
  readonly inputs: IncomeMetrics;
  readonly locale: Locale;
}

/** The smallest single change that would bring the next tier, per figure, and honestly which ones are not enough. */
export function NextTierCard({ inputs, locale }: NextTierCardProps) {
  const next = nextTier(inputs);
  if (next === null) return null;
  const words = nextTierWords;
  return (
    <Card title={words.title(next.tier)} id="next-tier" lead={words.lead}>
      <p className="mb-3 text-sm font-medium">
        {words.needed(formatPointsExact(locale, next.pointsNeeded), next.from)}
      </p>
      {next.heldBy && <p className="mb-3 text-sm text-ink-soft">{words.held(next.heldBy.limit, next.heldBy.reason)}</p>}
      {next.paths.length > 0 && (
        <DataTable
          caption={words.caption}
          columns={[
            { key: "figure", header: words.columns.figure, cell: (path) => pathWords(locale, path).figure },
            { key: "today", header: words.columns.today, cell: (path) => pathWords(locale, path).today },
            { key: "target", header: words.columns.target, cell: (path) => pathWords(locale, path).target },
            { key: "score", header: words.columns.score, cell: (path) => outcomeWords(locale, path) },
          ]}
          rows={next.paths}
          rowKey={(path) => path.lever}
        />
      )}
      {next.items.length > 0 && (
        <div className="mt-4 text-sm text-ink-soft">
          <p>{words.more}</p>
          <ul className="mt-1 list-disc space-y-1 pl-5">
            {next.items.map((item) => (
              <li key={item.item}>{itemWords(locale, item)}</li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}
