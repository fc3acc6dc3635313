import type { ConnectorErrorCode } from "@lendfriend/connector";

/** The platform's codes whose meaning is documented or was seen in real answers, and what each is to us. */
const codeByProviderCode: Readonly<Record<number, ConnectorErrorCode>> = {
  // Gateway
  101000: "token_invalid",
  105001: "token_invalid",
  105002: "token_expired",
  105004: "not_supported",
  105005: "scope_missing",
  106001: "signature_rejected",
  106011: "token_invalid",
  106013: "invalid_request",
  36009002: "rate_limited",
  36009003: "provider_unavailable",
  36009007: "provider_unavailable",
  36009009: "not_supported",
  36009010: "not_supported",
  36009014: "not_supported",
  36009021: "invalid_request",
  36009022: "invalid_request",
  36009023: "invalid_request",
  36009033: "invalid_request",
  36009037: "quota_exhausted",
  36009043: "shop_inactive",
  36009044: "shop_inactive",
  // Token endpoints
  36004001: "refresh_rejected",
  36004004: "code_invalid",
  36004005: "refresh_rejected",
  36004201: "signature_rejected",
  98001005: "code_invalid",
  98001006: "refresh_rejected",
  // Any domain
  98001001: "provider_unavailable",
  98001004: "invalid_request",
  11050001: "invalid_request",
  600001001: "rate_limited",
  // Orders
  10002014: "provider_unavailable",
  10002015: "provider_unavailable",
  10006402: "scope_missing",
  10037002: "provider_unavailable",
  10037003: "provider_unavailable",
  10037004: "provider_unavailable",
  21001001: "invalid_request",
  21008111: "invalid_request",
  // Products
  12019027: "invalid_request",
  12019087: "invalid_request",
  12019108: "invalid_request",
  12019109: "invalid_request",
  12019118: "invalid_request",
  12019119: "invalid_request",
  12052180: "invalid_request",
  12052700: "shop_inactive",
  // Finance
  22005007: "not_supported",
  // Returns
  25001001: "invalid_request",
  25020005: "scope_missing",
  // Analytics, customer service
  28001007: "not_supported",
  28001022: "invalid_request",
  45101001: "provider_unavailable",
  45101004: "quota_exhausted",
  // Affiliate
  16015006: "not_supported",
  16015007: "not_supported",
  16032001: "not_supported",
  16501011: "scope_missing",
  16901006: "not_supported",
};

const overloadedCode = 36009004;

/** Our code for the platform's, or null when the platform's is not in the table. */
export function connectorCodeFor(providerCode: number, message: string): ConnectorErrorCode | null {
  if (providerCode === overloadedCode) return codeForOverloaded(message);
  return codeByProviderCode[providerCode] ?? null;
}

/**
 * 36009004 is one code for eight documented faults with eight different remedies, so here, and nowhere else, the
 * documented keyword in the message decides. A message that names none of them is a fault in our parameters.
 */
function codeForOverloaded(message: string): ConnectorErrorCode {
  const text = message.toLowerCase();
  if (text.includes("timestamp")) return "clock_skew";
  if (text.includes("x-tts-access-token") || text.includes("access_token")) return "token_invalid";
  if (text.includes("signature") || text.includes("app_key")) return "signature_rejected";
  if (text.includes("version")) return "not_supported";
  return "invalid_request";
}

/** What the HTTP status says, when the platform's own code says nothing. */
export function connectorCodeForStatus(status: number): ConnectorErrorCode {
  if (status === 429) return "rate_limited";
  if (status === 408 || status >= 500) return "provider_unavailable";
  if (status === 401) return "token_invalid";
  if (status === 404 || status === 405 || status === 410) return "not_supported";
  if (status === 400 || status === 413 || status === 414 || status === 422) return "invalid_request";
  return "unexpected";
}
