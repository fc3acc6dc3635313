import type { ReportMetrics } from "@lendfriend/credit-score";
import { FigureLink } from "#components/rows/FigureLink.tsx";
import { reasonName } from "#components/rows/reason-name.ts";
import { DataTable } from "#components/ui/DataTable.tsx";
import { formatCount, formatMoney, type Locale } from "#lib/format.ts";
import type { RejectedRowGroup } from "#server/contract.ts";
import { figureName } from "#server/figure-catalogue.ts";
import { wordsOf } from "#words/catalogue.ts";

interface LeftOutProps {
  readonly metrics: ReportMetrics;
  /** Rows that could not be understood; only the borrower sees them. */
  readonly rejected?: readonly RejectedRowGroup[];
  /** Of the page that tells where figures come from. */
  readonly rowsPath: string;
  readonly locale: Locale;
}

/** Orders that were read and do not count, and rows that could not be read: nothing disappears silently. */
export function LeftOut({ metrics, rejected = [], rowsPath, locale }: LeftOutProps) {
  const figures = wordsOf(locale, "figures");
  const rows = Object.entries(metrics.excluded)
    .filter(([, { count }]) => count > 0)
    .map(([reason, { count, value }]) => ({ reason, count, value }));
  return (
    <div className="space-y-6">
      {rows.length === 0 ? (
        <p className="text-sm text-ink-soft">Every order that was read counts.</p>
      ) : (
        <DataTable
          caption="Orders that were read and do not count towards the score"
          columns={[
            { key: "reason", header: "Why", cell: (row) => reasonName(figures, row.reason) },
            {
              key: "count",
              header: "Orders",
              numeric: true,
              cell: (row) => (
                <FigureLink figure={figureName.excluded(row.reason)} path={rowsPath}>
                  {formatCount(locale, row.count)}
                </FigureLink>
              ),
            },
            {
              key: "value",
              header: "Value",
              numeric: true,
              cell: (row) => formatMoney(locale, row.value, metrics.currency),
            },
          ]}
          rows={rows}
          rowKey={(row) => row.reason}
        />
      )}
      {metrics.notReported.length > 0 && (
        <DataTable
          caption="Amounts that the platform left out or wrote unclearly: counted as nothing, never guessed"
          columns={[
            { key: "field", header: "Figure", cell: (row) => <code className="font-mono text-xs">{row.field}</code> },
            {
              key: "count",
              header: "Rows",
              numeric: true,
              cell: (row) => (
                <FigureLink figure={figureName.notReported(row.field)} path={rowsPath}>
                  {formatCount(locale, row.count)}
                </FigureLink>
              ),
            },
            {
              key: "examples",
              header: "For example",
              wideOnly: true,
              cell: (row) => row.examples.slice(0, 3).join(", "),
            },
          ]}
          rows={metrics.notReported}
          rowKey={(row) => row.field}
        />
      )}
      {rejected.length > 0 && (
        <DataTable
          caption="Rows kept aside because a field could not be understood"
          columns={[
            { key: "stage", header: "List", cell: (row) => row.stage },
            { key: "reason", header: "What was wrong", cell: (row) => row.reason },
            { key: "count", header: "Rows", numeric: true, cell: (row) => formatCount(locale, row.count) },
            {
              key: "ids",
              header: "Ids",
              wideOnly: true,
              cell: (row) => (
                <span className="font-mono text-xs break-all">{row.exampleIds.slice(0, 3).join(", ")}</span>
              ),
            },
          ]}
          rows={rejected}
          rowKey={(row) => `${row.stage} ${row.reason}`}
        />
      )}
    </div>
  );
}
