import { setTimeout as delay } from "node:timers/promises";
import { ConnectorError, defaultRetryPolicy, type PaceLedger, type RetryPolicy } from "@lendfriend/connector";

/** What a client is made of. Nothing here is read from the environment. */
export interface TikTokShopClientOptions {
  readonly appKey: string;
  readonly appSecret: string;
  /** Names the app on the seller consent page. */
  readonly serviceId: string;
  /** Secrets that the app had before; webhooks signed with them are still accepted while a rotation lasts. */
  readonly previousAppSecrets?: readonly string[];
  /** @default "https://open-api.tiktokglobalshop.com" */
  readonly apiUrl?: string;
  /** @default "https://auth.tiktok-shops.com" */
  readonly authUrl?: string;
  /** Seller consent outside the US. @default "https://services.tiktokshop.com/open/authorize" */
  readonly authorizeUrl?: string;
  /** Seller consent in the US. @default "https://services.tiktokshops.us/open/authorize" */
  readonly authorizeUrlUs?: string;
  /** Creator consent. @default "https://shop.tiktok.com/alliance/creator/auth" */
  readonly creatorAuthorizeUrl?: string;
  /** Covers connecting, headers and the whole body of one try. @default 10000 */
  readonly timeoutMs?: number;
  /** Largest answer read, after decompression. @default 20 MB */
  readonly maxResponseBytes?: number;
  /** @default the platform's recipe: five tries, 1 s doubling to 60 s, jittered */
  readonly retry?: RetryPolicy;
  /** Where the learnt pace of each shop and endpoint is kept; without one, calls go when they are made. */
  readonly pace?: PaceLedger;
  readonly fetch?: typeof fetch;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** In [0, 1). */
  readonly random?: () => number;
  readonly sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** Options with every default filled in and every value checked. */
export interface TikTokShopSettings {
  readonly appKey: string;
  readonly appSecret: string;
  readonly serviceId: string;
  readonly webhookSecrets: readonly string[];
  /** Origins: scheme, host and port, no path. */
  readonly apiUrl: string;
  readonly authUrl: string;
  readonly authorizeUrl: string;
  readonly authorizeUrlUs: string;
  readonly creatorAuthorizeUrl: string;
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
  readonly retry: RetryPolicy;
  readonly pace: PaceLedger | null;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly random: () => number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** Fills in defaults. Throws `ConnectorError` `invalid_request` that names the option which cannot be used. */
export function settingsFrom(options: TikTokShopClientOptions): TikTokShopSettings {
  const appSecret = requireText("appSecret", options.appSecret);
  return {
    appKey: requireText("appKey", options.appKey),
    appSecret,
    serviceId: requireText("serviceId", options.serviceId),
    webhookSecrets: [
      appSecret,
      ...(options.previousAppSecrets ?? []).map((secret) => requireText("previousAppSecrets", secret)),
    ],
    apiUrl: requireOrigin("apiUrl", options.apiUrl ?? "https://open-api.tiktokglobalshop.com"),
    authUrl: requireOrigin("authUrl", options.authUrl ?? "https://auth.tiktok-shops.com"),
    authorizeUrl: requireUrl("authorizeUrl", options.authorizeUrl ?? "https://services.tiktokshop.com/open/authorize"),
    authorizeUrlUs: requireUrl(
      "authorizeUrlUs",
      options.authorizeUrlUs ?? "https://services.tiktokshops.us/open/authorize",
    ),
    creatorAuthorizeUrl: requireUrl(
      "creatorAuthorizeUrl",
      options.creatorAuthorizeUrl ?? "https://shop.tiktok.com/alliance/creator/auth",
    ),
    timeoutMs: requirePositive("timeoutMs", options.timeoutMs ?? 10_000),
    maxResponseBytes: requirePositive("maxResponseBytes", options.maxResponseBytes ?? 20_000_000),
    retry: options.retry ?? defaultRetryPolicy,
    pace: options.pace ?? null,
    fetch: options.fetch ?? fetch,
    now: options.now ?? Date.now,
    random: options.random ?? Math.random,
    sleep: options.sleep ?? wait,
  };
}

function requireText(name: string, value: string): string {
  if (typeof value === "string" && value.trim() !== "") return value;
  throw new ConnectorError("invalid_request", `option ${name} is empty: set it from Partner Center`);
}

function requirePositive(name: string, value: number): number {
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new ConnectorError("invalid_request", `option ${name} must be a positive whole number`);
}

function requireOrigin(name: string, value: string): string {
  const url = new URL(requireUrl(name, value));
  if (url.pathname === "/" && url.search === "") return url.origin;
  throw new ConnectorError("invalid_request", `option ${name} must be an origin, without a path or a query`);
}

/** Plain http is for a sandbox on this machine only: a token must never cross a network unencrypted. */
function requireUrl(name: string, value: string): string {
  if (!URL.canParse(value)) throw new ConnectorError("invalid_request", `option ${name} is not a URL`);
  const url = new URL(value);
  const usable = url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
  if (usable && url.username === "" && url.password === "" && url.hash === "") return url.href;
  throw new ConnectorError("invalid_request", `option ${name} must be an https URL, or http on loopback`);
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}

async function wait(ms: number, signal?: AbortSignal): Promise<void> {
  try {
    await delay(ms, undefined, signal ? { signal } : {});
  } catch (error) {
    throw new ConnectorError("aborted", "the wait before the next try was cancelled", { cause: error });
  }
}
