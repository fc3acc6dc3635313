import { createHmac } from "node:crypto";

/** A finished request: the very URL and body that go on the wire. */
export interface SignableRequest {
  /** Absolute, percent-encoded, with every parameter that will be sent. */
  readonly url: string;
  /** The exact body text, or null when none is sent. */
  readonly body: string | null;
  readonly contentType: string;
}

/**
 * Signs a finished request by the platform's 202309 rule ("Sign your API request", Partner Center):
 * lower-case hex HMAC-SHA256, keyed with the app secret, over
 * `secret + path + sorted(key + decoded value) + body + secret`, leaving out `sign`, `access_token` and multipart bodies.
 * Signing the finished URL and body is the point: nothing can be signed that is not sent. Known answers: `sign-vectors.json`.
 */
export function signRequest(request: SignableRequest, appSecret: string): string {
  const { url, body, contentType } = request;
  const pathAt = url.indexOf("/", url.indexOf("://") + 3);
  const queryAt = url.indexOf("?", pathAt);
  const path = queryAt === -1 ? url.slice(pathAt) : url.slice(pathAt, queryAt);
  const parameters = queryAt === -1 ? "" : canonicalParameters(url.slice(queryAt + 1));
  const signedBody = body === null || isMultipart(contentType) ? "" : body;
  return createHmac("sha256", appSecret)
    .update(appSecret + path + parameters + signedBody + appSecret)
    .digest("hex");
}

function canonicalParameters(query: string): string {
  const pairs = new Map<string, string>();
  for (const pair of query.split("&")) {
    const equalsAt = pair.indexOf("=");
    const key = decode(equalsAt === -1 ? pair : pair.slice(0, equalsAt));
    if (key === "sign" || key === "access_token" || pairs.has(key)) continue;
    pairs.set(key, equalsAt === -1 ? "" : decode(pair.slice(equalsAt + 1)));
  }
  let text = "";
  for (const key of [...pairs.keys()].sort()) text += key + pairs.get(key);
  return text;
}

/** As the platform reads it: a raw `+` is a space. */
function decode(text: string): string {
  if (!text.includes("%") && !text.includes("+")) return text;
  return decodeURIComponent(text.replaceAll("+", " "));
}

/** The media type decides, whatever parameters follow it. */
function isMultipart(contentType: string): boolean {
  return contentType.trimStart().toLowerCase().startsWith("multipart/form-data");
}
