import { ArrowTrendingUpIcon, MinusCircleIcon, PlusCircleIcon } from "@heroicons/react/20/solid";
import type { ScoreReason } from "@lendfriend/credit-score";
import type { Audience } from "#components/money-trail/audience.ts";
import { formatPoints, type Locale } from "#lib/format.ts";
import { wordsOf } from "#words/catalogue.ts";
import { Said } from "./Said.tsx";
import { adviceOf, nameOf } from "./words.ts";

interface ReasonListProps {
  readonly reasons: { readonly negative: readonly ScoreReason[]; readonly positive: readonly ScoreReason[] };
  /** Who reads: only the borrower is told what to do about it. */
  readonly audience: Audience;
  readonly locale: Locale;
}

/** The largest points kept and lost, with what would bring lost ones back. */
export function ReasonList({ reasons, audience, locale }: ReasonListProps) {
  const t = wordsOf(locale, "score");
  return (
    <div className="grid gap-8 md:grid-cols-2">
      <section aria-labelledby="reasons-for">
        <h3 id="reasons-for" className="mb-3 font-semibold">
          {t("reasons.for")}
        </h3>
        <Reasons reasons={reasons.positive} locale={locale} kept isAdvised={false} />
      </section>
      <section aria-labelledby="reasons-against">
        <h3 id="reasons-against" className="mb-3 font-semibold">
          {t("reasons.against")}
        </h3>
        <Reasons reasons={reasons.negative} locale={locale} kept={false} isAdvised={audience === "borrower"} />
      </section>
    </div>
  );
}

interface ReasonsProps {
  readonly reasons: readonly ScoreReason[];
  readonly locale: Locale;
  readonly kept: boolean;
  readonly isAdvised: boolean;
}

function Reasons({ reasons, locale, kept, isAdvised }: ReasonsProps) {
  const t = wordsOf(locale, "score");
  if (reasons.length === 0) {
    return <p className="text-sm text-ink-soft">{t(kept ? "reasons.noneKept" : "reasons.noneMissing")}</p>;
  }
  const Icon = kept ? PlusCircleIcon : MinusCircleIcon;
  return (
    <ol className="space-y-4">
      {reasons.map((reason) => (
        <li key={reason.code} className="flex gap-3 text-sm">
          <Icon aria-hidden="true" className={`mt-0.5 size-5 shrink-0 ${kept ? "text-accent" : "text-control"}`} />
          <div className="min-w-0 flex-1">
            <p className="flex justify-between gap-3 font-medium">
              <span>{nameOf(locale, reason.code)}</span>
              <span className="whitespace-nowrap tabular-nums">
                {kept ? "+" : "−"}
                {formatPoints(locale, reason.points)}
                <span className="sr-only"> {t(kept ? "reasons.kept" : "reasons.missing")}</span>
              </span>
            </p>
            <p className="mt-0.5 text-ink-soft">
              <Said text={reason.text} said={reason.said} locale={locale} />
            </p>
            {isAdvised && <Advice reason={reason} locale={locale} />}
            {reason.gain !== null && reason.gain > 0 && (
              <p className="mt-1 flex items-center gap-1.5 font-medium text-accent">
                <ArrowTrendingUpIcon aria-hidden="true" className="size-4 shrink-0" />
                {t("reasons.gain", { points: formatPoints(locale, reason.gain) })}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

interface AdviceProps {
  readonly reason: ScoreReason;
  readonly locale: Locale;
}

/** What is not measured says in its own text what would bring it back. */
function Advice({ reason: { code, reasonCode }, locale }: AdviceProps) {
  const advice = reasonCode === "MEASURED" || reasonCode === "CAP" ? adviceOf(locale, code) : null;
  return advice && <p className="mt-0.5">{advice}</p>;
}
