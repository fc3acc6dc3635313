import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readMigrations } from "../stack/migrations.ts";
import { repositoryRoot } from "../stack/repository-root.ts";
import { allGuards } from "./all-guards.ts";

describe.each(allGuards)("the guard: $name", ({ file, find, replace, tests }) => {
  it("stands in its file exactly once, and would be gone", () => {
    const source = readFileSync(join(repositoryRoot, file), "utf8");
    expect(source.split(find)).toHaveLength(2);
    expect(replace).not.toBe(find);
  });

  it("has the tests that are to notice", () => {
    expect(existsSync(join(repositoryRoot, tests)), tests).toBe(true);
  });
});

const migrations = readMigrations(join(repositoryRoot, "supabase", "migrations")).map(({ version, sql }) => ({
  version,
  parts: partsIn(sql),
}));

it.each(allGuards.filter(({ file }) => file.startsWith("supabase/migrations/")))(
  "no later migration makes the function or the policy anew in which the guard stands: $name",
  ({ file, find }) => {
    const sql = readFileSync(join(repositoryRoot, file), "utf8");
    const at = sql.indexOf(find);
    const own = partsIn(sql).find(({ from, to }) => from <= at && at < to)?.name;
    const later = migrations.filter(({ version }) => version > basename(file).slice(0, 14));

    expect(later.filter(({ parts }) => parts.some(({ name }) => name === own))).toEqual([]);
  },
);

/** The functions and policies that a migration makes, and where the text of each begins and ends. */
function partsIn(sql: string) {
  return [
    ...textsOf(sql, /create (?:or replace )?function ([\w.]+)/g, "\n$$;"),
    ...textsOf(sql, /(?:create|alter) policy (\w+ on [\w.]+)/g, ";"),
  ];
}

function textsOf(sql: string, start: RegExp, end: string) {
  return [...sql.matchAll(start)].map(({ 1: name, index: from }) => {
    const to = sql.indexOf(end, from);
    return { name, from, to: to < 0 ? sql.length : to };
  });
}

it("no two guards have one name", () => {
  const names = allGuards.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});
