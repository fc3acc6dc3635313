import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { chooseByName } from "./choose-by-name.ts";
import { repositoryRoot } from "./stack/repository-root.ts";

const choose = (...asked: string[]) => chooseByName(["imports", "kills"], (name) => name, asked);

describe("what is chosen by name", () => {
  it("is everything when nothing is asked for, and otherwise what is", () => {
    expect(choose()).toEqual({ chosen: ["imports", "kills"], refusal: null });
    expect(choose("kills")).toEqual({ chosen: ["kills"], refusal: null });
  });

  it("is nothing when one name is unknown, with the list of those that there are", () => {
    expect(choose("kills", "kils")).toEqual({ chosen: [], refusal: "There is no kils. Known: imports, kills." });
  });
});

it.each([
  ["chaos", ["scripts/chaos.ts", "--only", "drumbeats"], "drumbeat"],
  ["reliability", ["--conditions=react-server", "bench/reliability.ts", "R99"], "R16"],
])(
  "pnpm %s measures nothing for an unknown name, and fails with the list",
  (_command, args, known) => {
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: join(repositoryRoot), encoding: "utf8" });

    expect(status).toBe(2);
    expect(stderr).toContain("There is no");
    expect(stderr).toContain(known);
  },
  30_000,
);
