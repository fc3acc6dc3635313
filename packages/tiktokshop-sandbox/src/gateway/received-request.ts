import { Buffer } from "node:buffer";
import type { IncomingMessage } from "node:http";

/** A request as it came in: decoded query, raw body bytes. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  /** First value of each key; a raw `+` is a space, as in any query string. */
  readonly query: ReadonlyMap<string, string>;
  readonly queryPairs: readonly (readonly [string, string])[];
  readonly headers: IncomingMessage["headers"];
  readonly contentType: string;
  readonly body: Buffer;
}

const largestBody = 4 * 1024 * 1024;

/** Thrown when a body is larger than anything this API takes. */
export class BodyTooLargeError extends Error {
  constructor() {
    super(`The request body is larger than ${largestBody} bytes.`);
    this.name = "BodyTooLargeError";
  }
}

/** Reads a whole request. Throws `BodyTooLargeError` past 4 MiB. */
export async function receive(message: IncomingMessage): Promise<ReceivedRequest> {
  const url = new URL(message.url ?? "/", "http://sandbox.invalid");
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > largestBody) throw new BodyTooLargeError();
    chunks.push(bytes);
  }
  const queryPairs = [...url.searchParams];
  const query = new Map<string, string>();
  for (const [key, value] of queryPairs) {
    if (!query.has(key)) query.set(key, value);
  }
  return {
    method: message.method ?? "GET",
    path: url.pathname,
    query,
    queryPairs,
    headers: message.headers,
    contentType: message.headers["content-type"] ?? "",
    body: Buffer.concat(chunks),
  };
}
