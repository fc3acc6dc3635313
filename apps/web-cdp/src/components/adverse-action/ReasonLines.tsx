import type { PrincipalReason } from "@lendfriend/credit-score";
import { measuredWords, nameOf } from "#components/score/words.ts";
import { formatPoints, type Locale } from "#lib/format.ts";
import { wordsOf } from "#words/catalogue.ts";
import { languageOf } from "#words/languages.ts";
import { saidIn } from "#words/said.ts";

interface ReasonLinesProps {
  readonly reasons: readonly PrincipalReason[];
  readonly locale: Locale;
}

/** Principal reasons in the words and figures of the score, the most points lost first; in English as the notice names them. */
export function ReasonLines({ reasons, locale }: ReasonLinesProps) {
  const t = wordsOf(locale, "adverseAction");
  const score = wordsOf(locale, "score");
  const isEnglish = languageOf(locale) === "en";
  if (reasons.length === 0) return <p className="text-sm text-ink-soft">{t("reason.none")}</p>;
  return (
    <ol className="space-y-4">
      {reasons.map((reason, index) => {
        const measured = measuredWords(locale, reason);
        const { words, lang } = saidIn(locale, { text: reason.text, said: isEnglish ? undefined : reason.said });
        return (
          <li key={reason.code} className="keep-together flex gap-3 text-sm">
            <span aria-hidden="true" className="font-semibold tabular-nums">{`${index + 1}.`}</span>
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap justify-between gap-x-3 font-medium">
                <span>{nameOf(locale, reason.code)}</span>
                <span className="tabular-nums">
                  {t("reason.pointsLost", { points: formatPoints(locale, reason.pointsLost) })}
                </span>
              </p>
              <p className="mt-0.5" lang={lang}>
                {words}
              </p>
              {measured && (
                <p className="mt-1 text-xs text-ink-soft">
                  {score("ledger.measured")} <span className="font-medium text-ink tabular-nums">{measured.value}</span>
                  {measured.threshold && <> · {score("ledger.allPointsAt", { threshold: measured.threshold })}</>}
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
