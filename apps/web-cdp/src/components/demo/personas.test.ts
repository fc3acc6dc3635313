import { existsSync } from "node:fs";
import { startSandbox } from "@lendfriend/tiktokshop-sandbox";
import { afterAll, describe, expect, it } from "vitest";
import { demoGroups } from "./personas.ts";

const sandbox = await startSandbox({});
afterAll(() => sandbox.close());

const played = demoGroups.flatMap(({ personas }) => personas);

describe("the personas of /demo", () => {
  it("are the sandbox's, each once and of its kind", () => {
    const kinds = (list: readonly { readonly id: string; readonly kind: string }[]) =>
      Object.fromEntries(list.map(({ id, kind }) => [id, kind]));

    expect(new Set(played.map(({ id }) => id)).size).toBe(played.length);
    expect(kinds(played.map(({ id, account }) => ({ id, kind: account })))).toEqual(kinds(sandbox.control.personas()));
  });

  it("are looked for in the market that they are in", () => {
    const regions = new Map(sandbox.control.personas().map(({ id, region }) => [id, region]));

    for (const { id, market } of played.filter(({ id }) => regions.get(id) !== "")) {
      expect([id, market]).toEqual([id, regions.get(id) === "US" ? "US" : "ROW"]);
    }
  });

  it("link to pages that exist", () => {
    for (const { seeAt } of played) {
      const [path = ""] = seeAt.href.split("#");
      expect(existsSync(new URL(`../../app${path}/page.tsx`, import.meta.url)), seeAt.href).toBe(true);
    }
  });
});
