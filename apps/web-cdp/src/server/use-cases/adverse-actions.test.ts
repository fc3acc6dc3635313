import { scoreIncome } from "@lendfriend/credit-score";
import { beforeEach, describe, expect, it } from "vitest";
import type { ShareScope } from "#server/contract.ts";
import { createWorld, signIn, type World } from "#server/testing/memory-world.ts";
import { sampleInputs } from "#server/testing/sample-inputs.ts";

const report = scoreIncome(sampleInputs);
const unknownSnapshot = "00000000-0000-4000-8000-000000000000";

let world: World;
let borrower: Awaited<ReturnType<typeof signIn>>;
let lender: Awaited<ReturnType<typeof signIn>>;
beforeEach(async () => {
  world = createWorld();
  world.stored.report = report;
  [borrower, lender] = [await signIn(world.app), await signIn(world.app)];
});

function share(scope: ShareScope) {
  const input = { lender: lender.wallet, scope, purpose: "Loan", expiresAt: "2026-12-20T12:00:00Z" };
  return world.app.createShare(borrower.session, input);
}

function decline(given: Partial<Parameters<World["app"]["draftAdverseAction"]>[1]> = {}) {
  return world.app.draftAdverseAction(lender.session, {
    borrower: borrower.wallet,
    decision: "declined",
    loanReference: null,
    snapshotId: null,
    ...given,
  });
}

describe("a draft", () => {
  it("names the largest losses of the shared score, and is due in 30 days (I08)", async () => {
    const { id } = await share("metrics");

    const { draft, created } = await decline({ loanReference: "  L-2041 " });

    expect(created).toBe(true);
    expect(draft).toMatchObject({
      ...{ lender: lender.wallet, borrower: borrower.wallet, shareId: id, scope: "metrics" },
      ...{ decision: "declined", loanReference: "L-2041", model: "ttshop-1", modelHash: report.modelHash },
      ...{ decidedAt: "2026-11-20T12:00:00.000Z", noticeDueAt: "2026-12-20T12:00:00.000Z" },
    });
    expect(draft.reasons.map(({ code, pointsLost }) => [code, pointsLost])).toEqual(
      report.reasons.negative.map(({ code, points }) => [code, points]),
    );
  });

  it("records the sentences that the notice names, and not the codes by which a page tells them in its language", async () => {
    await share("metrics");

    const basis = await world.app.readDecisionBasis(lender.session, borrower.wallet);
    const { draft } = await decline();

    expect(basis?.reasons?.every(({ said }) => said !== undefined)).toBe(true);
    expect(draft.reasons.map(({ text }) => text)).toEqual(basis?.reasons?.map(({ text }) => text));
    for (const reason of draft.reasons) expect(reason).not.toHaveProperty("said");
  });

  it("says that it is a draft, no legal advice, not calibrated, and where to dispute", async () => {
    await share("factors");

    const { draft } = await decline();

    const text = draft.statements.map(({ text }) => text).join(" ");
    expect(text).toContain("a draft and not legal advice");
    expect(text).toContain("not calibrated to default risk");
    expect(text).toContain("http://localhost:3000/dashboard/decisions");
  });

  it("is read by its lender and by the borrower, and by nobody else", async () => {
    await share("factors");
    const { draft } = await decline();
    const stranger = await signIn(world.app);

    expect(await world.app.listAdverseActions(lender.session, null)).toEqual([draft]);
    expect(await world.app.listAdverseActions(lender.session, borrower.account.address)).toEqual([draft]);
    expect(await world.app.listDecisionsAbout(borrower.session)).toEqual([draft]);
    for (const other of [stranger, borrower]) {
      expect(await world.app.listAdverseActions(other.session, null)).toEqual([]);
    }
    for (const other of [stranger, lender]) expect(await world.app.listDecisionsAbout(other.session)).toEqual([]);
    for (const address of [stranger.wallet, "nobody"]) {
      expect(await world.app.listAdverseActions(lender.session, address)).toEqual([]);
    }
  });

  it("stays with its lender when the share has ended", async () => {
    const { id } = await share("factors");
    const { draft } = await decline();
    await world.app.revokeShare(borrower.session, id);

    expect(await world.app.listAdverseActions(lender.session, borrower.wallet)).toEqual([draft]);
    await expect(decline({ decision: "counter_offer" })).rejects.toMatchObject({ code: "not_found" });
  });

  it("is made once for one decision: stating it again does not start the 30 days again", async () => {
    await share("factors");
    const first = await decline();
    world.advance(86_400);

    const again = await decline();
    const other = await decline({ decision: "counter_offer" });

    expect(again).toEqual({ draft: first.draft, created: false });
    expect(other.draft).toMatchObject({ decision: "counter_offer", decidedAt: "2026-11-21T12:00:00.000Z" });
  });

  it("stops its time once the lender says that the notice was sent; the first time stands", async () => {
    const { id } = await share("factors");
    const { draft } = await decline();
    await world.app.revokeShare(borrower.session, id);
    const mark = () =>
      world.app.markNoticeSent(lender.session, { borrower: borrower.account.address, id: draft.id.toUpperCase() });
    world.advance(86_400);

    const sent = await mark();
    world.advance(86_400);

    expect(sent).toEqual({ ...draft, noticeSentAt: "2026-11-21T12:00:00.000Z" });
    expect(await mark()).toEqual(sent);
    expect(await world.app.listDecisionsAbout(borrower.session)).toEqual([sent]);
  });

  it("is marked as sent by its lender only", async () => {
    await share("factors");
    const { draft } = await decline();
    const stranger = await signIn(world.app);
    const { id } = draft;

    for (const [who, about, which] of [
      [borrower, borrower.wallet, id],
      [stranger, borrower.wallet, id],
      [lender, stranger.wallet, id],
      [lender, "nobody", id],
      [lender, borrower.wallet, unknownSnapshot],
      [lender, borrower.wallet, "1"],
    ] as const) {
      const mark = world.app.markNoticeSent(who.session, { borrower: about, id: which });
      await expect(mark).rejects.toMatchObject({ code: "not_found" });
    }
    expect(await world.app.listDecisionsAbout(borrower.session)).toMatchObject([{ noticeSentAt: null }]);
  });

  it("is a look: the borrower sees it in the log", async () => {
    await share("factors");
    await decline();

    expect(await world.app.readAccessLog(borrower.session)).toMatchObject([{ lender: lender.wallet }]);
  });
});

describe("no draft is made", () => {
  it("without a share, without a score and for no address: alike", async () => {
    await expect(decline()).rejects.toMatchObject({ code: "not_found" });
    await expect(decline({ borrower: "nobody" })).rejects.toMatchObject({ code: "not_found" });
    await share("metrics");
    world.stored.report = null;

    await expect(decline()).rejects.toMatchObject({ code: "not_found" });
    expect(await world.app.listDecisionsAbout(borrower.session)).toEqual([]);
  });

  it("from a share that shows the tier only", async () => {
    await share("tier");

    await expect(decline()).rejects.toMatchObject({ code: "conflict" });
    expect(await world.app.readDecisionBasis(lender.session, borrower.wallet)).toMatchObject({ reasons: null });
  });

  it("on another score than the lender looked at", async () => {
    await share("factors");
    const basis = await world.app.readDecisionBasis(lender.session, borrower.wallet);

    await expect(decline({ snapshotId: unknownSnapshot })).rejects.toMatchObject({ code: "conflict" });
    await expect(decline({ snapshotId: basis?.snapshotId ?? null })).resolves.toMatchObject({ created: true });
  });

  it("after 50 about one borrower within a day: nothing has changed, and tomorrow it is made", async () => {
    await share("factors");
    for (let number = 1; number <= 50; number++) await decline({ loanReference: `L-${number}` });

    await expect(decline({ loanReference: "L-51" })).rejects.toMatchObject({
      code: "daily_limit_reached",
      status: 409,
    });

    world.advance(86_400);
    await expect(decline({ loanReference: "L-51" })).resolves.toMatchObject({ created: true });
  });

  it.each([
    ["too long", "x".repeat(65)],
    ["of two lines", "a\nb"],
    ["half a character", "L \ud800"],
    ["of a paragraph separator", "a\u2029b"],
    ["turning the text after it around", "L \u2067"],
  ])("with a loan reference that is %s", async (_, loanReference) => {
    await share("factors");

    await expect(decline({ loanReference })).rejects.toMatchObject({ code: "bad_request" });
  });
});
