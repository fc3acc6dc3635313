import { beforeEach, describe, expect, it } from "vitest";
import * as shared from "#app/api/borrowers/[wallet]/tie-out/route.ts";
import * as own from "#app/api/score/tie-out/route.ts";
import { createBrowser, serveWorld, signedInBrowser } from "./testing/browser.ts";

beforeEach(() => {
  serveWorld();
});

const borrower = "0x1111111111111111111111111111111111111111";

describe("GET /api/score/tie-out", () => {
  it("needs a session", async () => {
    expect((await createBrowser().visit(own.GET, { path: "/api/score/tie-out" })).status).toBe(401);
  });

  it("answers null before the first import", async () => {
    const response = await (await signedInBrowser()).visit(own.GET, { path: "/api/score/tie-out?kind=MISSING&page=2" });

    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toEqual({ tieOut: null });
  });

  it.each(["kind=LOST", "page=0", "page=1.5", "pageSize=501", "page=x", "kind=MISSING&kind=ORPHAN"])(
    "refuses ?%s",
    async (query) => {
      const response = await (await signedInBrowser()).visit(own.GET, { path: `/api/score/tie-out?${query}` });

      expect(response.status).toBe(400);
    },
  );
});

describe("GET /api/borrowers/:wallet/tie-out", () => {
  it("is the same 404 for a borrower who shares nothing and for no borrower at all", async () => {
    const browser = await signedInBrowser();
    const bodies = [];
    for (const wallet of [borrower, "nobody"]) {
      const path = `/api/borrowers/${wallet}/tie-out`;
      const response = await browser.visit(shared.GET, { path, params: { wallet } });
      expect(response.status).toBe(404);
      const { error }: { error: { code: string; message: string } } = await response.json();
      bodies.push({ code: error.code, message: error.message });
    }

    expect(bodies[0]).toEqual(bodies[1]);
  });
});
