import "server-only";
import type { IncomeRecord, RejectedRow } from "@lendfriend/connector";
import { incomeTables, snakeCase } from "./income-tables.ts";
import type { Sql } from "./pool.ts";

/** For whom rows are written: the epoch is the connection's life that the writer saw when it started. */
export interface IncomeTarget {
  readonly connectionId: string;
  /** The import that the rows belong to; null for a re-read before any. */
  readonly runId: string | null;
  readonly epoch: number;
}

type RecordsByKind = { [Kind in IncomeRecord["kind"]]?: Extract<IncomeRecord, { kind: Kind }>[] };

/** Rows of one page, and the shop that its rejected rows belong to; null for a creator's rows. */
export interface WrittenPage {
  readonly shopId: string | null;
  readonly rows: readonly IncomeRecord[];
  readonly rejected: readonly RejectedRow[];
}

/**
 * Writes pages: an upsert per table whatever the number of rows, and the rows kept aside. The only writer of income rows, for
 * imports and for re-reads. Answers false, having written nothing, when the connection was disconnected or reconnected since
 * the writer started.
 */
export async function saveRows(tx: Sql, target: IncomeTarget, pages: readonly WrittenPage[]): Promise<boolean> {
  if (!(await holdConnection(tx, target))) return false;
  for (const rows of Object.values(byKind(pages.flatMap((page) => page.rows)))) await upsert(tx, target, rows);
  for (const page of pages) if (page.rejected.length > 0) await keepAside(tx, target, page);
  return true;
}

/** Share-locks the connection, so that a disconnect waits for this page or this page sees the disconnect. */
async function holdConnection(tx: Sql, target: IncomeTarget): Promise<boolean> {
  const held = await tx.query(
    `select 1 from public.business_connections
     where id = $1 and epoch = $2 and is_active and status <> 'disconnected' for share`,
    [target.connectionId, target.epoch],
  );
  return held.rows.length === 1;
}

function byKind(records: readonly IncomeRecord[]): RecordsByKind {
  const groups: { [kind: string]: IncomeRecord[] } = {};
  for (const record of records) {
    const group = groups[record.kind];
    if (group) group.push(record);
    else groups[record.kind] = [record];
  }
  return groups as RecordsByKind;
}

async function upsert(tx: Sql, target: IncomeTarget, rows: readonly IncomeRecord[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  await tx.query(upsertText(first.kind), [target.connectionId, target.runId, JSON.stringify(newestPerKey(rows))]);
}

const texts = new Map<IncomeRecord["kind"], string>();

function upsertText(kind: IncomeRecord["kind"]): string {
  const known = texts.get(kind);
  if (known) return known;
  const { table, key, newerWins, columns } = incomeTables[kind];
  const fields = Object.keys(columns);
  const keys: readonly string[] = key;
  const updated = ["run_id", ...fields.filter((field) => !keys.includes(field)).map(snakeCase)];
  // Rows go in by key order: two writers that meet on the same rows then wait, and never deadlock.
  const text = `insert into ${table} as kept (connection_id, run_id, ${fields.map(snakeCase).join(", ")})
    select $1, $2, ${fields.map((field) => `row."${field}"`).join(", ")}
    from jsonb_to_recordset($3::jsonb) as row(${Object.entries(columns)
      .map(([field, type]) => `"${field}" ${type}`)
      .join(", ")})
    order by ${keys.map((field) => `row."${field}"`).join(", ")}
    on conflict (connection_id, ${keys.map(snakeCase).join(", ")}) do update
    set ${updated.map((column) => `${column} = excluded.${column}`).join(", ")}
    ${newerWins ? "where kept.update_time <= excluded.update_time" : ""}`;
  texts.set(kind, text);
  return text;
}

/** One statement may touch a row once, and a platform may repeat a row within a page: the newest one stays. */
function newestPerKey(rows: readonly IncomeRecord[]): readonly IncomeRecord[] {
  const newest = new Map<string, IncomeRecord>();
  for (const row of rows) {
    const key = rowKey(row);
    const other = newest.get(key);
    if (!other || changedAt(other) <= changedAt(row)) newest.set(key, row);
  }
  return [...newest.values()];
}

function rowKey(row: IncomeRecord): string {
  const fields: { readonly [field: string]: unknown } = { ...row };
  return JSON.stringify(incomeTables[row.kind].key.map((field) => fields[field]));
}

function changedAt(row: IncomeRecord): number {
  return "updateTime" in row ? row.updateTime : 0;
}

/** Forgets what was set aside of rows that have just been read again. */
export async function forgetSetAside(
  tx: Sql,
  { connectionId, shopId, stage }: { readonly connectionId: string; readonly shopId: string; readonly stage: string },
  ids: readonly string[],
): Promise<void> {
  await tx.query(
    `delete from public.rejected_rows
     where connection_id = $1 and shop_id = $2 and stage = $3 and row_id = any ($4::text[])`,
    [connectionId, shopId, stage, ids],
  );
}

/**
 * Forgets what earlier imports set aside of rows that this one has understood. What was set aside since it began stays: it may be
 * of a newer state than the page that is being written.
 */
export async function forgetUnderstood(
  tx: Sql,
  { connectionId, runId }: IncomeTarget,
  pages: readonly (WrittenPage & { readonly stage: string })[],
): Promise<void> {
  const isEarlier = "connection_id = $1 and run_id is distinct from $2";
  const earlier = await tx.query(`select 1 from public.rejected_rows where ${isEarlier} limit 1`, [
    connectionId,
    runId,
  ]);
  if (earlier.rows.length === 0) return;
  const understood = pages.flatMap(({ stage, shopId, rows }) =>
    rows.map((row) => ({ stage, shopId, rowId: wireIdOf(row) })),
  );
  await tx.query(
    `delete from public.rejected_rows where ${isEarlier} and (stage, coalesce(shop_id, ''), row_id) in (
       select row.stage, coalesce(row."shopId", ''), row."rowId"
       from jsonb_to_recordset($3::jsonb) as row(stage text, "shopId" text, "rowId" text))`,
    [connectionId, runId, JSON.stringify(understood)],
  );
}

/** The id that the platform's own row has in its list; null where it has none. */
function wireIdOf(row: IncomeRecord): string | null {
  if (row.kind === "shop_performance") return null;
  return row.kind === "commission" ? row.orderId : row.id;
}

async function keepAside(tx: Sql, target: IncomeTarget, { shopId, rejected }: WrittenPage): Promise<void> {
  await tx.query(
    `delete from public.rejected_rows old using jsonb_to_recordset($4::jsonb) as row(stage text, "rowId" text)
     where old.connection_id = $1 and old.run_id is distinct from $2 and old.shop_id is not distinct from $3
       and old.stage = row.stage and old.row_id = row."rowId"`,
    [target.connectionId, target.runId, shopId, JSON.stringify(rejected)],
  );
  await tx.query(
    `insert into public.rejected_rows (connection_id, run_id, shop_id, stage, row_id, reason, is_part)
     select $1, $2, $3, row.stage, row."rowId", left(row.reason, 300), coalesce(row."isPart", false)
     from jsonb_to_recordset($4::jsonb) as row(stage text, "rowId" text, reason text, "isPart" boolean)`,
    [target.connectionId, target.runId, shopId, JSON.stringify(rejected)],
  );
}
