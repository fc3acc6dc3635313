/** The HTTP status of each refusal. */
export const statusByCode = {
  bad_request: 400,
  confirmation_required: 403,
  conflict: 409,
  daily_limit_reached: 409,
  forbidden: 403,
  idempotency_key_reused: 422,
  limit_reached: 409,
  method_not_allowed: 405,
  not_found: 404,
  rate_limited: 429,
  score_too_old: 409,
  too_large: 413,
  unauthorized: 401,
  unavailable: 503,
  unexpected: 500,
  unsupported_media_type: 415,
} as const satisfies Record<string, number>;

/** Every way in which a request to our own API can be refused; each has one HTTP status. */
export type AppErrorCode = keyof typeof statusByCode;

/** A refusal with words meant for the person who made the request. Unknown errors never become one. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: AppErrorCode;
  readonly retryAfterSeconds: number | null;

  constructor(code: AppErrorCode, message: string, facts: { cause?: unknown; retryAfterSeconds?: number } = {}) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.code = code;
    this.retryAfterSeconds = facts.retryAfterSeconds ?? null;
  }

  get status(): number {
    return statusByCode[this.code];
  }
}

/** What the body of a refusal says. */
export function errorBody({ code, message }: AppError, requestId: string) {
  return { error: { code, message, requestId } };
}

/** The refusal of somebody who has asked too often. */
export function tooManyRequests(retryAfterSeconds: number): AppError {
  return new AppError("rate_limited", `Too many requests. Try again in ${retryAfterSeconds} seconds.`, {
    retryAfterSeconds,
  });
}
