import "server-only";
import type { Pool } from "pg";
import type { Sql } from "./pool.ts";

/** Connections that have left their wallet to be erased, and whose rows are still there; oldest first. */
export async function listLeftConnections(sql: Sql): Promise<readonly string[]> {
  const left = await sql.query<{ id: string }>(
    "select connection_id as id from app_private.connection_erasures order by requested_at, connection_id limit 50",
  );
  return left.rows.map(({ id }) => id);
}

/**
 * Removes every row of one of them. False when another worker is at it or it is done. Millions of rows go in one statement: the
 * pool's may take `longStatementMs`.
 */
export async function eraseLeftConnection(pool: Pool, connectionId: string): Promise<boolean> {
  const erased = await pool.query<{ erased: boolean }>("select app_private.erase_left_connection($1) as erased", [
    connectionId,
  ]);
  return erased.rows[0]?.erased ?? false;
}
