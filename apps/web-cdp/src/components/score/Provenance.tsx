import type { ScoreReport } from "@lendfriend/credit-score";

type ProvenanceProps = {
  readonly report: Pick<ScoreReport, "model" | "modelHash"> & {
    readonly snapshotHash?: string;
    readonly metrics?: ScoreReport["metrics"];
  };
};

/** What somebody needs to compute the same score again. */
export function Provenance({ report }: ProvenanceProps) {
  const rates = report.metrics?.exchangeRates;
  const rows = [
    { label: "Model", value: report.model },
    { label: "Model hash", value: report.modelHash },
    ...(report.snapshotHash ? [{ label: "Snapshot hash", value: report.snapshotHash }] : []),
    ...(rates ? [{ label: "Exchange rates", value: `${rates.source} · ${rates.hash}` }] : []),
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
