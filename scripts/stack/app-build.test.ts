import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isAppBuilt } from "./app-build.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lendfriend-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string) => writeFileSync(join(folder, name), "{}");

test("a build that was broken off is not taken for a whole one", () => {
  // Next writes it before it makes the pages.
  write("BUILD_ID");

  expect(isAppBuilt(folder)).toBe(false);
});

test("a whole build of the present sources is used, and one of earlier sources is not", () => {
  for (const name of ["BUILD_ID", "export-marker.json"]) write(name);
  expect(isAppBuilt(folder)).toBe(true);

  utimesSync(join(folder, "BUILD_ID"), 0, 0);
  expect(isAppBuilt(folder)).toBe(false);
});

test("a build that remembers other sources than the present ones is not used", () => {
  for (const name of ["BUILD_ID", "export-marker.json", "source-hash"]) write(name);

  expect(isAppBuilt(folder)).toBe(false);
});
