import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
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

it("no two guards have one name", () => {
  const names = allGuards.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});
