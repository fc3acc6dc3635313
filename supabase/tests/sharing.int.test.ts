import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
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
import { sampleInputs, sampleInsights, sampleReport, storeSnapshot } from "./scores.ts";

const pool = openPool();
afterAll(() => pool.end());

type Client = Parameters<typeof call>[0];

const nextYear = "2999-01-01T00:00:00Z";

function share(wallet: string, lender: string, given: Row = {}, client: Client = pool): Promise<Row> {
  return callForObject(client, "create_share", {
    p_wallet: wallet,
    p_lender: lender,
    p_scope: "tier",
    p_purpose: "Working capital",
    p_expires_at: nextYear,
    ...given,
  });
}

function read(lender: string, borrower: string): Promise<unknown> {
  return call(pool, "read_shared_score", { p_lender: lender, p_borrower: borrower });
}

async function list(lender: string, client: Client = pool): Promise<Row[]> {
  return (await call(client, "list_shared_borrowers", { p_lender: lender })) as Row[];
}

/** What a borrower's log says, oldest first. */
async function looksAt(wallet: string): Promise<Row[]> {
  const { rows } = await pool.query(
    "select lender, share_id, scope, snapshot_id, place from public.access_log where wallet_address = $1 order by id",
    [wallet],
  );
  return rows;
}

async function readReport(lender: string, borrower: string): Promise<Row> {
  const answer = await callForObject(pool, "read_shared_score", { p_lender: lender, p_borrower: borrower });
  return { ...(answer.report as Row) };
}

async function count(table: string, column: string, value: string): Promise<number> {
  const { rows } = await pool.query(`select count(*)::int as found from ${table} where ${column} = $1`, [value]);
  return rows[0]?.found;
}

async function lookBefore(
  age: string,
  times: number,
  look: Record<"wallet" | "lender" | "share", unknown>,
): Promise<void> {
  await pool.query(
    `insert into public.access_log (wallet_address, lender, share_id, scope, read_at)
     select $1, $2, $3, 'tier', now() - $4::interval from generate_series(1, $5)`,
    [look.wallet, look.lender, look.share, age, times],
  );
}

async function scored(): Promise<{ wallet: string; lender: string; snapshot: string }> {
  const { wallet } = await connect(pool);
  return { wallet, lender: newWallet(), snapshot: await storeSnapshot(pool, wallet) };
}

test("a tier share shows the tier and no score, point or amount", async () => {
  const { wallet, lender } = await scored();
  await share(wallet, lender);

  expect(Object.keys(await readReport(lender, wallet)).sort()).toEqual(
    ["asOf", "confidence", "integrity", "model", "modelHash", "provisional", "tier"].sort(),
  );
  const [row] = (await call(pool, "list_shared_borrowers", { p_lender: lender })) as Row[];
  expect(row).toMatchObject({ wallet, scope: "tier", tier: "Growing", score: null, confidence: 71, integrity: "PASS" });
});

test("a factors share explains every point without one measured figure", async () => {
  const { wallet, lender } = await scored();
  await share(wallet, lender, { p_scope: "factors" });

  const report = await readReport(lender, wallet);

  expect(report).toMatchObject({ score: 61.234, tier: "Growing", factors: { revenue: { points: 12.5, max: 40 } } });
  const text = JSON.stringify(report);
  for (const figure of ["4750", "4,750", "14250", "13000", "47.5", "5000", "5,000"]) expect(text).not.toContain(figure);
  expect(text).toContain("Net sales of … in … days.");
  expect(text).not.toMatch(/"(value|gainAt|metrics|snapshotHash|displayName)"/);
});

test("a factors share says what each sentence says, and no value that it is filled with", async () => {
  const { wallet, lender } = await scored();
  await share(wallet, lender, { p_scope: "factors" });

  const report = await readReport(lender, wallet);

  const said = (code: string) => [expect.objectContaining({ said: [{ code }] })];
  expect(report).toMatchObject({
    factors: { revenue: { items: said("monthly_revenue") } },
    reasons: { negative: said("monthly_revenue") },
    caps: said("cap_short_history"),
    alerts: said("alert_decline"),
  });
  expect(JSON.stringify(report)).not.toMatch(/"values"/);
});

test.each([
  ["has a figure for a code", [{ code: "monthly_revenue" }, { code: "4750" }]],
  ["has a code that is no text", [{ code: 4_750 }]],
  ["has a message without a code", [{ values: { monthly: "4750" } }]],
  ["is no list", { code: "monthly_revenue", values: { monthly: "4750" } }],
  ["is a text", "4750"],
  ["is empty", []],
])("a factors share passes nothing of what %s", async (_, said) => {
  const { wallet, lender } = await scored();
  const alerts = [{ code: "REVENUE_DECLINE", text: "Sales fell 47.5%.", said, extra: "4750" }];
  await storeSnapshot(pool, wallet, { alerts });
  await share(wallet, lender, { p_scope: "factors" });

  const report = await readReport(lender, wallet);

  expect(report.alerts).toEqual([{ code: "REVENUE_DECLINE", text: "Sales fell …." }]);
});

test("a metrics share shows the whole report and the account's name", async () => {
  const { wallet, lender } = await scored();
  await share(wallet, lender, { p_scope: "metrics" });

  const answer = await callForObject(pool, "read_shared_score", { p_lender: lender, p_borrower: wallet });

  expect(answer.report).toEqual(sampleReport());
  expect(answer.connections).toMatchObject([{ platform: "tiktokshop", account: "seller", displayName: "Corner Shop" }]);
});

test.each(["tier", "factors"])("a %s share hides the account's name", async (scope) => {
  const { wallet, lender } = await scored();
  await share(wallet, lender, { p_scope: scope });

  const answer = await callForObject(pool, "read_shared_score", { p_lender: lender, p_borrower: wallet });

  expect(answer.connections).toMatchObject([{ displayName: null }]);
});

test("a metrics share shows the same insights as the borrower reads, in one logged look", async () => {
  const { wallet, lender, snapshot } = await scored();
  await share(wallet, lender, { p_scope: "metrics" });

  const answer = await callForObject(pool, "read_shared_score", { p_lender: lender, p_borrower: wallet });

  expect(answer.insights).toMatchObject({
    netUsd: sampleInputs.netUsd,
    sellerNetUsd: sampleInputs.seller.netUsd,
    creatorNetUsd: null,
    byProduct: sampleInputs.byProduct,
    byCreator: sampleInputs.byCreator,
    spread: sampleInsights,
  });
  const own = await as(pool, signedIn(wallet), (client) => client.query("select public.my_insights() as answer"));
  expect(answer.insights).toEqual(own.rows[0]?.answer);
  const { rows } = await pool.query("select scope, snapshot_id from public.access_log where wallet_address = $1", [
    wallet,
  ]);
  expect(rows).toEqual([{ scope: "metrics", snapshot_id: snapshot }]);
});

test.each(["tier", "factors"])("a %s share shows no part of the insights", async (scope) => {
  const { wallet, lender } = await scored();
  await share(wallet, lender, { p_scope: scope });

  const answer = await callForObject(pool, "read_shared_score", { p_lender: lender, p_borrower: wallet });

  expect(answer.insights).toBeNull();
  expect(JSON.stringify(answer)).not.toMatch(/canary|weekdays|13000/i);
});

test("a lender reads no insights but through a share", async () => {
  const { wallet, lender } = await scored();
  await share(wallet, lender, { p_scope: "metrics" });
  await openSession(pool, lender);

  const { rows } = await as(pool, signedIn(lender), (client) =>
    client.query("select public.my_insights() as own, (select count(*) from public.score_snapshots)::int as seen"),
  );

  expect(rows).toEqual([{ own: null, seen: 0 }]);
});

test("a metrics share shows the borrower's own history, and the two newest scores to compare", async () => {
  const { wallet, lender } = await scored();
  await storeSnapshot(pool, wallet, { score: 50, tier: "Building" });
  const newest = await storeSnapshot(pool, wallet, { score: 75, tier: "Established", model: "ttshop-2" });
  await scored();
  await share(wallet, lender, { p_scope: "metrics" });

  const answer = await callForObject(pool, "read_shared_score", { p_lender: lender, p_borrower: wallet });

  expect(answer.history).toMatchObject([
    { score: 75, tier: "Established", model: "ttshop-2", modelHash: "a".repeat(64) },
    { score: 50, tier: "Building" },
    { score: 61.234, tier: "Growing" },
  ]);
  const own = await as(pool, signedIn(wallet), (client) => client.query("select public.my_score_history() as answer"));
  expect(answer.history).toEqual(own.rows[0]?.answer);
  expect(answer.compared).toMatchObject({ to: { report: { score: 75 } }, from: { report: { score: 50 } } });
  const { rows } = await pool.query("select snapshot_id from public.access_log where wallet_address = $1", [wallet]);
  expect(rows).toEqual([{ snapshot_id: newest }]);
});

test("a first score is compared with nothing", async () => {
  const { wallet, lender } = await scored();
  await share(wallet, lender, { p_scope: "metrics" });

  const answer = await callForObject(pool, "read_shared_score", { p_lender: lender, p_borrower: wallet });

  expect(answer.compared).toMatchObject({ from: null });
});

test.each(["tier", "factors"])("a %s share shows no earlier score", async (scope) => {
  const { wallet, lender } = await scored();
  await storeSnapshot(pool, wallet, { score: 12.345, tier: "New" });
  await storeSnapshot(pool, wallet);
  await share(wallet, lender, { p_scope: scope });

  const answer = await callForObject(pool, "read_shared_score", { p_lender: lender, p_borrower: wallet });

  expect(answer).toMatchObject({ history: null, compared: null });
  expect(JSON.stringify(answer)).not.toMatch(/12\.345|"New"/);
});

test("nobody reads another's history by name", async () => {
  const { wallet } = await scored();
  const stranger = newWallet();
  await openSession(pool, stranger);

  const { rows } = await as(pool, signedIn(stranger), (client) =>
    client.query("select public.score_history($1) as answer", [wallet]),
  );

  expect(rows).toEqual([{ answer: [] }]);
});

test("of several live shares the widest counts", async () => {
  const { wallet, lender } = await scored();
  for (const scope of ["factors", "metrics", "tier"]) await share(wallet, lender, { p_scope: scope });

  expect(await call(pool, "list_shared_borrowers", { p_lender: lender })).toMatchObject([{ scope: "metrics" }]);
});

test("a revoked share shows nothing at once", async () => {
  const { wallet, lender } = await scored();
  const { id } = await share(wallet, lender);
  expect(await read(lender, wallet)).not.toBeNull();

  expect(await call(pool, "revoke_share", { p_wallet: wallet, p_share_id: id })).toEqual({ revoked: true });

  expect(await read(lender, wallet)).toBeNull();
  expect(await call(pool, "list_shared_borrowers", { p_lender: lender })).toEqual([]);
  expect(await call(pool, "revoke_share", { p_wallet: wallet, p_share_id: id })).toEqual({ revoked: false });
});

test("an expired share shows nothing", async () => {
  const { wallet, lender } = await scored();
  const { id } = await share(wallet, lender);
  expect(await read(lender, wallet)).not.toBeNull();

  await pool.query("update public.shares set expires_at = now() where id = $1", [id]);

  expect(await read(lender, wallet)).toBeNull();
  expect(await call(pool, "list_shared_borrowers", { p_lender: lender })).toEqual([]);
});

test("a share is for one lender, about one borrower", async () => {
  const { wallet, lender } = await scored();
  const other = await scored();
  await share(wallet, lender);

  expect(await read(newWallet(), wallet)).toBeNull();
  expect(await read(lender, other.wallet)).toBeNull();
  expect(await read(wallet, lender)).toBeNull();
});

test("nobody but the borrower can take a share back", async () => {
  const { wallet, lender } = await scored();
  const { id } = await share(wallet, lender);

  for (const who of [lender, newWallet()]) {
    expect(await call(pool, "revoke_share", { p_wallet: who, p_share_id: id })).toEqual({ revoked: false });
  }

  expect(await read(lender, wallet)).not.toBeNull();
});

test("every look is logged for the borrower, and a refused one is not", async () => {
  const { wallet, lender, snapshot } = await scored();
  const { id } = await share(wallet, lender, { p_scope: "factors" });

  await Promise.all([read(lender, wallet), read(lender, wallet), read(newWallet(), wallet)]);

  const { rows } = await pool.query(
    "select lender, share_id, scope, snapshot_id from public.access_log where wallet_address = $1",
    [wallet],
  );
  expect(rows).toEqual(Array(2).fill({ lender, share_id: id, scope: "factors", snapshot_id: snapshot }));
  const audited = await pool.query("select actor from public.audit_log where tenant = $1 and action = 'score.read'", [
    wallet,
  ]);
  expect(audited.rows).toEqual([{ actor: lender }, { actor: lender }]);
});

test("one lender's many looks push no other lender's out of the borrower's sight", async () => {
  const { wallet } = await scored();
  const [busy, quiet] = [newWallet(), newWallet()];
  const { id: seen } = await share(wallet, quiet);
  await lookBefore("4 minutes", 1, { wallet, lender: quiet, share: seen });
  const { id: flooded } = await share(wallet, busy);
  for (const minute of [3, 2, 1]) await lookBefore(`${minute} minutes`, 250, { wallet, lender: busy, share: flooded });
  await openSession(pool, wallet);

  const log = await as(pool, signedIn(wallet), async (client) => (await call(client, "my_access_log", {})) as Row[]);

  expect(log).toHaveLength(500);
  expect(log.filter(({ shareId }) => shareId === seen)).toHaveLength(1);
  const times = log.map(({ readAt }) => String(readAt));
  expect(times).toEqual(times.toSorted().reverse());
});

test("a lender looks at one borrower 300 times a minute and no more; others and later looks are free", async () => {
  const { wallet, lender } = await scored();
  const { id } = await share(wallet, lender);
  await lookBefore("59 seconds", 299, { wallet, lender, share: id });

  expect(await read(lender, wallet)).not.toBeNull();
  await expect(read(lender, wallet)).rejects.toThrow("LF002");
  expect(await count("public.access_log", "wallet_address", wallet)).toBe(300);
  const other = newWallet();
  await share(wallet, other);
  expect(await read(other, wallet)).not.toBeNull();

  const { wallet: second } = await scored();
  const { id: calm } = await share(second, lender);
  await lookBefore("61 seconds", 300, { wallet: second, lender, share: calm });
  expect(await read(lender, second)).not.toBeNull();
});

test("a list that shows a score is a look, and the borrower sees it (I09)", async () => {
  const { wallet, lender, snapshot } = await scored();
  const { id } = await share(wallet, lender, { p_scope: "factors" });
  await openSession(pool, wallet);

  expect(await list(lender)).toMatchObject([{ wallet, score: 61.234, tier: "Growing" }]);

  const look = { lender, share_id: id, scope: "factors", snapshot_id: snapshot, place: "list" };
  expect(await looksAt(wallet)).toEqual([look]);
  const log = await as(pool, signedIn(wallet), (client) => call(client, "my_access_log", {}));
  expect(log).toEqual([{ lender, scope: "factors", place: "list", shareId: id, readAt: expect.any(String) }]);
  const audited = await pool.query(
    "select actor, object, meta from public.audit_log where tenant = $1 and action = 'score.listed'",
    [wallet],
  );
  expect(audited.rows).toEqual([{ actor: lender, object: snapshot, meta: { shareId: id, scope: "factors" } }]);
});

test("listing the same score again is no further look; another score, share or lender is", async () => {
  const { wallet, lender, snapshot } = await scored();
  const { id } = await share(wallet, lender);
  for (let times = 0; times < 3; times += 1) await list(lender);
  expect(await looksAt(wallet)).toHaveLength(1);

  const newer = await storeSnapshot(pool, wallet);
  await list(lender);
  const { id: wider } = await share(wallet, lender, { p_scope: "metrics" });
  await list(lender);
  const other = newWallet();
  await share(wallet, other);
  await list(other);

  const looks = await looksAt(wallet);
  expect(looks.map((look) => [look.share_id, look.snapshot_id])).toEqual([
    [id, snapshot],
    [id, newer],
    [wider, newer],
    [expect.any(String), newer],
  ]);
  expect(looks.map((look) => look.lender)).toEqual([lender, lender, lender, other]);
});

test("a list that is read twice at once is one look", async () => {
  const { wallet, lender } = await scored();
  await share(wallet, lender);

  const both = await overlap(
    pool,
    (client) => list(lender, client),
    (client) => list(lender, client),
  );

  expect(both).toMatchObject([[{ wallet }], [{ wallet }]]);
  expect(await looksAt(wallet)).toHaveLength(1);
  expect(await count("public.audit_log", "tenant", wallet)).toBe(
    (await pool.query("select seq from app_private.audit_heads where tenant = $1", [wallet])).rows[0]?.seq,
  );
});

test("lists of lenders with the same borrowers do not stand in each other's way", async () => {
  const wallets = [];
  for (let nth = 0; nth < 8; nth += 1) {
    const wallet = newWallet();
    await storeSnapshot(pool, wallet);
    wallets.push(wallet);
  }
  const lenders = Array.from({ length: 12 }, newWallet);
  for (const [nth, lender] of lenders.entries()) {
    for (const wallet of nth % 2 ? wallets : wallets.toReversed()) await share(wallet, lender);
  }

  const lists = await Promise.all(lenders.map((lender) => list(lender)));

  expect(lists.map((borrowers) => borrowers.length)).toEqual(lenders.map(() => wallets.length));
  expect(await looksAt(wallets[0] ?? "")).toHaveLength(lenders.length);
});

const endings: Readonly<Record<string, (wallet: string, id: unknown, client: Client) => Promise<unknown>>> = {
  "is taken back": (wallet, id, client) => call(client, "revoke_share", { p_wallet: wallet, p_share_id: id }),
  "ends with its account": (wallet, _, client) => call(client, "begin_account_deletion", { p_wallet: wallet }),
};

test.each(Object.entries(endings))(
  "a share that %s while a list is read is neither shown nor logged, and all others are",
  async (_, end) => {
    const { wallet, lender } = await scored();
    const { id } = await share(wallet, lender);
    const { wallet: staying } = await scored();
    await share(staying, lender);

    const [, shown] = await overlap(
      pool,
      (client) => end(wallet, id, client),
      (client) => list(lender, client),
    );

    expect(shown).toMatchObject([{ wallet: staying }]);
    expect(await looksAt(wallet)).toEqual([]);
    expect(await looksAt(staying)).toHaveLength(1);
  },
);

test("a list is read also by a lender who has looked as often as a minute allows", async () => {
  const { wallet, lender } = await scored();
  const { id } = await share(wallet, lender);
  await lookBefore("1 second", 300, { wallet, lender, share: id });

  await expect(read(lender, wallet)).rejects.toThrow("LF002");
  expect(await list(lender)).toMatchObject([{ wallet, tier: "Growing" }]);
});

test("a lender's list holds 500, those with a score first and then the newest, however many share", async () => {
  const { wallet, lender } = await scored();
  await share(wallet, lender);
  await pool.query(
    `insert into public.shares (wallet_address, lender, scope, purpose, expires_at, created_at)
     select '0x' || encode(sha256(($1 || nth)::bytea), 'hex')::char(40), $1, 'tier', nth::text, $2, now() + nth * interval '1 second'
     from generate_series(1, 510) as nth`,
    [lender, nextYear],
  );

  const shown = await list(lender);

  expect(shown).toHaveLength(500);
  expect(shown[0]).toMatchObject({ wallet, tier: "Growing" });
  expect([shown[1]?.purpose, shown[499]?.purpose]).toEqual(["510", "12"]);
});

test("whether two borrowers share a score is told without a look", async () => {
  const { wallet, lender } = await scored();
  const { wallet: other } = await scored();
  const { wallet: unscored } = await connect(pool);
  const both = (first: string, second: string) =>
    call(pool, "both_share_scores", { p_lender: lender, p_first: first, p_second: second });
  for (const borrower of [wallet, unscored]) await share(borrower, lender);

  expect(await both(wallet, other)).toEqual({ shared: false });
  expect(await both(wallet, unscored)).toEqual({ shared: false });
  expect(await both(wallet, wallet)).toEqual({ shared: false });
  await share(other, lender);
  expect(await both(wallet, other)).toEqual({ shared: true });
  expect([...(await looksAt(wallet)), ...(await looksAt(other))]).toEqual([]);
});

test("a share of a borrower without a score is listed, and there is nothing to read or log", async () => {
  const { wallet } = await connect(pool);
  const lender = newWallet();
  await share(wallet, lender);

  expect(await call(pool, "list_shared_borrowers", { p_lender: lender })).toMatchObject([
    { wallet, tier: null, score: null },
  ]);
  expect(await read(lender, wallet)).toBeNull();
  expect(await count("public.access_log", "wallet_address", wallet)).toBe(0);
});

test("the newest score is the one shown", async () => {
  const { wallet, lender } = await scored();
  await share(wallet, lender, { p_scope: "metrics" });
  await storeSnapshot(pool, wallet, { score: 75, tier: "Established" });

  expect(await readReport(lender, wallet)).toMatchObject({ score: 75, tier: "Established" });
});

test("a share ends in the future and goes to somebody else", async () => {
  const wallet = newWallet();

  expect(await share(wallet, newWallet(), { p_expires_at: "2020-01-01T00:00:00Z" })).toEqual({
    error: "expiry_in_past",
  });
  expect(await share(wallet, wallet)).toEqual({ error: "lender_is_borrower" });
  expect(await count("public.shares", "wallet_address", wallet)).toBe(0);
});

test.each([
  ["p_lender", "0xABCDEF0000000000000000000000000000000000"],
  ["p_scope", "everything"],
  ["p_purpose", ""],
  ["p_purpose", "x".repeat(281)],
  ["p_expires_at", "tomorrow"],
  ["p_expires_at", "infinity"],
  ["p_expires_at", "2026-13-45T00:00:00Z"],
])("a share with a malformed %s is refused", async (name, value) => {
  expect(await sqlStateOf(share(newWallet(), newWallet(), { [name]: value }))).toBe("22023");
});

test("a wallet has at most 100 live shares, also when they are made at once", async () => {
  const wallet = newWallet();
  await pool.query(
    `insert into public.shares (wallet_address, lender, scope, purpose, expires_at, revoked_at)
     select $1, $2, 'tier', 'Stock', $3, case when nth > 99 then now() end from generate_series(1, 150) as nth`,
    [wallet, newWallet(), nextYear],
  );

  const made = await overlap(
    pool,
    (client) => share(wallet, newWallet(), {}, client),
    (client) => share(wallet, newWallet(), {}, client),
  );

  expect(made).toEqual([expect.objectContaining({ status: "live" }), { error: "too_many" }]);
  await call(pool, "revoke_share", { p_wallet: wallet, p_share_id: made[0].id });
  expect(await share(wallet, newWallet())).toMatchObject({ status: "live" });
  expect(await share(newWallet(), newWallet())).toMatchObject({ status: "live" });
});

test("a wallet's list of shares holds 500, the live ones first and then the newest", async () => {
  const wallet = newWallet();
  await openSession(pool, wallet);
  const { id: live } = await share(wallet, newWallet());
  await pool.query(
    `insert into public.shares (wallet_address, lender, scope, purpose, expires_at, revoked_at, created_at)
     select $1, $2, 'tier', nth::text, now(), case when nth % 2 = 0 then now() end, now() + nth * interval '1 second'
     from generate_series(1, 510) as nth`,
    [wallet, newWallet()],
  );

  const shares = await as(pool, signedIn(wallet), async (client) => (await call(client, "my_shares", {})) as Row[]);

  expect(shares).toHaveLength(500);
  expect(shares[0]).toMatchObject({ id: live, status: "live", revokedAt: null });
  expect(shares.slice(1, 3)).toMatchObject([
    { purpose: "510", status: "revoked" },
    { purpose: "509", status: "expired" },
  ]);
  expect(shares[499]).toMatchObject({ purpose: "12" });
});

test("an unknown share cannot be revoked", async () => {
  expect(await call(pool, "revoke_share", { p_wallet: newWallet(), p_share_id: randomUUID() })).toEqual({
    revoked: false,
  });
});
