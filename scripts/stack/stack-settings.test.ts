import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { expect, test } from "vitest";
import { exposedSchemas } from "./data-api.ts";
import { readMigrations } from "./migrations.ts";
import { productEnv } from "./product-env.ts";
import { repositoryRoot } from "./repository-root.ts";

const options = {
  given: {},
  port: 3000,
  supabase: { SUPABASE_URL: "http://127.0.0.1:54321", DATABASE_URL: "postgres://embedded" },
  tokenEncryptionKeys: "k1:minted",
  sessionSecret: "minted",
  scoreSigningKey: "minted",
  auditSigningKey: "minted",
  auditHeadsDir: "/data/audit-heads",
  sandboxUrl: "http://127.0.0.1:4010",
};

test("only the schema public is exposed, to the Supabase CLI and to the embedded Data API alike", () => {
  const toml = readFileSync(join(repositoryRoot, "supabase", "config.toml"), "utf8");

  expect(exposedSchemas(toml)).toEqual(["public"]);
});

test("a config that does not say what is exposed is refused", () => {
  expect(() => exposedSchemas("[api]\nport = 1\n")).toThrow(/does not say which schemas/);
});

test("migrations are read oldest first, and a file that the Supabase CLI would skip is refused", () => {
  const folder = mkdtempSync(join(tmpdir(), "lendfriend-test-"));
  for (const version of ["20260102000000_second", "20260101000000_first"]) {
    writeFileSync(join(folder, `${version}.sql`), "select 1;");
  }
  expect(readMigrations(folder).map(({ name }) => name)).toEqual(["first", "second"]);

  writeFileSync(join(folder, "third.sql"), "select 1;");
  expect(() => readMigrations(folder)).toThrow(/third.sql/);
  rmSync(folder, { recursive: true });
});

test("our migrations have names in the order in which they were written", () => {
  const versions = readMigrations(join(repositoryRoot, "supabase", "migrations")).map(({ version }) => version);

  expect(versions).toEqual([...new Set(versions)].sort());
});

test("what is set already wins over the demo's own, and blank counts as not set", () => {
  const env = productEnv({
    ...options,
    given: { TIKTOK_SHOP_APP_KEY: "theirs", SESSION_SECRET: "theirs", TIKTOK_SHOP_SERVICE_ID: "", LOG_LEVEL: "debug" },
  });

  expect(env).toMatchObject({ TIKTOK_SHOP_APP_KEY: "theirs", SESSION_SECRET: "theirs", LOG_LEVEL: "debug" });
  expect(env.TIKTOK_SHOP_SERVICE_ID).not.toBe("");
});

const example = readFileSync(join(repositoryRoot, ".env.example"), "utf8");

test("a copy of .env.example in which nothing is filled in changes nothing about the demo", () => {
  expect(productEnv({ ...options, given: parseEnv(example) })).toEqual(productEnv(options));
});

test(".env.example names every variable that the app reads", () => {
  const schema = readFileSync(join(repositoryRoot, "apps", "web-cdp", "src", "server", "env.ts"), "utf8");
  const read = [...schema.matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name = ""]) => name);
  const named = Object.keys(parseEnv(example.replace(/^#(?=[A-Z_]+=)/gm, "")));

  expect(read).toContain("DATABASE_URL");
  expect(read.filter((name) => name !== "NODE_ENV" && !named.includes(name))).toEqual([]);
});

test("the embedded database wins over a stray DATABASE_URL and signing key of another project", () => {
  const env = productEnv({ ...options, given: { DATABASE_URL: "postgres://other", SUPABASE_JWT_SIGNING_KEY: "{}" } });

  expect(env.DATABASE_URL).toBe("postgres://embedded");
  expect(env.SUPABASE_JWT_SIGNING_KEY).toBeUndefined();
});

test("a given Supabase project is used as it is", () => {
  const given = { SUPABASE_URL: "https://x.supabase.co", DATABASE_URL: "postgres://x" };

  expect(productEnv({ ...options, supabase: null, given })).toMatchObject(given);
});

test("only the embedded database is a demo's and takes test providers, unless the settings say so of another", () => {
  const given = { SUPABASE_URL: "https://x.supabase.co", DATABASE_URL: "postgres://x" };
  const asDemo = { DEMO_MODE: "1", ALLOW_TEST_PROVIDER: "1" };

  expect(productEnv(options)).toMatchObject(asDemo);
  const others = productEnv({ ...options, supabase: null, given });
  expect([others.DEMO_MODE, others.ALLOW_TEST_PROVIDER]).toEqual([undefined, undefined]);
  expect(productEnv({ ...options, supabase: null, given: { ...given, ...asDemo } })).toMatchObject(asDemo);
});

test("a given provider is never mixed with addresses of the sandbox", () => {
  const given = { TIKTOK_SHOP_API_URL: "http://127.0.0.1:9999" };

  const env = productEnv({ ...options, sandboxUrl: null, given });

  expect(env.TIKTOK_SHOP_API_URL).toBe("http://127.0.0.1:9999");
  expect(JSON.stringify(env)).not.toContain("4010");
});

test("the app's address follows its port unless it is given", () => {
  expect(productEnv({ ...options, port: 3111 }).NEXT_PUBLIC_APP_URL).toBe("http://localhost:3111");
  const given = { NEXT_PUBLIC_APP_URL: "https://demo.example" };
  expect(productEnv({ ...options, given }).NEXT_PUBLIC_APP_URL).toBe("https://demo.example");
});
