import { sumDecimals } from "@lendfriend/connector";
import { BarChart } from "#components/charts/BarChart.tsx";
import { partName } from "#components/rows/part-name.ts";
import { formatMoney, formatMoneyCompact, type Locale } from "#lib/format.ts";
import type { InsightPart } from "#server/contract.ts";
import { wordsOf } from "#words/catalogue.ts";
import { PartTable } from "./PartTable.tsx";

interface HourBarsProps {
  readonly caption: string;
  readonly hours: readonly InsightPart[];
  /** Of the page that tells where figures come from. */
  readonly rowsPath: string;
  readonly locale: Locale;
}

/** All 24 hours in dollars, whether something was sold in them or not; exactly and by currency in the table. */
export function HourBars({ caption, hours, rowsPath, locale }: HourBarsProps) {
  const t = wordsOf(locale, "insights");
  return (
    <div className="min-w-0 lg:col-span-2 print:col-span-2">
      <BarChart
        locale={locale}
        title={t("hour")}
        caption={caption}
        bars={Array.from({ length: 24 }, (_, hour) => {
          const usd = usdIn(hours, String(hour));
          const label = String(hour).padStart(2, "0");
          return { key: label, label, value: Number(usd), display: formatMoney(locale, usd, "USD") };
        })}
        formatTick={(value) => formatMoneyCompact(locale, value, "USD")}
        isTablePrinted={false}
        table={
          <PartTable
            spread="hour"
            rowsPath={rowsPath}
            title={t("hour")}
            parts={hours}
            measure="orders"
            labelOf={({ key, currency }) => `${partName(locale, "hour", key)} · ${currency}`}
            locale={locale}
          />
        }
      />
    </div>
  );
}

function usdIn(hours: readonly InsightPart[], key: string): string {
  return sumDecimals(hours.filter((part) => part.key === key).map(({ netUsd }) => netUsd));
}
