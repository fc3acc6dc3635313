import { type RowsCursor, type RowsQuery, rowsQuery } from "#server/figure-rows.ts";

/** What a page's address asks for; null when it names no figure. A page or a side that cannot be read is the first of what counts. */
export function rowsSearch(search: Readonly<Record<string, string | string[] | undefined>>): RowsQuery | null {
  const asked = rowsQuery.safeParse({ figure: search.figure, side: search.side, page: search.page });
  const parsed = asked.success ? asked : rowsQuery.safeParse({ figure: search.figure });
  if (!parsed.success) return null;
  const { figure, page: cursor, side, pageSize } = parsed.data;
  return { figure, side, cursor, pageSize };
}

/** The place that a page's name stands for. */
export function cursorOf(page: string): RowsCursor {
  return rowsQuery.shape.page.parse(page);
}
