import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDataDir, readMarker, writeMarker } from "./data-dir.ts";
import { forgetPostgresFolder, postgresFolder, postgresFolders } from "./postgres-folder.ts";

let root = "";
let a = "";
let b = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "lendfriend-test-"));
  a = join(root, "a");
  b = join(root, "b");
});
afterEach(() => {
  for (const dataDir of [a, b]) forgetPostgresFolder(dataDir);
  rmSync(root, { recursive: true, force: true });
});

const open = (dataDir: string) => postgresFolder(dataDir, null, () => undefined);
const hasDatabase = (folder: string) => existsSync(join(folder, "PG_VERSION"));

function putDatabase(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, "PG_VERSION"), "17\n");
  return folder;
}

/** As the marker of before it was relative says it. */
function remember(dataDir: string, postgresDir: string): void {
  mkdirSync(dataDir, { recursive: true });
  writeMarker(dataDir, { kind: "lendfriend-data", postgresDir });
}

test("a copied data folder has a database of its own, and to forget the copy leaves the original's", () => {
  const original = putDatabase(open(a));
  cpSync(a, b, { recursive: true });

  expect(open(b)).toBe(join(b, "pg"));
  forgetPostgresFolder(b);

  expect(hasDatabase(join(b, "pg"))).toBe(false);
  expect(hasDatabase(original)).toBe(true);
});

test("a folder whose marker names its own database by its whole path keeps it", () => {
  remember(a, putDatabase(join(a, "pg")));

  expect(open(a)).toBe(join(a, "pg"));
  expect(readMarker(a)?.postgresDir).toBe("pg");
});

test("a copy whose marker names the original's database by its whole path uses the one it brought along", () => {
  const original = putDatabase(join(a, "pg"));
  putDatabase(join(b, "pg"));
  remember(b, original);

  expect(open(b)).toBe(join(b, "pg"));
});

test.each(["original's", "../a/pg"])(
  "a marker that names a database elsewhere is refused, and that left alone (%s)",
  (how) => {
    const original = putDatabase(join(a, "pg"));
    remember(b, how === "original's" ? original : how);

    expect(() => open(b)).toThrow(/copied or moved/);
    forgetPostgresFolder(b);

    expect(hasDatabase(original)).toBe(true);
  },
);

test("a database under the temporary directory is found again, and is no other folder's", () => {
  const temporary = putDatabase(postgresFolders(a).temporary);
  remember(a, temporary);
  cpSync(a, b, { recursive: true });

  expect(open(a)).toBe(temporary);
  expect(() => open(b)).toThrow(/copied or moved/);
  forgetPostgresFolder(b);
  expect(hasDatabase(temporary)).toBe(true);

  forgetPostgresFolder(a);
  expect(existsSync(dirname(temporary))).toBe(false);
});

const nobody = { uid: 65_534, gid: 65_534 };

test.runIf(process.getuid?.() === 0)(
  "a start as a user who cannot reach the database refuses and leaves it as it is",
  () => {
    const folder = putDatabase(open(a));
    const inside = join(folder, "PG_VERSION");
    for (const path of [folder, inside]) chownSync(path, 1, 1);
    chmodSync(root, 0o700);

    expect(() => postgresFolder(a, nobody, () => undefined)).toThrow(/cannot use it/);
    expect(() => postgresFolder(a, { uid: 1, gid: 1 }, () => undefined)).toThrow(/cannot use it/);

    expect([hasDatabase(folder), statSync(folder).uid]).toEqual([true, 1]);
  },
);

test.runIf(process.getuid?.() === 0)("a database that lies where the next one would go is not overwritten", () => {
  openDataDir(a);
  chmodSync(root, 0o700);
  const left = putDatabase(postgresFolders(a).temporary);

  expect(() => postgresFolder(a, nobody, () => undefined)).toThrow(/demo:reset/);

  expect([hasDatabase(left), statSync(left).uid]).toEqual([true, 0]);
  forgetPostgresFolder(a);
  expect(postgresFolder(a, nobody, () => undefined)).toBe(left);
});
