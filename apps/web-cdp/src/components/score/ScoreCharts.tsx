import type { PeriodMetrics, ReportMetrics } from "@lendfriend/credit-score";
import { BarChart } from "#components/charts/BarChart.tsx";
import { ShareBars } from "#components/charts/ShareBars.tsx";
import { FigureLink } from "#components/rows/FigureLink.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import {
  formatCount,
  formatDate,
  formatDayShort,
  formatMoney,
  formatMoneyCompact,
  formatPercent,
  formatRegion,
  type Locale,
} from "#lib/format.ts";
import { figureName } from "#server/figure-catalogue.ts";
import { wordsOf } from "#words/catalogue.ts";

interface ChartProps {
  readonly metrics: ReportMetrics;
  /** Of the page that tells where figures come from. */
  readonly rowsPath: string;
  readonly locale: Locale;
}

/** Everything the score saw over time and by part, each drawing with its table. */
export function ScoreCharts({ metrics, rowsPath, locale }: ChartProps) {
  return (
    <div className="grid gap-x-10 gap-y-10 lg:grid-cols-2">
      {metrics.weekly.length > 0 && <WeeklyCharts metrics={metrics} rowsPath={rowsPath} locale={locale} />}
      <BlockChart metrics={metrics} rowsPath={rowsPath} locale={locale} />
      <div className="min-w-0 space-y-10">
        {metrics.byShop.length > 0 && <ShopChart metrics={metrics} rowsPath={rowsPath} locale={locale} />}
        {metrics.byCurrency.length > 0 && <CurrencyChart metrics={metrics} rowsPath={rowsPath} locale={locale} />}
      </div>
    </div>
  );
}

function WeeklyCharts({ metrics, rowsPath, locale }: ChartProps) {
  const t = wordsOf(locale, "score");
  const table = (caption: string) => (
    <PeriodTable
      caption={caption}
      family="week"
      periods={metrics.weekly}
      metrics={metrics}
      rowsPath={rowsPath}
      locale={locale}
    />
  );
  return (
    <>
      <BarChart
        locale={locale}
        title={t("charts.netByWeek", { currency: metrics.currency })}
        caption={t("charts.netByWeekLead")}
        bars={metrics.weekly.map((week) => ({
          key: String(week.from),
          label: formatDayShort(locale, week.from),
          value: Number(week.net),
          display: formatMoney(locale, week.net, metrics.currency),
        }))}
        formatTick={(value) => formatMoneyCompact(locale, value, metrics.currency)}
        table={table(t("charts.netByWeekTable"))}
      />
      <BarChart
        locale={locale}
        title={t("charts.ordersByWeek")}
        caption={t("charts.ordersByWeekLead")}
        tone="chart-2"
        bars={metrics.weekly.map((week) => ({
          key: String(week.from),
          label: formatDayShort(locale, week.from),
          value: week.orderCount,
          display: formatCount(locale, week.orderCount),
        }))}
        formatTick={(value) => (Number.isInteger(value) ? formatCount(locale, value) : "")}
        table={table(t("charts.ordersByWeekTable"))}
        isTablePrinted={false}
      />
    </>
  );
}

function BlockChart({ metrics, rowsPath, locale }: ChartProps) {
  const t = wordsOf(locale, "score");
  const names = [t("charts.oldest"), t("charts.middle"), t("charts.newest")];
  return (
    <BarChart
      locale={locale}
      title={t("charts.periods", { currency: metrics.currency })}
      caption={t("charts.periodsLead")}
      tone="chart-4"
      bars={metrics.blocks.map((block, index) => ({
        key: String(block.from),
        label: names[index] ?? formatDayShort(locale, block.from),
        value: Number(block.net),
        display: formatMoneyCompact(locale, Number(block.net), metrics.currency),
      }))}
      formatTick={(value) => formatMoneyCompact(locale, value, metrics.currency)}
      table={
        <PeriodTable
          caption={t("charts.periodsTable")}
          family="block"
          periods={metrics.blocks}
          metrics={metrics}
          rowsPath={rowsPath}
          locale={locale}
        />
      }
    />
  );
}

function ShopChart({ metrics, rowsPath, locale }: ChartProps) {
  const t = wordsOf(locale, "score");
  const money = (amount: string) => formatMoney(locale, amount, metrics.currency);
  const total = metrics.byShop.reduce((sum, shop) => sum + Math.max(0, Number(shop.net)), 0);
  const shops = [...metrics.byShop].sort((a, b) => Number(b.net) - Number(a.net));
  return (
    <ShareBars
      locale={locale}
      title={t("charts.byShop", { currency: metrics.currency })}
      caption={t("charts.byShopLead")}
      rows={shops.map((shop) => ({
        key: shop.shopId,
        label: `${shop.name} · ${formatRegion(locale, shop.region)}`,
        display: money(shop.net),
        share: total > 0 ? Number(shop.net) / total : 0,
      }))}
      table={
        <DataTable
          caption={t("charts.shops")}
          captionHidden
          columns={[
            { key: "name", header: t("charts.shop"), cell: (shop) => shop.name },
            {
              key: "orders",
              header: t("charts.orders"),
              numeric: true,
              cell: (shop) => formatCount(locale, shop.orderCount),
            },
            { key: "gross", header: t("charts.sales"), numeric: true, cell: (shop) => money(shop.gross) },
            { key: "refunds", header: t("charts.refunds"), numeric: true, cell: (shop) => money(shop.refunds) },
            {
              key: "net",
              header: t("charts.net"),
              numeric: true,
              cell: (shop) => (
                <FigureLink figure={figureName.shop(shop.shopId)} path={rowsPath}>
                  {money(shop.net)}
                </FigureLink>
              ),
            },
          ]}
          rows={shops}
          rowKey={(shop) => shop.shopId}
        />
      }
    />
  );
}

function CurrencyChart({ metrics, rowsPath, locale }: ChartProps) {
  const t = wordsOf(locale, "score");
  return (
    <ShareBars
      locale={locale}
      title={t("charts.byCurrency")}
      caption={metrics.byCurrency.length === 1 ? t("charts.oneCurrency") : t("charts.byCurrencyLead")}
      rows={metrics.byCurrency.map((part) => ({
        key: part.currency,
        label: part.currency,
        display: `${formatMoney(locale, part.net, part.currency)} · ${formatPercent(locale, part.usdShare)}`,
        share: part.usdShare,
      }))}
      table={
        <DataTable
          caption={t("charts.currencies")}
          captionHidden
          columns={[
            { key: "currency", header: t("charts.currency"), cell: (part) => part.currency },
            {
              key: "orders",
              header: t("charts.orders"),
              numeric: true,
              cell: (part) => formatCount(locale, part.orderCount),
            },
            {
              key: "gross",
              header: t("charts.sales"),
              numeric: true,
              cell: (part) => formatMoney(locale, part.gross, part.currency),
            },
            {
              key: "net",
              header: t("charts.net"),
              numeric: true,
              cell: (part) => (
                <FigureLink figure={figureName.currency(part.currency)} path={rowsPath}>
                  {formatMoney(locale, part.net, part.currency)}
                </FigureLink>
              ),
            },
            {
              key: "usd",
              header: t("charts.netUsd"),
              numeric: true,
              cell: (part) => formatMoney(locale, part.netUsd, "USD"),
            },
          ]}
          rows={metrics.byCurrency}
          rowKey={(part) => part.currency}
        />
      }
    />
  );
}

interface PeriodTableProps extends ChartProps {
  readonly caption: string;
  readonly family: "week" | "block";
  readonly periods: readonly PeriodMetrics[];
}

function PeriodTable({ caption, family, periods, metrics, rowsPath, locale }: PeriodTableProps) {
  const t = wordsOf(locale, "score");
  const money = (amount: string) => formatMoney(locale, amount, metrics.currency);
  return (
    <DataTable
      caption={caption}
      columns={[
        { key: "from", header: t("charts.from"), cell: (period) => formatDate(locale, period.from) },
        {
          key: "orders",
          header: t("charts.orders"),
          numeric: true,
          cell: (period) => formatCount(locale, period.orderCount),
        },
        { key: "gross", header: t("charts.sales"), numeric: true, cell: (period) => money(period.gross) },
        {
          key: "net",
          header: t("charts.net"),
          numeric: true,
          cell: (period) => (
            <FigureLink figure={figureName[family](periods.indexOf(period) + 1, "all")} path={rowsPath}>
              {money(period.net)}
            </FigureLink>
          ),
        },
      ]}
      rows={periods}
      rowKey={(period) => String(period.from)}
    />
  );
}
