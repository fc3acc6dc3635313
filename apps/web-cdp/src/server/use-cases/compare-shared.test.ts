import { describe, expect, it } from "vitest";
import type { Share } from "#server/contract.ts";
import { createPerson, createWorld, signIn } from "#server/testing/memory-world.ts";

async function lenderWith(borrowerCount: number) {
  const { app } = createWorld();
  const lender = await signIn(app);
  const borrowers: (Awaited<ReturnType<typeof signIn>> & { readonly share: Share })[] = [];
  for (let nth = 0; nth < borrowerCount; nth++) {
    const borrower = await signIn(app);
    const terms = { lender: lender.wallet, scope: "factors", purpose: "A loan", expiresAt: "2026-12-01" } as const;
    const share = await app.createShare(borrower.session, terms);
    borrowers.push({ ...borrower, share });
  }
  const looks = async () => {
    const logs = await Promise.all(borrowers.map(({ session }) => app.readAccessLog(session)));
    return logs.map((entries) => entries.map(({ place }) => place));
  };
  return { app, lender, borrowers, looks };
}

describe("compareShared", () => {
  it("shows two borrowers beside the list, and logs one look for each at each of them", async () => {
    const { app, lender, borrowers, looks } = await lenderWith(3);
    const [first, second] = borrowers.map(({ wallet }) => wallet);

    const compared = await app.compareShared(lender.session, { first: first ?? "", second: second ?? "" });

    expect(compared).toMatchObject({ outcome: "compared", first: { wallet: first }, second: { wallet: second } });
    expect(await looks()).toEqual([["score", "list"], ["score", "list"], ["list"]]);
  });

  it("shows and logs nothing when one of the two does not share, or no longer", async () => {
    const { app, lender, borrowers, looks } = await lenderWith(2);
    const [first = "", second = ""] = borrowers.map(({ wallet }) => wallet);
    const ask = (other: string) => app.compareShared(lender.session, { first, second: other });
    expect(await ask(createPerson().wallet)).toEqual({ outcome: "not_shared" });

    const [, revoking] = borrowers;
    if (revoking) await app.revokeShare(revoking.session, revoking.share.id);

    expect(await ask(second)).toEqual({ outcome: "not_shared" });
    expect(await looks()).toEqual([[], []]);
  });

  it("asks to choose while there are no two different ones, and logs no look but the list's", async () => {
    const { app, lender, borrowers, looks } = await lenderWith(2);
    const first = borrowers[0]?.wallet ?? "";

    for (const second of [null, first]) {
      const answer = await app.compareShared(lender.session, { first, second });
      expect(answer).toMatchObject({ outcome: "choose", borrowers: [{}, {}] });
    }
    expect(await looks()).toEqual([["list"], ["list"]]);
  });
});
