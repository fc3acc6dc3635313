import { type IncomeMetrics, type ScoreReport, whatIfLevers } from "@lendfriend/credit-score";
import { Card } from "#components/ui/Card.tsx";
import { WhatIfPanel } from "./WhatIfPanel.tsx";

interface WhatIfProps {
  readonly inputs: IncomeMetrics;
  readonly report: Pick<ScoreReport, "score" | "snapshotHash">;
}

/** What would move the score: the same model, run again on edited figures. Nothing that is tried here is stored. */
export function WhatIf({ inputs, report }: WhatIfProps) {
  const levers = whatIfLevers(inputs);
  if (levers.length === 0) return null;
  return (
    <Card
      title="What if"
      id="what-if"
      lead="Move a figure and see what the same model would say. Nothing here is stored or shown to anybody."
    >
      <WhatIfPanel key={report.snapshotHash} levers={levers} score={report.score} />
    </Card>
  );
}
