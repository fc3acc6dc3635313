import { ConnectorError } from "@lendfriend/connector";

/** A list that the platform does not give out whole once it is too long, but by ranges of time. */
export interface LongList {
  /** From so many rows on it is read in parts. */
  readonly mostRows: number;
  /** The platform's own code for a list that is too long. */
  readonly refusal: string;
  /** The wire field with the time by which it is cut. */
  readonly field: string;
}

/** One range of such a list. Unix seconds: [from, to). */
export interface Part {
  readonly from: number;
  readonly to: number;
  /** The platform's counts of the parts before this one, together; null when it gave none of one of them. */
  readonly before: number | null;
}

interface PartPage {
  readonly rows: readonly unknown[];
  readonly total: number | null;
}

/**
 * Asks for a page of a list that may be too long: first of the whole, and of an ever shorter part until the platform gives it out.
 * Parts without rows are passed over, so that an empty page is the list's end. `end` is where the list itself ends. Throws what
 * `ask` throws, also the refusal when all that is too long was made in one second.
 */
export async function readPart<Page extends PartPage>(
  { mostRows, refusal }: LongList,
  at: { readonly part: Part | null; readonly pageToken: string | null },
  end: number,
  ask: (part: Part | null, pageToken: string | null) => Promise<Page>,
): Promise<{ readonly page: Page; readonly part: Part | null }> {
  let { part, pageToken } = at;
  for (;;) {
    const shorter = halfOf(part ?? { from: 0, to: end, before: 0 });
    const page = await ask(part, pageToken).catch((error: unknown) => {
      const isRefusal = error instanceof ConnectorError && error.providerCode === refusal;
      if (isRefusal && shorter !== null) return null;
      throw error;
    });
    const isTooLong = page === null || (shorter !== null && (page.total ?? 0) >= mostRows);
    if (isTooLong) {
      part = shorter;
    } else {
      const next = part !== null && page.rows.length === 0 ? partAfter(part, page.total, end) : null;
      if (next === null) return { page, part };
      part = next;
    }
    pageToken = null;
  }
}

/** The part to read once this one, of `total` rows, is over: twice as wide, as rows may lie thinner there. Null at the list's end. */
export function partAfter(part: Part, total: number | null, end: number): Part | null {
  const { from, to } = part;
  if (to >= end) return null;
  return { from: to, to: Math.min(end, to + 2 * (to - from)), before: totalUpTo(part, total) };
}

/** What the platform counts up to the end of a part of `total` rows, or of the whole list; null where it has not counted all. */
export function totalUpTo(part: Part | null, total: number | null): number | null {
  if (part === null || total === null) return total;
  return part.before === null ? null : part.before + total;
}

/** The older half, or null of a single second. */
function halfOf({ from, to, before }: Part): Part | null {
  const middle = from + Math.floor((to - from) / 2);
  return middle === from ? null : { from, to: middle, before };
}
