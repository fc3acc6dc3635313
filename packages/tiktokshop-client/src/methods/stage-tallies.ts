import {
  type AccountKind,
  type ConnectorError,
  type ImportPage,
  type ProvisionalReason,
  reasonText,
} from "@lendfriend/connector";
import type { StageOutcome } from "../metrics/source.ts";
import { stageReaders } from "../stages/stage-list.ts";
import type { IncomePage } from "./stream-income.ts";

interface RowCount {
  readonly read: number;
  readonly total: number;
}

/** What has come of one stage of one shop. */
interface Tally {
  readonly stage: string;
  readonly shopId: string | null;
  pages: number;
  refusal: ConnectorError | null;
  /** The list under way: rows so far, and the largest count of it that the platform gave. */
  counted: number;
  total: number | null;
  /** Lists that ended with fewer rows than the platform counts, and with more. */
  short: RowCount | null;
  long: RowCount | null;
  readonly idsSetAside: Set<string>;
  setAsideWithoutId: number;
}

/**
 * Takes the pages of an account as they come, and tells how much of each list is known and what keeps it from being called whole:
 * rows that nobody understood, a refusal in the midst of a list, a number of rows that is not the platform's own count.
 */
export class StageTallies {
  readonly #tallies = new Map<string, Tally>();

  add(entry: IncomePage): void {
    const tally = this.#tallyOf(entry.stage, entry.shop?.id ?? null);
    if ("skipped" in entry) tally.refusal = entry.skipped;
    else addPage(tally, entry.page);
  }

  /**
   * The status of every stage of every shop. A stage that hangs on another shares its fate when the other could not be read, and is
   * read when the other had nothing to hand out. What was never asked for is not offered.
   */
  outcomes(account: AccountKind, shopIds: readonly string[]): readonly StageOutcome[] {
    return (account === "creator" ? [null] : shopIds).flatMap((shopId) => {
      const statuses = new Map<string, StageOutcome["status"]>();
      for (const { stage, asked, parent } of stageReaders(account).map((reader) => reader.stage)) {
        const own = this.#tallies.get(keyOf(stage, shopId));
        const inherited = parent === null ? undefined : statuses.get(parent);
        statuses.set(stage, own ? statusUnder(inherited, own) : (inherited ?? (asked ? "read" : "unsupported")));
      }
      return [...statuses].map(([stage, status]) => ({ stage, shopId, status }));
    });
  }

  /** Why what was read cannot be called whole, a line for each reason; empty when it can. */
  provisional(): readonly string[] {
    return [...this.#tallies.values()].flatMap(reasonsOf).map(reasonText);
  }

  #tallyOf(stage: string, shopId: string | null): Tally {
    const key = keyOf(stage, shopId);
    const tally = this.#tallies.get(key) ?? emptyTally(stage, shopId);
    this.#tallies.set(key, tally);
    return tally;
  }
}

function addPage(tally: Tally, page: ImportPage): void {
  tally.pages++;
  for (const { rowId, isPart } of page.rejected) {
    if (isPart) continue;
    if (rowId === null) tally.setAsideWithoutId++;
    else tally.idsSetAside.add(rowId);
  }
  tally.counted += page.counted ?? page.rows.length + page.rejected.length;
  if (page.total !== null) tally.total = Math.max(page.total, tally.total ?? 0);
  if (page.nextCursor === null) endList(tally, page);
}

function endList(tally: Tally, page: ImportPage): void {
  const { counted: read, total } = tally;
  if (total !== null && read < total) tally.short = sumOf(tally.short, { read, total });
  // Rows that are not in the unit of the platform's count cannot be too many.
  if (total !== null && read > total && page.counted !== undefined) tally.long = sumOf(tally.long, { read, total });
  tally.counted = 0;
  tally.total = null;
}

function sumOf(sum: RowCount | null, { read, total }: RowCount): RowCount {
  return { read: read + (sum?.read ?? 0), total: total + (sum?.total ?? 0) };
}

/** What a list that failed did not hand out was not read either. */
function statusUnder(parent: StageOutcome["status"] | undefined, own: Tally): StageOutcome["status"] {
  const status = statusOf(own);
  return status === "read" && parent === "failed" ? "failed" : status;
}

/** A list of which a part was not read is not read, and neither withheld nor missing. */
function statusOf({ pages, refusal }: Tally): StageOutcome["status"] {
  if (refusal === null) return "read";
  if (pages > 0 || !saysNotOffered(refusal)) return "failed";
  return refusal.code === "scope_missing" ? "withheld" : "unsupported";
}

function reasonsOf(tally: Tally): readonly ProvisionalReason[] {
  const { stage, shopId, pages, refusal, short, long } = tally;
  const setAside = tally.idsSetAside.size + tally.setAsideWithoutId;
  const of = { stage, shopId };
  return [
    ...(refusal !== null && !saysNotOffered(refusal) ? [{ code: refusal.code, ...of }] : []),
    ...(long === null ? [] : [{ code: "long_list", ...of, ...long }]),
    ...(short === null ? [] : [{ code: "short_list", ...of, ...short }]),
    ...(refusal !== null && saysNotOffered(refusal) && pages > 0 ? [{ code: "refused_in_part", ...of }] : []),
    ...(setAside > 0 ? [{ code: "rows_set_aside", ...of, rows: setAside }] : []),
  ];
}

/** Whether a refusal is about the account: not granted, or not offered to it. Any other one leaves open what the list holds. */
function saysNotOffered({ code, status }: ConnectorError): boolean {
  return code === "scope_missing" || code === "not_supported" || status === 404;
}

function emptyTally(stage: string, shopId: string | null): Tally {
  return {
    stage,
    shopId,
    pages: 0,
    refusal: null,
    counted: 0,
    total: null,
    short: null,
    long: null,
    idsSetAside: new Set(),
    setAsideWithoutId: 0,
  };
}

function keyOf(stage: string, shopId: string | null): string {
  return `${stage} ${shopId ?? ""}`;
}
