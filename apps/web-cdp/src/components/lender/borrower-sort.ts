import type { SharedBorrower } from "#server/contract.ts";

export const sortKeys = ["shared", "score", "tier", "confidence", "fresh", "ends"] as const;
export type SortKey = (typeof sortKeys)[number];

export interface BorrowerSort {
  readonly key: SortKey;
  readonly descending: boolean;
}

const tierRank: Readonly<Record<string, number>> = { New: 1, Building: 2, Growing: 3, Established: 4 };

/** Reads `?sort=score` or `?sort=-score`; anything else is the newest share first. */
export function readSort(text: string | null): BorrowerSort {
  const descending = text?.startsWith("-") ?? true;
  const name = text?.replace(/^-/, "") ?? "shared";
  const key = sortKeys.find((candidate) => candidate === name);
  return key ? { key, descending } : { key: "shared", descending: true };
}

/** The query text that sorts by a column: first the largest, then the other way round. */
export function nextSort(current: BorrowerSort, key: SortKey): string {
  return current.key === key && current.descending ? key : `-${key}`;
}

/** Sorted rows; what was not shared always stands last, and equal rows keep the order of their wallets. */
export function sortBorrowers(rows: readonly SharedBorrower[], sort: BorrowerSort): readonly SharedBorrower[] {
  return [...rows].sort((a, b) => {
    const [left, right] = [rank(a, sort.key), rank(b, sort.key)];
    if (left === right) return a.wallet < b.wallet ? -1 : 1;
    if (left === null) return 1;
    if (right === null) return -1;
    return sort.descending ? right - left : left - right;
  });
}

function rank(row: SharedBorrower, key: SortKey): number | null {
  switch (key) {
    case "score":
      return row.score;
    case "tier":
      return row.tier === null ? null : (tierRank[row.tier] ?? 0);
    case "confidence":
      return row.confidence;
    case "fresh":
      return row.asOf === null ? null : Date.parse(row.asOf);
    case "shared":
      return Date.parse(row.sharedAt);
    case "ends":
      return Date.parse(row.expiresAt);
  }
}
