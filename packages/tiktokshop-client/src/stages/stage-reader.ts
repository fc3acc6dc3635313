import type { ImportStage, IncomeRecord, RangeTime } from "@lendfriend/connector";
import type { z } from "zod";
import { RowError } from "../records/row-error.ts";
import type { ApiRequest } from "../request/build.ts";
import type { LongList, Part } from "./parts.ts";

/** The list that a page is part of. */
export interface StageWindow {
  /** Unix seconds, inclusive. */
  readonly from: number;
  /** Unix seconds, exclusive. */
  readonly to: number;
  readonly parentId: string | null;
  readonly by?: RangeTime | undefined;
}

/** What one request asks for. */
export interface AskedWindow extends StageWindow {
  /** The part to ask for of a list that is too long to be given out whole; null for the whole list. */
  readonly part: Part | null;
}

/** The order in which a list comes, where it can be cut by time. */
export interface ListOrder {
  /** The wire field with the row's time. */
  readonly field: string;
  readonly order: "ASC" | "DESC";
}

/** What a row needs to know of its surroundings. */
export interface RowContext {
  readonly shopId: string;
  readonly parentId: string | null;
  readonly window: StageWindow;
  /** The currency that the answer states once for all its rows, where it does. */
  readonly currency: unknown;
}

export interface RowReading {
  readonly rowId: string | null;
  readonly records: readonly IncomeRecord[];
  /** Why the row, or a part of it, could not be understood. */
  readonly reasons: readonly string[];
}

/** Everything that one stage knows of its endpoint. Sending, paging and errors are the same for all. */
export interface StageReader {
  readonly stage: ImportStage;
  /** The list in the answer's `data`; null when `data` is itself the one row. */
  readonly rowsKey: string | null;
  /** The endpoint's largest page; null when it does not page. */
  readonly pageSize: number | null;
  /** The endpoint's widest window in seconds; wider ones are read in several. Null when none is documented. */
  readonly widestWindow: number | null;
  /** Regions that have the endpoint; null for all. */
  readonly regions: readonly string[] | null;
  /** Rows whose ids a child stage reads next. */
  readonly isParent: boolean;
  /** How the list is sorted; null when it cannot be cut by time. */
  readonly listedBy: ((window: StageWindow) => ListOrder) | null;
  /** What the platform makes of the list once it is long; null where no limit is documented. */
  readonly longList: LongList | null;
  /** The row's own id on the wire, null when it has none; equal ids on one page are one row. */
  readonly idOf: (row: unknown) => string | null;
  /** Whether the platform's count of the list is one of these rows. */
  readonly countsRows: boolean;
  readonly request: (window: AskedWindow) => Pick<ApiRequest, "method" | "path" | "query" | "body">;
  readonly readRow: (row: unknown, context: RowContext) => RowReading;
}

type Optional = "pageSize" | "widestWindow" | "regions" | "isParent" | "listedBy" | "longList" | "countsRows";
type StageFacts = Omit<StageReader, Optional | "readRow" | "idOf"> & Partial<Pick<StageReader, Optional>>;

/** A stage from its facts, the schema of a row, and the mapper from a row to records. */
export function stageReader<Schema extends z.ZodType>(
  facts: StageFacts,
  row: {
    readonly schema: Schema;
    /** The field that names the row when it is rejected. */
    readonly idField: string;
    readonly map: (
      wire: z.infer<Schema>,
      context: RowContext,
    ) => { readonly records: readonly IncomeRecord[]; readonly unread?: readonly string[] };
  },
): StageReader {
  function readRow(raw: unknown, context: RowContext): RowReading {
    const result = row.schema.safeParse(raw);
    if (!result.success) return { rowId: rowIdOf(raw), records: [], reasons: [reasonFrom(result.error, raw)] };
    try {
      const { records, unread = [] } = row.map(result.data, context);
      return { rowId: unread.length > 0 || facts.isParent ? rowIdOf(raw) : null, records, reasons: unread };
    } catch (error) {
      if (error instanceof RowError) {
        return { rowId: rowIdOf(raw), records: [], reasons: [error.message] };
      }
      throw error;
    }
  }

  function rowIdOf(raw: unknown): string | null {
    const id = fieldOf(raw, row.idField);
    return typeof id === "string" && /^[\x21-\x7e]{1,64}$/.test(id) ? id : null;
  }

  return {
    pageSize: null,
    widestWindow: null,
    regions: null,
    isParent: false,
    listedBy: null,
    longList: null,
    countsRows: true,
    ...facts,
    idOf: rowIdOf,
    readRow,
  };
}

/** The first fault of a row: which field, and how; never what it held. */
function reasonFrom(error: z.ZodError, raw: unknown): string {
  const [issue] = error.issues;
  if (!issue) return "not understood";
  const path = issue.path.map(String);
  const isMissing = path.reduce<unknown>(fieldOf, raw) === undefined;
  const how = isMissing ? "missing" : issue.code === "invalid_type" ? `not of type ${issue.expected}` : issue.message;
  return path.length === 0 ? how : `${path.join(".")}: ${how}`;
}

function fieldOf(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}
