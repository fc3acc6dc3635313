import { hmacHex } from "./hmac-hex.ts";

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
  return hmacHex(appSecret, appSecret + path + parameters + signedBody + appSecret);
}

/** `key + value` of each parameter, ordered by key; of a repeated key the first counts. */
function canonicalParameters(query: string): string {
  return orderedParameters(query) ?? sortedParameters(query);
}

/** The same for a query that is in order already, as ours are: half the time, on the path of every call. Null when it is not. */
function orderedParameters(query: string): string | null {
  let text = "";
  let previous = "";
  for (let from = 0; from < query.length; ) {
    const ampersandAt = query.indexOf("&", from);
    const end = ampersandAt === -1 ? query.length : ampersandAt;
    const equalsAt = query.indexOf("=", from);
    if (equalsAt === -1 || equalsAt > end) return null;
    const key = query.slice(from, equalsAt);
    if (key <= previous || key === "sign" || key === "access_token" || key.includes("%") || key.includes("+"))
      return null;
    text += key + decode(query.slice(equalsAt + 1, end));
    previous = key;
    from = end + 1;
  }
  return text;
}

function sortedParameters(query: string): string {
  const pairs = query.split("&");
  const keys: string[] = [];
  for (let index = 0; index < pairs.length; index++) {
    const pair = pairs[index] ?? "";
    const equalsAt = pair.indexOf("=");
    const key = decode(equalsAt === -1 ? pair : pair.slice(0, equalsAt));
    // Insertion: a handful of parameters, most of them in order.
    let place = index;
    for (; place > 0 && (keys[place - 1] ?? "") > key; place--) {
      keys[place] = keys[place - 1] ?? "";
      pairs[place] = pairs[place - 1] ?? "";
    }
    keys[place] = key;
    pairs[place] = equalsAt === -1 ? "" : pair.slice(equalsAt + 1);
  }
  let text = "";
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] ?? "";
    if (key === "" || key === "sign" || key === "access_token" || key === keys[index - 1]) continue;
    text += key + decode(pairs[index] ?? "");
  }
  return text;
}

/** As the platform reads it: a raw `+` is a space. */
function decode(text: string): string {
  const spaced = text.includes("+") ? text.replaceAll("+", " ") : text;
  return spaced.includes("%") ? decodeURIComponent(spaced) : spaced;
}

/** The media type decides, whatever parameters follow it. */
function isMultipart(contentType: string): boolean {
  return contentType.trimStart().toLowerCase().startsWith("multipart/form-data");
}
