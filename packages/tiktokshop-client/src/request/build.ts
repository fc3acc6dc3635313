import { ConnectorError } from "@lendfriend/connector";
import { signRequest } from "./sign.ts";

export type QueryValue = string | number | null | undefined;
type BodyValue = string | number | boolean | readonly string[] | null | undefined;

/** One call to the open API, before a timestamp and a signature make it sendable. */
export interface ApiRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** For example `/order/202309/orders/search`: the version is a path segment. */
  readonly path: string;
  readonly query?: Readonly<Record<string, QueryValue>>;
  readonly body?: Readonly<Record<string, BodyValue>>;
  readonly accessToken: string;
  /** Sent as `shop_cipher`; null for endpoints that refuse one. */
  readonly shopCipher: string | null;
  readonly signal?: AbortSignal | undefined;
}

/** What goes on the wire, byte for byte. */
export interface HttpRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export interface BuildSettings {
  readonly apiUrl: string;
  readonly appKey: string;
  readonly appSecret: string;
}

const jsonType = "application/json";
const visibleAscii = /^[\x21-\x7e]+$/;

/**
 * Builds and signs one request for the given unix second. Parameters and body fields without a value are left out of
 * both the wire and the signature, and a body without fields is not sent at all: servers disagree about empty ones.
 * Throws `ConnectorError` `invalid_request` when a value cannot be put on the wire.
 */
export function buildRequest(request: ApiRequest, settings: BuildSettings, timestamp: number): HttpRequest {
  if (!visibleAscii.test(request.accessToken)) {
    throw new ConnectorError(
      "invalid_request",
      `${subjectOf(request)}: the access token is not one the platform issued`,
    );
  }
  const body = bodyText(request.body);
  const query = queryText({
    ...request.query,
    app_key: settings.appKey,
    shop_cipher: request.shopCipher,
    timestamp,
  });
  const unsigned = `${settings.apiUrl}${request.path}?${query}`;
  const sign = signRequest({ url: unsigned, body, contentType: jsonType }, settings.appSecret);
  return {
    method: request.method,
    url: `${unsigned}&sign=${sign}`,
    headers: { accept: jsonType, "content-type": jsonType, "x-tts-access-token": request.accessToken },
    body,
  };
}

/** Names a call in messages: never its query, which carries the signature. */
export function subjectOf(request: Pick<ApiRequest, "method" | "path">): string {
  return `${request.method} ${request.path}`;
}

/**
 * Puts a platform id into a path. Throws `ConnectorError` `invalid_request` for text that is not an id, so that an id from an
 * answer can never point a signed call elsewhere.
 */
export function pathId(id: string): string {
  if (/^[A-Za-z0-9_-]{1,64}$/.test(id)) return id;
  throw new ConnectorError(
    "invalid_request",
    "an id with characters that no platform id has cannot be put into a path",
  );
}

/** Percent-encodes what has a value, in the order in which it is signed. */
export function queryText(parameters: Readonly<Record<string, QueryValue>>): string {
  const pairs: string[] = [];
  for (const key of Object.keys(parameters).sort()) {
    const value = parameters[key];
    if (value === null || value === undefined || value === "") continue;
    pairs.push(`${key}=${encode(String(value))}`);
  }
  return pairs.join("&");
}

function encode(value: string): string {
  if (value.isWellFormed()) return encodeURIComponent(value);
  throw new ConnectorError("invalid_request", "a parameter holds text that is not valid Unicode");
}

function bodyText(fields: ApiRequest["body"]): string | null {
  if (fields === undefined) return null;
  const kept = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return kept.length === 0 ? null : JSON.stringify(Object.fromEntries(kept));
}
