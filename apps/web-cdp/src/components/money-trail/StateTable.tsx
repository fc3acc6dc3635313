import { FigureLink } from "#components/rows/FigureLink.tsx";
import { Badge } from "#components/ui/Badge.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { formatCount, formatMoney, type Locale } from "#lib/format.ts";
import { figureName } from "#server/figure-catalogue.ts";
import type { OldDelivered, TrailCount } from "#server/tie-out-page.ts";
import { stateWords, subjectWords, trailWords as words } from "./words.ts";

const subjectOrder = ["order", "statement", "payment", "settlement", "unsettled"] as const;
const stateOrder = ["MATCHED", "PENDING", "MISSING", "MISMATCH", "PARTIAL", "ORPHAN"] as const;

interface StateTableProps {
  readonly counts: readonly TrailCount[];
  /** Of the page that tells where figures come from. */
  readonly rowsPath: string;
  readonly locale: Locale;
}

/** How many orders, statements and payments are in each state, in each currency. */
export function StateTable({ counts, rowsPath, locale }: StateTableProps) {
  const rows = [...counts].sort(
    (left, right) =>
      subjectOrder.indexOf(left.subject) - subjectOrder.indexOf(right.subject) ||
      stateOrder.indexOf(left.state) - stateOrder.indexOf(right.state) ||
      (left.currency < right.currency ? -1 : 1),
  );
  return (
    <DataTable
      caption={words.summaryTable}
      captionHidden
      columns={[
        { key: "subject", header: "What", cell: ({ subject }) => subjectWords[subject].many },
        {
          key: "state",
          header: "State",
          cell: ({ state }) => <Badge tone={stateWords[state].tone}>{stateWords[state].label}</Badge>,
        },
        {
          key: "count",
          header: "Count",
          numeric: true,
          cell: ({ subject, state, currency, count }) => (
            <FigureLink figure={figureName.trail(subject, state, currency)} path={rowsPath}>
              {formatCount(locale, count)}
            </FigureLink>
          ),
        },
        {
          key: "value",
          header: "Amount",
          numeric: true,
          cell: ({ value, currency }) => formatMoney(locale, value, currency),
        },
      ]}
      rows={rows}
      rowKey={({ subject, state, currency }) => `${subject} ${state} ${currency}`}
    />
  );
}

/** What each state means, to be opened by whoever wants to know. */
export function StateMeanings() {
  return (
    <details className="text-sm">
      <summary className="flex min-h-11 cursor-pointer items-center text-accent underline underline-offset-2">
        {words.howTitle}
      </summary>
      <dl className="mt-2 space-y-3">
        {stateOrder.map((state) => (
          <div key={state}>
            <dt className="font-medium">{stateWords[state].label}</dt>
            <dd className="max-w-prose text-ink-soft">{stateWords[state].means}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Old deliveries and which of them are missing: what the badge is made of. */
export function OldDeliveredTable({
  rows,
  rowsPath,
  locale,
}: {
  readonly rows: readonly OldDelivered[];
  readonly rowsPath: string;
  readonly locale: Locale;
}) {
  if (rows.length === 0) return <p className="text-sm text-ink-soft">No order was delivered more than 15 days ago.</p>;
  return (
    <DataTable
      caption={words.oldTable}
      captionHidden
      columns={[
        { key: "currency", header: "Currency", cell: ({ currency }) => currency },
        {
          key: "count",
          header: "Delivered",
          numeric: true,
          cell: ({ count }) => (
            <FigureLink figure="old_delivered" path={rowsPath}>
              {formatCount(locale, count)}
            </FigureLink>
          ),
        },
        {
          key: "value",
          header: "Their value",
          numeric: true,
          cell: ({ value, currency }) => formatMoney(locale, value, currency),
        },
        {
          key: "missingCount",
          header: "Missing",
          numeric: true,
          cell: ({ missingCount }) => (
            <FigureLink figure="old_unreconciled" path={rowsPath}>
              {formatCount(locale, missingCount)}
            </FigureLink>
          ),
        },
        {
          key: "missingValue",
          header: "Their value",
          numeric: true,
          cell: ({ missingValue, currency }) => formatMoney(locale, missingValue, currency),
        },
      ]}
      rows={rows}
      rowKey={({ currency }) => currency}
    />
  );
}
