import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { repositoryRoot } from "../../../../../../scripts/stack/repository-root.ts";
import { oracle } from "../../../../../../supabase/tests/rls-oracle.ts";
import { retentionRules } from "./retention-rules.ts";

const security = readFileSync(join(repositoryRoot, "docs/security.md"), "utf8");
const section = security.slice(security.indexOf("## Retention"));
const documented = section.slice(0, section.indexOf("\n## ", 1));

it("docs/security.md says of every table how long its rows are kept (I06)", () => {
  const silent = Object.keys(oracle).filter((relation) => !documented.includes(`\`${relation.split(".")[1]}\``));

  expect(silent).toEqual([]);
});

it("the job's periods are the documented ones (I06)", () => {
  for (const { table, keeps } of retentionRules) {
    const line = documented.split("\n").find((row) => row.includes(`\`${table.split(".")[1]}\``)) ?? "";
    expect([table, line]).toEqual([table, expect.stringContaining(keeps)]);
  }
});
