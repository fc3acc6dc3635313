import { type IncomeMetrics, type ScoreReport, whatIfLevers } from "@lendfriend/credit-score";
import { Card } from "#components/ui/Card.tsx";
import type { Locale } from "#lib/format.ts";
import { wordsOf } from "#words/catalogue.ts";
import { WhatIfPanel } from "./WhatIfPanel.tsx";

interface WhatIfProps {
  readonly inputs: IncomeMetrics;
  readonly report: Pick<ScoreReport, "score" | "snapshotHash">;
  readonly locale: Locale;
}

/** What would move the score: the same model, run again on edited figures. Nothing that is tried here is stored. */
export function WhatIf({ inputs, report, locale }: WhatIfProps) {
  const levers = whatIfLevers(inputs);
  if (levers.length === 0) return null;
  const t = wordsOf(locale, "score");
  return (
    <Card title={t("whatIf.title")} id="what-if" lead={t("whatIf.lead")}>
      <WhatIfPanel key={report.snapshotHash} levers={levers} score={report.score} />
    </Card>
  );
}
