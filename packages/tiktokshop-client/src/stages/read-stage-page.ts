import type { ImportPage, IncomeRecord, RejectedRow } from "@lendfriend/connector";
import { z } from "zod";
import type { ApiTransport } from "../request/api-transport.ts";
import type { ApiRequest } from "../request/build.ts";
import { failure } from "../request/failure.ts";
import { cursorFrom, type Position, positionFrom, windowsOf } from "./cursor.ts";
import { type Part, partAfter, readPart, totalUpTo } from "./parts.ts";
import type { RowContext, RowReading, StageReader, StageWindow } from "./stage-reader.ts";

export interface StagePageRequest extends StageWindow {
  readonly accessToken: string;
  /** Null for a creator. */
  readonly shop: { readonly id: string; readonly cipher: string; readonly region: string | null } | null;
  readonly cursor: string | null;
  readonly signal?: AbortSignal | undefined;
}

const pageSchema = z.object({
  next_page_token: z.string().max(8_000).nullish(),
  total_count: z.int().min(0).nullish(),
  currency: z.unknown().optional(),
});

interface WirePage {
  readonly rows: readonly unknown[];
  readonly nextPageToken: string | null;
  readonly total: number | null;
  readonly currency: unknown;
}

/**
 * Reads one page of one stage: rows as records, rows that cannot be understood as rejected ones. An amount that cannot be read is
 * listed among the rejected too, while its row is kept with that amount as not reported.
 * Throws `ConnectorError`: `not_supported` where the shop's region has no such endpoint, else whatever the call met.
 */
export async function readStagePage(
  transport: ApiTransport,
  reader: StageReader,
  request: StagePageRequest,
): Promise<ImportPage> {
  const { shop, parentId } = request;
  const position = positionFrom(request.cursor);
  const windows = windowsOf(request.from, request.to, reader.widestWindow);
  const [from, to] = windows[position.window] ?? [request.from, request.to];
  const window: StageWindow = { from, to, parentId, by: request.by };
  if (reader.regions && shop?.region && !reader.regions.includes(shop.region)) {
    throw failure("not_supported", subjectOf(reader.request({ ...window, part: null })));
  }

  async function ask(part: Part | null, pageToken: string | null): Promise<WirePage> {
    const call = reader.request({ ...window, part });
    const send = () =>
      transport.call(
        {
          ...call,
          query: { ...call.query, page_size: reader.pageSize, page_token: pageToken },
          accessToken: request.accessToken,
          shopCipher: shop?.cipher ?? null,
          signal: request.signal,
        },
        (data) => wirePageFrom(data, reader, { part, pageToken }, subjectOf(call)),
      );
    const page = await send();
    // An empty page that promises more is either a passing fault or the platform's odd way to end a list: asking again tells which.
    return page.rows.length === 0 && page.nextPageToken !== null ? await send() : page;
  }

  const { page, part } =
    reader.longList === null
      ? { page: await ask(null, position.pageToken), part: null }
      : await readPart(reader.longList, position, to, ask);
  const ends = page.nextPageToken === null || page.rows.length === 0;
  const context: RowContext = { shopId: shop?.id ?? "", parentId, window, currency: page.currency };
  const isCuttable = !ends && position.pageToken === null && windows.length === 1 && (page.total ?? 0) > 0;
  const rest = isCuttable ? restOf(page.rows, reader, window) : null;
  const next = ends
    ? positionAfter({ ...position, part }, page.total, { windows: windows.length, end: to })
    : { ...position, part, pageToken: page.nextPageToken };
  return {
    ...readRows(page.rows, reader, context),
    nextCursor: next === null ? null : cursorFrom(next),
    total: windows.length === 1 ? totalUpTo(part, page.total) : null,
    ...(rest ? { rest: { from: rest.from, to: rest.to, head: readRows(rest.head, reader, context) } } : {}),
  };
}

/** Where to go on after the last page of a part, or of a window; null at the end of the list. */
function positionAfter(
  { window, part }: Position,
  total: number | null,
  { windows, end }: { readonly windows: number; readonly end: number },
): Position | null {
  if (part === null) return window + 1 < windows ? { window: window + 1, part, pageToken: null } : null;
  const next = partAfter(part, total, end);
  return next && { window, part: next, pageToken: null };
}

function subjectOf({ method, path }: Pick<ApiRequest, "method" | "path">): string {
  return `${method} ${path}`;
}

/**
 * The range that is left after a list's first page. It starts with the second at which the page ends, since more rows of
 * that second may follow; the page's own rows of that second are read again there. Null when the rows are not in the order
 * that the endpoint promises: then only the platform's own tokens can be trusted.
 */
function restOf(rows: readonly unknown[], reader: StageReader, window: StageWindow) {
  if (reader.listedBy === null) return null;
  const { field, order } = reader.listedBy(window);
  const times = rows.map((row) => timeOf(row, field));
  let edge = order === "ASC" ? window.from : window.to - 1;
  for (const time of times) {
    const isInOrder =
      time !== null && (order === "ASC" ? time >= edge && time < window.to : time <= edge && time >= window.from);
    if (!isInOrder) return null;
    edge = time;
  }
  const rest = order === "ASC" ? { from: edge, to: window.to } : { from: window.from, to: edge + 1 };
  if (rest.to - rest.from >= window.to - window.from) return null;
  return { ...rest, head: rows.filter((_, index) => times[index] !== edge) };
}

function timeOf(row: unknown, field: string): number | null {
  if (typeof row !== "object" || row === null) return null;
  const value: unknown = Object.getOwnPropertyDescriptor(row, field)?.value;
  return typeof value === "number" && Number.isSafeInteger(value) ? value : null;
}

function liesIn({ from, to }: Part, rows: readonly unknown[], field: string): boolean {
  return rows.every((row) => {
    const time = timeOf(row, field);
    return time === null || (time >= from && time < to);
  });
}

function readRows(wireRows: readonly unknown[], reader: StageReader, context: RowContext) {
  const rows = withoutRepeats(wireRows, reader);
  const records: IncomeRecord[] = [];
  const rejected: RejectedRow[] = [];
  const parentIds: string[] = [];
  for (const row of rows) {
    const reading = reader.readRow(row, context);
    records.push(...reading.records);
    rejected.push(...rejectedOf(reading, reader));
    if (reader.isParent && reading.rowId !== null) parentIds.push(reading.rowId);
  }
  return { rows: records, rejected, parentIds, ...(reader.countsRows ? { counted: countOf(rows, reader) } : {}) };
}

/** What of a row could not be understood, a line for each reason. */
export function rejectedOf({ rowId, records, reasons }: RowReading, { stage }: StageReader): readonly RejectedRow[] {
  const isPart = records.length > 0;
  return reasons.map((reason) => ({ stage: stage.stage, rowId, reason, ...(isPart ? { isPart } : {}) }));
}

/** A row that is sent twice on one page, word for word, is one row. */
function withoutRepeats(rows: readonly unknown[], reader: StageReader): readonly unknown[] {
  const firstById = new Map<string, unknown>();
  return rows.filter((row) => {
    const id = reader.idOf(row);
    if (id === null) return true;
    const first = firstById.get(id);
    if (first === undefined) firstById.set(id, row);
    return first === undefined || JSON.stringify(first) !== JSON.stringify(row);
  });
}

function countOf(rows: readonly unknown[], reader: StageReader): number {
  const ids = rows.map((row) => reader.idOf(row));
  return new Set(ids.filter((id) => id !== null)).size + ids.filter((id) => id === null).length;
}

/**
 * Throws `ConnectorError` `invalid_response` when the answer is no page, repeats the token that it was asked with, or has rows from
 * outside of the part that it was asked for: reading on by parts would then never end.
 */
function wirePageFrom(
  data: unknown,
  reader: StageReader,
  { part, pageToken: askedToken }: Pick<Position, "part" | "pageToken">,
  subject: string,
): WirePage {
  const result = pageSchema.safeParse(data);
  if (!result.success || typeof data !== "object" || data === null) throw failure("invalid_response", subject);
  const nextPageToken = result.data.next_page_token || null;
  const total = result.data.total_count ?? null;
  const { currency } = result.data;
  if (reader.rowsKey === null) return { rows: [data], nextPageToken: null, total: null, currency };

  const list: unknown = Object.getOwnPropertyDescriptor(data, reader.rowsKey)?.value ?? null;
  if (list !== null && !Array.isArray(list))
    throw failure("invalid_response", `${subject}, with rows that are no list`);
  const rows: readonly unknown[] = list ?? [];
  if (rows.length === 0 && askedToken === null && total !== null && total > 0) {
    throw failure("invalid_response", `${subject}, counting rows that it does not send`);
  }
  const isRepeated = nextPageToken !== null && nextPageToken === askedToken && rows.length > 0;
  if (isRepeated) throw failure("invalid_response", `${subject}, repeating a page token`);
  if (part !== null && reader.longList !== null && !liesIn(part, rows, reader.longList.field)) {
    throw failure("invalid_response", `${subject}, with rows from outside of the asked time`);
  }
  return { rows, nextPageToken, total, currency };
}
