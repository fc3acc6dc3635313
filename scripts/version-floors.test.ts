import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const lockfile = readFileSync(new URL("../pnpm-lock.yaml", import.meta.url), "utf8");

function lockedVersions(name: string): string[] {
  return [...lockfile.matchAll(new RegExp(`^  ${name}@(\\d+\\.\\d+\\.\\d+)`, "gm"))].map(([, version = ""]) => version);
}

function isAtLeast(version: string, floor: string): boolean {
  return version.localeCompare(floor, "en", { numeric: true }) >= 0;
}

/* Below these stand published holes: requests past the proxy, code run by image and server-component parsers. */
test.each([
  ["next", "16.3.3"],
  ["react", "19.2.6"],
  ["react-dom", "19.2.6"],
])("every locked %s is at least %s (L02)", (name, floor) => {
  const versions = lockedVersions(name);

  expect(versions.length).toBeGreaterThan(0);
  expect(versions.filter((version) => !isAtLeast(version, floor))).toEqual([]);
});

test("a version below a floor is told from one above, digit groups as numbers (L02)", () => {
  expect(isAtLeast("16.3.2", "16.3.3")).toBe(false);
  expect(isAtLeast("9.9.9", "16.3.3")).toBe(false);
  expect(isAtLeast("16.10.0", "16.3.3")).toBe(true);
});

test("next-auth is not among the dependencies (L02)", () => {
  expect(lockedVersions("next-auth")).toEqual([]);
});
