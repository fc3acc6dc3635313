/** Something about an import that keeps its figures from being called whole. */
export interface ProvisionalReason {
  readonly code: string;
  readonly stage: string;
  readonly shopId: string | null;
  /** Rows read, and how many the platform said there are; left out where it does not count. */
  readonly read?: number;
  readonly total?: number;
  /** Of rows that were set aside: how many. */
  readonly rows?: number;
}

/** One reason as one line of text, as a score keeps it. */
export function reasonText({ code, stage, shopId, read, total, rows }: ProvisionalReason): string {
  const list = shopId === null ? stage : `${stage} of shop ${shopId}`;
  if (rows !== undefined) return `${list}: ${code} (${rows} ${rows === 1 ? "row" : "rows"})`;
  if (read === undefined || total === undefined) return `${list}: ${code}`;
  return `${list}: ${code} (${read} of ${total} rows)`;
}
