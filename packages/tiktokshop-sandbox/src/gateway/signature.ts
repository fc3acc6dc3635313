import { createHmac, timingSafeEqual } from "node:crypto";

/** What a signature covers: the path, the decoded query and the raw body bytes. */
export interface SignedRequest {
  readonly path: string;
  /** Decoded query parameters in wire order; of a repeated key the first value counts. */
  readonly query: Iterable<readonly [string, string]>;
  readonly contentType: string;
  readonly body: Buffer;
}

const unsignedKeys: ReadonlySet<string> = new Set(["sign", "access_token"]);

/**
 * The request signature of API versions from 202309 on: lower-case hex HMAC-SHA256 keyed with the app secret over
 * secret + path + sorted key-value pairs + raw body + secret. A multipart body is left out.
 */
export function requestSignature(request: SignedRequest, appSecret: string): string {
  const first = new Map<string, string>();
  for (const [key, value] of request.query) {
    if (!unsignedKeys.has(key) && !first.has(key)) first.set(key, value);
  }
  const pairs = [...first].sort(([left], [right]) => Buffer.compare(Buffer.from(left), Buffer.from(right)));
  const hmac = createHmac("sha256", appSecret);
  hmac.update(`${appSecret}${request.path}${pairs.map(([key, value]) => key + value).join("")}`, "utf8");
  if (mediaType(request.contentType) !== "multipart/form-data") hmac.update(request.body);
  return hmac.update(appSecret, "utf8").digest("hex");
}

/** Compares in constant time; only the exact lower-case hex text passes. */
export function isValidSignature(claimed: string, request: SignedRequest, appSecret: string): boolean {
  const expected = Buffer.from(requestSignature(request, appSecret), "utf8");
  const given = Buffer.from(claimed, "utf8");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** The webhook signature: lower-case hex HMAC-SHA256 keyed with the app secret over app key + raw body. */
export function webhookSignature(appKey: string, appSecret: string, body: Buffer | string): string {
  return createHmac("sha256", appSecret).update(appKey, "utf8").update(body).digest("hex");
}

export function mediaType(contentType: string): string {
  return (contentType.split(";")[0] ?? "").trim().toLowerCase();
}
