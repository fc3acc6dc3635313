import type { Concentration } from "@lendfriend/credit-score";
import { ShareBars } from "#components/charts/ShareBars.tsx";
import { FigureLink } from "#components/rows/FigureLink.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { formatCount, formatPercent, type Locale } from "#lib/format.ts";
import { insightWords as words } from "./words.ts";

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
  const summary =
    hhi === null
      ? words.notTold
      : `${caption} ${words.concentration(
          formatCount(locale, count),
          formatCount(locale, hhi),
          formatPercent(locale, largest[0]?.share ?? 0),
        )} ${levelOf(hhi)}`;
  return (
    <ShareBars
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
              { key: "part", header: words.columns.part, cell: ({ name }) => name },
              {
                key: "share",
                header: words.columns.share,
                numeric: true,
                cell: ({ share }) => formatPercent(locale, share, 2),
              },
            ]}
            rows={[...largest, ...restOf(concentration)]}
            rowKey={({ id }) => id}
          />
        )
      }
    />
  );
}

/** What the largest parts leave, so that the table adds up to the whole; nothing when they are all. */
function restOf({ count, largest }: Concentration): Concentration["largest"] {
  if (count <= largest.length) return [];
  const shown = largest.reduce((sum, { share }) => sum + share, 0);
  return [{ id: "", name: words.rest, share: Math.max(0, 1 - shown) }];
}

/** The bounds that competition authorities use: below 1,500, to 2,500, above. */
function levelOf(hhi: number): string {
  if (hhi < 1_500) return words.spreadOut;
  return hhi <= 2_500 ? words.moderate : words.concentrated;
}
