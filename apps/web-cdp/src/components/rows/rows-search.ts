import { isFigure } from "#server/figure-catalogue.ts";
import { type RowsCursor, type RowsQuery, rowsQuery } from "#server/figure-rows.ts";

/** What a page's address asks for; null when it names no figure. A page or a side that cannot be read is the first of what counts. */
export function rowsSearch(search: Readonly<Record<string, string | string[] | undefined>>): RowsQuery | null {
  const { figure } = search;
  if (typeof figure !== "string" || !isFigure(figure)) return null;
  const parsed = rowsQuery.safeParse({ figure, side: search.side, page: search.page });
  if (!parsed.success) return { figure, side: "counted", cursor: { after: 0, position: 0 }, pageSize: 50 };
  const { page: cursor, side, pageSize } = parsed.data;
  return { figure, side, cursor, pageSize };
}

/** The place that a page's name stands for. */
export function cursorOf(page: string): RowsCursor {
  return rowsQuery.shape.page.parse(page);
}
