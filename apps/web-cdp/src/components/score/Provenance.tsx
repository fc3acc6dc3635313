import type { ScoreReport } from "@lendfriend/credit-score";
import { ratesText } from "#components/insights/rates-text.ts";
import type { Locale } from "#lib/format.ts";
import { wordsOf } from "#words/catalogue.ts";

type ProvenanceProps = {
  readonly report: Pick<ScoreReport, "model" | "modelHash"> & {
    readonly snapshotHash?: string;
    readonly metrics?: ScoreReport["metrics"];
  };
  readonly locale: Locale;
};

/** What somebody needs to compute the same score again. */
export function Provenance({ report, locale }: ProvenanceProps) {
  const t = wordsOf(locale, "score");
  const rates = report.metrics?.exchangeRates;
  const rows = [
    { label: t("provenance.model"), value: report.model },
    { label: t("provenance.modelHash"), value: report.modelHash },
    ...(report.snapshotHash ? [{ label: t("provenance.snapshotHash"), value: report.snapshotHash }] : []),
    ...(rates
      ? [
          {
            label: t("provenance.rates"),
            value: `${ratesText(wordsOf(locale, "insights"), rates.source)} · ${rates.hash}`,
          },
        ]
      : []),
  ];
  return (
    <dl className="space-y-1.5 text-xs text-ink-soft">
      {rows.map((row) => (
        <div key={row.label} className="flex flex-wrap gap-x-2">
          <dt className="font-medium">{row.label}</dt>
          <dd className="min-w-0 font-mono break-all">{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}
