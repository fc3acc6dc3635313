import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { refuseSandboxForOthersData } from "./given-settings.ts";
import { startProduct } from "./product.ts";

const others = { SUPABASE_URL: "https://x.supabase.co", DATABASE_URL: "postgres://x" };

test("a product whose database is not its own starts nothing beside the sandbox", async () => {
  const folder = mkdtempSync(join(tmpdir(), "lendfriend-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const dataDir = join(folder, "data");
  const silent = { say: () => undefined, onStep: () => undefined };
  // A port that nobody can listen on: a start that got as far would say so.
  const ports = { port: 1, sandboxPort: 1, sandboxControlPort: 1 };

  const { ready } = startProduct({
    ...{ dataDir, given: others, mode: "production", durable: false },
    ...ports,
    ...silent,
  });

  await expect(ready).rejects.toMatchObject({
    code: "settings_refused",
    message: expect.stringMatching(/SUPABASE_URL.*TIKTOK_SHOP_API_URL.*ALLOW_TEST_PROVIDER=1/),
  });
  expect(existsSync(dataDir)).toBe(false);
});

test.each([
  ["nothing is set", {}],
  ["the settings are blank", { SUPABASE_URL: "", TIKTOK_SHOP_API_URL: "" }],
  ["only the platform is another", { TIKTOK_SHOP_API_URL: "https://open-api.tiktokglobalshop.com" }],
  ["both are others", { ...others, TIKTOK_SHOP_API_URL: "https://open-api.tiktokglobalshop.com" }],
  ["the database is said to be there for tests", { ...others, ALLOW_TEST_PROVIDER: "1" }],
])("a start is not refused where %s", (_, given) => {
  expect(() => refuseSandboxForOthersData(given)).not.toThrow();
});

test.each(["", "0", "false", "no"])(
  "a start is refused where a foreign database says ALLOW_TEST_PROVIDER=%s",
  (said) => {
    expect(() => refuseSandboxForOthersData({ ...others, ALLOW_TEST_PROVIDER: said })).toThrow(/ALLOW_TEST_PROVIDER=1/);
  },
);
