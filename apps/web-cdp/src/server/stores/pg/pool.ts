import "server-only";
import { Pool, type QueryResult, type QueryResultRow, TypeOverrides } from "pg";

/** Whatever runs one statement: a client inside a transaction, or the pool itself. */
export interface Sql {
  query<Row extends QueryResultRow>(text: string, values?: unknown[]): Promise<QueryResult<Row>>;
}

export interface ConnectionLimits {
  readonly statementTimeoutMs?: number;
  /** How long an answer is waited for; by default what the database may take, and 15 s for the line. */
  readonly answerMs?: number;
}

export interface PoolOptions extends ConnectionLimits {
  readonly databaseUrl: string;
  readonly applicationName: string;
  readonly max?: number;
}

/** What one statement may take that checks or removes all rows of an account or of a table. */
export const longStatementMs = 600_000;

const int8 = 20;
const date = 1082;
const numeric = 1700;

/** What each connection of a pool may take, as `pg` names it. */
export function connectionLimits(options: ConnectionLimits = {}) {
  const { statementTimeoutMs = 30_000 } = options;
  return {
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: statementTimeoutMs,
    // A line that fell silent is noticed by this alone: the database's own limit ends nothing here.
    query_timeout: options.answerMs ?? statementTimeoutMs + 15_000,
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
  } as const;
}

/**
 * A pool on the database itself, for workers. Whole numbers beyond 32 bits, numerics and dates stay the text that
 * Postgres sent, whatever another module registers: ids and amounts must not pass through a binary float.
 */
export function createPool(options: PoolOptions): Pool {
  const types = new TypeOverrides();
  for (const type of [int8, date, numeric]) types.setTypeParser(type, asText);
  const pool = new Pool({
    connectionString: options.databaseUrl,
    application_name: options.applicationName,
    max: options.max ?? 10,
    ...connectionLimits(options),
    types,
  });
  // A connection that breaks while it is lent out and nothing is asked of it would end the process: whoever has it learns of
  // it from the next statement, and a broken one is dropped when it is given back.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** Runs `work` in one transaction on one client: committed when it resolves, rolled back when it throws. */
export async function inTransaction<T>(pool: Pool, work: (tx: Sql) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    broken = await rollback(client);
    throw error;
  } finally {
    client.release(broken);
  }
}

class GivenUp extends Error {}

/** A transaction that leaves nothing when its work ends in `unwanted`. */
export async function commitUnless<Outcome extends string>(
  pool: Pool,
  unwanted: Outcome,
  work: (tx: Sql) => Promise<Outcome>,
): Promise<Outcome> {
  try {
    return await inTransaction(pool, async (tx) => {
      const outcome = await work(tx);
      if (outcome === unwanted) throw new GivenUp();
      return outcome;
    });
  } catch (error) {
    if (error instanceof GivenUp) return unwanted;
    throw error;
  }
}

/** A client whose rollback fails is in an unknown state: the error tells the pool to drop it. */
async function rollback(client: Sql): Promise<Error | undefined> {
  try {
    await client.query("rollback");
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error("rollback failed", { cause: error });
  }
}

function asText(value: string): string {
  return value;
}
