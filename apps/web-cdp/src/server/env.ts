import "server-only";
import { z } from "zod";
import {
  auditSigningKey,
  booleanText,
  chainRpcUrls,
  httpUrl,
  isLoopback,
  isTikTokShopHost,
  jwtSigningKey,
  type SigningKey,
  scoreSigningKey,
  secretText,
  tokenKeys,
  weakSecrets,
} from "./env-values.ts";

const optionalText = z.string().optional();

const environmentSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  NEXT_PUBLIC_APP_URL: httpUrl.default("http://localhost:3000"),
  SUPABASE_URL: httpUrl,
  SUPABASE_PUBLISHABLE_KEY: z.string(),
  SUPABASE_SECRET_KEY: z.string(),
  SUPABASE_JWT_SIGNING_KEY: jwtSigningKey.optional(),
  SUPABASE_JWT_SECRET: secretText.optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must start with postgres:// or postgresql://")
    .optional(),
  TIKTOK_SHOP_APP_KEY: z.string(),
  TIKTOK_SHOP_APP_SECRET: z
    .string()
    .transform((text) => text.split(",").map((secret) => secret.trim()))
    .refine((secrets) => secrets.every((secret) => secret !== ""), "holds an empty secret"),
  TIKTOK_SHOP_SERVICE_ID: z.string(),
  TIKTOK_SHOP_API_URL: httpUrl.default("https://open-api.tiktokglobalshop.com"),
  TIKTOK_SHOP_AUTH_URL: httpUrl.default("https://auth.tiktok-shops.com"),
  TIKTOK_SHOP_AUTHORIZE_URL: httpUrl.default("https://services.tiktokshop.com/open/authorize"),
  TIKTOK_SHOP_AUTHORIZE_URL_US: httpUrl.default("https://services.tiktokshops.us/open/authorize"),
  TIKTOK_SHOP_CREATOR_AUTHORIZE_URL: httpUrl.default("https://shop.tiktok.com/alliance/creator/auth"),
  FX_RATES_URL: z.union([httpUrl, z.literal("off")]).default("https://api.frankfurter.dev/v2/rates"),
  TOKEN_ENCRYPTION_KEYS: tokenKeys,
  SESSION_SECRET: secretText,
  SCORE_SIGNING_KEY: scoreSigningKey.optional(),
  AUDIT_SIGNING_KEY: auditSigningKey.optional(),
  AUDIT_HEADS_DIR: optionalText,
  TRUSTED_PROXY_COUNT: z.coerce.number().int().min(0).max(5).optional(),
  CDP_PROJECT_ID: optionalText,
  SIGN_IN_RPC_URLS: chainRpcUrls.optional(),
  SIGN_IN_UNDEPLOYED_WALLETS: booleanText,
  DEMO_MODE: booleanText,
  ALLOW_TEST_PROVIDER: booleanText,
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
});

type Environment = z.infer<typeof environmentSchema>;

/** What the app runs on, checked. Everything in it is immutable. */
export interface Env {
  readonly production: boolean;
  /** Origin under which people reach the app, without a trailing slash. Redirects and sign-in messages use only this. */
  readonly appUrl: string;
  readonly supabase: { readonly url: string; readonly publishableKey: string; readonly secretKey: string };
  /** Signs the short-lived tokens under which a person's reads run. */
  readonly jwt:
    | { readonly algorithm: "ES256"; readonly privateKey: SigningKey }
    | { readonly algorithm: "HS256"; readonly secret: string };
  /** Direct connection of workers; null where only the web runs. */
  readonly databaseUrl: string | null;
  readonly tikTokShop: {
    readonly appKey: string;
    /** The first one signs; webhooks may be signed by any of them while a secret is being rotated. */
    readonly appSecrets: readonly [string, ...string[]];
    readonly serviceId: string;
    readonly apiUrl: string;
    readonly authUrl: string;
    readonly authorizeUrl: string;
    readonly authorizeUrlUs: string;
    readonly creatorAuthorizeUrl: string;
  };
  /** Where workers read daily reference rates; null when `off`: the stored ones stay in use. */
  readonly ratesUrl: string | null;
  /** Keys of 32 bytes for stored platform tokens; the first one seals, all open. */
  readonly tokenKeys: readonly { readonly kid: string; readonly key: Uint8Array }[];
  readonly sessionSecret: string;
  /** Signs scores; `retired` are addresses of earlier keys. Null where only workers run, which sign nothing. */
  readonly scoreSigning: { readonly privateKey: `0x${string}`; readonly retired: readonly `0x${string}`[] } | null;
  /** Where workers write the signed heads of the audit chains, outside of the database; null when that is off. */
  readonly auditHeads: {
    readonly folder: string;
    readonly privateKey: Uint8Array;
    /** Public keys that were used before. */
    readonly earlier: readonly Uint8Array[];
  } | null;
  /** Reverse proxies in front of the app that append to `X-Forwarded-For`. */
  readonly trustedProxyCount: number;
  readonly cdpProjectId: string | null;
  /** How smart-contract wallets are asked whether they signed; no chain in `rpcUrls` means that none is. */
  readonly contractWallets: {
    readonly rpcUrls: ReadonlyMap<number, string>;
    /** Whether a wallet that is not deployed yet may prove itself by ERC-6492. */
    readonly acceptUndeployed: boolean;
  };
  readonly demoMode: boolean;
  readonly logLevel: Environment["LOG_LEVEL"];
}

/** The environment cannot be used. The message lists every variable that is missing or malformed, and no value. */
export class EnvError extends Error {
  override readonly name = "EnvError";
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      `The environment is not usable; see .env.example.\n${problems.map((problem) => `  - ${problem}`).join("\n")}`,
    );
    this.problems = problems;
  }
}

let memo: Env | null = null;

/** The process's environment, read once at the first call. Throws `EnvError`. */
export function env(): Env {
  memo ??= readEnv(process.env);
  return memo;
}

/** Checks a set of variables as a whole. Blank ones count as missing. Throws `EnvError` naming every problem. */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): Env {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = environmentSchema.safeParse(filled);
  const problems = [...(parsed.error?.issues ?? []).map(describeIssue(filled)), ...crossProblems(filled)];
  if (!parsed.success || problems.length > 0) throw new EnvError(problems);
  return envFrom(parsed.data);
}

/** The environment of a worker, which also needs `DATABASE_URL`. Throws `EnvError`. */
export function readWorkerEnv(
  source: Readonly<Record<string, string | undefined>> = process.env,
): Env & { readonly databaseUrl: string } {
  const base = readEnv(source);
  if (base.databaseUrl === null) throw new EnvError(["DATABASE_URL is missing; a worker connects to it directly"]);
  return { ...base, databaseUrl: base.databaseUrl };
}

function describeIssue(filled: Readonly<Record<string, string | undefined>>) {
  return (issue: z.core.$ZodIssue): string => {
    const name = String(issue.path[0]);
    return name in filled ? `${name} ${issue.message}` : `${name} is missing`;
  };
}

/** Rules over several variables. A variable that is malformed by itself is not named here again. */
function crossProblems(filled: Readonly<Record<string, string | undefined>>): string[] {
  const problems: string[] = [];
  if (!filled.SUPABASE_JWT_SIGNING_KEY && !filled.SUPABASE_JWT_SECRET) {
    problems.push("SUPABASE_JWT_SIGNING_KEY (ES256) or SUPABASE_JWT_SECRET (HS256) is missing");
  }
  if (Boolean(filled.AUDIT_SIGNING_KEY) !== Boolean(filled.AUDIT_HEADS_DIR)) {
    problems.push("AUDIT_SIGNING_KEY and AUDIT_HEADS_DIR are of use together only");
  }
  const appUrl = URL.parse(filled.NEXT_PUBLIC_APP_URL ?? "");
  if (appUrl?.protocol === "http:" && !isLoopback(appUrl.hostname)) {
    problems.push("NEXT_PUBLIC_APP_URL must be https: browsers drop the session cookie on plain http");
  }
  // Next names its own; a worker or a command of the operator that names none is one of production.
  const isProduction = (filled.NODE_ENV ?? "production") === "production";
  const isStrict = isProduction && !booleanText.catch(false).parse(filled.ALLOW_TEST_PROVIDER);
  problems.push(...weakSecrets(filled, { refusePublicValues: isStrict }));
  if (isStrict && isSentInClear(filled.DATABASE_URL ?? "")) {
    problems.push(
      "DATABASE_URL must name an sslmode, such as verify-full: without one nothing is encrypted on the way",
    );
  }
  for (const name of isStrict ? providerUrls : []) {
    const address = URL.parse(filled[name] ?? "");
    if (address === null || isTikTokShopHost(address)) continue;
    problems.push(`${name} is not a TikTok host over https; a test provider needs ALLOW_TEST_PROVIDER=1`);
  }
  return problems;
}

/** Whether the driver would send everything as plain text to another machine, without anybody having said so. */
function isSentInClear(databaseUrl: string): boolean {
  const address = URL.parse(databaseUrl);
  if (address === null || address.hostname === "" || isLoopback(address.hostname)) return false;
  return !address.searchParams.has("sslmode");
}

const providerUrls = [
  "TIKTOK_SHOP_API_URL",
  "TIKTOK_SHOP_AUTH_URL",
  "TIKTOK_SHOP_AUTHORIZE_URL",
  "TIKTOK_SHOP_AUTHORIZE_URL_US",
  "TIKTOK_SHOP_CREATOR_AUTHORIZE_URL",
] as const satisfies readonly (keyof Environment)[];

function envFrom(values: Environment): Env {
  const appUrl = new URL(values.NEXT_PUBLIC_APP_URL);
  const [firstSecret = "", ...olderSecrets] = values.TIKTOK_SHOP_APP_SECRET;
  return {
    production: values.NODE_ENV === "production",
    appUrl: appUrl.origin,
    supabase: {
      url: values.SUPABASE_URL.replace(/\/+$/, ""),
      publishableKey: values.SUPABASE_PUBLISHABLE_KEY,
      secretKey: values.SUPABASE_SECRET_KEY,
    },
    jwt: values.SUPABASE_JWT_SIGNING_KEY
      ? { algorithm: "ES256", privateKey: values.SUPABASE_JWT_SIGNING_KEY }
      : { algorithm: "HS256", secret: values.SUPABASE_JWT_SECRET ?? "" },
    databaseUrl: values.DATABASE_URL ?? null,
    tikTokShop: {
      appKey: values.TIKTOK_SHOP_APP_KEY,
      appSecrets: [firstSecret, ...olderSecrets],
      serviceId: values.TIKTOK_SHOP_SERVICE_ID,
      apiUrl: values.TIKTOK_SHOP_API_URL,
      authUrl: values.TIKTOK_SHOP_AUTH_URL,
      authorizeUrl: values.TIKTOK_SHOP_AUTHORIZE_URL,
      authorizeUrlUs: values.TIKTOK_SHOP_AUTHORIZE_URL_US,
      creatorAuthorizeUrl: values.TIKTOK_SHOP_CREATOR_AUTHORIZE_URL,
    },
    ratesUrl: values.FX_RATES_URL === "off" ? null : values.FX_RATES_URL,
    tokenKeys: values.TOKEN_ENCRYPTION_KEYS,
    sessionSecret: values.SESSION_SECRET,
    scoreSigning: values.SCORE_SIGNING_KEY ?? null,
    auditHeads:
      values.AUDIT_SIGNING_KEY && values.AUDIT_HEADS_DIR
        ? { folder: values.AUDIT_HEADS_DIR, ...values.AUDIT_SIGNING_KEY }
        : null,
    trustedProxyCount: values.TRUSTED_PROXY_COUNT ?? (appUrl.protocol === "https:" ? 1 : 0),
    cdpProjectId: values.CDP_PROJECT_ID ?? null,
    contractWallets: {
      rpcUrls: values.SIGN_IN_RPC_URLS ?? new Map(),
      acceptUndeployed: values.SIGN_IN_UNDEPLOYED_WALLETS,
    },
    demoMode: values.DEMO_MODE,
    logLevel: values.LOG_LEVEL,
  };
}
