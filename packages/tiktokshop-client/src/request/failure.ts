import { ConnectorError, type ConnectorErrorCode, type ConnectorErrorFacts } from "@lendfriend/connector";

const sentenceByCode = {
  aborted: "the call was cancelled",
  clock_skew: "TikTok Shop refused our timestamp. Set this machine's clock: it accepts five minutes back, 30 s ahead",
  code_invalid: "the consent code is used, expired or unknown. Ask the person to connect again",
  invalid_request: "TikTok Shop refused the parameters. This is a fault of the caller: the same call will fail again",
  invalid_response: "the answer is not what TikTok Shop documents. Try again; report it if it stays",
  network: "the connection failed before a whole answer arrived. Try again",
  not_supported: "TikTok Shop has no such endpoint for this account, region or version",
  provider_unavailable: "TikTok Shop has an internal fault. Try again later",
  quota_exhausted: "the quota of this period is used up. Wait for the next one",
  rate_limited: "too many requests. Wait, then try again",
  refresh_rejected: "the refresh token is unknown or expired. Ask the person to connect again",
  scope_missing: "the person did not grant the permission that this needs. Ask them to connect again and allow it",
  shop_inactive: "the shop or its seller is not active at TikTok Shop. Its owner has to act there",
  signature_rejected: "TikTok Shop refused the signature or the app key. Check the app key and the app secret",
  timeout: "no whole answer arrived in time. Try again",
  token_expired: "the access token has expired. Refresh it, then try again",
  token_invalid: "TikTok Shop does not accept the access token for this. Ask the person to connect again",
  unexpected: "TikTok Shop gave a reason that this client does not know. Quote the request id to its support",
} as const satisfies Record<ConnectorErrorCode, string>;

/** One failed call, in our own words: nothing that the platform or the network wrote enters the message. */
export function failure(code: ConnectorErrorCode, subject: string, facts: ConnectorErrorFacts = {}): ConnectorError {
  const quoted = [
    facts.providerCode ? `code ${facts.providerCode}` : null,
    facts.status ? `HTTP ${facts.status}` : null,
    facts.requestId ? `request ${facts.requestId}` : null,
  ].filter((part) => part !== null);
  const suffix = quoted.length === 0 ? "" : ` (${quoted.join(", ")})`;
  return new ConnectorError(code, `${subject}: ${sentenceByCode[code]}${suffix}`, facts);
}

/**
 * What may be kept of an error thrown while sending: its class and system code. Its text can quote the URL (the token
 * endpoints carry the app secret there) or a header, so the text is dropped.
 */
export function safeCause(error: unknown): Error {
  const names: string[] = [];
  for (let link = error, depth = 0; link instanceof Error && depth < 5; link = link.cause, depth++) {
    names.push(plainWord(link.name), plainWord("code" in link ? link.code : null));
  }
  return new Error(names.filter((name) => name !== "").join(" ") || "unknown failure");
}

function plainWord(value: unknown): string {
  return typeof value === "string" && /^[A-Za-z0-9_]{1,40}$/.test(value) ? value : "";
}
