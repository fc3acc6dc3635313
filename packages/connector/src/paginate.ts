import { ConnectorError } from "./errors.ts";

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Opaque; null at the end. */
  readonly nextCursor: string | null;
  /** The platform's own count of the whole list, when it gives one. */
  readonly total: number | null;
}

/**
 * Streams pages, one request ahead of nothing: the next page is asked for only when it is wanted.
 * Throws `ConnectorError` `invalid_response` when the platform hands out a cursor that it already handed out,
 * since following it would never end.
 */
export async function* paginate<Row>(
  readPage: (cursor: string | null) => Promise<Page<Row>>,
): AsyncGenerator<Page<Row>, void, undefined> {
  const seen = new Set<string>();
  let cursor: string | null = null;
  do {
    const page: Page<Row> = await readPage(cursor);
    yield page;
    cursor = page.nextCursor;
    if (cursor !== null && seen.has(cursor)) {
      throw new ConnectorError("invalid_response", "the platform repeated a page token; the list cannot be completed");
    }
    if (cursor !== null) seen.add(cursor);
  } while (cursor !== null);
}

/** Gathers a stream of pages into one array. For short lists only: an import streams. */
export async function gather<Row>(pages: AsyncIterable<Page<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of pages) rows.push(...page.rows);
  return rows;
}
