import { existsSync } from "node:fs";
import { startSandbox } from "@lendfriend/tiktokshop-sandbox";
import { afterAll, describe, expect, it } from "vitest";
import { catalogue } from "#words/catalogue.ts";
import type { Language } from "#words/languages.ts";
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

  it.each(Object.keys(catalogue) as Language[])(
    "have each a name and a lesson in %s, and nobody else has",
    (language) => {
      const ids = sandbox.control.personas().map(({ id }) => id);

      expect(Object.keys(catalogue[language].demo.persona).sort()).toEqual([...ids].sort());
    },
  );

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
