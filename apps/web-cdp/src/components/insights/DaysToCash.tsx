import { ShareBars } from "#components/charts/ShareBars.tsx";
import { FigureLink } from "#components/rows/FigureLink.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { formatCount, formatNumber, type Locale } from "#lib/format.ts";
import type { InsightsReport } from "#server/contract.ts";
import { insightWords as words } from "./words.ts";

interface DaysToCashProps {
  readonly report: Pick<InsightsReport, "medianDaysToCash" | "spread">;
  /** Of the page that tells where figures come from. */
  readonly rowsPath: string;
  readonly locale: Locale;
}

/** How long money takes from the order to the payment: its quartiles, or the median where only that was kept. */
export function DaysToCash({ report: { medianDaysToCash, spread }, rowsPath, locale }: DaysToCashProps) {
  const quartiles = spread?.schema === 2 ? spread.daysToCash : null;
  const days = (value: number) => (
    <FigureLink figure="days_to_cash" path={rowsPath}>
      {words.days(formatNumber(locale, value, 1))}
    </FigureLink>
  );
  if (quartiles === null) {
    const median =
      medianDaysToCash === null ? words.cashUnknown : words.cashMedian(formatNumber(locale, medianDaysToCash, 1));
    return <ShareBars title={words.cash} caption={median} rows={[]} />;
  }
  const rows = (["lower", "median", "upper"] as const).map((part) => ({
    key: part,
    label: words.cashParts[part],
    display: days(quartiles[part]),
    share: quartiles.upper > 0 ? quartiles[part] / quartiles.upper : 0,
  }));
  return (
    <ShareBars
      title={words.cash}
      caption={words.cashCaption(formatCount(locale, quartiles.count))}
      rows={rows}
      table={
        <DataTable
          caption={words.cash}
          captionHidden
          columns={[
            { key: "part", header: words.columns.part, cell: ({ label }) => label },
            { key: "days", header: words.columns.days, numeric: true, cell: ({ display }) => display },
          ]}
          rows={rows}
          rowKey={({ key }) => key}
        />
      }
    />
  );
}
