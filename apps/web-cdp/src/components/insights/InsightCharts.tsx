import type { Audience } from "#components/money-trail/words.ts";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { formatMoney, formatRegion, type Locale } from "#lib/format.ts";
import type { InsightsReport } from "#server/contract.ts";
import { figureName } from "#server/figure-catalogue.ts";
import { AttributionBars } from "./AttributionBars.tsx";
import { ConcentrationBars } from "./ConcentrationBars.tsx";
import { DaysToCash } from "./DaysToCash.tsx";
import { HourBars } from "./HourBars.tsx";
import { InsightGroup } from "./InsightGroup.tsx";
import { PartBars } from "./PartBars.tsx";
import { insightWords as words } from "./words.ts";

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
  return (
    <div className="space-y-10">
      <InsightGroup title={words.groups.whole}>
        <ConcentrationBars
          title={words.product}
          caption={words.productCaption}
          concentration={report.byProduct}
          figureOf={report.sellerNetUsd === null ? figureName.promotedProduct : figureName.product}
          rowsPath={rowsPath}
          locale={locale}
        />
        {spread === null ? (
          <EmptyState title={words.older}>{words.olderText}</EmptyState>
        ) : (
          <Times report={report} spread={spread} rowsPath={rowsPath} locale={locale} />
        )}
      </InsightGroup>
      {report.sellerNetUsd !== null && (
        <ShopInsights report={report} audience={audience} rowsPath={rowsPath} locale={locale} />
      )}
      {report.creatorNetUsd !== null && spread !== null && (
        <InsightGroup title={words.groups.commission[audience]}>
          <PartBars
            spread="partner_shop"
            rowsPath={rowsPath}
            title={words.partner[audience]}
            caption={words.totalCommission(formatMoney(locale, report.creatorNetUsd, "USD"))}
            parts={spread.partnerShops}
            measure="commission"
            nameOf={(key) => key ?? words.unknown}
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
  return (
    <>
      <InsightGroup title={words.groups.shops[audience]}>
        {spread !== null && (
          <PartBars
            spread="market"
            rowsPath={rowsPath}
            title={words.market}
            caption={words.totalShops(formatMoney(locale, sellerNetUsd, "USD"))}
            parts={spread.markets}
            measure="orders"
            nameOf={(key) => (key === null ? words.unknown : formatRegion(locale, key))}
            locale={locale}
          />
        )}
        <DaysToCash report={report} rowsPath={rowsPath} locale={locale} />
      </InsightGroup>
      <InsightGroup title={words.groups.affiliates}>
        <ConcentrationBars
          title={words.creators[audience]}
          caption={words.creatorCaption}
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
  const whole = `${words.total(formatMoney(locale, report.netUsd, "USD"))} ${words.zone}`;
  return (
    <>
      <PartBars
        spread="weekday"
        rowsPath={rowsPath}
        title={words.weekday}
        caption={whole}
        parts={spread.weekdays}
        measure="orders"
        nameOf={(key) => words.weekdays[Number(key) - 1] ?? key ?? words.unknown}
        locale={locale}
      />
      <HourBars caption={whole} hours={spread.hours} rowsPath={rowsPath} locale={locale} />
    </>
  );
}
