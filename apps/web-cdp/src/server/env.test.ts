import { generateKeyPairSync, randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { EnvError, readEnv, readWorkerEnv } from "./env.ts";

const usable = {
  NODE_ENV: "development",
  SUPABASE_URL: "http://127.0.0.1:54321",
  SUPABASE_PUBLISHABLE_KEY: "publishable",
  SUPABASE_SECRET_KEY: "service-key",
  SUPABASE_JWT_SECRET: "n3Qe81rVbX0aTz5yKd2mWc7uPh4sLf9g",
  TIKTOK_SHOP_APP_KEY: "app-key",
  TIKTOK_SHOP_APP_SECRET: "app-secret",
  TIKTOK_SHOP_SERVICE_ID: "service",
  TOKEN_ENCRYPTION_KEYS: `k1:${randomBytes(32).toString("base64")}`,
  SESSION_SECRET: "w8Zs02kLqPfT6xVb9nRc4yHd1mJg7uEa",
};

function problemsOf(change: Record<string, string | undefined>): readonly string[] {
  try {
    readEnv({ ...usable, ...change });
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
    throw error;
  }
  return [];
}

describe("readEnv", () => {
  it("accepts a minimal environment and fills in TikTok's own hosts", () => {
    const env = readEnv(usable);

    expect(env.appUrl).toBe("http://localhost:3000");
    expect(env.tikTokShop.apiUrl).toBe("https://open-api.tiktokglobalshop.com");
    expect(env.jwt).toEqual({ algorithm: "HS256", secret: usable.SUPABASE_JWT_SECRET });
    expect(env.databaseUrl).toBeNull();
    expect(env.demoMode).toBe(false);
  });

  it("names everything that is missing or malformed in one message, and no value", () => {
    const problems = problemsOf({
      SUPABASE_URL: undefined,
      SESSION_SECRET: "short-canary",
      TOKEN_ENCRYPTION_KEYS: "k1:bm90LTMyLWJ5dGVz",
      DEMO_MODE: "yes",
      SUPABASE_JWT_SECRET: undefined,
      NEXT_PUBLIC_APP_URL: "http://app.example",
    });

    expect(problems.map((problem) => problem.split(" ")[0]).sort()).toEqual([
      "DEMO_MODE",
      "NEXT_PUBLIC_APP_URL",
      "SESSION_SECRET",
      "SUPABASE_JWT_SIGNING_KEY",
      "SUPABASE_URL",
      "TOKEN_ENCRYPTION_KEYS",
    ]);
    expect(problems.join()).not.toContain("short-canary");
    expect(problems.join()).not.toContain("bm90");
  });

  it("counts a blank variable as missing", () => {
    expect(problemsOf({ TIKTOK_SHOP_SERVICE_ID: " " })).toEqual(["TIKTOK_SHOP_SERVICE_ID is missing"]);
    expect(problemsOf({ LOG_LEVEL: "" })).toEqual([]);
  });

  it.each([
    ["31 bytes", `k1:${randomBytes(31).toString("base64")}`],
    ["33 bytes", `k1:${randomBytes(33).toString("base64")}`],
    ["not base64", "k1:***"],
    ["no key id", randomBytes(32).toString("base64")],
    ["a key id with a dot", `k.1:${randomBytes(32).toString("base64")}`],
    ["the same id twice", `k1:${randomBytes(32).toString("base64")},k1:${randomBytes(32).toString("base64")}`],
    ["the same key twice", `k1:${"AQID".repeat(10)}BAU=,k2:${"AQID".repeat(10)}BAU=`],
  ])("refuses encryption keys with %s (C07)", (_, keys) => {
    expect(problemsOf({ TOKEN_ENCRYPTION_KEYS: keys })).toHaveLength(1);
  });

  it("asks no chain about contract wallets unless an endpoint of its own is named for it", () => {
    expect(readEnv(usable).contractWallets).toEqual({ rpcUrls: new Map(), acceptUndeployed: false });
    const set = { SIGN_IN_RPC_URLS: "1=https://rpc.example/key?a=b, 8453=http://127.0.0.1:8545" };
    expect([...readEnv({ ...usable, ...set }).contractWallets.rpcUrls]).toEqual([
      [1, "https://rpc.example/key?a=b"],
      [8453, "http://127.0.0.1:8545"],
    ]);
  });

  it.each([
    "https://rpc.example",
    "1=http://rpc.example",
    "1=ftp://rpc.example",
    "2=https://rpc.example",
    "01=https://rpc.example",
    "1=https://rpc.example,1=https://other.example",
    "1=https://rpc.example,",
  ])("refuses %j as endpoints of chains, and repeats none of it", (urls) => {
    const [problem = "", ...more] = problemsOf({ SIGN_IN_RPC_URLS: urls });

    expect(problem).toMatch(/^SIGN_IN_RPC_URLS must be chain=https-address/);
    expect(problem).not.toContain("rpc.example");
    expect(more).toEqual([]);
  });

  it("refuses one secret in two places (C07)", () => {
    expect(problemsOf({ SESSION_SECRET: usable.SUPABASE_JWT_SECRET })).toEqual([
      "SUPABASE_JWT_SECRET must differ from SESSION_SECRET",
    ]);
    const key = randomBytes(32).toString("base64");
    expect(problemsOf({ TOKEN_ENCRYPTION_KEYS: `k1:${key}`, SESSION_SECRET: key })).toHaveLength(1);
  });

  it("refuses other hosts than TikTok's in production, unless a test provider is allowed (J22)", () => {
    const production = { NODE_ENV: "production", TIKTOK_SHOP_API_URL: "http://127.0.0.1:4000" };

    expect(problemsOf(production)[0]).toContain("TIKTOK_SHOP_API_URL");
    expect(problemsOf({ ...production, TIKTOK_SHOP_API_URL: "https://tiktokshop.com.evil.test" })).toHaveLength(1);
    expect(problemsOf({ ...production, TIKTOK_SHOP_API_URL: "http://open-api.tiktokglobalshop.com" })).toHaveLength(1);
    expect(problemsOf({ ...production, ALLOW_TEST_PROVIDER: "1" })).toEqual([]);
    expect(problemsOf({ ...production, NODE_ENV: "development" })).toEqual([]);
  });

  it("is production's for a process that does not say what it is, as a worker started by hand (J22)", () => {
    expect(problemsOf({ NODE_ENV: undefined, TIKTOK_SHOP_API_URL: "https://evil.test" })).toHaveLength(1);
    expect(readEnv({ ...usable, NODE_ENV: undefined }).production).toBe(true);
    expect(readEnv(usable).production).toBe(false);
  });

  it.each([
    ["postgres://owner:word@db.example:5432/postgres", 1],
    ["postgres://owner:word@10.0.0.7/postgres?application_name=x", 1],
    ["postgres://owner:word@db.example:5432/postgres?sslmode=verify-full", 0],
    ["postgres://owner:word@db.example:5432/postgres?sslmode=disable", 0],
    ["postgres://owner:word@127.0.0.1:54322/postgres", 0],
    ["postgresql:///postgres?host=/run/postgresql", 0],
  ])("wants to be told in production how %s is encrypted on its way", (url, problems) => {
    const found = problemsOf({ DATABASE_URL: url, NODE_ENV: "production" });

    expect(found).toHaveLength(problems);
    for (const problem of found) expect(problem).toMatch(/^DATABASE_URL must name an sslmode/);
    expect(found.join()).not.toContain("word");
    expect(problemsOf({ DATABASE_URL: url })).toEqual([]);
  });

  it("takes a signing key with or without 0x, and the addresses of earlier ones", () => {
    const key = randomBytes(32).toString("hex").replace(/^./, "0");
    const old = `0x${"Ab".repeat(20)}`;

    expect(readEnv({ ...usable, SCORE_SIGNING_KEY: `${key}, ${old}` }).scoreSigning).toEqual({
      privateKey: `0x${key}`,
      retired: [old.toLowerCase()],
    });
    expect(readEnv({ ...usable, SCORE_SIGNING_KEY: `0x${key}` }).scoreSigning?.privateKey).toBe(`0x${key}`);
    expect(readEnv(usable).scoreSigning).toBeNull();
  });

  it.each([
    ["zero", "0".repeat(64)],
    ["the curve's order", "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141"],
    ["31 bytes", "a1".repeat(31)],
    ["an address alone", `0x${"ab".repeat(20)}`],
    ["a second private key", `${"a1".repeat(32)},${"b2".repeat(32)}`],
    ["an empty entry", `${"a1".repeat(32)},`],
  ])("refuses a signing key that is %s, without its value", (_, text) => {
    const problems = problemsOf({ SCORE_SIGNING_KEY: text });

    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^SCORE_SIGNING_KEY must be/);
    expect(problems[0]).not.toContain(text.slice(0, 12));
  });

  it("refuses a signing key that is another secret too, or publicly known in production", () => {
    const shared = randomBytes(32).toString("hex").replace(/^./, "0");
    expect(problemsOf({ SESSION_SECRET: shared, SCORE_SIGNING_KEY: `0x${shared}` })).toEqual([
      "SESSION_SECRET must differ from SCORE_SIGNING_KEY",
    ]);
    const known = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
    expect(problemsOf({ SCORE_SIGNING_KEY: known, NODE_ENV: "production" })).toEqual([
      "SCORE_SIGNING_KEY is a publicly known value",
    ]);
  });

  it("refuses publicly known secrets in production (J22)", () => {
    const known = { SUPABASE_JWT_SECRET: "super-secret-jwt-token-with-at-least-32-characters-long" };

    expect(problemsOf({ ...known, NODE_ENV: "production" })).toEqual(["SUPABASE_JWT_SECRET is a publicly known value"]);
    expect(problemsOf(known)).toEqual([]);
  });

  it("records heads of the audit log where key and folder are set, and refuses one without the other (K03)", () => {
    const [key, earlier] = [randomBytes(32), randomBytes(32)];
    const auditKey = `${key.toString("base64")},${earlier.toString("base64")}`;

    expect(readEnv(usable).auditHeads).toBeNull();
    const { auditHeads } = readEnv({ ...usable, AUDIT_SIGNING_KEY: auditKey, AUDIT_HEADS_DIR: "/var/audit" });
    expect(auditHeads?.folder).toBe("/var/audit");
    expect(Buffer.from(auditHeads?.privateKey ?? []).equals(key)).toBe(true);
    expect(auditHeads?.earlier.map((bytes) => Buffer.from(bytes).equals(earlier))).toEqual([true]);
    expect(problemsOf({ AUDIT_SIGNING_KEY: auditKey }).join()).toContain("AUDIT_HEADS_DIR");
    expect(problemsOf({ AUDIT_HEADS_DIR: "/var/audit" }).join()).toContain("AUDIT_SIGNING_KEY");
    for (const bad of ["short", "bm90LTMyLWJ5dGVz", `${key.toString("base64")},x`, key.toString("hex")]) {
      expect(problemsOf({ AUDIT_SIGNING_KEY: bad, AUDIT_HEADS_DIR: "/d" }).join()).toContain(
        "AUDIT_SIGNING_KEY must be",
      );
    }
    const token = key.toString("base64");
    expect(
      problemsOf({ TOKEN_ENCRYPTION_KEYS: `k1:${token}`, AUDIT_SIGNING_KEY: token, AUDIT_HEADS_DIR: "/d" }),
    ).toEqual(["TOKEN_ENCRYPTION_KEYS must differ from AUDIT_SIGNING_KEY"]);
  });

  it("refuses plain http anywhere but on this machine", () => {
    expect(problemsOf({ NEXT_PUBLIC_APP_URL: "http://app.example" })).toHaveLength(1);
    expect(problemsOf({ NEXT_PUBLIC_APP_URL: "https://app.example" })).toEqual([]);
  });

  it("takes an ES256 key as JWK or as PEM, and refuses other curves", () => {
    const p256 = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
    const p384 = generateKeyPairSync("ec", { namedCurve: "P-384" }).privateKey;
    const pem = p256.export({ type: "pkcs8", format: "pem" }).toString();
    const jwk = JSON.stringify({ ...p256.export({ format: "jwk" }), kid: "key-1" });

    expect(readEnv({ ...usable, SUPABASE_JWT_SIGNING_KEY: pem.replaceAll("\n", "\\n") }).jwt.algorithm).toBe("ES256");
    expect(readEnv({ ...usable, SUPABASE_JWT_SIGNING_KEY: jwk }).jwt).toMatchObject({ privateKey: { kid: "key-1" } });
    expect(
      problemsOf({ SUPABASE_JWT_SIGNING_KEY: p384.export({ type: "pkcs8", format: "pem" }).toString() }),
    ).toHaveLength(1);
    expect(problemsOf({ SUPABASE_JWT_SIGNING_KEY: undefined, SUPABASE_JWT_SECRET: undefined })).toHaveLength(1);
  });

  it("keeps older app secrets for webhooks while one is being rotated", () => {
    const env = readEnv({ ...usable, TIKTOK_SHOP_APP_SECRET: "new-secret, old-secret" });

    expect(env.tikTokShop.appSecrets).toEqual(["new-secret", "old-secret"]);
    expect(problemsOf({ TIKTOK_SHOP_APP_SECRET: "new-secret," })).toHaveLength(1);
  });

  it("asks a worker for its database", () => {
    expect(() => readWorkerEnv(usable)).toThrow("DATABASE_URL is missing");
    expect(readWorkerEnv({ ...usable, DATABASE_URL: "postgres://localhost/x" }).databaseUrl).toBe(
      "postgres://localhost/x",
    );
  });
});
