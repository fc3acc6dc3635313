import { RadioCards } from "#components/connections/RadioCards.tsx";
import { Card } from "#components/ui/Card.tsx";
import { Field, inputClass } from "#components/ui/Field.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { formatDateTime, formatScore, type Locale } from "#lib/format.ts";
import type { DecisionBasis, LenderDecision } from "#server/contract.ts";
import { wordsOf } from "#words/catalogue.ts";
import { languageOf } from "#words/languages.ts";
import { tierName } from "#words/tier-name.ts";
import { DecisionForm } from "./DecisionForm.tsx";
import { ReasonLines } from "./ReasonLines.tsx";

const decisions = ["declined", "counter_offer", "incomplete_application"] as const satisfies readonly LenderDecision[];

interface DecisionPanelProps {
  readonly borrower: string;
  readonly basis: DecisionBasis | null;
  readonly locale: Locale;
}

/** The form for a decision beside the reasons that its draft will name, or why there can be none. */
export function DecisionPanel({ borrower, basis, locale }: DecisionPanelProps) {
  const t = wordsOf(locale, "adverseAction");
  if (basis === null) {
    return (
      <Notice tone="caution" title={t("ended.title")}>
        <p>{t("ended.text")}</p>
      </Notice>
    );
  }
  const { reasons, score } = basis;
  if (reasons === null || score === null) {
    return (
      <Notice tone="caution" title={t("tierOnly.title")}>
        <p>{t("tierOnly.text")}</p>
      </Notice>
    );
  }
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Card title={t("form.title")} id="decision">
        <DecisionForm
          borrower={borrower}
          snapshotId={basis.snapshotId}
          words={{ submit: t("form.submit"), failed: t("form.failed") }}
        >
          <RadioCards<LenderDecision>
            legend={t("form.decision")}
            name="decision"
            value="declined"
            choices={decisions.map((value) => ({
              value,
              label: t(`decision.${value}.name`),
              hint: t(`decision.${value}.hint`),
            }))}
          />
          <Field label={t("form.reference")} hint={t("form.referenceHint")}>
            {(control) => (
              <input {...control} name="reference" maxLength={64} autoComplete="off" className={inputClass} />
            )}
          </Field>
          <p className="text-sm text-ink-soft">{t("form.consequences")}</p>
        </DecisionForm>
      </Card>
      <Card title={t("preview.title")} id="reasons" lead={t("preview.lead")}>
        <p className="mb-4 text-sm">
          {t("preview.score", {
            score: formatScore(locale, score),
            tier: tierName(wordsOf(locale, "claims"), basis.tier),
            when: formatDateTime(locale, basis.asOf),
          })}
        </p>
        <ReasonLines reasons={reasons} locale={locale} />
        <p className="mt-4 text-sm text-ink-soft">
          {t("preview.own")} {languageOf(locale) === "en" ? "" : t("english.lines")}{" "}
          {basis.scope === "metrics" ? "" : t("reason.hidden")}
        </p>
      </Card>
    </div>
  );
}
