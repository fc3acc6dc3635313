import { scoreIncome } from "@lendfriend/credit-score";
import { beforeEach, describe, expect, it } from "vitest";
import * as sent from "#app/api/borrowers/[wallet]/adverse-action/[id]/sent/route.ts";
import * as drafts from "#app/api/borrowers/[wallet]/adverse-action/route.ts";
import * as decisions from "#app/api/decisions/route.ts";
import * as shares from "#app/api/shares/route.ts";
import { createBrowser, serveWorld, signedInBrowser } from "./testing/browser.ts";
import { sampleInputs } from "./testing/sample-inputs.ts";

type Browser = Awaited<ReturnType<typeof signedInBrowser>>;

let lender: Browser;
let borrower: Browser;
beforeEach(async () => {
  serveWorld().stored.report = scoreIncome(sampleInputs);
  [lender, borrower] = [await signedInBrowser(), await signedInBrowser()];
  const expiresAt = "2026-12-20T12:00:00Z";
  const body = { lender: lender.wallet, scope: "factors", purpose: "Loan", expiresAt };
  await borrower.visit(shares.POST, { method: "POST", path: "/api/shares", body });
});

function decline(browser: Pick<Browser, "visit">, body: unknown, about: string, headers: Record<string, string> = {}) {
  const path = `/api/borrowers/${about}/adverse-action`;
  return browser.visit(drafts.POST, { method: "POST", path, params: { wallet: about }, body, headers });
}

function list(browser: Pick<Browser, "visit">, about: string) {
  return browser.visit(drafts.GET, { path: `/api/borrowers/${about}/adverse-action`, params: { wallet: about } });
}

function markSent(browser: Pick<Browser, "visit">, about: string, id: string, headers: Record<string, string> = {}) {
  const path = `/api/borrowers/${about}/adverse-action/${id}/sent`;
  return browser.visit(sent.POST, { method: "POST", path, params: { wallet: about, id }, headers });
}

describe("POST /api/borrowers/:wallet/adverse-action/:id/sent", () => {
  it("answers the draft with the time; 401, 403 and 404 for everybody else", async () => {
    const { draft } = await (await decline(lender, { decision: "declined" }, borrower.wallet)).json();

    expect((await markSent(createBrowser(), borrower.wallet, draft.id)).status).toBe(401);
    expect((await markSent(lender, borrower.wallet, draft.id, { origin: "https://evil.example" })).status).toBe(403);
    expect((await markSent(borrower, borrower.wallet, draft.id)).status).toBe(404);
    const response = await markSent(lender, borrower.wallet, draft.id);

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ draft: { ...draft, noticeSentAt: "2026-11-20T12:00:00.000Z" } });
  });
});

describe("POST /api/borrowers/:wallet/adverse-action", () => {
  it("answers 201 with the draft, then 200 with the same one, and both ends can list it", async () => {
    const first = await decline(lender, { decision: "declined", loanReference: "L-1" }, borrower.wallet);
    const again = await decline(lender, { decision: "declined", loanReference: "L-1" }, borrower.wallet);

    expect([first.status, again.status]).toEqual([201, 200]);
    expect(first.headers.get("cache-control")).toBe("no-store");
    const { draft } = await first.json();
    expect(await again.json()).toEqual({ draft });
    expect(draft.reasons.length).toBeGreaterThan(0);
    expect(await (await list(lender, borrower.wallet)).json()).toEqual({ drafts: [draft] });
    const about = await borrower.visit(decisions.GET, { path: "/api/decisions" });
    expect(await about.json()).toEqual({ decisions: [draft] });
  });

  it("needs a session, and so do the lists", async () => {
    const nobody = createBrowser();

    expect((await decline(nobody, { decision: "declined" }, borrower.wallet)).status).toBe(401);
    expect((await list(nobody, borrower.wallet)).status).toBe(401);
    expect((await nobody.visit(decisions.GET, { path: "/api/decisions" })).status).toBe(401);
  });

  it("is refused to other sites", async () => {
    const headers = { origin: "https://evil.example" };

    expect((await decline(lender, { decision: "declined" }, borrower.wallet, headers)).status).toBe(403);
    expect(await (await list(lender, borrower.wallet)).json()).toEqual({ drafts: [] });
  });

  it.each([
    ["no decision", {}],
    ["an unknown decision", { decision: "approved" }],
    ["reasons of the caller's own", { decision: "declined", reasons: [] }],
    ["a date of the caller's own", { decision: "declined", decidedAt: "2020-01-01T00:00:00Z" }],
    ["a snapshot that is no uuid", { decision: "declined", snapshotId: "1" }],
    ["a loan reference that is no text", { decision: "declined", loanReference: 1 }],
  ])("refuses %s with 400 (E15)", async (_, body) => {
    expect((await decline(lender, body, borrower.wallet)).status).toBe(400);
  });

  it("is the same 404 for a borrower who shares nothing and for no borrower at all (E14)", async () => {
    const bodies = [];
    for (const about of [lender.wallet, "0x1111111111111111111111111111111111111111", "nobody"]) {
      const response = await decline(lender, { decision: "declined" }, about);
      expect(response.status).toBe(404);
      const { error }: { error: { code: string; message: string } } = await response.json();
      bodies.push(`${error.code} ${error.message}`);
    }

    expect(new Set(bodies).size).toBe(1);
  });
});
