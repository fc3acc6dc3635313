import { type TieOutQuery, tieOutQuery } from "#server/tie-out-page.ts";

/** Which flags a page's address asks for; what cannot be read is the first page of all. */
export function trailQuery(search: Readonly<Record<string, string | string[] | undefined>>): TieOutQuery {
  const parsed = tieOutQuery.safeParse({ kind: search.kind, page: search.page });
  if (!parsed.success) return { kind: null, page: 1, pageSize: 50 };
  const { kind = null, page, pageSize } = parsed.data;
  return { kind, page, pageSize };
}
