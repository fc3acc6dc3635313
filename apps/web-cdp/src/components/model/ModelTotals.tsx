import type { CapCode, ScoreModel } from "@lendfriend/credit-score";
import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { formatNumber, formatPercent, formatPoints, type Locale } from "#lib/format.ts";
import { wordsOf } from "#words/catalogue.ts";
import { tierName } from "#words/tier-name.ts";
import { nameOf } from "../score/words.ts";

interface ModelTotalsProps {
  readonly model: ScoreModel;
  readonly locale: Locale;
}

const capCodes = [
  "NO_QUALIFYING_ORDERS",
  "REFUNDS_EXCEED_SALES",
  "FEWER_THAN_5_ORDERS",
  "HISTORY_UNDER_28_DAYS",
] as const satisfies readonly CapCode[];

/** What becomes of the sum: ceilings, tiers, and what stands beside the score without being in it. */
export function ModelTotals({ model, locale }: ModelTotalsProps) {
  const { confidence, integrity } = model;
  const t = wordsOf(locale, "model");
  const tiers = wordsOf(locale, "claims");
  const number = (value: number) => formatNumber(locale, value, 0);
  const b = (chunks: ReactNode) => <strong className="font-semibold">{chunks}</strong>;
  const points = (value: number) => formatPoints(locale, value);
  return (
    <>
      <Card title={t("ceilings.title")} id="ceilings" lead={t("ceilings.lead")}>
        <DataTable
          caption={t("ceilings.table")}
          captionHidden
          columns={[
            { key: "cap", header: t("ceilings.when"), cell: (code) => nameOf(locale, code) },
            {
              key: "limit",
              header: t("ceilings.most"),
              numeric: true,
              cell: (code) => points(model.caps[code] / 1_000),
            },
          ]}
          rows={capCodes}
          rowKey={(code) => code}
        />
      </Card>
      <Card title={t("tiers.title")} id="tiers">
        <DataTable
          caption={t("tiers.table")}
          captionHidden
          columns={[
            { key: "tier", header: t("tiers.tier"), cell: ([, tier]) => tierName(tiers, tier) },
            { key: "from", header: t("tiers.from"), numeric: true, cell: ([from]) => points(from / 1_000) },
          ]}
          rows={model.tiers}
          rowKey={([, tier]) => tier}
        />
      </Card>
      <Card title={t("beside.title")} id="beside">
        <ul className="max-w-prose list-disc space-y-2 pl-5 text-sm">
          <li>
            {t.rich("beside.confidence", {
              b,
              orders: number(confidence.orders),
              fullOrders: number(confidence.fullOrders),
              history: number(confidence.history),
              days: number(model.fullHistoryDays),
              reconciled: number(confidence.reconciled),
              freshness: number(confidence.freshness),
              freshHours: number(confidence.freshHours),
              staleHours: number(confidence.staleHours),
            })}
          </li>
          <li>
            {t.rich("beside.integrity", {
              b,
              pass: formatPercent(locale, integrity.pass, 0),
              review: formatPercent(locale, integrity.review, 0),
            })}
          </li>
          <li>{t.rich("beside.decline", { b, share: formatPercent(locale, model.declineAlert, 0) })}</li>
        </ul>
      </Card>
    </>
  );
}
