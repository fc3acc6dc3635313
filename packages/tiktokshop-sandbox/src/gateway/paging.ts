import { createHash } from "node:crypto";
import { compareIds } from "../ids.ts";
import { parseJson } from "../json.ts";
import { lowerBound, type Sequence } from "../trade/sequence.ts";

interface PageRequest<Row> {
  readonly rows: Sequence<Row>;
  readonly order: "ASC" | "DESC";
  readonly pageSize: number;
  /** "" for the first page. */
  readonly pageToken: string;
  /** Everything that must stay the same from page to page: the endpoint, the shop and the filters. */
  readonly filter: string;
  /** Answers a token that is garbled or belongs to other filters; must throw. */
  readonly onBadToken: () => never;
}

/** One page of rows and the token of the next; the token is "" at the end. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly nextPageToken: string;
  readonly totalCount: number;
}

/** Cuts a page by key, not by offset, so that rows which arrive between two pages neither repeat nor hide others. */
export function pageOf<Row>({ rows, order, pageSize, pageToken, filter, onBadToken }: PageRequest<Row>): Page<Row> {
  const fingerprint = createHash("sha256").update(`${filter}/${order}`).digest("hex").slice(0, 12);
  const cursor = pageToken === "" ? null : (readToken(pageToken, fingerprint) ?? onBadToken());
  const page: Row[] = [];
  const step = order === "ASC" ? 1 : -1;
  let position = startOf(rows, order, cursor);
  while (page.length < pageSize && position >= 0 && position < rows.length) {
    page.push(rows.at(position));
    position += step;
  }
  const hasMore = position >= 0 && position < rows.length;
  const last = position - step;
  const nextPageToken = hasMore && page.length > 0 ? writeToken([fingerprint, rows.timeAt(last), rows.idAt(last)]) : "";
  return { rows: page, nextPageToken, totalCount: rows.length };
}

interface Cursor {
  readonly time: number;
  readonly id: string;
}

function startOf<Row>(rows: Sequence<Row>, order: "ASC" | "DESC", cursor: Cursor | null): number {
  if (cursor === null) return order === "ASC" ? 0 : rows.length - 1;
  const found = lowerBound(rows, cursor.time, cursor.id);
  if (order === "DESC") return found - 1;
  const isSame =
    found < rows.length && rows.timeAt(found) === cursor.time && compareIds(rows.idAt(found), cursor.id) === 0;
  return isSame ? found + 1 : found;
}

function writeToken(parts: readonly [string, number, string]): string {
  return Buffer.from(JSON.stringify(parts), "utf8").toString("base64");
}

function readToken(token: string, fingerprint: string): Cursor | null {
  const parts = parseJson(Buffer.from(token, "base64").toString("utf8"));
  if (!Array.isArray(parts) || parts.length !== 3) return null;
  const [mark, time, id]: readonly unknown[] = parts;
  if (mark !== fingerprint || typeof time !== "number" || typeof id !== "string") return null;
  return { time, id };
}
