import { FigureLink } from "#components/rows/FigureLink.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { formatCount, formatMoney, type Locale } from "#lib/format.ts";
import type { InsightPart } from "#server/contract.ts";
import { figureName, type SpreadName } from "#server/figure-catalogue.ts";
import { wordsOf } from "#words/catalogue.ts";
import type { Messages } from "#words/translator.ts";

/** What the parts add up: orders of a shop, lines that a creator earned, or lines that a shop paid. */
export type PartMeasure = keyof Messages["insights"]["measure"];

interface PartTableProps {
  /** Whose parts these are. */
  readonly spread: SpreadName;
  /** Of the page that tells where figures come from. */
  readonly rowsPath: string;
  readonly title: string;
  readonly parts: readonly InsightPart[];
  readonly measure: PartMeasure;
  readonly labelOf: (part: InsightPart) => string;
  readonly locale: Locale;
}

/** The parts of one insight exactly, in their own currencies and in dollars. */
export function PartTable({ spread, rowsPath, title, parts, measure, labelOf, locale }: PartTableProps) {
  const t = wordsOf(locale, "insights");
  return (
    <DataTable
      caption={title}
      captionHidden
      columns={[
        { key: "part", header: t("column.part"), cell: labelOf },
        {
          key: "count",
          header: t(`measure.${measure}.count`),
          numeric: true,
          cell: (part) => formatCount(locale, part.count),
        },
        {
          key: "net",
          header: t(`measure.${measure}.net`),
          numeric: true,
          cell: (part) => (
            <FigureLink figure={partFigure(spread, part)} path={rowsPath}>
              {formatMoney(locale, part.net, part.currency)}
            </FigureLink>
          ),
        },
        {
          key: "usd",
          header: t(`measure.${measure}.usd`),
          numeric: true,
          cell: (part) => formatMoney(locale, part.netUsd, "USD"),
        },
      ]}
      rows={parts}
      rowKey={partKey}
    />
  );
}

/** The figure that a part is. */
export function partFigure(spread: SpreadName, { key, isRest, currency }: InsightPart): string {
  return isRest ? figureName.rest(spread, currency) : figureName.part(spread, currency, key);
}

/** What tells a part from the others of its list. */
export function partKey({ key, isRest, currency }: InsightPart): string {
  return JSON.stringify([key, isRest, currency]);
}
