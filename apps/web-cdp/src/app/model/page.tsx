import { modelHash, ttshop1 } from "@lendfriend/credit-score";
import type { Metadata } from "next";
import { itemRules } from "#components/model/item-rules.ts";
import { ModelItem } from "#components/model/ModelItem.tsx";
import { ModelTotals } from "#components/model/ModelTotals.tsx";
import { factorCodes } from "#components/score/words.ts";
import { PageTitle } from "#components/shell/PageTitle.tsx";
import { Card } from "#components/ui/Card.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { formatPoints } from "#lib/format.ts";
import { readPageSetting } from "#lib/page-setting.ts";
import { wordsOf } from "#words/catalogue.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await readPageSetting();
  return { title: wordsOf(locale, "model")("title") };
}

/** The model card: everything that the score's config says, in words, curves and tables. */
export default async function ModelPage() {
  const { locale } = await readPageSetting();
  const t = wordsOf(locale, "model");
  const score = wordsOf(locale, "score");
  const rules = itemRules(ttshop1, locale);
  return (
    <>
      <PageTitle title={t("title")} lead={t("lead", { model: ttshop1.model })} />
      <div className="space-y-6">
        <Notice tone="caution" title={t("notCalibrated")}>
          {t("notCalibratedText")}
        </Notice>
        <Card title={t("inputs.title")} id="inputs">
          <div className="grid gap-6 text-sm sm:grid-cols-2">
            <p>{t("inputs.used")}</p>
            <p>{t("inputs.unseen")}</p>
          </div>
          <p className="mt-4 text-sm">{t("inputs.missing")}</p>
        </Card>
        {factorCodes.map((code) => {
          const items = ttshop1.factors[code];
          const weight = items.reduce((sum, item) => sum + item.weight, 0) / 1_000;
          return (
            <Card
              key={code}
              id={`factor-${code}`}
              title={t("factor", { name: score(`factor.${code}.name`), points: formatPoints(locale, weight) })}
              lead={score(`factor.${code}.question`)}
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
        <Card title={t("hash.title")} id="hash">
          <p className="text-sm">{t("hash.text")}</p>
          <p className="mt-2 font-mono text-xs break-all">{modelHash(ttshop1)}</p>
        </Card>
      </div>
    </>
  );
}
