import "server-only";

/**
 * Whether a SQLSTATE tells of the database's own state and not of what it was asked: no connection (08), no disk, memory or
 * connection left (53), shutting down (57P), a failing disk (58), reading only (25006), or a conflict of transactions (40001, 40P01).
 * The same may be asked again later. Source: PostgreSQL's "Error Codes".
 */
export function isOutageState(sqlState: string): boolean {
  return /^(08|53|57P|58|25006|40001|40P01)/.test(sqlState);
}

/** The same of what a driver throws. */
export function isOutage(error: unknown): boolean {
  return error instanceof Error && "code" in error && typeof error.code === "string" && isOutageState(error.code);
}
