import { afterAll, expect, test } from "vitest";
import { as, call, callForObject, connect, newWallet, openPool, type Row, shopInput, signedIn } from "./harness.ts";
import { storeSnapshot } from "./scores.ts";
import { sampleSummary, storeTieOut } from "./tie-outs.ts";

const pool = openPool();
afterAll(() => pool.end());

async function tied(): Promise<{ wallet: string; lender: string; snapshot: string }> {
  const shop = shopInput();
  const { wallet } = await connect(pool, { shops: [shop] });
  const snapshot = await storeSnapshot(pool, wallet);
  await storeTieOut(pool, wallet, snapshot, shop.id);
  return { wallet, lender: newWallet(), snapshot };
}

function share(wallet: string, lender: string, scope: string): Promise<Row> {
  return callForObject(pool, "create_share", {
    p_wallet: wallet,
    p_lender: lender,
    p_scope: scope,
    p_purpose: "Working capital",
    p_expires_at: "2999-01-01T00:00:00Z",
  });
}

function readShared(lender: string, borrower: string, kind: string | null = null): Promise<unknown> {
  return call(pool, "read_shared_tie_out", {
    p_lender: lender,
    p_borrower: borrower,
    p_kind: kind,
    p_page: "1",
    p_size: "50",
  });
}

async function readOwn(wallet: string, kind: string | null, page: string, size: string): Promise<Row> {
  return as(pool, signedIn(wallet), async (client) => {
    const { rows } = await client.query(`select public.my_tie_out($1, $2, $3) as answer`, [kind, page, size]);
    return rows[0]?.answer;
  });
}

test("its owner reads the sums and each flagged id, page by page and by kind", async () => {
  const { wallet } = await tied();

  const all = await readOwn(wallet, null, "1", "1");
  expect(all).toMatchObject({ ...sampleSummary, flagCount: 2, page: 1, pageSize: 1 });
  expect(all.flags).toMatchObject([{ kind: "MISSING", expected: "71.25", found: "0", paymentId: null }]);
  expect((await readOwn(wallet, null, "2", "1")).flags).toMatchObject([{ kind: "ORPHAN", found: "33.75" }]);
  expect(await readOwn(wallet, "ORPHAN", "1", "50")).toMatchObject({ flagCount: 1, flags: [{ kind: "ORPHAN" }] });
  expect(await readOwn(wallet, "PARTIAL", "1", "50")).toMatchObject({ flagCount: 0, flags: [] });
});

test("nobody else's is ever read, even by name", async () => {
  const { wallet } = await tied();
  const stranger = await tied();

  const answer = await as(pool, signedIn(stranger.wallet), async (client) => {
    const { rows } = await client.query(`select public.tie_out_page($1, null, '1', '50') as answer`, [wallet]);
    return rows[0]?.answer;
  });

  expect(answer ?? null).toBeNull();
});

test("a lender reads it at scope metrics, and every look is kept", async () => {
  const { wallet, lender, snapshot } = await tied();
  await share(wallet, lender, "metrics");

  expect(await readShared(lender, wallet, "MISSING")).toMatchObject({ tieOut: { flagCount: 1, ...sampleSummary } });

  const { rows } = await pool.query(`select scope, snapshot_id from public.access_log where wallet_address = $1`, [
    wallet,
  ]);
  expect(rows).toEqual([{ scope: "metrics", snapshot_id: snapshot }]);
});

test.each(["tier", "factors"])("a %s share shows nothing of it", async (scope) => {
  const { wallet, lender } = await tied();
  await share(wallet, lender, scope);

  expect(await readShared(lender, wallet)).toBeNull();
  expect(await readShared(newWallet(), wallet)).toBeNull();
  const { rows } = await pool.query(`select 1 from public.access_log where wallet_address = $1`, [wallet]);
  expect(rows).toEqual([]);
});

test("a revoked share shows nothing of it at once", async () => {
  const { wallet, lender } = await tied();
  const { id } = await share(wallet, lender, "metrics");
  expect(await readShared(lender, wallet)).not.toBeNull();

  await call(pool, "revoke_share", { p_wallet: wallet, p_share_id: id });

  expect(await readShared(lender, wallet)).toBeNull();
});

test.each([
  "update public.tie_outs set summary = '{}'",
  "delete from public.tie_outs",
  "truncate public.tie_outs, public.tie_out_flags",
  "update public.tie_out_flags set kind = 'ORPHAN'",
  "delete from public.tie_out_flags",
])("a stored tie-out is immutable: %s is refused", async (statement) => {
  await tied();

  await expect(pool.query(statement)).rejects.toMatchObject({ code: "23001" });
});

test("a tie-out cannot exist without its snapshot", async () => {
  const orphan = pool.query(
    `insert into public.tie_outs (snapshot_id, wallet_address, summary) values (gen_random_uuid(), $1, '{}')`,
    [newWallet()],
  );

  await expect(orphan).rejects.toMatchObject({ code: "23503" });
});
