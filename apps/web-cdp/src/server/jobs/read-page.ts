import "server-only";
import { type Connector, ConnectorError, type ImportPage, type PlatformShop } from "@lendfriend/connector";
import { type PendingWindow, totalAfter } from "#server/stores/pg/windows.ts";
import type { FreshToken, ReadFreshToken } from "./fresh-token.ts";

/** A page and what to make of its place in the list. */
export interface ReadPage {
  readonly page: ImportPage;
  /** Where to go on; null when the window ends with this page. */
  readonly nextCursor: string | null;
  /** Why a list that ends here cannot be called complete; null when it can, or goes on. */
  readonly doubt: PageDoubt | null;
}

/**
 * `repeated_cursor`: the platform handed out a page token again. `empty_pages`: a page without rows that says there is
 * more. `short_list`: fewer rows than the platform's own count; `long_list`: more, so that its count proves nothing.
 */
export type PageDoubt = "repeated_cursor" | "empty_pages" | "short_list" | "long_list";

export interface PageReader {
  readonly connector: Connector;
  readonly freshToken: ReadFreshToken;
  readonly connectionId: string;
  readonly epoch: number;
  readonly signal: AbortSignal;
  /** Told the version of every token that the platform calls invalid. */
  readonly onInvalid?: (version: number) => void;
}

/** A page that makes no sense is asked for again this many times before its list is ended with a doubt. */
const rereads = 2;

/**
 * Reads the page at a window's cursor. An expired token is refreshed once and the page asked for once more. `seen` are the
 * cursors that this window has been at: a token that leads back to one of them would never end.
 */
export async function readPage(
  reader: PageReader,
  window: PendingWindow,
  shop: PlatformShop | null,
  seen: ReadonlySet<string>,
): Promise<ReadPage> {
  for (let tries = 0; ; tries++) {
    const page = await withToken(reader, (token) =>
      reader.connector.readPage({
        stage: window.stage,
        accessToken: token.accessToken,
        shop,
        from: window.from,
        to: window.to,
        parentId: window.parentId,
        cursor: window.cursor,
        ...(window.byUpdate ? { by: "updated" as const } : {}),
        signal: reader.signal,
      }),
    );
    const place = placeOf(page, window, seen);
    const isEmpty = page.rows.length + page.rejected.length === 0;
    const isOdd =
      place.doubt === "repeated_cursor" || place.doubt === "empty_pages" || (place.doubt !== null && isEmpty);
    if (!isOdd || tries >= rereads) return { page, ...place };
  }
}

/**
 * Runs one call with a good token; one that the platform refuses is refreshed, and the call made once more. Also one that it calls
 * invalid: its successor may be in the hands of another leader, and only a refused refresh tells that the authorisation has ended.
 */
export async function withToken<T>(reader: PageReader, call: (token: FreshToken) => Promise<T>): Promise<T> {
  const { connectionId, connector, epoch } = reader;
  const token = await reader.freshToken({ connectionId, connector, epoch });
  try {
    return await told(reader, call, token);
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    if (error.code !== "token_expired" && error.code !== "token_invalid") throw error;
    const next = await reader.freshToken({ connectionId, connector, epoch, rejectedVersion: token.version });
    return await told(reader, call, next);
  }
}

async function told<T>(
  { onInvalid }: PageReader,
  call: (token: FreshToken) => Promise<T>,
  token: FreshToken,
): Promise<T> {
  try {
    return await call(token);
  } catch (error) {
    if (error instanceof ConnectorError && error.code === "token_invalid") onInvalid?.(token.version);
    throw error;
  }
}

/** Where a page stands in its list, from the page, the window before it and the cursors already visited. */
export function placeOf(
  page: ImportPage,
  window: Pick<PendingWindow, "cursor" | "pagesDone" | "rowsCounted" | "rowsTotal" | "byUpdate">,
  seen: ReadonlySet<string>,
): Pick<ReadPage, "nextCursor" | "doubt"> {
  const next = page.nextCursor === "" ? null : page.nextCursor;
  const counted = window.rowsCounted + (page.counted ?? page.rows.length + page.rejected.length);
  const total = totalAfter(page.total, window);
  const isWhole = total !== null && counted >= total;
  if (next === null) return { nextCursor: null, doubt: endDoubt(page, window, counted, total) };
  if (next === window.cursor || seen.has(next)) {
    return { nextCursor: null, doubt: isWhole ? null : "repeated_cursor" };
  }
  const isEmpty = page.rows.length + page.rejected.length === 0 && page.parentIds.length === 0;
  if (isEmpty) return { nextCursor: null, doubt: isWhole ? null : "empty_pages" };
  return { nextCursor: next, doubt: null };
}

function endDoubt(
  page: ImportPage,
  { byUpdate }: Pick<PendingWindow, "byUpdate">,
  counted: number,
  total: number | null,
): PageDoubt | null {
  if (total === null || counted === total) return null;
  if (counted < total) return "short_list";
  return page.counted === undefined || byUpdate ? null : "long_list";
}
