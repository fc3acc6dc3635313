import { type ImportPage, type IncomeRecord, paginate, type RejectedRow } from "@lendfriend/connector";
import type { ApiTransport } from "../request/api-transport.ts";
import { readStagePage, type StagePageRequest } from "../stages/read-stage-page.ts";
import type { StageReader } from "../stages/stage-reader.ts";

/** One page of records of one kind, and the rows that could not be understood. */
export interface RecordPage<Kind extends IncomeRecord["kind"]> {
  readonly rows: readonly Extract<IncomeRecord, { kind: Kind }>[];
  readonly rejected: readonly RejectedRow[];
  /** The platform's own count of the whole list, when it gives one. */
  readonly total: number | null;
}

/** Streams a whole stage, page by page, asking for the next one only when it is wanted. Throws `ConnectorError`. */
export async function* streamStage(
  transport: ApiTransport,
  reader: StageReader,
  request: Omit<StagePageRequest, "cursor">,
): AsyncGenerator<ImportPage, void, undefined> {
  let rejected: ImportPage["rejected"] = [];
  let parentIds: ImportPage["parentIds"] = [];
  const pages = paginate(async (cursor) => {
    const page = await readStagePage(transport, reader, { ...request, cursor });
    ({ rejected, parentIds } = page);
    return page;
  });
  for await (const page of pages) yield { ...page, rejected, parentIds };
}

/** The same, for a stage whose records are all of one kind. */
export async function* streamRecords<Kind extends IncomeRecord["kind"]>(
  kind: Kind,
  pages: AsyncIterable<ImportPage>,
): AsyncGenerator<RecordPage<Kind>, void, undefined> {
  for await (const { rows, rejected, total } of pages) {
    const isKind = (row: IncomeRecord): row is Extract<IncomeRecord, { kind: Kind }> => row.kind === kind;
    yield { rows: rows.filter(isKind), rejected, total };
  }
}

/** Everything that a stream gave, for lists that fit in memory. */
export interface GatheredRecords<Kind extends IncomeRecord["kind"]> {
  readonly rows: readonly Extract<IncomeRecord, { kind: Kind }>[];
  readonly rejected: readonly RejectedRow[];
}

export async function gatherRecords<Kind extends IncomeRecord["kind"]>(
  pages: AsyncIterable<RecordPage<Kind>>,
): Promise<GatheredRecords<Kind>> {
  const rows: Extract<IncomeRecord, { kind: Kind }>[] = [];
  const rejected: RejectedRow[] = [];
  for await (const page of pages) {
    for (const row of page.rows) rows.push(row);
    for (const row of page.rejected) rejected.push(row);
  }
  return { rows, rejected };
}
