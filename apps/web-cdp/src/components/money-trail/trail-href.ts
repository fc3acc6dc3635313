import type { TieOutQuery } from "#server/tie-out-page.ts";

/** The address of one page of the flags. */
export function trailHref(path: string, { kind, page }: Pick<TieOutQuery, "kind" | "page">): string {
  const query = new URLSearchParams();
  if (kind !== null) query.set("kind", kind);
  if (page > 1) query.set("page", String(page));
  const text = query.toString();
  return `${path}${text === "" ? "" : `?${text}`}#flags`;
}
