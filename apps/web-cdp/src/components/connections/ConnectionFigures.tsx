import { usePageFacts } from "#components/shell/PageContext.tsx";
import { formatCount, formatMoney, formatNumber, formatPercent } from "#lib/format.ts";
import type { RevenueFigures } from "#server/contract.ts";
import { useWords } from "#words/use-words.ts";

/** The account's own 90 days in figures; several currencies are summed in the one that the figures name. */
export function ConnectionFigures({ figures }: { readonly figures: RevenueFigures }) {
  const { locale } = usePageFacts();
  const t = useWords("connections");
  const unknown = t("figures.unknown");
  const money = (amount: string) => formatMoney(locale, amount, figures.currency);
  const earnsCommission = Number(figures.affiliateCommission) > 0;
  const refunded = figures.returnRate;
  const sells = Number(figures.totalRevenue) > 0 || !earnsCommission;
  const rows = [
    ...(sells ? [{ label: t("figures.sales"), value: money(figures.totalRevenue) }] : []),
    ...(sells ? [{ label: t("figures.net"), value: refunded === null ? unknown : money(figures.netRevenue) }] : []),
    ...(earnsCommission ? [{ label: t("figures.commission"), value: money(figures.affiliateCommission) }] : []),
    {
      label: sells ? t("figures.orders") : t("figures.commissionOrders"),
      value: formatCount(locale, figures.orderCount),
    },
    ...(sells ? [{ label: t("figures.averageOrder"), value: money(figures.averageOrderValue) }] : []),
    { label: t("figures.refunded"), value: refunded === null ? unknown : formatPercent(locale, refunded) },
    ...(figures.shopRating === null
      ? []
      : [{ label: t("figures.shopRating"), value: formatNumber(locale, Number(figures.shopRating)) }]),
  ];
  return (
    <div>
      <h4 className="mb-2 text-sm font-medium text-ink-soft">{t("figures.title", { days: figures.periodDays })}</h4>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-3 lg:grid-cols-6">
        {rows.map(({ label, value }) => (
          <div key={label} className="min-w-0">
            <dt className="text-xs text-ink-soft">{label}</dt>
            <dd className="truncate font-semibold tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
