import type { Concentration, IncomeMetrics } from "@lendfriend/credit-score";
import type { FirstInsights, Insights } from "../insights.ts";
import { familyOf, figureName, spreadNames } from "./figure-name.ts";
import type { MetricRow } from "./metric-row.ts";
import { spreadsOf } from "./spreads-of.ts";

/**
 * Brings the figures of a row down to those that somebody can be shown: of many products and partners the largest stand alone, and
 * parts of the insights that do not are in their rest. An older score has fewer insights, or null.
 */
export function shownFigures(
  metrics: IncomeMetrics,
  insights: Insights | FirstInsights | null,
): (row: MetricRow) => MetricRow {
  const named = new Set([
    ...largest(metrics.byProduct, metrics.seller === null ? figureName.promotedProduct : figureName.product),
    ...largest(metrics.byCreator, figureName.creator),
    ...(insights === null ? [] : partsOf(insights)),
  ]);
  const spreads = new Set(insights === null ? [] : spreadsOf(insights).map(({ spread }) => spread));
  const shown = (figure: string): string | null => {
    const family = familyOf(figure);
    if (named.has(figure)) return figure;
    if (listed.has(family)) return null;
    const spread = spreadNames.find((name) => name === family);
    if (spread === undefined) return figure;
    return spreads.has(spread) ? figureName.rest(spread, figure.split(":")[1] ?? "") : null;
  };
  return (row) => ({ ...row, figures: row.figures.map(shown).filter((figure) => figure !== null) });
}

const listed: ReadonlySet<string> = new Set(["product", "promoted_product", "creator"]);

function largest(concentration: Concentration, name: (id: string) => string): readonly string[] {
  return concentration.largest.map(({ id }) => name(id));
}

function partsOf(insights: Insights | FirstInsights): readonly string[] {
  return spreadsOf(insights).flatMap(({ spread, parts }) =>
    parts.filter(({ isRest }) => !isRest).map(({ key, currency }) => figureName.part(spread, currency, key)),
  );
}
