import type { FactorCode, ScoreCap } from "@lendfriend/credit-score";
import Link from "next/link";
import { ShareBar } from "#components/charts/ShareBars.tsx";
import { FigureLink } from "#components/rows/FigureLink.tsx";
import { Badge } from "#components/ui/Badge.tsx";
import { formatPoints, formatPointsExact, type Locale } from "#lib/format.ts";
import { figureOfItem } from "#server/figure-catalogue.ts";
import { wordsOf } from "#words/catalogue.ts";
import { Said } from "./Said.tsx";
import { type FactorView, type ItemView, measuredWords, nameOf, statusWords } from "./words.ts";

interface FactorBreakdownProps {
  readonly factors: Readonly<Record<FactorCode, FactorView>>;
  readonly caps: readonly ScoreCap[];
  /** Of the page that tells where figures come from; null where they were not shared. */
  readonly rowsPath: string | null;
  readonly locale: Locale;
}

/** Two columns of about one height; on a phone they follow each other. */
const columns = [
  ["revenue", "reliability"],
  ["consistency", "growth"],
] as const satisfies readonly (readonly FactorCode[])[];

/** The whole ledger: four factors, each item with its points, figure and reason, then any cap. */
export function FactorBreakdown({ factors, caps, rowsPath, locale }: FactorBreakdownProps) {
  const t = wordsOf(locale, "score");
  return (
    <div className="space-y-6">
      <div className="grid items-start gap-6 lg:grid-cols-2">
        {columns.map((codes) => (
          <div key={codes.join()} className="grid gap-6">
            {codes.map((code) => (
              <Factor key={code} code={code} factor={factors[code]} rowsPath={rowsPath} locale={locale} />
            ))}
          </div>
        ))}
      </div>
      {caps.length > 0 && (
        <section aria-labelledby="caps" className="keep-together rounded-lg bg-subtle p-4">
          <h3 id="caps" className="font-semibold">
            {t("ledger.ceilings")}
          </h3>
          <p className="text-sm text-ink-soft">{t("ledger.ceilingsLead")}</p>
          <ul className="mt-3 space-y-2 text-sm">
            {caps.map((cap) => (
              <li key={cap.code} className="flex flex-wrap justify-between gap-x-4">
                <span>
                  <span className="font-medium">{nameOf(locale, cap.code)}.</span>{" "}
                  <span className="text-ink-soft">
                    <Said text={cap.reason} said={cap.said} locale={locale} />
                  </span>
                </span>
                <span className="tabular-nums">{capWords(cap, locale)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Factor({
  code,
  factor,
  rowsPath,
  locale,
}: {
  readonly code: FactorCode;
  readonly factor: FactorView;
  readonly rowsPath: string | null;
  readonly locale: Locale;
}) {
  const t = wordsOf(locale, "score");
  const titleId = `factor-${code}`;
  return (
    <section aria-labelledby={titleId} className="rounded-lg border border-line p-4">
      <div className="flex items-baseline justify-between gap-4">
        <h3 id={titleId} className="text-base font-semibold">
          {t(`factor.${code}.name`)}
        </h3>
        <p className="text-base font-semibold whitespace-nowrap tabular-nums">
          {formatPoints(locale, factor.points)}
          <span className="text-sm font-normal text-ink-soft"> {t("ledger.of", { max: String(factor.max) })}</span>
        </p>
      </div>
      <p className="mb-3 text-sm text-ink-soft">{t(`factor.${code}.question`)}</p>
      <ShareBar share={factor.max > 0 ? factor.points / factor.max : 0} tone="fill-accent" />
      <ul className="mt-4 divide-y divide-line">
        {factor.items.map((item) => (
          <Item key={item.code} item={item} rowsPath={rowsPath} locale={locale} />
        ))}
      </ul>
    </section>
  );
}

function Item({
  item,
  rowsPath,
  locale,
}: {
  readonly item: ItemView;
  readonly rowsPath: string | null;
  readonly locale: Locale;
}) {
  const t = wordsOf(locale, "score");
  const status = statusWords(locale, item.status);
  const measured = measuredWords(locale, item);
  const spread = item.status === "unavailable_platform";
  return (
    <li className="keep-together py-3 text-sm first:pt-0 last:pb-0">
      <div className="flex items-baseline justify-between gap-4">
        <Link
          href={`/model#${item.code}`}
          prefetch={false}
          className="font-medium underline decoration-line underline-offset-4 hover:decoration-current"
        >
          {nameOf(locale, item.code)}
        </Link>
        <span
          className="whitespace-nowrap tabular-nums"
          title={t("of", { points: formatPointsExact(locale, item.points), max: formatPointsExact(locale, item.max) })}
        >
          {spread ? (
            <span className="text-ink-soft">{t("ledger.spread")}</span>
          ) : (
            <>
              {formatPoints(locale, item.points)}
              <span className="text-ink-soft"> {t("ledger.of", { max: formatPoints(locale, item.max) })}</span>
            </>
          )}
        </span>
      </div>
      {status && (
        <p className="mt-1">
          <Badge tone={item.status === "withheld" ? "caution" : "neutral"}>{status}</Badge>
        </p>
      )}
      <p className="mt-1 text-ink-soft">
        <Said text={item.reason} said={item.said} locale={locale} />
      </p>
      {measured && (
        <p className="mt-1 text-xs text-ink-soft">
          {t("ledger.measured")}{" "}
          <span className="font-medium text-ink tabular-nums">
            {rowsPath === null ? (
              measured.value
            ) : (
              <FigureLink figure={figureOfItem[item.code]} path={rowsPath}>
                {measured.value}
              </FigureLink>
            )}
          </span>
          {measured.threshold && <> · {t("ledger.allPointsAt", { threshold: measured.threshold })}</>}
        </p>
      )}
      {item.permissions && item.permissions.length > 0 && (
        <p className="mt-1 text-xs text-ink-soft">
          {t("ledger.permission")} <code className="font-mono break-all">{item.permissions.join(", ")}</code>
        </p>
      )}
    </li>
  );
}

function capWords(cap: ScoreCap, locale: Locale): string {
  const t = wordsOf(locale, "score");
  const limit = String(cap.limit);
  if (!cap.applied) return t("ledger.notLowest", { limit });
  if (cap.pointsLost === 0) return t("ledger.takesNothing", { limit });
  return t("ledger.takes", { limit, points: formatPoints(locale, cap.pointsLost) });
}
