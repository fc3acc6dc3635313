import type { ItemWeight } from "@lendfriend/credit-score";
import { DataTable } from "#components/ui/DataTable.tsx";
import { formatPercent, formatPoints, type Locale } from "#lib/format.ts";
import { wordsOf } from "#words/catalogue.ts";
import { adviceOf, nameOf } from "../score/words.ts";
import { CurveChart } from "./CurveChart.tsx";
import type { ItemRule } from "./item-rules.ts";

interface ModelItemProps {
  readonly item: ItemWeight;
  readonly rule: ItemRule;
  readonly locale: Locale;
}

/** One item: what is measured, what is done to it, its curve and its breakpoints. Its id is what score pages link to. */
export function ModelItem({ item, rule, locale }: ModelItemProps) {
  const t = wordsOf(locale, "model");
  const name = nameOf(locale, item.code);
  const most = item.weight / 1_000;
  return (
    <section
      id={item.code}
      aria-labelledby={`${item.code}-name`}
      className="keep-together scroll-mt-24 border-t border-line pt-4 target:rounded-lg target:bg-subtle target:px-3"
    >
      <div className="flex items-baseline justify-between gap-4">
        <h3 id={`${item.code}-name`} className="font-semibold">
          {name}
        </h3>
        <p className="text-sm whitespace-nowrap tabular-nums">
          {t("item.points", { points: formatPoints(locale, most) })}
        </p>
      </div>
      <p className="mt-1 max-w-prose text-sm">{t(`measures.${item.code}`)}</p>
      <p className="mt-1 max-w-prose text-sm text-ink-soft">{adviceOf(locale, item.code)}</p>
      {rule.notes.length > 0 && (
        <ul className="mt-2 max-w-prose list-disc space-y-1 pl-5 text-sm text-ink-soft">
          {rule.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <div className="mt-3 grid items-start gap-4 sm:grid-cols-2">
        <DataTable
          caption={t(rule.isCurve ? "item.curveTable" : "item.stateTable", { name })}
          columns={[
            { key: "figure", header: t(rule.isCurve ? "item.figure" : "item.state"), cell: (point) => point.label },
            {
              key: "share",
              header: t("item.share"),
              numeric: true,
              cell: (point) => formatPercent(locale, point.share, 0),
            },
            {
              key: "points",
              header: t("item.earned"),
              numeric: true,
              cell: (point) => formatPoints(locale, point.share * most),
            },
          ]}
          rows={rule.points}
          rowKey={(point) => point.label}
        />
        {rule.isCurve && <CurveChart label={t("item.curve", { name })} points={rule.points} />}
      </div>
    </section>
  );
}
