import type { RowSide } from "#server/figure-rows.ts";

/** Of the borrower's page. */
export const rowsPath = "/dashboard/rows";

interface RowsPlace {
  readonly path?: string;
  readonly side?: RowSide;
  readonly page?: string | null;
}

/** The address of the rows behind a figure. */
export function rowsHref(figure: string, { path = rowsPath, side = "counted", page = null }: RowsPlace = {}): string {
  const query = new URLSearchParams({ figure });
  if (side !== "counted") query.set("side", side);
  if (page !== null) query.set("page", page);
  return `${path}?${query}`;
}
