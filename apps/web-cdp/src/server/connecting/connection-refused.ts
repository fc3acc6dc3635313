import "server-only";
import { ConnectorError, type ConnectorErrorCode } from "@lendfriend/connector";
import type { TikTokShopErrorCode } from "#server/contract.ts";

/** A consent that cannot become a connection, with the one code that the person is shown. */
export class ConnectionRefused extends Error {
  override readonly name = "ConnectionRefused";
  readonly code: TikTokShopErrorCode;
  /** Scopes that the person has to grant, for `missing_permissions`. */
  readonly scopes: readonly string[];
  /** The person's connection that brings the shop already, for `shop_in_other_account`. */
  readonly heldBy: string | null;

  constructor(
    code: TikTokShopErrorCode,
    message: string,
    facts: { readonly cause?: unknown; readonly scopes?: readonly string[]; readonly heldBy?: string } = {},
  ) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.code = code;
    this.scopes = facts.scopes ?? [];
    this.heldBy = facts.heldBy ?? null;
  }
}

const refusalByFailure = {
  aborted: "provider_unavailable",
  clock_skew: "unexpected",
  code_invalid: "unexpected",
  invalid_request: "unexpected",
  invalid_response: "provider_unavailable",
  network: "provider_unavailable",
  not_supported: "region_not_supported",
  provider_unavailable: "provider_unavailable",
  quota_exhausted: "provider_unavailable",
  rate_limited: "provider_unavailable",
  refresh_rejected: "unexpected",
  scope_missing: "missing_permissions",
  shop_inactive: "no_active_shop",
  signature_rejected: "unexpected",
  timeout: "provider_unavailable",
  token_expired: "unexpected",
  token_invalid: "unexpected",
  unexpected: "unexpected",
} as const satisfies Record<ConnectorErrorCode, TikTokShopErrorCode>;

/** What a failure while connecting means to the person; what nobody foresaw is `unexpected`. */
export function refusalFrom(error: unknown): ConnectionRefused {
  if (error instanceof ConnectionRefused) return error;
  if (!(error instanceof ConnectorError)) {
    return new ConnectionRefused("unexpected", "connecting failed on our side", { cause: error });
  }
  // Without a code of the platform's own, it is an account of a kind that we do not know, and no word on a region.
  const isOurOwnWord = error.code === "not_supported" && error.providerCode === null;
  const code = isOurOwnWord ? "unexpected" : refusalByFailure[error.code];
  return new ConnectionRefused(code, `the platform call failed: ${error.code}`, {
    cause: error,
  });
}
