import "server-only";

/**
 * Whether a SQLSTATE tells of the database's own state and not of what it was asked: no connection (08), no disk, memory or
 * connection left (53), shutting down (57P), a failing disk (58), reading only (25006), or a conflict of transactions (40001, 40P01).
 * The same may be asked again later. Source: PostgreSQL's "Error Codes".
 */
export function isOutageState(sqlState: string): boolean {
  return /^(08|53|57P|58|25006|40001|40P01)/.test(sqlState);
}

const lostLines: ReadonlySet<string> = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"]);

const silent = "Query read timeout";

/** The same of what the database's driver throws: a SQLSTATE, the system's word on a lost line, or its own sentence on one. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (!("code" in error) || error.code === undefined) {
    return error.message.startsWith("Connection terminated") || error.message === silent;
  }
  return typeof error.code === "string" && (isOutageState(error.code) || lostLines.has(error.code));
}

/**
 * Whether the database refuses what it was given, and would whenever asked again: data that cannot be (22), a broken constraint (23),
 * or our own codes (LF). A function that is missing or a query that took too long may be a moment of an update.
 */
export function isFinalRefusal(error: unknown): boolean {
  return error instanceof Error && "code" in error && /^(22|23|LF)...$/.test(String(error.code));
}
