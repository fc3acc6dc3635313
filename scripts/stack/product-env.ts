import { demoApp } from "../../packages/tiktokshop-sandbox/src/settings.ts";

type Variables = Readonly<Record<string, string | undefined>>;

export interface ProductEnvOptions {
  /** What is set already; it wins over everything but the embedded database. */
  readonly given: Variables;
  readonly port: number;
  /** The embedded Supabase's variables, or null when the given ones name another. */
  readonly supabase: Variables | null;
  readonly tokenEncryptionKeys: string;
  readonly sessionSecret: string;
  readonly scoreSigningKey: string;
  readonly auditSigningKey: string;
  /** Where the worker writes the signed heads of the audit log. */
  readonly auditHeadsDir: string;
  readonly sandboxUrl: string | null;
}

/** The variables that the app and its worker are started with. */
export function productEnv(options: ProductEnvOptions): Record<string, string | undefined> {
  const given = Object.fromEntries(
    Object.entries(options.given).filter(([, value]) => value !== undefined && value !== ""),
  );
  return {
    NEXT_TELEMETRY_DISABLED: "1",
    NEXT_PUBLIC_APP_URL: `http://localhost:${options.port}`,
    // Nobody else's database becomes a demo, or one for test providers, without saying so.
    ...(options.supabase === null ? {} : { DEMO_MODE: "1", ALLOW_TEST_PROVIDER: "1" }),
    LOG_LEVEL: "info",
    // The demo needs no network: the stored reference rates serve.
    FX_RATES_URL: "off",
    TOKEN_ENCRYPTION_KEYS: options.tokenEncryptionKeys,
    SESSION_SECRET: options.sessionSecret,
    SCORE_SIGNING_KEY: options.scoreSigningKey,
    AUDIT_SIGNING_KEY: options.auditSigningKey,
    AUDIT_HEADS_DIR: options.auditHeadsDir,
    TIKTOK_SHOP_APP_KEY: demoApp.appKey,
    TIKTOK_SHOP_APP_SECRET: demoApp.appSecret,
    TIKTOK_SHOP_SERVICE_ID: demoApp.serviceId,
    ...(options.sandboxUrl === null ? {} : sandboxUrls(options.sandboxUrl)),
    ...given,
    ...options.supabase,
    // The key that signs for another project is of no use to the embedded one, which knows its own secret only.
    ...(options.supabase === null ? {} : { SUPABASE_JWT_SIGNING_KEY: undefined }),
    NODE_ENV: "production",
  };
}

function sandboxUrls(url: string): Variables {
  return {
    TIKTOK_SHOP_API_URL: url,
    TIKTOK_SHOP_AUTH_URL: url,
    TIKTOK_SHOP_AUTHORIZE_URL: `${url}/open/authorize`,
    TIKTOK_SHOP_AUTHORIZE_URL_US: `${url}/us/open/authorize`,
    TIKTOK_SHOP_CREATOR_AUTHORIZE_URL: `${url}/alliance/creator/auth`,
  };
}
