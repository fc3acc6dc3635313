import type { Audience } from "#components/money-trail/audience.ts";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { formatMoney, type Locale } from "#lib/format.ts";
import type { InsightsReport } from "#server/contract.ts";
import { figureName } from "#server/figure-catalogue.ts";
import { wordsOf } from "#words/catalogue.ts";
import { AttributionBars } from "./AttributionBars.tsx";
import { ConcentrationBars } from "./ConcentrationBars.tsx";
import { DaysToCash } from "./DaysToCash.tsx";
import { HourBars } from "./HourBars.tsx";
import { InsightGroup } from "./InsightGroup.tsx";
import { PartBars } from "./PartBars.tsx";

interface InsightChartsProps {
  readonly report: InsightsReport;
  readonly audience: Audience;
  /** Of the page that tells where figures come from. */
  readonly rowsPath: string;
  readonly locale: Locale;
}

/** How the income is spread, each drawing with its table. */
export function InsightCharts({ report, audience, rowsPath, locale }: InsightChartsProps) {
  const { spread } = report;
  const t = wordsOf(locale, "insights");
  return (
    <div className="space-y-10">
      <InsightGroup title={t("group.whole")}>
        <ConcentrationBars
          title={t("product")}
          caption={t("productCaption")}
          concentration={report.byProduct}
          figureOf={report.sellerNetUsd === null ? figureName.promotedProduct : figureName.product}
          rowsPath={rowsPath}
          locale={locale}
        />
        {spread === null ? (
          <EmptyState title={t("older")}>{t("olderText")}</EmptyState>
        ) : (
          <Times report={report} spread={spread} rowsPath={rowsPath} locale={locale} />
        )}
      </InsightGroup>
      {report.sellerNetUsd !== null && (
        <ShopInsights report={report} audience={audience} rowsPath={rowsPath} locale={locale} />
      )}
      {report.creatorNetUsd !== null && spread !== null && (
        <InsightGroup title={t(`group.commission.${audience}`)}>
          <PartBars
            spread="partner_shop"
            rowsPath={rowsPath}
            title={t(`partner.${audience}`)}
            caption={t("totalCommission", { amount: formatMoney(locale, report.creatorNetUsd, "USD") })}
            parts={spread.partnerShops}
            measure="commission"
            locale={locale}
          />
          <AttributionBars attribution={spread} measure="commission" rowsPath={rowsPath} locale={locale} />
        </InsightGroup>
      )}
    </div>
  );
}

function ShopInsights({ report, audience, rowsPath, locale }: InsightChartsProps) {
  const { spread, sellerNetUsd } = report;
  const t = wordsOf(locale, "insights");
  return (
    <>
      <InsightGroup title={t(`group.shops.${audience}`)}>
        {spread !== null && (
          <PartBars
            spread="market"
            rowsPath={rowsPath}
            title={t("market")}
            caption={t("totalShops", { amount: formatMoney(locale, sellerNetUsd, "USD") })}
            parts={spread.markets}
            measure="orders"
            locale={locale}
          />
        )}
        <DaysToCash report={report} rowsPath={rowsPath} locale={locale} />
      </InsightGroup>
      <InsightGroup title={t("group.affiliates")}>
        <ConcentrationBars
          title={t(`creators.${audience}`)}
          caption={t("creatorCaption")}
          concentration={report.byCreator}
          figureOf={figureName.creator}
          rowsPath={rowsPath}
          locale={locale}
        />
        {spread?.schema === 2 && (
          <AttributionBars attribution={spread.costs} measure="cost" rowsPath={rowsPath} locale={locale} />
        )}
      </InsightGroup>
    </>
  );
}

interface TimesProps extends Omit<InsightChartsProps, "audience"> {
  readonly spread: NonNullable<InsightsReport["spread"]>;
}

function Times({ report, spread, rowsPath, locale }: TimesProps) {
  const t = wordsOf(locale, "insights");
  const whole = `${t("total", { amount: formatMoney(locale, report.netUsd, "USD") })} ${t("zone")}`;
  return (
    <>
      <PartBars
        spread="weekday"
        rowsPath={rowsPath}
        title={t("weekday")}
        caption={whole}
        parts={spread.weekdays}
        measure="orders"
        locale={locale}
      />
      <HourBars caption={whole} hours={spread.hours} rowsPath={rowsPath} locale={locale} />
    </>
  );
}
