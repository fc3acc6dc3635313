import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDataDir, readMarker, writeMarker } from "./data-dir.ts";
import { localSecrets } from "./secrets.ts";

let dir = "";
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "lendfriend-test-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test("an empty folder becomes ours and is known again", () => {
  expect(readMarker(dir)).toBeNull();

  openDataDir(dir);
  writeMarker(dir, { kind: "lendfriend-data", postgresDir: "/somewhere/pg" });

  expect(openDataDir(dir).postgresDir).toBe("/somewhere/pg");
});

test("a folder with somebody else's files is refused and left as it is", () => {
  writeFileSync(join(dir, "letter.txt"), "dear");

  expect(() => openDataDir(dir)).toThrow(/Set DATA_DIR to an empty or a new folder/);
  expect(readMarker(dir)).toBeNull();
});

test.each(["{}", "not json", '{"kind":"other","postgresDir":null}', "null"])(
  "a marker that says %s is not ours",
  (text) => {
    writeFileSync(join(dir, "lendfriend-data.json"), text);

    expect(readMarker(dir)).toBeNull();
  },
);

test("secrets are minted once, kept for next time and readable by their owner only", () => {
  const minted = localSecrets(dir);

  expect(localSecrets(dir)).toEqual(minted);
  expect(statSync(join(dir, "secrets.json")).mode & 0o777).toBe(0o600);
});

test("no two installations and no two secrets are alike", () => {
  const other = mkdtempSync(join(tmpdir(), "lendfriend-test-"));
  const all = [...Object.values(localSecrets(dir)), ...Object.values(localSecrets(other))];
  rmSync(other, { recursive: true, force: true });

  expect(new Set(all).size).toBe(all.length);
});

test("the token key has 32 bytes and its kid", () => {
  const [kid, key = ""] = localSecrets(dir).tokenEncryptionKeys.split(":");

  expect(kid).toBe("k1");
  expect(Buffer.from(key, "base64")).toHaveLength(32);
});

test("a folder of before scores and audit heads were signed gets signing keys once, and keeps the rest", () => {
  const { scoreSigningKey, auditSigningKey, ...earlier } = localSecrets(dir);
  writeFileSync(join(dir, "secrets.json"), JSON.stringify(earlier));

  const completed = localSecrets(dir);

  expect(completed).toMatchObject(earlier);
  expect(completed.scoreSigningKey).toMatch(/^0x[0-7][0-9a-f]{63}$/);
  expect(completed.scoreSigningKey).not.toBe(scoreSigningKey);
  expect(Buffer.from(completed.auditSigningKey, "base64")).toHaveLength(32);
  expect(completed.auditSigningKey).not.toBe(auditSigningKey);
  expect(localSecrets(dir)).toEqual(completed);
});

test("damaged secrets are refused and not replaced: they seal what is in the database", () => {
  localSecrets(dir);
  writeFileSync(join(dir, "secrets.json"), '{"jwtSecret":"half"}');

  expect(() => localSecrets(dir)).toThrow(/damaged/);
  expect(readFileSync(join(dir, "secrets.json"), "utf8")).toBe('{"jwtSecret":"half"}');
});
