import "server-only";
import type { IncomeRecord } from "@lendfriend/connector";
import { incomeTables, snakeCase } from "./income-tables.ts";
import type { Sql } from "./pool.ts";

type RecordOf<Kind extends IncomeRecord["kind"]> = Extract<IncomeRecord, { kind: Kind }>;

const rowsPerFetch = 500;
let cursors = 0;

/**
 * Streams one kind of a connection's records, in the order of their keys, a few hundred at a time whatever there is. Rows of a
 * shop that the connection no longer covers are left out: its owner took back the consent to read it.
 * Must run inside a transaction, one stream after the other or interleaved; ending early closes the stream.
 */
export function streamRecords<Kind extends IncomeRecord["kind"]>(
  tx: Sql,
  kind: Kind,
  connectionId: string,
): AsyncGenerator<RecordOf<Kind>, void, undefined> {
  const key: readonly string[] = incomeTables[kind].key;
  return streamSorted({ tx, kind, connectionId, order: key.map(snakeCase).join(", ") });
}

/** The same by shop and order, each compared byte by byte, and rows without an order first. */
export function streamByOrder<Kind extends "order" | "return" | "settlement" | "unsettled">(
  tx: Sql,
  kind: Kind,
  connectionId: string,
): AsyncGenerator<RecordOf<Kind>, void, undefined> {
  const order = kind === "order" ? "id" : "order_id";
  return streamSorted({
    tx,
    kind,
    connectionId,
    order: `shop_id collate "C", ${order} collate "C" nulls first`,
  });
}

async function* streamSorted<Kind extends IncomeRecord["kind"]>({
  tx,
  kind,
  connectionId,
  order,
}: {
  readonly tx: Sql;
  readonly kind: Kind;
  readonly connectionId: string;
  readonly order: string;
}): AsyncGenerator<RecordOf<Kind>, void, undefined> {
  const { table } = incomeTables[kind];
  cursors += 1;
  const cursor = `income_${cursors}`;
  await tx.query(
    `declare ${cursor} no scroll cursor for select ${selectionOf(kind)} from ${table}
     where connection_id = $1 and (shop_id is null or shop_id in (
       select platform_shop_id from public.shops where connection_id = $1))
     order by ${order}`,
    [connectionId],
  );
  try {
    for (;;) {
      const fetched = await tx.query<Record<string, unknown>>(`fetch ${rowsPerFetch} from ${cursor}`);
      for (const row of fetched.rows) yield recordFrom(kind, row);
      if (fetched.rows.length < rowsPerFetch) return;
    }
  } finally {
    // In a transaction that has failed there is nothing left to close, and the first error is the one to tell.
    await tx.query(`close ${cursor}`).catch(() => undefined);
  }
}

/** Columns under their fields' names: amounts as the shortest plain decimal, times as numbers (seconds fit exactly). */
function selectionOf(kind: IncomeRecord["kind"]): string {
  return Object.entries(incomeTables[kind].columns)
    .map(([field, type]) => `${expressionOf(snakeCase(field), type)} as "${field}"`)
    .join(", ");
}

function expressionOf(column: string, type: string): string {
  if (type === "numeric") return `trim_scale(${column})::text`;
  if (type === "bigint") return `${column}::float8`;
  if (type === "date") return `${column}::text`;
  return column;
}

/** Safe because the columns are checked against the record's fields where the tables are listed, and only the writer fills them. */
function recordFrom<Kind extends IncomeRecord["kind"]>(kind: Kind, row: Record<string, unknown>): RecordOf<Kind> {
  return { kind, ...row } as RecordOf<Kind>;
}

/** Whether an order was listed and could not be understood; one without an id may be any of its shop's. */
export async function isKeptAside(
  tx: Sql,
  connectionId: string,
  { shopId, orderId }: { readonly shopId: string; readonly orderId: string },
): Promise<boolean> {
  const found = await tx.query<{ kept: boolean }>(
    `select exists (select 1 from public.rejected_rows where connection_id = $1 and stage = 'orders' and shop_id = $2
       and (row_id = $3 or row_id is null)) as kept`,
    [connectionId, shopId, orderId],
  );
  return found.rows[0]?.kept ?? false;
}
