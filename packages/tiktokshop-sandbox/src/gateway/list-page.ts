import { filterSequence, lowerBound, type Sequence, sliceSequence } from "../trade/sequence.ts";
import type { ApiCall } from "./api-call.ts";
import { invalidParameter } from "./gateway-error.ts";
import { type Page, pageOf } from "./paging.ts";

interface ListRequest<Row> {
  readonly rows: Sequence<Row>;
  readonly order: "ASC" | "DESC";
  readonly pageSize: number;
  /** Code of the answer to a page token that is garbled or belongs to other filters. */
  readonly badTokenCode?: number;
}

/** Cuts the page that a call asks for out of a list; its tokens are bound to the endpoint, the shop and the filters. */
export function listPage<Row>(call: ApiCall, { rows, order, pageSize, badTokenCode }: ListRequest<Row>): Page<Row> {
  return pageOf({
    rows,
    order,
    pageSize,
    pageToken: call.query.get("page_token") ?? "",
    filter: `${call.route.path}/${call.shop?.id ?? call.persona.id}/${filtersOf(call)}`,
    onBadToken: () => invalidParameter("Invalid parameter. The 'page_token' query parameter is invalid.", badTokenCode),
  });
}

interface Range {
  readonly from: number;
  readonly before: number;
}

/** The part of a list inside a time range and, where there is one, past a filter. */
export function narrowed<Row>(
  rows: Sequence<Row>,
  range: Range,
  keeps: ((row: Row) => boolean) | null = null,
): Sequence<Row> {
  const bounds = { low: lowerBound(rows, range.from), high: lowerBound(rows, range.before) };
  return keeps === null ? sliceSequence(rows, bounds) : filterSequence(rows, keeps, bounds);
}

const notFilters: ReadonlySet<string> = new Set([
  "sign",
  "timestamp",
  "page_token",
  "page_size",
  "app_key",
  "access_token",
]);

function filtersOf({ body, query }: ApiCall): string {
  const filters = [...query].filter(([key]) => !notFilters.has(key)).sort();
  return JSON.stringify([filters, Object.entries(body).sort()]);
}
