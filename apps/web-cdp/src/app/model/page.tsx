import { type FactorCode, modelHash, ttshop1 } from "@lendfriend/credit-score";
import type { Metadata } from "next";
import { itemRules } from "#components/model/item-rules.ts";
import { ModelItem } from "#components/model/ModelItem.tsx";
import { ModelTotals } from "#components/model/ModelTotals.tsx";
import { factorWords } from "#components/score/words.ts";
import { PageTitle } from "#components/shell/PageTitle.tsx";
import { Card } from "#components/ui/Card.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { formatPoints } from "#lib/format.ts";
import { readPageSetting } from "#lib/page-setting.ts";

export const metadata: Metadata = { title: "How the score is computed" };

const factors = ["revenue", "consistency", "reliability", "growth"] as const satisfies readonly FactorCode[];

/** The model card: everything that the score's config says, in words, curves and tables. */
export default async function ModelPage() {
  const { locale } = await readPageSetting();
  const rules = itemRules(ttshop1, locale);
  return (
    <>
      <PageTitle
        title="How the score is computed"
        lead={`Model ${ttshop1.model}. This page is made from the very numbers that the score is computed with.`}
      />
      <div className="space-y-6">
        <Notice tone="caution" title="Not calibrated to default risk">
          The thresholds are reasoned from published figures and have not been fitted to repayment data. The score
          describes sales; it does not predict repayment, and nobody should lend on it alone.
        </Notice>
        <Card title="What it uses, and what it never sees" id="inputs">
          <div className="grid gap-6 text-sm sm:grid-cols-2">
            <p>
              90 days of orders, returns, settlements, payments and commissions as the platform reported them, the age
              of the account, and official figures about the shop where there are any. The same figures and the same
              model give the same thousandths of a point, always.
            </p>
            <p>
              No name, age, sex, origin, religion, family, health, address or photograph of anybody; nothing about
              buyers; nothing from social media; no other lender’s records. These are not inputs, so they cannot move a
              point.
            </p>
          </div>
          <p className="mt-4 text-sm">
            When the platform offers a figure to nobody like this account, its points are spread over the rest of its
            factor. When there is too little history, or the borrower did not give the permission, it earns none, and
            the score page says which.
          </p>
        </Card>
        {factors.map((code) => {
          const items = ttshop1.factors[code];
          const weight = items.reduce((sum, item) => sum + item.weight, 0) / 1_000;
          return (
            <Card
              key={code}
              id={`factor-${code}`}
              title={`${factorWords[code].name}: ${formatPoints(locale, weight)} points`}
              lead={factorWords[code].question}
            >
              <div className="space-y-6">
                {items.map((item) => (
                  <ModelItem key={item.code} item={item} rule={rules[item.code]} locale={locale} />
                ))}
              </div>
            </Card>
          );
        })}
        <ModelTotals model={ttshop1} locale={locale} />
        <Card title="Check it yourself" id="hash">
          <p className="text-sm">
            SHA-256 of this configuration, part of every score. A score that names another one was computed with other
            numbers.
          </p>
          <p className="mt-2 font-mono text-xs break-all">{modelHash(ttshop1)}</p>
        </Card>
      </div>
    </>
  );
}
