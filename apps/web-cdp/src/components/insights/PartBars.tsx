import { ShareBars } from "#components/charts/ShareBars.tsx";
import { FigureLink } from "#components/rows/FigureLink.tsx";
import { partName } from "#components/rows/part-name.ts";
import { formatMoney, type Locale } from "#lib/format.ts";
import type { InsightPart } from "#server/contract.ts";
import type { SpreadName } from "#server/figure-catalogue.ts";
import { wordsOf } from "#words/catalogue.ts";
import { type PartMeasure, PartTable, partFigure, partKey } from "./PartTable.tsx";

interface PartBarsProps {
  /** Whose parts these are. */
  readonly spread: SpreadName;
  /** Of the page that tells where figures come from. */
  readonly rowsPath: string;
  readonly title: string;
  readonly caption: string;
  readonly parts: readonly InsightPart[];
  readonly measure: PartMeasure;
  /** How many of the parts are drawn; all by default. */
  readonly drawn?: number;
  readonly locale: Locale;
}

/** The parts of one insight as bars of dollars, and exactly in a table. */
export function PartBars({ caption, drawn, ...table }: PartBarsProps) {
  const { spread, rowsPath, title, parts, locale } = table;
  const rest = wordsOf(locale, "figures")("part.rest");
  const named = (part: InsightPart) => (part.isRest ? rest : partName(locale, spread, part.key));
  const currencies = new Set(parts.map(({ currency }) => currency));
  const label = (part: InsightPart) => (currencies.size > 1 ? `${named(part)} · ${part.currency}` : named(part));
  const whole = parts.reduce((sum, { netUsd }) => sum + Math.max(0, Number(netUsd)), 0);
  return (
    <ShareBars
      locale={locale}
      title={title}
      caption={parts.length === 0 ? wordsOf(locale, "insights")("notTold") : caption}
      rows={parts.slice(0, drawn).map((part) => ({
        key: partKey(part),
        label: label(part),
        display: (
          <FigureLink figure={partFigure(spread, part)} path={rowsPath}>
            {formatMoney(locale, part.netUsd, "USD")}
          </FigureLink>
        ),
        share: whole > 0 ? Number(part.netUsd) / whole : 0,
      }))}
      table={parts.length === 0 ? undefined : <PartTable {...table} labelOf={label} />}
    />
  );
}
