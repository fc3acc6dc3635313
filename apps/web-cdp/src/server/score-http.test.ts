import { scoreIncome, whatIf } from "@lendfriend/credit-score";
import { beforeEach, describe, expect, it } from "vitest";
import * as changes from "#app/api/score/changes/route.ts";
import * as nextTier from "#app/api/score/next-tier/route.ts";
import { createBrowser, serveWorld, signedInBrowser } from "./testing/browser.ts";
import { sampleInputs } from "./testing/sample-inputs.ts";

let world: ReturnType<typeof serveWorld>;
beforeEach(() => {
  world = serveWorld();
});

const report = scoreIncome(sampleInputs);
const another = "1".repeat(64);

describe.each([
  { path: "/api/score/next-tier", route: nextTier },
  { path: "/api/score/changes", route: changes },
])("GET $path", ({ path, route }) => {
  it("needs a session", async () => {
    expect((await createBrowser().visit(route.GET, { path })).status).toBe(401);
  });

  it("is 404 before the first score", async () => {
    expect((await (await signedInBrowser()).visit(route.GET, { path })).status).toBe(404);
  });

  it("takes no other verb", async () => {
    expect((await (await signedInBrowser()).visit(route.DELETE, { path, method: "DELETE" })).status).toBe(405);
  });
});

describe("GET /api/score/next-tier", () => {
  it("answers changes that reach the tier when they are tried", async () => {
    world.stored.inputs = sampleInputs;
    const response = await (await signedInBrowser()).visit(nextTier.GET, { path: "/api/score/next-tier" });

    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const { nextTier: next } = await response.json();
    const reaching = next.paths.filter((path: { outcome: string }) => path.outcome === "reaches");
    expect(reaching.length).toBeGreaterThan(0);
    for (const { lever, target } of reaching) {
      expect(whatIf(sampleInputs, { [lever]: target }).report.tier).toBe(next.tier);
    }
  });
});

describe("GET /api/score/changes", () => {
  beforeEach(() => {
    world.stored.scores = [{ inputs: sampleInputs, report }];
  });

  it("answers null for a first score", async () => {
    const response = await (await signedInBrowser()).visit(changes.GET, { path: "/api/score/changes" });

    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toEqual({ changes: null });
  });

  it("is 404 for a snapshot that is not the wallet's own", async () => {
    const path = `/api/score/changes?from=${another}&to=${report.snapshotHash}`;
    expect((await (await signedInBrowser()).visit(changes.GET, { path })).status).toBe(404);
  });

  it.each(["from=x", `to=${another.slice(1)}`, `to=${another}&to=${another}`])("refuses ?%s", async (query) => {
    const response = await (await signedInBrowser()).visit(changes.GET, { path: `/api/score/changes?${query}` });

    expect(response.status).toBe(400);
  });
});
