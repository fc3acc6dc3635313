/** One refusal of the gateway, as the platform's error table names it. */
export interface Refusal {
  readonly code: number;
  readonly status: number;
  readonly message: string;
}

/**
 * Code, HTTP status and wording of every refusal. Where no status was ever observed, parameter faults are 400, credential faults
 * 401 and business faults 200: a declared choice, kept in this one table.
 */
export const refusals = {
  invalid_path: {
    code: 36009009,
    status: 404,
    message: "Invalid path. The specified path does not match any available endpoint.",
  },
  invalid_version: { code: 36009014, status: 400, message: "The version name is invalid, please check and retry." },
  invalid_method: {
    code: 36009010,
    status: 405,
    message: "Invalid method. The HTTP method used is not supported by this endpoint.",
  },
  invalid_app_key: { code: 36009004, status: 400, message: "Invalid credentials. Invalid 'app_key' query parameter." },
  missing_sign: {
    code: 36009004,
    status: 400,
    message: "Missing credentials. The request does not include a required signature in the query.",
  },
  timestamp_negative: {
    code: 36009004,
    status: 400,
    message: "Invalid timestamp. The 'timestamp' query parameter must not be lesser than 0.",
  },
  timestamp_early: {
    code: 36009004,
    status: 400,
    message:
      "Invalid timestamp. The 'timestamp' query parameter must not be earlier than 5 minutes before the current time.",
  },
  timestamp_late: {
    code: 36009004,
    status: 400,
    message:
      "Invalid timestamp. The 'timestamp' query parameter must not exceed the current time by more than 30 seconds.",
  },
  invalid_sign: { code: 106001, status: 401, message: "Invalid credentials. The 'sign' query parameter is invalid." },
  invalid_token: {
    code: 36009004,
    status: 401,
    message: "Invalid credentials. The 'x-tts-access-token' header is invalid.",
  },
  expired_token: {
    code: 105002,
    status: 401,
    message: "Expired credentials. The 'access_token' or 'x-tts-access-token' header has expired.",
  },
  deauthorized: {
    code: 105001,
    status: 401,
    message: "access token is invalid; detail:your token has been deauthorized",
  },
  wrong_user_type: {
    code: 105001,
    status: 401,
    message: "access token is invalid; detail:your user type can not access this interface",
  },
  missing_scope: {
    code: 105005,
    status: 401,
    message:
      "Access denied. The app is not authorized to access the endpoint because the access scopes granted for the app or the access token do not contain the required access scope.",
  },
  unexpected_cipher: {
    code: 36009004,
    status: 400,
    message: "Unexpected identifier. The 'shop_cipher' query parameter is not required for this request.",
  },
  unexpected_asset_cipher: {
    code: 36009004,
    status: 400,
    message: "Unexpected identifier. The 'category_asset_cipher' query parameter is not required for this request.",
  },
  legacy_shop_id: {
    code: 36009004,
    status: 400,
    message: "Invalid identifier. The 'shop_id' query parameter is invalid.",
  },
  missing_cipher: {
    code: 106013,
    status: 400,
    message: "Missing identifier. The 'shop_cipher' query parameter is required to identify the target shop.",
  },
  invalid_cipher: {
    code: 106011,
    status: 400,
    message: "Invalid identifier. The 'shop_cipher' query parameter is invalid.",
  },
  rate_limited: {
    code: 36009002,
    status: 429,
    message: "Too many requests. You've made too many requests in a short period of time.",
  },
  hourly_quota: {
    code: 36009037,
    status: 429,
    message: "Too many requests. The hourly request limit for test shops has been reached.",
  },
  shop_inactive: { code: 36009043, status: 401, message: "Access denied. The shop is inactive." },
  bad_content_type: {
    code: 36009022,
    status: 400,
    message: "Invalid request format. The request body format must be 'application/json'.",
  },
  internal: {
    code: 36009003,
    status: 500,
    message:
      "Internal error. Please try again. If the issue persists after multiple attempts, please contact platform support.",
  },
  timeout: { code: 36009007, status: 408, message: "Request timeout. The request to the endpoint timed out." },
} as const satisfies Readonly<Record<string, Refusal>>;

export type RefusalName = keyof typeof refusals;

/** Thrown inside a request to answer with a refusal; nothing else leaves the gateway as an error envelope. */
export class GatewayError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.name = "GatewayError";
    this.refusal = refusal;
  }
}

export function refuse(name: RefusalName): never {
  throw new GatewayError(refusals[name]);
}

/** An invalid parameter in the gateway's own words. */
export function invalidParameter(detail: string, code = 36009004): never {
  throw new GatewayError({ code, status: code === 36009004 ? 400 : 200, message: detail });
}

/** A business refusal: HTTP 200 with a code, as the order, return, product and analytics services answer. */
export function businessError(code: number, message: string): never {
  throw new GatewayError({ code, status: 200, message });
}
