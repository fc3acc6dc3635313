import { ShareBars } from "#components/charts/ShareBars.tsx";
import { FigureLink } from "#components/rows/FigureLink.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { formatCount, formatMoney, type Locale } from "#lib/format.ts";
import type { InsightPart } from "#server/contract.ts";
import { insightWords as words } from "./words.ts";

/** What the parts add up: orders of a shop, lines that a creator earned, or lines that a shop paid. */
export type PartMeasure = "orders" | "commission" | "cost";

interface PartBarsProps {
  /** The word that the figures of its parts begin with. */
  readonly family: string;
  /** Of the page that tells where figures come from. */
  readonly rowsPath: string;
  readonly title: string;
  readonly caption: string;
  readonly parts: readonly InsightPart[];
  readonly measure: PartMeasure;
  /** How many of the parts are drawn; all by default. */
  readonly drawn?: number;
  readonly nameOf: (key: string | null) => string;
  readonly locale: Locale;
}

/** The parts of one insight as bars of dollars, and exactly in a table. */
export function PartBars({ family, rowsPath, title, caption, parts, measure, drawn, nameOf, locale }: PartBarsProps) {
  const link = (part: InsightPart, text: string) => (
    <FigureLink figure={partFigure(family, part)} path={rowsPath}>
      {text}
    </FigureLink>
  );
  const headers = words.measures[measure];
  const named = (part: InsightPart) => (part.isRest ? words.rest : nameOf(part.key));
  const currencies = new Set(parts.map(({ currency }) => currency));
  const label = (part: InsightPart) => (currencies.size > 1 ? `${named(part)} · ${part.currency}` : named(part));
  const whole = parts.reduce((sum, { netUsd }) => sum + Math.max(0, Number(netUsd)), 0);
  return (
    <ShareBars
      title={title}
      caption={parts.length === 0 ? words.notTold : caption}
      rows={parts.slice(0, drawn).map((part) => ({
        key: partKey(part),
        label: label(part),
        display: link(part, formatMoney(locale, part.netUsd, "USD")),
        share: whole > 0 ? Number(part.netUsd) / whole : 0,
      }))}
      table={
        parts.length === 0 ? undefined : (
          <DataTable
            caption={title}
            captionHidden
            columns={[
              { key: "part", header: words.columns.part, cell: label },
              { key: "count", header: headers.count, numeric: true, cell: (part) => formatCount(locale, part.count) },
              {
                key: "net",
                header: headers.net,
                numeric: true,
                cell: (part) => link(part, formatMoney(locale, part.net, part.currency)),
              },
              {
                key: "usd",
                header: headers.usd,
                numeric: true,
                cell: (part) => formatMoney(locale, part.netUsd, "USD"),
              },
            ]}
            rows={parts}
            rowKey={partKey}
          />
        )
      }
    />
  );
}

function partFigure(family: string, { key, isRest, currency }: InsightPart): string {
  if (isRest) return `${family}_rest:${currency}`;
  return key === null ? `${family}:${currency}` : `${family}:${currency}:${key}`;
}

function partKey({ key, isRest, currency }: InsightPart): string {
  return JSON.stringify([key, isRest, currency]);
}
