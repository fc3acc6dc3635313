import type { Audience } from "#components/money-trail/words.ts";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { formatMoney, formatNumber, formatRegion, type Locale } from "#lib/format.ts";
import type { InsightsReport } from "#server/contract.ts";
import { ConcentrationBars } from "./ConcentrationBars.tsx";
import { PartBars } from "./PartBars.tsx";
import { insightWords as words } from "./words.ts";

interface InsightChartsProps {
  readonly report: InsightsReport;
  readonly audience: Audience;
  readonly locale: Locale;
}

/** How the income is spread, each drawing with its table. */
export function InsightCharts({ report, audience, locale }: InsightChartsProps) {
  return (
    <div className="grid gap-x-10 gap-y-10 lg:grid-cols-2">
      <ConcentrationBars
        title={words.product}
        caption={words.productCaption}
        concentration={report.byProduct}
        locale={locale}
      />
      {report.sellerNetUsd !== null && (
        <>
          <ConcentrationBars
            title={words.creators[audience]}
            caption={words.creatorCaption}
            concentration={report.byCreator}
            locale={locale}
          />
          <DaysToCash report={report} locale={locale} />
        </>
      )}
      {report.spread === null ? (
        <EmptyState title={words.older}>{words.olderText}</EmptyState>
      ) : (
        <Spread report={report} spread={report.spread} audience={audience} locale={locale} />
      )}
    </div>
  );
}

function DaysToCash({ report, locale }: Omit<InsightChartsProps, "audience">) {
  return (
    <div>
      <h3 className="text-sm font-semibold">{words.cash}</h3>
      <p className="text-sm text-ink-soft">
        {report.medianDaysToCash === null
          ? words.cashUnknown
          : words.cashMedian(formatNumber(locale, report.medianDaysToCash, 1))}
      </p>
    </div>
  );
}

interface SpreadProps extends InsightChartsProps {
  readonly spread: NonNullable<InsightsReport["spread"]>;
}

function Spread({ report, spread, audience, locale }: SpreadProps) {
  const usd = (amount: string) => formatMoney(locale, amount, "USD");
  const orders = { countHeader: words.columns.count, locale };
  const lines = { countHeader: words.columns.lines, locale };
  const whole = `${words.total(usd(report.netUsd))} ${words.zone}`;
  const plain = (key: string | null) => key ?? words.unknown;
  return (
    <>
      {report.sellerNetUsd !== null && (
        <PartBars
          {...orders}
          title={words.market}
          caption={words.totalShops(usd(report.sellerNetUsd))}
          parts={spread.markets}
          nameOf={(key) => (key === null ? words.unknown : formatRegion(locale, key))}
        />
      )}
      {report.creatorNetUsd !== null && (
        <>
          <PartBars
            {...lines}
            title={words.content}
            caption={words.totalCommission(usd(report.creatorNetUsd))}
            parts={spread.content}
            nameOf={(key) => (key === null ? words.unknown : (words.contentTypes[key] ?? key))}
          />
          <PartBars
            {...lines}
            title={words.campaign}
            caption={words.totalCommission(usd(report.creatorNetUsd))}
            parts={spread.campaigns}
            nameOf={(key) => key ?? words.noCampaign}
          />
          <PartBars
            {...lines}
            title={words.partner[audience]}
            caption={words.totalCommission(usd(report.creatorNetUsd))}
            parts={spread.partnerShops}
            nameOf={plain}
          />
        </>
      )}
      <PartBars
        {...orders}
        title={words.weekday}
        caption={whole}
        parts={spread.weekdays}
        nameOf={(key) => words.weekdays[Number(key) - 1] ?? plain(key)}
      />
      <PartBars
        {...orders}
        title={words.hour}
        caption={whole}
        parts={spread.hours}
        nameOf={(key) => (key === null ? words.unknown : `${key.padStart(2, "0")}:00`)}
      />
    </>
  );
}
