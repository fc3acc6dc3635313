import type { Concentration } from "@lendfriend/credit-score";
import { ShareBars } from "#components/charts/ShareBars.tsx";
import { FigureLink } from "#components/rows/FigureLink.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { formatCount, formatPercent, type Locale } from "#lib/format.ts";
import { wordsOf } from "#words/catalogue.ts";

interface ConcentrationBarsProps {
  readonly title: string;
  readonly caption: string;
  readonly concentration: Concentration;
  /** The figure behind one part. */
  readonly figureOf: (id: string) => string;
  /** Of the page that tells where figures come from. */
  readonly rowsPath: string;
  readonly locale: Locale;
}

/** The largest parts, and in words how concentrated all of them are (Herfindahl-Hirschman index). */
export function ConcentrationBars(props: ConcentrationBarsProps) {
  const { title, caption, concentration, figureOf, rowsPath, locale } = props;
  const { hhi, count, largest } = concentration;
  const t = wordsOf(locale, "insights");
  const rest = wordsOf(locale, "figures")("part.rest");
  const summary =
    hhi === null
      ? t("notTold")
      : `${caption} ${t("concentration", {
          count: formatCount(locale, count),
          hhi: formatCount(locale, hhi),
          most: formatCount(locale, 10_000),
          top: formatPercent(locale, largest[0]?.share ?? 0),
        })} ${t(`level.${levelOf(hhi)}`)}`;
  return (
    <ShareBars
      locale={locale}
      title={title}
      caption={summary}
      rows={largest.map(({ id, name, share }) => ({
        key: id,
        label: name,
        display: (
          <FigureLink figure={figureOf(id)} path={rowsPath}>
            {formatPercent(locale, share)}
          </FigureLink>
        ),
        share,
      }))}
      table={
        largest.length === 0 ? undefined : (
          <DataTable
            caption={title}
            captionHidden
            columns={[
              { key: "part", header: t("column.part"), cell: ({ name }) => name },
              {
                key: "share",
                header: t("column.share"),
                numeric: true,
                cell: ({ share }) => formatPercent(locale, share, 2),
              },
            ]}
            rows={[...largest, ...restOf(concentration, rest)]}
            rowKey={({ id }) => id}
          />
        )
      }
    />
  );
}

/** What the largest parts leave, so that the table adds up to the whole; nothing when they are all. */
function restOf({ count, largest }: Concentration, name: string): Concentration["largest"] {
  if (count <= largest.length) return [];
  const shown = largest.reduce((sum, { share }) => sum + share, 0);
  return [{ id: "", name, share: Math.max(0, 1 - shown) }];
}

/** The bounds that competition authorities use: below 1,500, to 2,500, above. */
function levelOf(hhi: number) {
  if (hhi < 1_500) return "spread";
  return hhi <= 2_500 ? "moderate" : "concentrated";
}
