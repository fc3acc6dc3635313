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
      <div className="space-y-10">
        {metrics.byShop.length > 0 && <ShopChart metrics={metrics} rowsPath={rowsPath} locale={locale} />}
        {metrics.byCurrency.length > 0 && <CurrencyChart metrics={metrics} rowsPath={rowsPath} locale={locale} />}
      </div>
    </div>
  );
}

function WeeklyCharts({ metrics, rowsPath, locale }: ChartProps) {
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
        title={`Net by week, ${metrics.currency}`}
        caption="Full weeks counted back from the date of the score, after refunds."
        bars={metrics.weekly.map((week) => ({
          key: String(week.from),
          label: formatDayShort(locale, week.from),
          value: Number(week.net),
          display: formatMoney(locale, week.net, metrics.currency),
        }))}
        formatTick={(value) => formatMoneyCompact(locale, value, metrics.currency)}
        table={table("Net by week, oldest first")}
      />
      <BarChart
        title="Orders by week"
        caption="Orders that qualify; the rest is listed under “Left out”."
        tone="chart-2"
        bars={metrics.weekly.map((week) => ({
          key: String(week.from),
          label: formatDayShort(locale, week.from),
          value: week.orderCount,
          display: formatCount(locale, week.orderCount),
        }))}
        formatTick={(value) => (Number.isInteger(value) ? formatCount(locale, value) : "")}
        table={table("Orders by week, oldest first")}
        isTablePrinted={false}
      />
    </>
  );
}

function BlockChart({ metrics, rowsPath, locale }: ChartProps) {
  const names = ["Oldest", "Middle", "Newest"];
  return (
    <BarChart
      title={`Three equal periods, ${metrics.currency} net`}
      caption="The score compares these three to judge stability and growth."
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
          caption="Periods, oldest first"
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
  const money = (amount: string) => formatMoney(locale, amount, metrics.currency);
  const total = metrics.byShop.reduce((sum, shop) => sum + Math.max(0, Number(shop.net)), 0);
  const shops = [...metrics.byShop].sort((a, b) => Number(b.net) - Number(a.net));
  return (
    <ShareBars
      title={`By shop, ${metrics.currency} net`}
      caption="Each shop’s part of the net."
      rows={shops.map((shop) => ({
        key: shop.shopId,
        label: `${shop.name} · ${formatRegion(locale, shop.region)}`,
        display: money(shop.net),
        share: total > 0 ? Number(shop.net) / total : 0,
      }))}
      table={
        <DataTable
          caption="Shops"
          captionHidden
          columns={[
            { key: "name", header: "Shop", cell: (shop) => shop.name },
            { key: "orders", header: "Orders", numeric: true, cell: (shop) => formatCount(locale, shop.orderCount) },
            { key: "gross", header: "Sales", numeric: true, cell: (shop) => money(shop.gross) },
            { key: "refunds", header: "Refunds", numeric: true, cell: (shop) => money(shop.refunds) },
            {
              key: "net",
              header: "Net",
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
  return (
    <ShareBars
      title="By currency"
      caption={
        metrics.byCurrency.length === 1
          ? "All in one currency."
          : "Shares after turning each order into US dollars at its own day’s rate."
      }
      rows={metrics.byCurrency.map((part) => ({
        key: part.currency,
        label: part.currency,
        display: `${formatMoney(locale, part.net, part.currency)} · ${formatPercent(locale, part.usdShare)}`,
        share: part.usdShare,
      }))}
      table={
        <DataTable
          caption="Currencies"
          captionHidden
          columns={[
            { key: "currency", header: "Currency", cell: (part) => part.currency },
            { key: "orders", header: "Orders", numeric: true, cell: (part) => formatCount(locale, part.orderCount) },
            {
              key: "gross",
              header: "Sales",
              numeric: true,
              cell: (part) => formatMoney(locale, part.gross, part.currency),
            },
            {
              key: "net",
              header: "Net",
              numeric: true,
              cell: (part) => (
                <FigureLink figure={figureName.currency(part.currency)} path={rowsPath}>
                  {formatMoney(locale, part.net, part.currency)}
                </FigureLink>
              ),
            },
            {
              key: "usd",
              header: "Net in USD",
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
  const money = (amount: string) => formatMoney(locale, amount, metrics.currency);
  return (
    <DataTable
      caption={caption}
      columns={[
        { key: "from", header: "From", cell: (period) => formatDate(locale, period.from) },
        { key: "orders", header: "Orders", numeric: true, cell: (period) => formatCount(locale, period.orderCount) },
        { key: "gross", header: "Sales", numeric: true, cell: (period) => money(period.gross) },
        {
          key: "net",
          header: "Net",
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
