import { randomUUID } from "node:crypto";
import { type IncomeMetrics, scoreIncome } from "@lendfriend/credit-score";
import { afterAll, expect, test } from "vitest";
import type { Session, ShareScope } from "#server/contract.ts";
import { createLog } from "#server/log.ts";
import { databaseClients } from "#server/testing/real-database.ts";
import { sampleInputs } from "#server/testing/sample-inputs.ts";
import { draftAdverseAction } from "#server/use-cases/draft-adverse-action.ts";
import { call, newWallet, openPool, openSession } from "../../../../../supabase/tests/harness.ts";
import { storeSnapshot } from "../../../../../supabase/tests/scores.ts";
import { createAdverseActionStore } from "./adverse-action-store.ts";

const pool = openPool(4);
afterAll(() => pool.end());

const database = databaseClients();
const origin = "http://localhost:3000";
const store = createAdverseActionStore(database.call, database.clientOf);
const ports = { adverseActions: store, origin, log: createLog("info", {}, { write: () => undefined }) };

/** A shop so young that a ceiling applies. */
const fewOrders: IncomeMetrics = { ...sampleInputs, orderCount: 4 };

async function sessionOf(wallet: string): Promise<Session> {
  return { sessionId: await openSession(pool, wallet), accountId: randomUUID(), wallet };
}

async function shared(scope: ShareScope, inputs: IncomeMetrics) {
  const [borrower, lender] = [newWallet(), newWallet()];
  const report = scoreIncome(inputs);
  const snapshotId = await storeSnapshot(pool, borrower, { ...report });
  const share = { p_wallet: borrower, p_lender: lender, p_scope: scope, p_purpose: "loan" };
  await call(pool, "create_share", { ...share, p_expires_at: "2999-01-01T00:00:00Z" });
  return { borrower, session: await sessionOf(lender), report, snapshotId };
}

test.each([
  ["metrics", sampleInputs],
  ["factors", sampleInputs],
  ["metrics", fewOrders],
  ["factors", fewOrders],
] as const)(
  "a real score shared at %s makes a draft whose reasons the database agrees with (I08)",
  async (scope, inputs) => {
    const { borrower, session, report, snapshotId } = await shared(scope, inputs);
    const stated = { borrower, decision: "declined", loanReference: "00012345678901234567890", snapshotId } as const;

    const { draft, created } = await draftAdverseAction(ports, session, stated);

    expect(created).toBe(true);
    expect(draft).toMatchObject({ scope, snapshotId, score: report.score, loanReference: stated.loanReference });
    expect(draft.reasons.map(({ code, pointsLost }) => [code, pointsLost])).toEqual(
      report.reasons.negative.map(({ code, points }) => [code, points]),
    );
    const told = draft.reasons.map(({ value, text }) => `${value} ${text}`).join(" ");
    if (scope === "factors") expect(told).not.toMatch(/\d/);
    const [stored] = await store.list(await sessionOf(borrower), "borrower", { with: session.wallet });
    expect(stored).toMatchObject({ id: draft.id, reasons: draft.reasons, noticeDueAt: draft.noticeDueAt });
  },
);

test("nobody else finds it, by its id or by either wallet", async () => {
  const { borrower, session } = await shared("factors", sampleInputs);
  const stated = { borrower, decision: "counter_offer", loanReference: null, snapshotId: null } as const;
  const { draft } = await draftAdverseAction(ports, session, stated);
  const stranger = await sessionOf(newWallet());

  expect(await store.list(session, "lender", { id: draft.id.toUpperCase() })).toHaveLength(1);
  for (const filter of [{}, { id: draft.id }, { with: borrower }, { with: session.wallet }]) {
    for (const end of ["lender", "borrower"] as const) expect(await store.list(stranger, end, filter)).toEqual([]);
  }
});

test("a share of the tier alone, and none at all, make no draft", async () => {
  const { borrower, session } = await shared("tier", sampleInputs);
  const stated = { borrower, decision: "declined", loanReference: null, snapshotId: null } as const;

  await expect(draftAdverseAction(ports, session, stated)).rejects.toMatchObject({ code: "conflict" });
  await expect(draftAdverseAction(ports, await sessionOf(newWallet()), stated)).rejects.toMatchObject({
    code: "not_found",
  });
});
