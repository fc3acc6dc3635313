import type { ScoreAlert, ScoreReport } from "@lendfriend/credit-score";
import { knownRefunds } from "#components/score/known-refunds.ts";
import { factorCodes, integrityWords, nameOf } from "#components/score/words.ts";
import {
  formatCount,
  formatDate,
  formatDelta,
  formatMoney,
  formatNumber,
  formatPercent,
  formatPoints,
  formatScore,
  type Locale,
} from "#lib/format.ts";
import type { SharedScore } from "#server/contract.ts";
import { wordsOf } from "#words/catalogue.ts";
import { tierName } from "#words/tier-name.ts";
import type { Messages, Translator } from "#words/translator.ts";
import { freshnessOf } from "./freshness.ts";

/** A text, or alerts, of which some may be kept in English only. */
export type CompareCell = string | readonly ScoreAlert[];

/** One line of the comparison; null where the borrower's share does not reach. */
export interface CompareRow {
  readonly key: string;
  readonly label: string;
  readonly first: CompareCell | null;
  readonly second: CompareCell | null;
  /** The second less the first, in points; null where there is nothing to subtract. */
  readonly difference: string | null;
}

export interface CompareGroup {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly CompareRow[];
}

type Pair = readonly [SharedScore, SharedScore];
type Report = SharedScore["report"];

interface Telling {
  readonly t: Translator<"compare">;
  readonly locale: Locale;
}

/**
 * Two borrowers line by line, each cut to their own share. Points are subtracted where both are shared; sums are not, as
 * they may be in different currencies. A line that neither shares is left out.
 */
export function compareRows(pair: Pair, locale: Locale, now: string): readonly CompareGroup[] {
  const t = wordsOf(locale, "compare");
  const telling = { t, locale };
  const groups = [
    { id: "score", title: t("group.score"), rows: scoreRows(pair, telling, now) },
    { id: "factors", title: t("group.factors"), rows: factorRows(pair, locale) },
    { id: "items", title: t("group.items"), rows: itemRows(pair, locale) },
    { id: "figures", title: t("group.figures"), rows: figureRows(pair, telling) },
  ];
  return groups
    .map(({ rows, ...group }) => ({
      ...group,
      rows: rows.filter(({ first, second }) => first !== null || second !== null),
    }))
    .filter(({ rows }) => rows.length > 0);
}

function scoreRows(pair: Pair, { t, locale }: Telling, now: string): readonly CompareRow[] {
  const fresh = wordsOf(locale, "lender");
  return [
    pointsRow("score", t("row.score"), pair, (report) => report.score, {
      show: (score) => formatScore(locale, score),
      locale,
    }),
    textRow("tier", t("row.tier"), pair, ({ report }) => tierName(wordsOf(locale, "claims"), report.tier)),
    textRow("confidence", t("row.confidence"), pair, ({ report }) =>
      report.confidence === undefined ? null : formatNumber(locale, report.confidence, 0),
    ),
    textRow("integrity", t("row.integrity"), pair, ({ report }) =>
      report.integrity === undefined ? null : integrityWords(locale, report.integrity).label,
    ),
    textRow("provisional", t("row.provisional"), pair, ({ report }) => (report.provisional ? t("yes") : t("no"))),
    textRow("alerts", t("row.alerts"), pair, ({ report }) =>
      report.alerts?.length === 0 ? t("none") : (report.alerts ?? null),
    ),
    textRow("asOf", t("row.asOf"), pair, ({ report }) => formatDate(locale, report.asOf)),
    textRow("freshness", t("row.freshness"), pair, ({ report }) =>
      fresh(`fresh.${freshnessOf(report.asOf, now).state}`),
    ),
    textRow("scope", t("row.scope"), pair, ({ share }) => wordsOf(locale, "sharing")(`scope.${share.scope}.name`)),
  ];
}

function factorRows(pair: Pair, locale: Locale): readonly CompareRow[] {
  const t = wordsOf(locale, "score");
  return factorCodes.map((code) =>
    pointsRow(code, t(`factor.${code}.name`), pair, (report) => report.factors?.[code].points, {
      show: (points, report) => pointsOf(locale, points, maxOf(report, code)),
      locale,
    }),
  );
}

function itemRows(pair: Pair, locale: Locale): readonly CompareRow[] {
  const codes = new Set(pair.flatMap(({ report }) => itemsOf(report).map(({ code }) => code)));
  return [...codes].map((code) => {
    const itemOf = (report: Report) => itemsOf(report).find((item) => item.code === code);
    return pointsRow(code, nameOf(locale, code), pair, (report) => itemOf(report)?.points, {
      show: (points, report) => pointsOf(locale, points, itemOf(report)?.max ?? 0),
      locale,
    });
  });
}

function figureRows(pair: Pair, { t, locale }: Telling): readonly CompareRow[] {
  const row = (
    key: keyof Messages["compare"]["row"],
    show: (metrics: ScoreReport["metrics"], report: Report) => string,
  ) => textRow(key, t(`row.${key}`), pair, ({ report }) => (report.metrics ? show(report.metrics, report) : null));
  const net = (amount: string, metrics: ScoreReport["metrics"], report: Report) => {
    const text = formatMoney(locale, amount, metrics.currency);
    const isKnown = knownRefunds({ ...report, metrics }) !== null;
    return isKnown ? text : `${text} (${wordsOf(locale, "score")("figures.grossHint")})`;
  };
  return [
    row("gross", ({ gross, currency }) => formatMoney(locale, gross, currency)),
    row("refunds", (metrics, report) => {
      const refunds = knownRefunds({ ...report, metrics });
      return refunds === null ? t("unmeasured") : formatMoney(locale, refunds, metrics.currency);
    }),
    row("net", (metrics, report) => net(metrics.net, metrics, report)),
    row("monthlyNet", (metrics, report) => net(metrics.monthlyNet, metrics, report)),
    row("orders", ({ orderCount }) => formatCount(locale, orderCount)),
    row("averageOrder", ({ averageOrderValue, currency }) => formatMoney(locale, averageOrderValue, currency)),
    row("commission", ({ affiliateCommission, currency }) => formatMoney(locale, affiliateCommission, currency)),
    row("daysToCash", ({ medianDaysToCash: days }) =>
      days === null ? t("unmeasured") : formatNumber(locale, days, 1),
    ),
    row("reconciled", ({ reconciledShare: share }) =>
      share === null ? t("unmeasured") : formatPercent(locale, share),
    ),
  ];
}

function pointsOf(locale: Locale, points: number, max: number): string {
  return wordsOf(locale, "score")("of", { points: formatPoints(locale, points), max: formatNumber(locale, max, 1) });
}

function itemsOf({ factors }: Report) {
  return factors ? factorCodes.flatMap((code) => factors[code].items) : [];
}

function maxOf({ factors }: Report, code: (typeof factorCodes)[number]): number {
  return factors?.[code].max ?? 0;
}

function textRow(
  key: string,
  label: string,
  pair: Pair,
  show: (shared: SharedScore) => CompareCell | null,
): CompareRow {
  return { key, label, first: show(pair[0]), second: show(pair[1]), difference: null };
}

interface PointsDisplay {
  readonly show: (points: number, report: Report) => string;
  readonly locale: Locale;
}

function pointsRow(
  key: string,
  label: string,
  [first, second]: Pair,
  read: (report: Report) => number | undefined,
  { show, locale }: PointsDisplay,
): CompareRow {
  const [left, right] = [read(first.report), read(second.report)];
  return {
    key,
    label,
    first: left === undefined ? null : show(left, first.report),
    second: right === undefined ? null : show(right, second.report),
    difference: left === undefined || right === undefined ? null : formatDelta(locale, right - left),
  };
}
