import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { allGuards } from "./sabotage/all-guards.ts";
import type { Guard } from "./sabotage/guard.ts";
import { repositoryRoot } from "./stack/repository-root.ts";

/*
 * Takes one guard at a time out of the product, runs the tests that are to notice, and puts it back. A guard whose
 * removal leaves the tests green is missed, and the run fails. `pnpm sabotage <words>` takes only guards named so.
 */

const wanted = process.argv.slice(2).join(" ");
const chosen = allGuards.filter(({ name }) => name.includes(wanted));
let putBack: (() => void) | null = null;

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    putBack?.();
    process.exit(1);
  });
}

for (const guard of chosen) removed(guard);
const missed = chosen.filter((guard) => !isCaught(guard));
console.info(`caught ${chosen.length - missed.length}/${chosen.length}`);
for (const { name, file } of missed) console.info(`  missed: ${name} (${file})`);
process.exitCode = missed.length === 0 && chosen.length > 0 ? 0 : 1;

function isCaught(guard: Guard): boolean {
  const path = join(repositoryRoot, guard.file);
  const original = readFileSync(path, "utf8");
  putBack = () => writeFileSync(path, original);
  try {
    writeFileSync(path, removed(guard));
    const caught = testsFail(guard);
    console.info(`${caught ? "caught" : "MISSED"}  ${guard.name}`);
    return caught;
  } finally {
    putBack();
    putBack = null;
  }
}

/** The file without the guard. Throws when its text is not there exactly once: the list is then out of date. */
function removed({ name, file, find, replace }: Guard): string {
  const original = readFileSync(join(repositoryRoot, file), "utf8");
  const [before, after, ...more] = original.split(find);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`the guard "${name}" does not stand in ${file} exactly once`);
  }
  return before + replace + after;
}

/** Whether a test fails. A run that did not get as far as a failing test proves nothing, and throws. */
function testsFail({ name, tests }: Guard): boolean {
  const project = tests.endsWith(".int.test.ts") ? "int" : "unit";
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(repositoryRoot, "node_modules/vitest/vitest.mjs"),
      "run",
      "--project",
      project,
      "--bail",
      "1",
      "--no-color",
      tests,
    ],
    { cwd: repositoryRoot, encoding: "utf8", timeout: 180_000 },
  );
  if (status === 0) return false;
  if (!/Tests\s+.*\d+ failed/.test(stdout)) throw new Error(`no test ran without "${name}":\n${stdout}${stderr}`);
  return true;
}
