import type { ReportMetrics } from "@lendfriend/credit-score";
import { stageLabel } from "#components/connections/connection-view.ts";
import { FigureLink } from "#components/rows/FigureLink.tsx";
import { fieldName } from "#components/rows/field-name.ts";
import { reasonName } from "#components/rows/reason-name.ts";
import { DataTable } from "#components/ui/DataTable.tsx";
import { formatCount, formatMoney, type Locale } from "#lib/format.ts";
import type { RejectedRowGroup } from "#server/contract.ts";
import { figureName } from "#server/figure-catalogue.ts";
import { wordsOf } from "#words/catalogue.ts";
import { langOfEnglish } from "#words/languages.ts";

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
  const t = wordsOf(locale, "score");
  const figures = wordsOf(locale, "figures");
  const connections = wordsOf(locale, "connections");
  const rows = Object.entries(metrics.excluded)
    .filter(([, { count }]) => count > 0)
    .map(([reason, { count, value, currency }]) => ({ reason, count, value, currency: currency ?? metrics.currency }));
  return (
    <div className="space-y-6">
      {rows.length === 0 ? (
        <p className="text-sm text-ink-soft">{t("leftOut.none")}</p>
      ) : (
        <DataTable
          caption={t("leftOut.caption")}
          columns={[
            { key: "reason", header: t("leftOut.why"), cell: (row) => reasonName(figures, row.reason) },
            {
              key: "count",
              header: t("leftOut.orders"),
              numeric: true,
              cell: (row) => (
                <FigureLink figure={figureName.excluded(row.reason)} path={rowsPath}>
                  {formatCount(locale, row.count)}
                </FigureLink>
              ),
            },
            {
              key: "value",
              header: t("leftOut.value"),
              numeric: true,
              cell: (row) => formatMoney(locale, row.value, row.currency),
            },
          ]}
          rows={rows}
          rowKey={(row) => row.reason}
        />
      )}
      {metrics.notReported.length > 0 && (
        <DataTable
          caption={t("leftOut.notReported")}
          columns={[
            {
              key: "field",
              header: t("leftOut.figure"),
              cell: (row) => fieldName(figures, row.field),
            },
            {
              key: "count",
              header: t("leftOut.rows"),
              numeric: true,
              cell: (row) => (
                <FigureLink figure={figureName.notReported(row.field)} path={rowsPath}>
                  {formatCount(locale, row.count)}
                </FigureLink>
              ),
            },
            {
              key: "examples",
              header: t("leftOut.examples"),
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
          caption={t("leftOut.rejected")}
          columns={[
            { key: "stage", header: t("leftOut.list"), cell: (row) => stageLabel(connections, row.stage) },
            {
              key: "reason",
              header: t("leftOut.wrong"),
              cell: (row) => <span lang={langOfEnglish(locale)}>{row.reason}</span>,
            },
            { key: "count", header: t("leftOut.rows"), numeric: true, cell: (row) => formatCount(locale, row.count) },
            {
              key: "ids",
              header: t("leftOut.ids"),
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
