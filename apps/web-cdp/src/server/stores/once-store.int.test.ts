import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Once } from "#server/contract.ts";
import { databaseClients } from "#server/testing/real-database.ts";
import {
  callForObject,
  connect,
  newWallet,
  openPool,
  sqlStateOf,
  waitsForLock,
} from "../../../../../supabase/tests/harness.ts";
import { storeSnapshot } from "../../../../../supabase/tests/scores.ts";
import { heldScore } from "../../../../../supabase/tests/signed-scores.ts";
import { createConnectionStore } from "./connection-store.ts";
import { createOnceStore, onceOnly } from "./once-store.ts";
import { createShareStore } from "./share-store.ts";

const pool = openPool(10);
afterAll(() => pool.end());

const { call, clientOf } = databaseClients();
const shares = createShareStore(call, clientOf);
const store = createOnceStore(call);

async function newAccount() {
  const wallet = newWallet();
  const { accountId } = await callForObject(pool, "open_session", { p_session_hash: randomUUID(), p_wallet: wallet });
  return { wallet, accountId: String(accountId) };
}

async function accountOf(wallet: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>("select id from public.accounts where wallet_address = $1", [
    wallet,
  ]);
  return rows[0]?.id ?? "";
}

const once = (accountId: string, given: Partial<Once> = {}): Once => ({
  accountId,
  key: randomUUID(),
  requestHash: "a".repeat(64),
  ...given,
});

const shareOf = (wallet: string) => ({
  ...{ wallet, lender: newWallet(), scope: "tier" as const, purpose: "576461413038785752" },
  expiresAt: new Date("2999-01-01T00:00:00Z"),
});

async function countOf(table: string, wallet: string): Promise<number> {
  const { rows } = await pool.query(`select count(*)::int as rows from ${table} where wallet_address = $1`, [wallet]);
  return rows[0]?.rows;
}

describe("an effect with a key", () => {
  it("is one, however often and however simultaneously it is asked for, with one answer", async () => {
    const { wallet, accountId } = await newAccount();
    const [share, key] = [shareOf(wallet), once(accountId)];

    const answers = await Promise.all(Array.from({ length: 12 }, () => shares.createShare(share, key)));

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ purpose: "576461413038785752" });
    expect(await countOf("public.shares", wallet)).toBe(1);
  });

  it("is refused for another request with its key", async () => {
    const { wallet, accountId } = await newAccount();
    const key = once(accountId);
    await shares.createShare(shareOf(wallet), key);
    const other = { ...key, requestHash: "b".repeat(64) };

    await expect(shares.createShare(shareOf(wallet), other)).rejects.toMatchObject({ code: "idempotency_key_reused" });
    await expect(store.findResponse(other)).rejects.toMatchObject({ code: "idempotency_key_reused" });
    expect(await countOf("public.shares", wallet)).toBe(1);
  });

  it("leaves no key when it failed, so that it can be tried again", async () => {
    const { wallet, accountId } = await newAccount();
    const key = once(accountId);
    await expect(shares.createShare({ ...shareOf(wallet), purpose: "" }, key)).rejects.toThrow();

    expect(await shares.createShare(shareOf(wallet), key)).toMatchObject({ status: "live" });
  });

  it("an answered refusal leaves no key: the same request works once its cause is gone", async () => {
    const { wallet, connectionId, runId } = await connect(pool);
    const connections = createConnectionStore(call, clientOf);
    const key = once(await accountOf(wallet));
    const become = (status: string) =>
      pool.query("update public.business_connections set status = $2 where id = $1", [connectionId, status]);
    await become("needs_reconnect");

    expect(await connections.requestSync(wallet, connectionId, key)).toEqual({ error: "needs_reconnect" });
    await become("importing");

    expect(await connections.requestSync(wallet, connectionId, key)).toEqual({ runId, created: false });
  });

  it("never holds up the end of an account that it waits for", async () => {
    const { wallet, connectionId } = await connect(pool);
    const accountId = await accountOf(wallet);
    const deleting = await pool.connect();
    try {
      await deleting.query("begin");
      await deleting.query("select from public.business_connections where wallet_address = $1 for update", [wallet]);
      const asking = callForObject(pool, "call_once", {
        ...{ p_account_id: accountId, p_key: randomUUID(), p_request_hash: "a", p_function: "request_sync" },
        p_args: { p_wallet: wallet, p_connection_id: connectionId },
      });
      await waitsForLock(pool, "call_once");

      expect(await callForObject(deleting, "begin_account_deletion", { p_wallet: wallet })).toMatchObject({
        state: "revoking",
      });
      await deleting.query("commit");
      expect(await asking).toEqual({ answer: { error: "disconnected" } });
    } finally {
      deleting.release();
    }
  });

  it("is another one after a day", async () => {
    const { wallet, accountId } = await newAccount();
    const [share, key] = [shareOf(wallet), once(accountId)];
    await shares.createShare(share, key);
    await pool.query(
      `update app_private.idempotency_keys set created_at = now() - interval '25 hours' where account_id = $1`,
      [accountId],
    );

    expect(await store.findResponse(key)).toBeNull();
    await shares.createShare(share, key);
    expect(await countOf("public.shares", wallet)).toBe(2);
  });

  it("keeps what was answered, for its account only", async () => {
    const [{ wallet, accountId }, other] = [await newAccount(), await newAccount()];
    const key = once(accountId);
    await shares.createShare(shareOf(wallet), key);
    expect(await store.findResponse(key)).toBeNull();

    await store.keepResponse(key, { status: 201, body: { id: "7123456789012345678" } });

    expect(await store.findResponse(key)).toEqual({ status: 201, body: { id: "7123456789012345678" } });
    expect(await store.findResponse({ ...key, accountId: other.accountId })).toBeNull();
  });

  it("answers a signed score with the entry that was signed first", async () => {
    const { wallet, accountId } = await newAccount();
    const snapshot = await storeSnapshot(pool, wallet);
    const key = once(accountId);
    const sign = (id: string) =>
      onceOnly(call, key, { stored: true, entry: { id } })(
        "store_signed_score",
        { p_wallet: wallet, p_snapshot_id: snapshot, p_held: heldScore(wallet, { id }) },
        z.object({ entry: z.object({ id: z.string() }) }),
      );
    const [first, second] = [randomUUID(), randomUUID()];

    expect(await sign(first)).toEqual({ entry: { id: first } });
    expect(await sign(second)).toEqual({ entry: { id: first } });
    expect(await countOf("public.signed_scores", wallet)).toBe(1);
  });

  it("asks for an import once, and answers the same run after it has ended", async () => {
    const { wallet, connectionId, runId } = await connect(pool);
    const connections = createConnectionStore(call, clientOf);
    const key = once(await accountOf(wallet));

    expect(await connections.requestSync(wallet, connectionId, key)).toEqual({ runId, created: false });
    await pool.query(`update public.sync_runs set state = 'done', finished_at = now() where id = $1`, [runId]);
    expect(await connections.requestSync(wallet, connectionId, key)).toEqual({ runId, created: false });
  });

  it("is one of the functions that create something, and no other", async () => {
    const { accountId } = await newAccount();
    for (const name of ["begin_account_deletion", "request_wallet", "create_share(); drop table public.shares; --"]) {
      const attempt = callForObject(pool, "call_once", {
        ...{ p_account_id: accountId, p_key: randomUUID(), p_request_hash: "a", p_function: name, p_args: {} },
      });
      expect(await sqlStateOf(attempt)).toBe("22023");
    }
  });
});
