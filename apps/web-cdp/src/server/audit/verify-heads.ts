import "server-only";
import type { Sql } from "#server/stores/pg/pool.ts";
import type { AuditSigner } from "./audit-signer.ts";
import { type HeadRecord, lineHash, readRecordLine } from "./head-record.ts";
import type { RecordFiles } from "./record-files.ts";

/** A chain that is not what was once recorded of it outside of the database. */
export interface BrokenHead {
  /** Null when nothing of the chain is left here. */
  readonly tenant: string | null;
  readonly tenantHash: string;
  readonly seq: number;
  readonly recordedAt: string;
  /** `cut_off`: the entry is gone; `rewritten`: another one stands in its place. */
  readonly problem: "cut_off" | "rewritten";
}

export interface HeadsReport {
  readonly records: number;
  readonly heads: number;
  /** Time of the newest record; null without any. */
  readonly newestAt: string | null;
  /** The database names a record that is newer than those at hand, or none is at hand. */
  readonly isBehind: boolean;
  /** The first recorded position of each chain that does not hold. */
  readonly broken: readonly BrokenHead[];
  /** Lines that no key of ours signed, by number: torn by a crash, or changed. */
  readonly unreadableLines: readonly number[];
  /** Lines whose record names another one before it: lines were taken out. */
  readonly gapsBeforeLines: readonly number[];
}

interface Recorded {
  readonly tenantHash: string;
  readonly seq: number;
  readonly hash: string;
  readonly at: string;
}

const perLook = 5_000;

/**
 * Compares the database with every record made outside of it since `after`: each recorded entry must still be there. A chain that
 * ended with the recorded deletion of its account is not missed. Lines that cannot be read and gaps count from the newest record up to
 * `after` on. Reads line by line; what it holds at once is bounded.
 */
export async function verifyHeads(
  sql: Sql,
  { signer, files, after }: { readonly signer: AuditSigner; readonly files: RecordFiles; readonly after: Date | null },
): Promise<HeadsReport> {
  const broken = new Map<string, BrokenHead>();
  const unreadableLines: number[] = [];
  const gapsBeforeLines: number[] = [];
  let [line, records, heads] = [0, 0, 0];
  let newestAt: string | null = null;
  let previous: string | null = null;
  let waiting: Recorded[] = [];
  let isSince = false;

  for await (const text of files.lines()) {
    line += 1;
    if (text === "") continue;
    const record = readRecordLine(text, signer);
    if (record === null) {
      unreadableLines.push(line);
      continue;
    }
    // Before the first line there may be files that were archived.
    if (previous !== null && record.prev !== lineHash(previous)) gapsBeforeLines.push(line);
    previous = text;
    records += 1;
    newestAt = record.at;
    if (after !== null && new Date(record.at) <= after) {
      // An old line that was put after newer ones excuses nothing.
      if (!isSince) unreadableLines.length = gapsBeforeLines.length = 0;
      continue;
    }
    isSince = true;
    heads += record.heads.length;
    waiting.push(...recordedHeads(record));
    if (waiting.length >= perLook) {
      await judge(sql, waiting, broken);
      waiting = [];
    }
  }
  await judge(sql, waiting, broken);
  const isBehind = records === 0 || (await knowsOfLater(sql, newestAt));
  return { records, heads, newestAt, isBehind, broken: [...broken.values()], unreadableLines, gapsBeforeLines };
}

/** Whether the database names a record that is newer than this one. Both times are of the transaction that wrote it. */
export async function knowsOfLater(sql: Sql, newestAt: string | null): Promise<boolean> {
  const { rows } = await sql.query<{ later: boolean }>(
    `select exists (select from app_private.audit_recordings
       where date_trunc('milliseconds', recorded_at) > $1::timestamptz) as later`,
    [newestAt],
  );
  return rows[0]?.later === true;
}

function recordedHeads({ heads, at }: HeadRecord): Recorded[] {
  return heads.map(([tenantHash, seq, hash]) => ({ tenantHash, seq, hash, at }));
}

async function judge(sql: Sql, recorded: readonly Recorded[], broken: Map<string, BrokenHead>): Promise<void> {
  if (recorded.length === 0) return;
  const found = await sql.query<{
    tenant: string | null;
    tenant_hash: string;
    seq: number;
    at: string;
    is_there: boolean;
  }>(
    `with recorded as (
       select * from jsonb_to_recordset($1::jsonb) as one("tenantHash" text, seq int, hash text, at timestamptz)
     ), tenants as materialized (
       select tenant, app_private.wallet_hash(tenant) as tenant_hash from (
         select tenant from app_private.audit_heads union select tenant from public.audit_log) as known
     ), ended as materialized (
       select meta ->> 'walletHash' as tenant_hash, (meta ->> 'auditSeq')::int as seq, at
       from public.audit_log where tenant = 'system' and action = 'account.erased'
     )
     select t.tenant, r."tenantHash" as tenant_hash, r.seq, public.iso_utc(r.at) as at, l.hash is not null as is_there
     from recorded r
     left join tenants t on t.tenant_hash = r."tenantHash"
     left join public.audit_log l on l.tenant = t.tenant and l.seq = r.seq
     where l.hash is distinct from r.hash and not exists (
       select from ended e where e.tenant_hash = r."tenantHash" and e.at >= r.at and e.seq >= r.seq)
     order by r.at, r.seq`,
    [JSON.stringify(recorded)],
  );
  for (const { tenant, tenant_hash: tenantHash, seq, at, is_there: isThere } of found.rows) {
    if (broken.has(tenantHash)) continue;
    broken.set(tenantHash, { tenant, tenantHash, seq, recordedAt: at, problem: isThere ? "rewritten" : "cut_off" });
  }
}
