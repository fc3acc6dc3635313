import "server-only";
import type { Pool } from "pg";
import { inTransaction, type Sql } from "#server/stores/pg/pool.ts";
import type { AuditSigner } from "./audit-signer.ts";
import { type HeadRecord, lineHash, recordLine } from "./head-record.ts";
import type { RecordFiles } from "./record-files.ts";

export interface RecordDeps {
  readonly pool: Pool;
  readonly signer: AuditSigner;
  readonly files: RecordFiles;
}

const everySeconds = 55;
/** A record stays a line that can be read in one go; what is left goes into the next one at once. */
const mostOfEach = 2_000;

/**
 * Writes what has grown since the last record, at most once a minute however many workers ask; deletions and revocations at once. The line
 * is on the disk before the database calls it recorded: a crash between the two repeats it. Answers how many records were written.
 */
export async function recordHeads(deps: RecordDeps): Promise<number> {
  let records = 0;
  for (let left = true; left; ) {
    const written = await inTransaction(deps.pool, (tx) => recordOnce(deps, tx, records > 0));
    if (written === null) break;
    records += 1;
    const { heads, deletions, revocations } = written;
    left = heads.length === mostOfEach || deletions.length >= mostOfEach || revocations.length === mostOfEach;
  }
  return records;
}

async function recordOnce({ signer, files }: RecordDeps, tx: Sql, hasMore: boolean): Promise<HeadRecord | null> {
  if (!(await isOnlyWriter(tx))) return null;
  const due = await tx.query<{ at: string }>(
    `select public.iso_utc(now()) as at
     where $1
       or not exists (
         select from app_private.audit_recordings where recorded_at > now() - make_interval(secs => $2))
       or exists (select from app_private.account_deletions where recorded_at is null)
       or exists (select from app_private.erasures where recorded_at is null)
       or exists (select from app_private.revocations where recorded_at is null)`,
    [hasMore, everySeconds],
  );
  const at = due.rows[0]?.at;
  if (at === undefined) return null;
  const heads = await takeHeads(tx);
  const deletions = await takeDeletions(tx);
  const revocations = await takeRevocations(tx);
  const last = await files.lastLine();
  const record: HeadRecord = { v: 1, at, prev: last === null ? "" : lineHash(last), heads, deletions, revocations };
  await tx.query(
    `insert into app_private.audit_recordings (recorded_at) values (now())
     on conflict (only_one) do update set recorded_at = excluded.recorded_at`,
  );
  await files.append(recordLine(record, signer), new Date(at));
  return record;
}

/** A statement of its own: one that also looked for a record could not see what the last writer committed as it let go. */
async function isOnlyWriter(tx: Sql): Promise<boolean> {
  const { rows } = await tx.query<{ had: boolean }>(
    "select pg_try_advisory_xact_lock(hashtextextended('audit_recordings', 0)) as had",
  );
  return rows[0]?.had === true;
}

async function takeHeads(tx: Sql): Promise<HeadRecord["heads"]> {
  const taken = await tx.query<{ tenant_hash: string; seq: number; hash: string }>(
    `with grown as (
       select tenant from app_private.audit_heads where seq <> recorded_seq order by tenant limit ${mostOfEach}
     )
     update app_private.audit_heads as head set recorded_seq = head.seq from grown where grown.tenant = head.tenant
     returning app_private.wallet_hash(head.tenant) as tenant_hash, head.seq, head.hash`,
  );
  return taken.rows.map(({ tenant_hash: tenantHash, seq, hash }) => [tenantHash, seq, hash]);
}

async function takeDeletions(tx: Sql): Promise<HeadRecord["deletions"]> {
  const taken = await tx.query<{ wallet_hash: string; connection_id: string | null; at: string }>(
    `with accounts as (
       update app_private.account_deletions set recorded_at = now() where id in (
         select id from app_private.account_deletions where recorded_at is null order by requested_at, id limit ${mostOfEach})
       returning wallet_hash, null::uuid as connection_id, requested_at as at
     ), connections as (
       update app_private.erasures set recorded_at = now() where id in (
         select id from app_private.erasures where recorded_at is null order by at, id limit ${mostOfEach})
       returning wallet_hash, connection_id, at
     )
     select wallet_hash, connection_id, public.iso_utc(at) as at
     from (select * from accounts union all select * from connections) as deleted order by at`,
  );
  return taken.rows.map((row) => ({ walletHash: row.wallet_hash, connectionId: row.connection_id, at: row.at }));
}

async function takeRevocations(tx: Sql): Promise<HeadRecord["revocations"]> {
  const taken = await tx.query<HeadRecord["revocations"][number]>(
    `with waiting as (
       select kind, id from app_private.revocations where recorded_at is null order by at, id limit ${mostOfEach}
     )
     update app_private.revocations as told set recorded_at = now()
     from waiting where (told.kind, told.id) = (waiting.kind, waiting.id) returning told.kind, told.id`,
  );
  return taken.rows;
}
