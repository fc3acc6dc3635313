import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { draftDecision, sampleReason } from "./adverse-actions.ts";
import {
  as,
  call,
  callForObject,
  connect,
  newWallet,
  openPool,
  openSession,
  overlap,
  type Row,
  signedIn,
  sqlStateOf,
} from "./harness.ts";
import { storeSnapshot } from "./scores.ts";

const pool = openPool();
afterAll(() => pool.end());

async function shared(scope = "metrics") {
  const { wallet, connectionId } = await connect(pool);
  const lender = newWallet();
  const snapshot = await storeSnapshot(pool, wallet);
  const { id } = await callForObject(pool, "create_share", {
    p_wallet: wallet,
    p_lender: lender,
    p_scope: scope,
    p_purpose: "Working capital",
    p_expires_at: "2999-01-01T00:00:00Z",
  });
  return { wallet, connectionId, lender, snapshot, share: String(id) };
}

async function list(wallet: string, end: "lender" | "borrower", other: string | null = null): Promise<Row[]> {
  await openSession(pool, wallet);
  return as(pool, signedIn(wallet), async (client) => {
    const { rows } = await client.query("select public.my_adverse_actions($1, $2, null) as answer", [end, other]);
    return rows[0]?.answer;
  });
}

async function count(table: string, wallet: string): Promise<number> {
  const column = table === "public.audit_log" ? "tenant" : "wallet_address";
  const { rows } = await pool.query(`select count(*)::int as found from ${table} where ${column} = $1`, [wallet]);
  return rows[0]?.found;
}

const revoke = (wallet: string, share: string) => call(pool, "revoke_share", { p_wallet: wallet, p_share_id: share });

test("a draft keeps decision, reasons, snapshot and model, and is due 30 days after it was made (I08)", async () => {
  const { wallet, lender, snapshot, share } = await shared();

  const { id, created } = await draftDecision(pool, lender, wallet, { p_loan_reference: "L-2041" });

  expect(created).toBe(true);
  const [draft] = await list(lender, "lender");
  expect(draft).toMatchObject({
    ...{ id, lender, borrower: wallet, shareId: share, snapshotId: snapshot, scope: "metrics" },
    ...{ decision: "declined", loanReference: "L-2041", model: "ttshop-1", modelHash: "a".repeat(64) },
    ...{ reasons: [sampleReason], score: 61.234, tier: "Growing", asOf: "2026-11-22T00:00:00.000Z" },
  });
  const life = Date.parse(String(draft?.noticeDueAt)) - Date.parse(String(draft?.decidedAt));
  expect(life).toBe(30 * 86_400_000);
});

test("both ends read it, and nobody else, even by name", async () => {
  const { wallet, lender } = await shared();
  await draftDecision(pool, lender, wallet);

  expect(await list(lender, "lender", wallet)).toHaveLength(1);
  expect(await list(wallet, "borrower", lender)).toHaveLength(1);
  expect(await list(lender, "lender", newWallet())).toEqual([]);
  expect([await list(lender, "borrower"), await list(wallet, "lender")]).toEqual([[], []]);
  const stranger = newWallet();
  expect([await list(stranger, "lender", wallet), await list(stranger, "borrower", lender)]).toEqual([[], []]);
});

test("reading what a decision rests on is a look, and drafting it is in the borrower's audit log", async () => {
  const { wallet, lender, snapshot, share } = await shared();

  const { id } = await draftDecision(pool, lender, wallet);

  const looks = await pool.query("select share_id, snapshot_id from public.access_log where wallet_address = $1", [
    wallet,
  ]);
  expect(looks.rows).toEqual([{ share_id: share, snapshot_id: snapshot }]);
  const audit = await pool.query(
    "select actor, object, meta from public.audit_log where tenant = $1 and action = 'adverse_action.drafted'",
    [wallet],
  );
  expect(audit.rows).toEqual([
    { actor: lender, object: id, meta: { shareId: share, scope: "metrics", decision: "declined" } },
  ]);
});

test("what it keeps of the score is what the share showed: no figure below metrics, and never the sums", async () => {
  const [wide, narrow] = [await shared("metrics"), await shared("factors")];
  await draftDecision(pool, wide.lender, wide.wallet);
  const reason = { code: "REVENUE", text: "Net sales of … in … days.", value: null, threshold: null, pointsLost: 27.5 };
  await draftDecision(pool, narrow.lender, narrow.wallet, { p_draft: { reasons: [reason] } });

  const { rows } = await pool.query<{ scope: string; text: string }>(
    "select scope, row_to_json(a)::text as text from public.adverse_actions as a where lender = any ($1) order by scope",
    [[wide.lender, narrow.lender]],
  );

  expect(rows.map(({ scope }) => scope)).toEqual(["factors", "metrics"]);
  for (const { text } of rows) for (const sum of ["14250", "13000"]) expect(text).not.toContain(sum);
  for (const figure of ["4750", "4,750", "20000"]) expect(rows[0]?.text).not.toContain(figure);
});

test.each([
  ["words of its own", { ...sampleReason, text: "Too risky." }],
  ["another value", { ...sampleReason, value: 1 }],
  ["another threshold", { ...sampleReason, threshold: 1 }],
  ["a line of no such code", { ...sampleReason, code: "GUT_FEELING" }],
  ["no words", { code: "REVENUE" }],
  ["a ceiling that took nothing", { code: "HISTORY_UNDER_28_DAYS", text: "Under 28 days." }],
])("a reason with %s is refused", async (_, reason) => {
  const { wallet, lender } = await shared();

  const draft = draftDecision(pool, lender, wallet, { p_draft: { reasons: [reason] } });

  expect(await sqlStateOf(draft)).toBe("22023");
});

test("a line that kept all its points is never a reason", async () => {
  const { wallet, lender } = await shared();
  const items = [{ code: "REVENUE", points: 40, max: 40, reason: "Net sales of $4,750.25 in 30 days." }];
  await storeSnapshot(pool, wallet, { factors: { revenue: { points: 40, max: 40, items } } });
  const reason = { code: "REVENUE", text: "Net sales of $4,750.25 in 30 days." };

  const draft = draftDecision(pool, lender, wallet, { p_draft: { reasons: [reason] } });

  expect(await sqlStateOf(draft)).toBe("22023");
});

test("there are never more than four reasons", async () => {
  const { wallet, lender } = await shared();

  const draft = draftDecision(pool, lender, wallet, { p_draft: { reasons: Array(5).fill(sampleReason) } });

  expect(await sqlStateOf(draft)).toBe("23514");
});

test("without a live share nothing can be read or drafted, and nothing is logged", async () => {
  const { wallet, lender, snapshot, share } = await shared();
  await revoke(wallet, share);
  const before = await count("public.audit_log", wallet);

  for (const who of [lender, newWallet()]) {
    const args = { p_lender: who, p_borrower: wallet };
    expect(await call(pool, "read_decision_basis", args)).toBeNull();
    const draft = { ...args, p_share_id: share, p_snapshot_id: snapshot, p_decision: "declined" };
    expect(
      await call(pool, "draft_adverse_action", { ...draft, p_loan_reference: null, p_draft: { reasons: [] } }),
    ).toEqual({ error: "not_shared" });
  }

  expect(await count("public.access_log", wallet)).toBe(0);
  expect(await count("public.audit_log", wallet)).toBe(before);
  expect(await count("public.adverse_actions", wallet)).toBe(0);
});

test("without a score there is nothing to decide on", async () => {
  const { wallet } = await connect(pool);
  const lender = newWallet();
  const share = { p_wallet: wallet, p_lender: lender, p_scope: "metrics", p_purpose: "loan" };
  await call(pool, "create_share", { ...share, p_expires_at: "2999-01-01T00:00:00Z" });

  expect(await call(pool, "read_decision_basis", { p_lender: lender, p_borrower: wallet })).toBeNull();
});

test("a tier share shows no reason, so no draft can rest on it", async () => {
  const { wallet, lender } = await shared("tier");

  expect(await sqlStateOf(draftDecision(pool, lender, wallet))).toBe("22023");
  expect(await sqlStateOf(draftDecision(pool, lender, wallet, { p_draft: { reasons: [] } }))).toBe("23514");
});

test("a score that was replaced since the lender looked is not decided on", async () => {
  const { wallet, lender, snapshot } = await shared();
  await storeSnapshot(pool, wallet, { score: 75, tier: "Established" });

  expect(await draftDecision(pool, lender, wallet, { p_snapshot_id: snapshot })).toEqual({ error: "score_changed" });
  expect(await draftDecision(pool, lender, wallet, { p_snapshot_id: randomUUID() })).toEqual({
    error: "score_changed",
  });
});

test("the same decision stated twice at once is one draft with one date and one audit row", async () => {
  const { wallet, lender } = await shared();
  const state = (client: Parameters<typeof draftDecision>[0]) => draftDecision(client, lender, wallet);

  const [first, second] = await overlap(pool, state, state);

  expect([first.created, second]).toEqual([true, { id: first.id, created: false }]);
  expect(await draftDecision(pool, lender, wallet, { p_loan_reference: "L-2" })).toMatchObject({ created: true });
  const { rowCount } = await pool.query(
    "select from public.audit_log where tenant = $1 and action = 'adverse_action.drafted'",
    [wallet],
  );
  expect(rowCount).toBe(2);
});

test("fifty drafts about one borrower are enough for a day", async () => {
  const { wallet, lender } = await shared();
  for (let number = 0; number < 50; number += 1) {
    await draftDecision(pool, lender, wallet, { p_loan_reference: `L-${number}` });
  }

  expect(await draftDecision(pool, lender, wallet, { p_loan_reference: "L-51" })).toEqual({ error: "too_many" });
});

test("a sent notice is in the log of both ends, once, and both read when", async () => {
  const { wallet, lender } = await shared();
  const { id } = await draftDecision(pool, lender, wallet);
  const mark = (client: Parameters<typeof draftDecision>[0]) =>
    call(client, "mark_notice_sent", { p_lender: lender, p_borrower: wallet, p_draft_id: id });
  expect(await list(lender, "lender")).toMatchObject([{ noticeSentAt: null }]);

  expect(await overlap(pool, mark, mark)).toEqual([{ marked: true }, { marked: false }]);

  const { rows } = await pool.query(
    "select tenant, actor from public.audit_log where object = $1 and action = 'adverse_action.notice_sent' order by 1",
    [id],
  );
  expect(rows).toEqual([lender, wallet].sort().map((tenant) => ({ tenant, actor: lender })));
  for (const drafts of [await list(lender, "lender"), await list(wallet, "borrower")]) {
    expect(Date.parse(String(drafts[0]?.noticeSentAt))).toBeGreaterThanOrEqual(
      Date.parse(String(drafts[0]?.decidedAt)),
    );
  }
});

test("only the lender of a draft says that its notice was sent", async () => {
  const { wallet, lender } = await shared();
  const { id } = await draftDecision(pool, lender, wallet);

  for (const [who, about] of [
    [wallet, wallet],
    [newWallet(), wallet],
    [lender, newWallet()],
  ]) {
    const mark = { p_lender: who, p_borrower: about, p_draft_id: id };
    expect(await call(pool, "mark_notice_sent", mark)).toEqual({ error: "not_found" });
  }
  expect(await list(wallet, "borrower")).toMatchObject([{ noticeSentAt: null }]);
});

test("a notice can be marked as sent when the borrower's account is gone", async () => {
  const { wallet, lender } = await shared();
  const { id } = await draftDecision(pool, lender, wallet);
  const { deletionId } = await callForObject(pool, "begin_account_deletion", { p_wallet: wallet });
  await pool.query("select app_private.erase_account($1)", [deletionId]);

  const mark = { p_lender: lender, p_borrower: wallet, p_draft_id: id };
  expect(await call(pool, "mark_notice_sent", mark)).toEqual({ marked: true });

  expect(await list(lender, "lender")).toMatchObject([{ id, noticeSentAt: expect.any(String) }]);
  expect(await count("public.audit_log", wallet)).toBe(0);
});

test.each([
  "update public.adverse_actions set decision = 'counter_offer'",
  "delete from public.adverse_actions",
  "truncate public.adverse_actions",
])("a draft stands for good: %s is refused", async (statement) => {
  const { wallet, lender } = await shared();
  await draftDecision(pool, lender, wallet);

  expect(await sqlStateOf(pool.query(statement))).toBe("23001");
});

test("a draft outlives the share and the erased score, with its reasons; the score itself is gone", async () => {
  const { wallet, connectionId, lender, snapshot } = await shared();
  const { id } = await draftDecision(pool, lender, wallet);

  await call(pool, "disconnect_connection", { p_wallet: wallet, p_connection_id: connectionId, p_erase: "delete" });

  const { rowCount } = await pool.query("select from public.score_snapshots where wallet_address = $1", [wallet]);
  expect(rowCount).toBe(0);
  for (const drafts of [await list(lender, "lender"), await list(wallet, "borrower")]) {
    expect(drafts).toMatchObject([{ id, snapshotId: snapshot, reasons: [sampleReason], score: 61.234 }]);
  }
  expect(await call(pool, "read_decision_basis", { p_lender: lender, p_borrower: wallet })).toBeNull();
});

test.each([
  ["p_decision", "approved"],
  ["p_decision", null],
  ["p_share_id", "1"],
  ["p_snapshot_id", "1"],
  ["p_draft", { reasons: {} }],
  ["p_draft", {}],
])("a draft with a malformed %s is refused", async (name, value) => {
  const { wallet, lender } = await shared();

  expect(await sqlStateOf(draftDecision(pool, lender, wallet, { [name]: value }))).toBe("22023");
});

test.each(["", "x".repeat(65)])("a loan reference has 1 to 64 characters", async (reference) => {
  const { wallet, lender } = await shared();

  expect(await sqlStateOf(draftDecision(pool, lender, wallet, { p_loan_reference: reference }))).toBe("23514");
});
