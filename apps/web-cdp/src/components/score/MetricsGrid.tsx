import type { ReportMetrics } from "@lendfriend/credit-score";
import { FigureLink } from "#components/rows/FigureLink.tsx";
import { formatCount, formatDate, formatMoney, formatNumber, formatPercent, type Locale } from "#lib/format.ts";

interface MetricsGridProps {
  readonly metrics: ReportMetrics;
  /** Of the page that tells where figures come from. */
  readonly rowsPath: string;
  readonly locale: Locale;
}

/** The figures that the score was made from, each leading to its rows. */
export function MetricsGrid({ metrics, rowsPath, locale }: MetricsGridProps) {
  const money = (amount: string) => formatMoney(locale, amount, metrics.currency);
  const earnsCommission = Number(metrics.affiliateCommission) > 0;
  const sells = Number(metrics.gross) > 0 || !earnsCommission;
  const rows = [
    ...(sells
      ? [
          { label: "Sales", figure: "gross", value: money(metrics.gross), hint: "before refunds" },
          { label: "Refunds", figure: "refunds", value: money(metrics.refunds), hint: "booked to the order’s date" },
        ]
      : []),
    { label: "Net", figure: "net", value: money(metrics.net), hint: "what the score counts" },
    { label: "Net a month", figure: "monthly_net", value: money(metrics.monthlyNet), hint: "over 30 days" },
    { label: "Qualifying orders", figure: "orders", value: formatCount(locale, metrics.orderCount), hint: null },
    ...(sells
      ? [
          { label: "Items sold", figure: "items", value: formatCount(locale, metrics.itemsSold), hint: null },
          { label: "Average order", figure: "average_order", value: money(metrics.averageOrderValue), hint: null },
        ]
      : []),
    ...(earnsCommission
      ? [
          {
            label: "Commission",
            figure: "commission",
            value: money(metrics.affiliateCommission),
            hint: `of which estimated ${money(metrics.affiliateCommissionEstimated)}`,
          },
        ]
      : []),
    {
      label: "Found in payouts",
      figure: "found_in_payouts",
      value: metrics.reconciledShare === null ? "not available" : formatPercent(locale, metrics.reconciledShare),
      hint: "of delivered sales older than 15 days",
    },
    {
      label: "Order to cash",
      figure: "days_to_cash",
      value:
        metrics.medianDaysToCash === null ? "not known" : `${formatNumber(locale, metrics.medianDaysToCash, 1)} days`,
      hint: "median",
    },
    ...concentrationRows(metrics, locale),
  ];
  return (
    <div>
      <p className="mb-4 text-sm text-ink-soft">
        {`${formatDate(locale, metrics.window.from)} to ${formatDate(locale, metrics.window.to)} (UTC), ${formatCount(locale, metrics.observedDays)} days observed. Amounts in ${metrics.currency}.`}
      </p>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-3 lg:grid-cols-4">
        {rows.map((row) => (
          <div key={row.label} className="min-w-0">
            <dt className="text-sm text-ink-soft">{row.label}</dt>
            <dd className="text-lg font-semibold tabular-nums break-words">
              <FigureLink figure={row.figure} path={rowsPath}>
                {row.value}
              </FigureLink>
            </dd>
            {row.hint && <dd className="text-xs text-ink-soft">{row.hint}</dd>}
          </div>
        ))}
      </dl>
    </div>
  );
}

function concentrationRows(metrics: ReportMetrics, locale: Locale) {
  const [product] = metrics.byProduct.largest;
  const [creator] = metrics.byCreator.largest;
  const share = (part: number) => formatPercent(locale, part, 0);
  return [
    ...(product
      ? [
          {
            label: "Largest product",
            figure: "products",
            value: share(product.share),
            hint: product.name || product.id,
          },
        ]
      : []),
    ...(creator
      ? [
          {
            label: "Largest partner",
            figure: "partners_paid",
            value: share(creator.share),
            hint: creator.name || creator.id,
          },
        ]
      : []),
  ];
}
