import type { CapCode, ScoreModel } from "@lendfriend/credit-score";
import { Card } from "#components/ui/Card.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { formatPercent, formatPoints, type Locale } from "#lib/format.ts";
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
  const points = (value: number) => formatPoints(locale, value);
  return (
    <>
      <Card title="Ceilings" id="ceilings" lead="Where there is too little to go by. The lowest that is met applies.">
        <DataTable
          caption="Ceilings of the score"
          captionHidden
          columns={[
            { key: "cap", header: "When", cell: (code) => nameOf(code) },
            { key: "limit", header: "At most", numeric: true, cell: (code) => points(model.caps[code] / 1_000) },
          ]}
          rows={capCodes}
          rowKey={(code) => code}
        />
      </Card>
      <Card title="Tiers" id="tiers">
        <DataTable
          caption="Tiers of the score"
          captionHidden
          columns={[
            { key: "tier", header: "Tier", cell: ([, tier]) => tier },
            { key: "from", header: "From", numeric: true, cell: ([from]) => points(from / 1_000) },
          ]}
          rows={model.tiers}
          rowKey={([, tier]) => tier}
        />
      </Card>
      <Card title="Beside the score, never in it" id="beside">
        <ul className="max-w-prose list-disc space-y-2 pl-5 text-sm">
          <li>
            <strong className="font-semibold">Confidence</strong>, 0 to 100: {confidence.orders} for{" "}
            {confidence.fullOrders} orders or more, {confidence.history} for {model.fullHistoryDays} observed days,{" "}
            {confidence.reconciled} for the share of old delivered value that payouts confirm, {confidence.freshness}{" "}
            while the figures are under {confidence.freshHours} hours old, falling to nothing at {confidence.staleHours}{" "}
            hours.
          </li>
          <li>
            <strong className="font-semibold">Integrity</strong>: of the value delivered more than 15 days ago, payouts
            confirm {formatPercent(locale, integrity.pass, 0)} or more (pass),{" "}
            {formatPercent(locale, integrity.review, 0)} or more (review), or less (fail).
          </li>
          <li>
            <strong className="font-semibold">Decline alert</strong>: when sales fell by more than{" "}
            {formatPercent(locale, model.declineAlert, 0)} from one third of the window to the next.
          </li>
        </ul>
      </Card>
    </>
  );
}
