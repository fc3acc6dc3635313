import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "./stack/repository-root.ts";
import { unexpectedLicences } from "./supply-chain/licences.ts";
import { scanHistory } from "./supply-chain/scan-history.ts";

/*
 * What is handed on with this repository: no secret in any version of any file, no licence that nobody agreed to, and a
 * list of all parts (`test-results/sbom.cdx.json`). Prints where something is, never what.
 */

/** What looks like a secret and is none, by its fingerprint. */
const noSecrets: Readonly<Record<string, string>> = {
  "5e0e849dcdc07348": "made up for tests of the environment",
  "72bfb22d128a0340": "made up for tests of the environment",
  "50758df68ebe1813": "the public default of local stacks, which a test has refused",
  eaa70f5ba981ebce: "a canary of the vault's tests",
  "45f9727c5e42aa20": "made up for the signing vectors",
  "23c0db95332755a8": "made up for the signing vectors",
  "98f82892000bf543": "made up for an example answer",
};

const problems: string[] = [];

if (existsSync(join(repositoryRoot, ".git"))) {
  const { versions, sightings } = await scanHistory(repositoryRoot);
  for (const { kind, path, object, fingerprint } of sightings) {
    if (noSecrets[fingerprint] === undefined) problems.push(`${path} (${object}): ${kind} ${fingerprint}`);
  }
  if (versions === 0) problems.push("the history holds no file");
  console.info(`secrets: ${versions} versions of files scanned`);
} else {
  console.info("secrets: this copy has no history to look into");
}

const licences = JSON.parse(pnpm("-r", "licenses", "list", "--json", "--prod"));
problems.push(...unexpectedLicences(licences));
console.info(`licences: ${Object.values<unknown[]>(licences).flat().length} packages judged`);

const bill = join(repositoryRoot, "test-results", "sbom.cdx.json");
mkdirSync(join(repositoryRoot, "test-results"), { recursive: true });
pnpm("sbom", "--sbom-format", "cyclonedx", "--sbom-type", "application", "--prod", "--out", bill);
const { components } = JSON.parse(readFileSync(bill, "utf8"));
const named = new Set(
  components.map(({ group, name }: { group?: string; name: string }) => (group ? `${group}/${name}` : name)),
);
for (const name of ["next", "react", "viem", "pg", "jose", "zod"]) {
  if (!named.has(name)) problems.push(`the list of parts leaves ${name} out`);
}
console.info(`parts: ${components.length} listed in ${bill}`);

for (const problem of problems) console.info(`  ${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;

/** The output of a command of pnpm's, in the version that package.json names. Throws when it fails. */
function pnpm(...args: readonly string[]): string {
  const { packageManager } = JSON.parse(readFileSync(join(repositoryRoot, "package.json"), "utf8"));
  const { status, stdout, stderr } = spawnSync("npx", ["-y", packageManager, ...args], {
    cwd: repositoryRoot,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`pnpm ${args[0]} failed: ${stderr}`);
  return stdout;
}
