import type { ReportMetrics } from "@lendfriend/credit-score";
import { daysText } from "#components/rows/days-text.ts";
import { FigureLink } from "#components/rows/FigureLink.tsx";
import { formatCount, formatDate, formatMoney, formatPercent, type Locale } from "#lib/format.ts";
import { wordsOf } from "#words/catalogue.ts";

interface MetricsGridProps {
  readonly metrics: ReportMetrics;
  /** What was paid back; null where that is not known. */
  readonly refunds: string | null;
  /** Of the page that tells where figures come from. */
  readonly rowsPath: string;
  readonly locale: Locale;
}

/** The figures that the score was made from, each leading to its rows. */
export function MetricsGrid({ metrics, refunds, rowsPath, locale }: MetricsGridProps) {
  const t = wordsOf(locale, "score");
  const names = wordsOf(locale, "figures");
  const money = (amount: string) => formatMoney(locale, amount, metrics.currency);
  const beforeRefunds = refunds === null ? t("figures.grossHint") : null;
  const earnsCommission = Number(metrics.affiliateCommission) > 0;
  const sells = Number(metrics.gross) > 0 || !earnsCommission;
  const rows = [
    ...(sells
      ? [
          { label: names("name.gross"), figure: "gross", value: money(metrics.gross), hint: t("figures.grossHint") },
          {
            label: names("name.refunds"),
            figure: "refunds",
            value: refunds === null ? t("figures.notAvailable") : money(refunds),
            hint: t("figures.refundsHint"),
          },
        ]
      : []),
    { label: names("name.net"), figure: "net", value: money(metrics.net), hint: beforeRefunds ?? t("figures.netHint") },
    {
      label: names("name.monthly_net"),
      figure: "monthly_net",
      value: money(metrics.monthlyNet),
      hint: beforeRefunds ?? t("figures.monthlyNetHint"),
    },
    { label: names("name.orders"), figure: "orders", value: formatCount(locale, metrics.orderCount), hint: null },
    ...(sells
      ? [
          { label: names("name.items"), figure: "items", value: formatCount(locale, metrics.itemsSold), hint: null },
          {
            label: names("name.average_order"),
            figure: "average_order",
            value: money(metrics.averageOrderValue),
            hint: null,
          },
        ]
      : []),
    ...(earnsCommission
      ? [
          {
            label: names("name.commission"),
            figure: "commission",
            value: money(metrics.affiliateCommission),
            hint: t("figures.commissionHint", { amount: money(metrics.affiliateCommissionEstimated) }),
          },
        ]
      : []),
    {
      label: names("name.found_in_payouts"),
      figure: "found_in_payouts",
      value:
        metrics.reconciledShare === null ? t("figures.notAvailable") : formatPercent(locale, metrics.reconciledShare),
      hint: t("figures.inPayoutsHint"),
    },
    {
      label: names("name.days_to_cash"),
      figure: "days_to_cash",
      value: metrics.medianDaysToCash === null ? t("figures.notKnown") : daysText(locale, metrics.medianDaysToCash),
      hint: t("figures.toCashHint"),
    },
    ...concentrationRows(metrics, locale),
  ];
  return (
    <div>
      <p className="mb-4 text-sm text-ink-soft">
        {t("figures.window", {
          from: formatDate(locale, metrics.window.from),
          to: formatDate(locale, metrics.window.to),
          days: metrics.observedDays,
          currency: metrics.currency,
        })}
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
  const t = wordsOf(locale, "score");
  const [product] = metrics.byProduct.largest;
  const [creator] = metrics.byCreator.largest;
  const share = (part: number) => formatPercent(locale, part, 0);
  return [
    ...(product
      ? [
          {
            label: t("figures.largestProduct"),
            figure: "products",
            value: share(product.share),
            hint: product.name || product.id,
          },
        ]
      : []),
    ...(creator
      ? [
          {
            label: t("figures.largestPartner"),
            figure: "partners_paid",
            value: share(creator.share),
            hint: creator.name || creator.id,
          },
        ]
      : []),
  ];
}
