import type { ScoreReport } from "@lendfriend/credit-score";
import { knownRefunds } from "#components/score/known-refunds.ts";
import { factorCodes, nameOf } from "#components/score/words.ts";
import { type Cell, csvLine } from "#lib/csv.ts";
import type { SharedScore } from "#server/contract.ts";
import { wordsOf } from "#words/catalogue.ts";
import { besideRows } from "./beside-csv.ts";
import { fileLocale } from "./file-locale.ts";

/** The shared breakdown as RFC 4180 text: one table of figures, whatever the scope leaves out is simply not in it. */
export function scoreCsv(wallet: string, shared: SharedScore): string {
  const { report, share } = shared;
  const rows: readonly Cell[][] = [
    ["section", "name", "points", "max", "value", "unit", "status", "text"],
    ["share", "borrower", null, null, wallet, null, share.scope, share.purpose],
    ["score", "model", null, null, report.model, null, null, report.modelHash],
    ["score", "as_of", null, null, report.asOf, null, report.provisional ? "provisional" : null, null],
    ["score", "tier", null, null, report.tier, null, null, "Not calibrated to default risk"],
    ...told(report.score, (score) => ["score", "score", score, 100, null, null, null, null]),
    ...told(report.confidence, (confidence) => ["score", "confidence", null, null, confidence, "of_100", null, null]),
    ...told(report.integrity, (integrity) => ["score", "integrity", null, null, null, null, integrity, null]),
    ...(report.alerts ?? []).map((alert): Cell[] => [
      "alert",
      alert.code,
      null,
      null,
      alert.value,
      null,
      null,
      alert.text,
    ]),
    ...itemRows(report),
    ...(report.caps ?? []).map((cap): Cell[] => [
      "cap",
      cap.code,
      -cap.pointsLost,
      null,
      cap.limit,
      "points",
      cap.applied ? "applied" : "not_applied",
      cap.reason,
    ]),
    ...figureRows(report),
    ...besideRows(shared),
  ];
  return rows.map(csvLine).join("");
}

function itemRows({ factors }: Partial<ScoreReport>): Cell[][] {
  if (!factors) return [];
  const t = wordsOf(fileLocale, "score");
  return factorCodes.flatMap((code) => {
    const factor = factors[code];
    if (!factor) return [];
    const name = t(`factor.${code}.name`);
    return [
      ["factor", name, factor.points, factor.max, null, null, null, null],
      ...factor.items.map((item): Cell[] => [
        name,
        nameOf(fileLocale, item.code),
        item.points,
        item.max,
        item.value,
        item.value === null || item.value === undefined ? null : item.unit,
        item.status,
        item.reason,
      ]),
    ];
  });
}

function figureRows({ metrics, factors }: Partial<ScoreReport>): Cell[][] {
  if (!metrics) return [];
  const { currency } = metrics;
  const refunds = knownRefunds({ metrics, ...(factors && { factors }) });
  const beforeRefunds = refunds === null ? "before refunds, which are not known" : null;
  const figure = (name: string, value: Cell, unit: Cell, text: Cell = null): Cell[] => [
    "figure",
    name,
    null,
    null,
    value,
    unit,
    null,
    text,
  ];
  return [
    figure("gross", metrics.gross, currency),
    figure("refunds", refunds, currency),
    figure("net", metrics.net, currency, beforeRefunds),
    figure("monthly_net", metrics.monthlyNet, currency, beforeRefunds),
    figure("orders", metrics.orderCount, "orders"),
    figure("items_sold", metrics.itemsSold, "items"),
    figure("average_order_value", metrics.averageOrderValue, currency),
    figure("affiliate_commission", metrics.affiliateCommission, currency),
    ...metrics.weekly.map((week) => [
      "week",
      dayOf(week.from),
      null,
      null,
      week.net,
      currency,
      null,
      `${week.orderCount} orders`,
    ]),
    ...metrics.byShop.map((shop) => ["shop", shop.name, null, null, shop.net, currency, null, shop.region]),
    ...metrics.byCurrency.map((part) => [
      "currency",
      part.currency,
      null,
      null,
      part.net,
      part.currency,
      null,
      `${part.netUsd} USD`,
    ]),
    ...Object.entries(metrics.excluded).map(([reason, { count, value, currency: own }]) => [
      "excluded",
      reason,
      null,
      null,
      value,
      own ?? currency,
      null,
      `${count} rows`,
    ]),
  ];
}

/** A row only where the share includes the figure. */
function told<Figure>(figure: Figure | undefined, row: (figure: Figure) => Cell[]): Cell[][] {
  return figure === undefined ? [] : [row(figure)];
}

function dayOf(unixSeconds: number): string {
  return new Date(unixSeconds * 1_000).toISOString().slice(0, 10);
}
