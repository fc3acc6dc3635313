import "server-only";
import type { Pool } from "pg";
import { type HeadRecord, lineHash, readRecordLine } from "#server/audit/head-record.ts";
import type { RecordDeps } from "#server/audit/record-heads.ts";
import { knowsOfLater } from "#server/audit/verify-heads.ts";
import { eraseAccount } from "#server/stores/pg/account-deletions.ts";
import { eraseLeftConnection, listLeftConnections } from "#server/stores/pg/connection-erasures.ts";
import { inTransaction } from "#server/stores/pg/pool.ts";

export interface ReplayReport {
  /** Entries read, from the record outside of the database and from the ledgers in it. */
  readonly known: number;
  readonly accounts: number;
  readonly connections: number;
  readonly shares: number;
  readonly signedScores: number;
  /** What was read of the record outside of the database; null where none is kept. */
  readonly record: RecordReading | null;
}

export interface RecordReading {
  readonly records: number;
  /** Lines that no key of ours signed: torn by a crash, changed, or signed by a key that is not listed. */
  readonly unreadableLines: number;
  /** Places where lines are missing: a line names another one before it, or the first is later than what the database has recorded. */
  readonly gaps: number;
  /** Time of the newest record; null without any. */
  readonly newestAt: string | null;
  /** Whether nothing is missing as far as can be told: every line is there and could be read, up to the last record that the database knows of. */
  readonly isWhole: boolean;
}

type Deletion = HeadRecord["deletions"][number];
interface Recorded extends Pick<HeadRecord, "deletions" | "revocations"> {
  readonly reading: RecordReading | null;
}

/**
 * Deletes again what a restored backup brought back: accounts that are as old as their deletion, and connections by their id;
 * and takes back again shares and signed scores that had been revoked. A wallet that signed in anew after its deletion is left alone. Safe to repeat; run it before anything serves.
 */
export async function replayDeletions(
  pool: Pool,
  recording: Pick<RecordDeps, "signer" | "files"> | null,
): Promise<ReplayReport> {
  const recorded: Recorded =
    recording === null ? { deletions: [], revocations: [], reading: null } : await readRecords(pool, recording);
  const known = [...(await ledgerOf(pool)), ...recorded.deletions];
  let accounts = 0;
  for (const wallet of await findReturned(pool, known)) {
    const begun = await pool.query<{ id: string }>(
      `select public.begin_account_deletion($1, 'replay') ->> 'deletionId' as id`,
      [wallet],
    );
    const id = begun.rows[0]?.id;
    if (id && (await eraseAccount(pool, id)) !== null) accounts += 1;
  }
  const ids = known.flatMap(({ connectionId }) => (connectionId === null ? [] : [connectionId]));
  const connections = (await finishErasures(pool)) + (await eraseConnections(pool, ids));
  const idsOf = (wanted: string) => recorded.revocations.flatMap(({ kind, id }) => (kind === wanted ? [id] : []));
  return {
    known: known.length,
    accounts,
    connections,
    shares: await revoke(pool, "public.shares", idsOf("share")),
    signedScores: await revoke(pool, "public.signed_scores", idsOf("signed_score")),
    record: recorded.reading,
  };
}

async function ledgerOf(pool: Pool): Promise<readonly Deletion[]> {
  const found = await pool.query<{ wallet_hash: string; connection_id: string | null; at: string }>(
    `select wallet_hash, null::uuid as connection_id, public.iso_utc(requested_at) as at from app_private.account_deletions
     union all select wallet_hash, connection_id, public.iso_utc(at) from app_private.erasures`,
  );
  return found.rows.map((row) => ({ walletHash: row.wallet_hash, connectionId: row.connection_id, at: row.at }));
}

/** What is not signed by a key of ours is not obeyed. */
async function readRecords(pool: Pool, { files, signer }: Pick<RecordDeps, "signer" | "files">): Promise<Recorded> {
  const deletions: Deletion[] = [];
  const revocations: HeadRecord["revocations"][number][] = [];
  let [records, unreadableLines, gaps] = [0, 0, 0];
  let newestAt: string | null = null;
  let previous: string | null = null;
  for await (const line of files.lines()) {
    if (line === "") continue;
    const record = readRecordLine(line, signer);
    if (record === null) {
      unreadableLines += 1;
      continue;
    }
    const follows: boolean = previous === null ? await reachesBack(pool, record) : record.prev === lineHash(previous);
    if (!follows) gaps += 1;
    previous = line;
    records += 1;
    newestAt = record.at;
    deletions.push(...record.deletions);
    revocations.push(...record.revocations);
  }
  const isWhole = records > 0 && unreadableLines === 0 && gaps === 0 && !(await knowsOfLater(pool, newestAt));
  return { deletions, revocations, reading: { records, unreadableLines, gaps, newestAt, isWhole } };
}

/**
 * Whether no record before this first one can hold what the database lacks. Earlier files may be archived: up to the last record that
 * the database knows of it has everything itself. One that knows of none needs the very first.
 */
async function reachesBack(pool: Pool, { at, prev }: HeadRecord): Promise<boolean> {
  const { rows } = await pool.query<{ reaches: boolean }>(
    `select coalesce((select recorded_at >= $1::timestamptz from app_private.audit_recordings), $2) as reaches`,
    [at, prev === ""],
  );
  return rows[0]?.reaches === true;
}

async function revoke(pool: Pool, table: string, ids: readonly string[]): Promise<number> {
  const revoked = await pool.query(
    `update ${table} set revoked_at = now() where id = any ($1::uuid[]) and revoked_at is null`,
    [ids],
  );
  return revoked.rowCount ?? 0;
}

async function findReturned(pool: Pool, known: readonly Deletion[]): Promise<readonly string[]> {
  const whole = known.filter(({ connectionId }) => connectionId === null);
  const found = await pool.query<{ wallet: string }>(
    `select distinct account.wallet_address as wallet
     from public.accounts as account
     join unnest($1::text[], $2::timestamptz[]) as deleted(hash, at)
       on deleted.hash = app_private.wallet_hash(account.wallet_address) and account.created_at <= deleted.at`,
    [whole.map(({ walletHash }) => walletHash), whole.map(({ at }) => at)],
  );
  return found.rows.map(({ wallet }) => wallet);
}

/** Connections that had left their wallet to be erased, and whose rows the backup still holds. */
async function finishErasures(pool: Pool): Promise<number> {
  let erased = 0;
  for (const id of await listLeftConnections(pool)) if (await eraseLeftConnection(pool, id)) erased += 1;
  return erased === 0 ? 0 : erased + (await finishErasures(pool));
}

/** One at a time: a large one takes long, and those before it stay erased. */
async function eraseConnections(pool: Pool, ids: readonly string[]): Promise<number> {
  let erased = 0;
  for (const id of new Set(ids)) {
    erased += await inTransaction(pool, async (tx) => {
      const gone = await tx.query(
        `select app_private.append_audit(own.wallet_address, 'system', 'connection.erased', own.id::text,
           jsonb_build_object('cause', 'replay')), app_private.erase_connection(own)
         from public.business_connections as own where own.id = $1`,
        [id],
      );
      return gone.rows.length;
    });
  }
  return erased;
}
