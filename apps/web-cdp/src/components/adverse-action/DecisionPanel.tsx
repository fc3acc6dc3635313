import { RadioCards } from "#components/connections/RadioCards.tsx";
import { Card } from "#components/ui/Card.tsx";
import { Field, inputClass } from "#components/ui/Field.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { formatDateTime, formatScore, type Locale } from "#lib/format.ts";
import type { DecisionBasis, LenderDecision } from "#server/contract.ts";
import { decisions, decisionWords, adverseActionWords as words } from "./adverse-action-words.ts";
import { DecisionForm } from "./DecisionForm.tsx";
import { ReasonLines } from "./ReasonLines.tsx";

interface DecisionPanelProps {
  readonly borrower: string;
  readonly basis: DecisionBasis | null;
  readonly locale: Locale;
}

/** The form for a decision beside the reasons that its draft will name, or why there can be none. */
export function DecisionPanel({ borrower, basis, locale }: DecisionPanelProps) {
  if (basis === null) {
    return (
      <Notice tone="caution" title={words.ended.title}>
        <p>{words.ended.text}</p>
      </Notice>
    );
  }
  const { reasons, score } = basis;
  if (reasons === null || score === null) {
    return (
      <Notice tone="caution" title={words.tierOnly.title}>
        <p>{words.tierOnly.text}</p>
      </Notice>
    );
  }
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Card title={words.form.title} id="decision">
        <DecisionForm borrower={borrower} snapshotId={basis.snapshotId} words={words.form}>
          <RadioCards<LenderDecision>
            legend={words.form.decision}
            name="decision"
            value="declined"
            choices={decisions.map((value) => ({
              value,
              label: decisionWords[value].name,
              hint: decisionWords[value].hint,
            }))}
          />
          <Field label={words.form.reference} hint={words.form.referenceHint}>
            {(control) => (
              <input {...control} name="reference" maxLength={64} autoComplete="off" className={inputClass} />
            )}
          </Field>
          <p className="text-sm text-ink-soft">{words.form.consequences}</p>
        </DecisionForm>
      </Card>
      <Card title={words.preview.title} id="reasons" lead={words.preview.lead}>
        <p className="mb-4 text-sm">
          {words.preview.score(formatScore(locale, score), basis.tier, formatDateTime(locale, basis.asOf))}
        </p>
        <ReasonLines reasons={reasons} locale={locale} />
        <p className="mt-4 text-sm text-ink-soft">
          {words.preview.own} {basis.scope === "metrics" ? "" : words.figuresHidden}
        </p>
      </Card>
    </div>
  );
}
