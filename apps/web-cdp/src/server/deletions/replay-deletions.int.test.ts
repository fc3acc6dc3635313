import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createAuditSigner } from "#server/audit/audit-signer.ts";
import { lineHash, recordLine } from "#server/audit/head-record.ts";
import { recordFiles } from "#server/audit/record-files.ts";
import { recordHeads } from "#server/audit/record-heads.ts";
import { createPool } from "#server/stores/pg/pool.ts";
import { postgresFolder } from "../../../../../scripts/stack/postgres-folder.ts";
import { postgresUser } from "../../../../../scripts/stack/postgres-user.ts";
import { lockDataDir, type RunLock } from "../../../../../scripts/stack/run-lock.ts";
import { type Stack, startStack } from "../../../../../scripts/stack/stack.ts";
import { type TemporaryData, temporaryData } from "../../../../../scripts/stack/temporary-data.ts";
import { call, callForObject, connect, newWallet } from "../../../../../supabase/tests/harness.ts";
import { connectLarge } from "../../../../../supabase/tests/large-connection.ts";
import { storeSnapshot } from "../../../../../supabase/tests/scores.ts";
import { storeSignedScore } from "../../../../../supabase/tests/signed-scores.ts";
import { tablesHolding } from "../../../../../supabase/tests/tables-holding.ts";
import { replayDeletions } from "./replay-deletions.ts";

let data: TemporaryData;
let stack: Stack;
let lock: RunLock;
let pool: ReturnType<typeof createPool>;
let outside: string;
const signer = createAuditSigner({ privateKey: new Uint8Array(randomBytes(32)), earlier: [] });

beforeAll(async () => {
  data = await temporaryData("int");
  outside = mkdtempSync(join(tmpdir(), "outside-"));
  await start();
}, 60_000);
afterAll(async () => {
  await stop();
  data.remove();
  rmSync(outside, { recursive: true, force: true });
});

async function start(): Promise<void> {
  stack = await startStack({ dataDir: data.dataDir });
  lock = lockDataDir(data.dataDir);
  lock.record(stack.children);
  pool = createPool({ databaseUrl: stack.databaseUrl, applicationName: "replay-test", max: 4 });
}

async function stop(): Promise<void> {
  await pool.end();
  await stack.stop();
  lock.release();
}

const files = () => postgresFolder(data.dataDir, postgresUser(), () => undefined);
const backup = () => join(outside, "backup");

/** A cold copy of the database's files, as a snapshot of its disk is. */
async function takeBackup(): Promise<void> {
  await stop();
  copy(files(), backup());
  await start();
}

/** With owners and times, as the server wants its files. */
function copy(from: string, to: string): void {
  execFileSync("cp", ["-a", from, to]);
}

async function restoreBackup(): Promise<void> {
  await stop();
  const folder = files();
  rmSync(folder, { recursive: true });
  copy(backup(), folder);
  await start();
}

const record = () => recordHeads({ pool, signer, files: recordFiles(join(outside, "record")) });
const replay = () => replayDeletions(pool, { signer, files: recordFiles(join(outside, "record")) });

async function deleteAccount(wallet: string): Promise<void> {
  const { deletionId } = await callForObject(pool, "begin_account_deletion", { p_wallet: wallet });
  await pool.query("select app_private.erase_account($1)", [deletionId]);
}

it("a backup from before deletions forgets them again, and nothing else (I07)", async () => {
  const [gone, kept, returned, partly] = [
    await connect(pool),
    await connect(pool),
    await connect(pool),
    await connect(pool),
  ];
  const second = await connect(pool, {}, partly.wallet);
  await storeSnapshot(pool, gone.wallet);
  const lender = newWallet();
  const share = await callForObject(pool, "create_share", {
    ...{ p_wallet: kept.wallet, p_lender: lender, p_scope: "tier", p_purpose: "loan" },
    p_expires_at: "2999-01-01T00:00:00Z",
  });
  const signed = await storeSignedScore(pool, kept.wallet, await storeSnapshot(pool, kept.wallet));
  await deleteAccount(returned.wallet);
  await callForObject(pool, "open_session", { p_session_hash: "again", p_wallet: returned.wallet });
  await takeBackup();
  await deleteAccount(gone.wallet);
  await call(pool, "disconnect_connection", {
    ...{ p_wallet: partly.wallet, p_connection_id: partly.connectionId, p_erase: "delete" },
  });
  await call(pool, "revoke_share", { p_wallet: kept.wallet, p_share_id: share.id });
  await call(pool, "revoke_signed_score", { p_wallet: kept.wallet, p_id: signed });
  expect(await record()).toBe(1);

  await restoreBackup();
  expect(await call(pool, "list_shared_borrowers", { p_lender: lender })).toHaveLength(1);
  expect(await tablesHolding(pool, gone.wallet)).toContain("public.score_snapshots");
  expect(await tablesHolding(pool, partly.connectionId)).toContain("public.business_connections");

  expect(await replay()).toMatchObject({ accounts: 1, connections: 1, shares: 1, signedScores: 1 });

  expect(await call(pool, "list_shared_borrowers", { p_lender: lender })).toEqual([]);
  expect(JSON.stringify(await call(pool, "list_revoked_scores", {}))).toContain(signed);

  expect(await tablesHolding(pool, gone.wallet)).toEqual([]);
  expect(await tablesHolding(pool, gone.connectionId)).toEqual([]);
  expect(await tablesHolding(pool, partly.connectionId)).toEqual(["app_private.erasures", "public.audit_log"]);
  for (const { wallet } of [kept, returned, second]) {
    expect(await tablesHolding(pool, wallet)).toContain("public.accounts");
  }
  expect(await replay()).toMatchObject({ accounts: 0, connections: 0, shares: 0, signedScores: 0 });
}, 120_000);

it("what another key signed is not obeyed (I07)", async () => {
  const { wallet } = await connect(pool);
  const foreign = createAuditSigner({ privateKey: new Uint8Array(randomBytes(32)), earlier: [] });
  const folder = join(outside, "forged");
  const rows = await pool.query<{ hash: string }>("select app_private.wallet_hash($1) as hash", [wallet]);
  const at = new Date(Date.now() + 60_000).toISOString();
  const deletion = { walletHash: rows.rows[0]?.hash ?? "", connectionId: null, at };
  const forged = recordLine({ v: 1, at, prev: "", heads: [], deletions: [deletion], revocations: [] }, foreign);
  await recordFiles(folder).append(forged, new Date(at));

  expect(await replayDeletions(pool, { signer, files: recordFiles(folder) })).toMatchObject({ accounts: 0 });

  expect(await tablesHolding(pool, wallet)).toContain("public.accounts");
});

it("a connection that had left its wallet when the backup was made is erased, with the wallet that was made for it (I07)", async () => {
  const { wallet, connectionId } = await connectLarge(pool);
  await call(pool, "disconnect_connection", { p_wallet: wallet, p_connection_id: connectionId, p_erase: "delete" });
  const left = await pool.query<{ nobody: string }>("select nobody from app_private.connection_erasures");

  expect(await replayDeletions(pool, null)).toMatchObject({ connections: 1 });

  expect(await tablesHolding(pool, connectionId)).toEqual(["app_private.erasures", "public.audit_log"]);
  expect(await tablesHolding(pool, left.rows[0]?.nobody ?? "")).toEqual([]);
});

const months = ["2026-08", "2026-09", "2026-10"] as const;
const inMonth = (month: string) => `${month}-15T12:00:00.000Z`;

/** A record of three months, a line and a file each, of which only the given ones are left. */
async function recordOf(left: readonly string[]): Promise<ReturnType<typeof recordFiles>> {
  const files = recordFiles(mkdtempSync(join(outside, "months-")));
  let prev = "";
  for (const month of months) {
    const at = inMonth(month);
    const line = recordLine({ v: 1, at, prev, heads: [], deletions: [], revocations: [] }, signer);
    prev = lineHash(line);
    if (left.includes(month)) await files.append(line, new Date(at));
  }
  return files;
}

it.each([
  ["every file is there", months, "2026-10", 0],
  ["every file is there, and the backup knows of none", months, null, 0],
  ["the file in the middle is missing", ["2026-08", "2026-10"], "2026-10", 1],
  ["files up to the backup are archived", ["2026-09", "2026-10"], "2026-09", 0],
  ["the file of the backup's time is missing", ["2026-09", "2026-10"], "2026-08", 1],
  ["the first file is missing, and the backup knows of none", ["2026-09", "2026-10"], null, 1],
])("a record is called whole where no line is missing that matters: %s (I07)", async (_, left, known, gaps) => {
  await pool.query("delete from app_private.audit_recordings");
  if (known !== null) {
    await pool.query("insert into app_private.audit_recordings (recorded_at) values ($1)", [inMonth(known)]);
  }

  const { record } = await replayDeletions(pool, { signer, files: await recordOf(left) });

  expect(record).toMatchObject({ gaps, isWhole: gaps === 0, unreadableLines: 0, newestAt: inMonth("2026-10") });
});
