const retryableByCode = {
  aborted: false,
  clock_skew: false,
  code_invalid: false,
  invalid_request: false,
  invalid_response: true,
  network: true,
  not_supported: false,
  provider_unavailable: true,
  quota_exhausted: true,
  rate_limited: true,
  refresh_rejected: false,
  scope_missing: false,
  shop_inactive: false,
  signature_rejected: false,
  timeout: true,
  token_expired: false,
  token_invalid: false,
  unexpected: false,
} as const satisfies Record<string, boolean>;

/** The closed list of ways in which talking to a platform can fail. Decide by this code, never by a message. */
export type ConnectorErrorCode = keyof typeof retryableByCode;

/** Every code, sorted; for exhaustive tests and tables. */
export const connectorErrorCodes = Object.keys(retryableByCode) as readonly ConnectorErrorCode[];

export interface ConnectorErrorFacts {
  /** HTTP status, when an answer arrived. */
  readonly status?: number | null;
  /** The platform's own numeric code, as text. */
  readonly providerCode?: string | null;
  /** The platform's request id: quote it to its support. */
  readonly requestId?: string | null;
  /** How long the platform asked us to wait, in milliseconds. */
  readonly retryAfterMs?: number | null;
  readonly cause?: unknown;
}

/** One failure of one call to a platform. Its message holds no secret: no token, no signature, no query string. */
export class ConnectorError extends Error {
  override readonly name = "ConnectorError";
  readonly code: ConnectorErrorCode;
  readonly status: number | null;
  readonly providerCode: string | null;
  readonly requestId: string | null;
  readonly retryAfterMs: number | null;

  constructor(code: ConnectorErrorCode, message: string, facts: ConnectorErrorFacts = {}) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.code = code;
    this.status = facts.status ?? null;
    this.providerCode = facts.providerCode ?? null;
    this.requestId = facts.requestId ?? null;
    this.retryAfterMs = facts.retryAfterMs ?? null;
  }

  /** True when the same call may succeed later without anybody acting. */
  get retryable(): boolean {
    return retryableByCode[this.code];
  }
}
