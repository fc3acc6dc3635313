import { Card } from "#components/ui/Card.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { formatDateTime, formatMoney, formatNumber, formatRegion, type Locale } from "#lib/format.ts";
import type { InsightsReport } from "#server/contract.ts";
import { ConcentrationBars } from "./ConcentrationBars.tsx";
import { PartBars } from "./PartBars.tsx";
import { insightWords as words } from "./words.ts";

interface InsightsViewProps {
  readonly report: InsightsReport | null;
  readonly locale: Locale;
}

/** Everything beside the score, with where it comes from. */
export function InsightsView({ report, locale }: InsightsViewProps) {
  if (report === null) return <EmptyState title={words.none}>{words.noneText}</EmptyState>;
  return (
    <div className="space-y-6">
      <p className="max-w-prose text-sm text-ink-soft">
        {words.source(formatDateTime(locale, report.asOf), report.rates)}
      </p>
      {report.provisional && <Notice title={words.provisionalTitle}>{words.provisional}</Notice>}
      <Card>
        <div className="grid gap-x-10 gap-y-10 lg:grid-cols-2">
          <ConcentrationBars
            title={words.product}
            caption={words.productCaption}
            concentration={report.byProduct}
            locale={locale}
          />
          {report.sellerNetUsd !== null && (
            <ConcentrationBars
              title={words.creators}
              caption={words.creatorCaption}
              concentration={report.byCreator}
              locale={locale}
            />
          )}
          {report.sellerNetUsd !== null && (
            <div>
              <h3 className="text-sm font-semibold">{words.cash}</h3>
              <p className="text-sm text-ink-soft">
                {report.medianDaysToCash === null
                  ? words.cashUnknown
                  : words.cashMedian(formatNumber(locale, report.medianDaysToCash, 1))}
              </p>
            </div>
          )}
          {report.spread === null ? (
            <EmptyState title={words.older}>{words.olderText}</EmptyState>
          ) : (
            <Spread report={report} spread={report.spread} locale={locale} />
          )}
        </div>
      </Card>
    </div>
  );
}

function Spread({
  report,
  spread,
  locale,
}: {
  readonly report: InsightsReport;
  readonly spread: NonNullable<InsightsReport["spread"]>;
  readonly locale: Locale;
}) {
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
            title={words.partner}
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
