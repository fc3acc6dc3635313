import { ShareBars } from "#components/charts/ShareBars.tsx";
import { daysText } from "#components/rows/days-text.ts";
import { FigureLink } from "#components/rows/FigureLink.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { type Locale, tenthsOf } from "#lib/format.ts";
import type { InsightsReport } from "#server/contract.ts";
import { wordsOf } from "#words/catalogue.ts";

interface DaysToCashProps {
  readonly report: Pick<InsightsReport, "medianDaysToCash" | "spread">;
  /** Of the page that tells where figures come from. */
  readonly rowsPath: string;
  readonly locale: Locale;
}

/** How long money takes from the order to the payment: its quartiles, or the median where only that was kept. */
export function DaysToCash({ report: { medianDaysToCash, spread }, rowsPath, locale }: DaysToCashProps) {
  const t = wordsOf(locale, "insights");
  const quartiles = spread?.schema === 2 ? spread.daysToCash : null;
  const days = (value: number) => (
    <FigureLink figure="days_to_cash" path={rowsPath}>
      {daysText(locale, value)}
    </FigureLink>
  );
  if (quartiles === null) {
    const median = medianDaysToCash === null ? t("cashUnknown") : t("cashMedian", { days: tenthsOf(medianDaysToCash) });
    return <ShareBars title={t("cash")} caption={median} rows={[]} locale={locale} />;
  }
  const rows = (["lower", "median", "upper"] as const).map((part) => ({
    key: part,
    label: t(`cashPart.${part}`),
    display: days(quartiles[part]),
    share: quartiles.upper > 0 ? quartiles[part] / quartiles.upper : 0,
  }));
  return (
    <ShareBars
      locale={locale}
      title={t("cash")}
      caption={t("cashCaption", { count: quartiles.count })}
      rows={rows}
      table={
        <DataTable
          caption={t("cash")}
          captionHidden
          columns={[
            { key: "part", header: t("column.part"), cell: ({ label }) => label },
            { key: "days", header: t("column.days"), numeric: true, cell: ({ display }) => display },
          ]}
          rows={rows}
          rowKey={({ key }) => key}
        />
      }
    />
  );
}
