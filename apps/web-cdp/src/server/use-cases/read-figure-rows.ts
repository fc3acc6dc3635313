import "server-only";
import { compareFigure, partsOf } from "#server/compare-figures.ts";
import type { Session } from "#server/contract.ts";
import { rowsOfFigure } from "#server/figure-catalogue.ts";
import { cursorText, type FigureRowsReport, type RowsQuery } from "#server/figure-rows.ts";
import type { Ports } from "#server/ports.ts";

/**
 * A figure of the newest score beside what its rows come to today, with one page of them. The first look at a score's rows asks a
 * worker to gather them and answers `gathering`, or `failed` once it has given up for a while. Null without a score.
 */
export async function readFigureRows(
  { figureRows }: Pick<Ports, "figureRows">,
  session: Session,
  query: RowsQuery,
): Promise<FigureRowsReport | null> {
  const definition = rowsOfFigure(query.figure);
  const kinds = definition?.kinds ?? [];
  const stored = await figureRows.findRows(session, query, kinds);
  if (stored === null) return null;
  const { asOf, provisional, snapshotHash, gatheredAt, leftOut, sums } = stored;
  const status = sums === null ? await ask(figureRows, session) : "gathered";
  const found = definition === null ? [] : (stored.rows ?? []);
  const rows = found.slice(0, query.pageSize);
  const last = rows.at(-1);
  const hasNext = found.length > rows.length && last !== undefined;
  const position = query.cursor.position + rows.length;
  const parts = partsOf(query.figure, stored).map((figure) => compareFigure(figure, stored));
  return {
    ...compareFigure(query.figure, stored, parts),
    side: query.side,
    asOf,
    provisional,
    snapshotHash,
    status,
    gatheredAt,
    parts,
    leftOut: definition?.showsLeftOut ? (leftOut ?? []).filter(({ kind }) => definition.kinds.includes(kind)) : [],
    rows,
    position: query.cursor.position,
    pageSize: query.pageSize,
    nextPage: hasNext ? cursorText({ after: last.number, position }) : null,
  };
}

async function ask(figureRows: Ports["figureRows"], { wallet }: Session): Promise<"gathering" | "failed"> {
  const { gaveUp } = await figureRows.requestRows(wallet);
  return gaveUp ? "failed" : "gathering";
}
