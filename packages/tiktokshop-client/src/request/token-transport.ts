import { ConnectorError, type RetryPolicy, withRetry } from "@lendfriend/connector";
import type { TikTokShopSettings } from "../options.ts";
import { accountOf, type TikTokShopSession } from "../session.ts";
import { textOrNull } from "../wire/fields.ts";
import { tokenSchema } from "../wire/token.ts";
import { queryText } from "./build.ts";
import { failure } from "./failure.ts";
import { send } from "./send.ts";
import { unwrap } from "./unwrap.ts";

/** A grant of either token endpoint. */
export type TokenGrant =
  | { readonly kind: "get"; readonly authCode: string; readonly signal?: AbortSignal | undefined }
  | { readonly kind: "refresh"; readonly refreshToken: string; readonly signal?: AbortSignal | undefined };

/** Codes work once and refresh tokens may: a second try is worth one connection fault or server fault, and no more. */
const retryOnce: RetryPolicy = { maxTries: 2, baseDelayMs: 500, maxDelayMs: 3_000 };
const repeatable = new Set(["network", "provider_unavailable", "rate_limited"]);
const maxTokenBytes = 256_000;
/** A person's browser waits for this answer. */
const maxTokenTimeoutMs = 8_000;

/**
 * Asks a token endpoint: a GET whose query carries the app secret, on a host of its own, unsigned. Its URL never reaches an error.
 * A timeout is not repeated, since the platform may have used up the code.
 * Throws `ConnectorError`: `code_invalid`, `refresh_rejected`, `signature_rejected`, `not_supported` (region 105004, or an account that
 * is neither seller nor creator), `invalid_response`, and the transport's.
 */
export async function requestTokens(settings: TikTokShopSettings, grant: TokenGrant): Promise<TikTokShopSession> {
  const path = `/api/v2/token/${grant.kind}`;
  const subject = `GET ${path}`;
  const query = queryText({
    app_key: settings.appKey,
    app_secret: settings.appSecret,
    ...(grant.kind === "get"
      ? { auth_code: requireText(grant.authCode, "code_invalid", subject), grant_type: "authorized_code" }
      : {
          refresh_token: requireText(grant.refreshToken, "refresh_rejected", subject),
          grant_type: "refresh_token",
        }),
  });

  async function attempt(): Promise<TikTokShopSession> {
    const answer = await send(
      {
        method: "GET",
        url: `${settings.authUrl}${path}?${query}`,
        headers: { accept: "application/json" },
        body: null,
      },
      {
        fetch: settings.fetch,
        origin: settings.authUrl,
        subject,
        timeoutMs: Math.min(settings.timeoutMs, maxTokenTimeoutMs),
        maxResponseBytes: Math.min(settings.maxResponseBytes, maxTokenBytes),
        signal: grant.signal,
      },
    );
    return sessionFrom(unwrap(answer, subject, settings.now()), subject, settings.now());
  }

  let lastError: unknown;
  return withRetry(
    async () => {
      try {
        return await attempt();
      } catch (error) {
        lastError = error;
        throw error;
      }
    },
    {
      policy: retryOnce,
      random: settings.random,
      signal: grant.signal,
      sleep: async (ms, signal) => {
        if (lastError instanceof ConnectorError && !repeatable.has(lastError.code)) throw lastError;
        await settings.sleep(ms, signal);
      },
    },
  );
}

function sessionFrom(data: unknown, subject: string, nowMs: number): TikTokShopSession {
  const result = tokenSchema(Math.floor(nowMs / 1_000)).safeParse(data);
  if (!result.success) {
    const fields = [...new Set(result.error.issues.map((issue) => String(issue.path[0] ?? "data")))];
    throw failure("invalid_response", `${subject}, unusable ${fields.join(", ")}`);
  }
  const { seller_name, seller_base_region, granted_scopes, ...tokens } = result.data;
  const name = textOrNull(seller_name);
  const region = textOrNull(seller_base_region);
  const session: TikTokShopSession = {
    ...tokens,
    granted_scopes: granted_scopes ?? [],
    ...(name === null ? {} : { seller_name: name }),
    ...(region === null ? {} : { seller_base_region: region }),
  };
  accountOf(session);
  return session;
}

function requireText(text: string, code: "code_invalid" | "refresh_rejected", subject: string): string {
  if (text !== "" && text !== "null" && text.length <= 4_096 && text.isWellFormed()) return text;
  throw failure(code, subject);
}
