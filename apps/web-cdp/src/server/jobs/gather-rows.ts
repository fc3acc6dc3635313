import "server-only";
import { decimalFromUnits } from "@lendfriend/connector";
import {
  FigureSums,
  InsightsBook,
  incomeMetrics,
  type MetricRow,
  type MetricsSource,
  shownFigures,
  type TieOutSource,
  tieOut,
} from "@lendfriend/tiktokshop-client";
import type { LeftOutRows, NumberedSum } from "#server/figure-rows.ts";
import {
  clearRows,
  findScored,
  finishRowSet,
  insertRows,
  type RowSetTask,
  releaseRowSet,
  renewRowSet,
  type StoredRow,
  takeRowSet,
} from "#server/stores/pg/figure-rows.ts";
import type { Sql } from "#server/stores/pg/pool.ts";
import { openMetricsSource } from "./metrics-source.ts";
import { startPoll } from "./poll.ts";
import type { ScoreDeps } from "./score-wallet.ts";

type Source = MetricsSource & TieOutSource;

const rowsPerInsert = 2_000;
const renewMs = 15_000;

/** Gathers the rows behind every score whose rows somebody asked to see. Answers how many scores that were. */
export async function gatherRows(
  deps: ScoreDeps & { readonly stopping: AbortSignal; readonly renewEveryMs?: number },
): Promise<number> {
  let sets = 0;
  while (!deps.stopping.aborted) {
    const task = await takeRowSet(deps.pool);
    if (task === null) break;
    const { pool, log, renewEveryMs = renewMs } = deps;
    const lease = startPoll(renewEveryMs, () => renewRowSet(pool, task), log, "rows_lease_not_renewed");
    try {
      await clearRows(pool, task);
      await gather(deps, task);
    } catch (error) {
      await lease.stop();
      await releaseRowSet(pool, task);
      throw error;
    } finally {
      await lease.stop();
    }
    sets += 1;
  }
  return sets;
}

/**
 * Counts the wallet once more as of the score's second, from the rows that are imported today, and keeps each row on its way. What
 * has changed since the score was computed shows as a sum that is another than the score's.
 */
async function gather({ pool, connectors, log }: ScoreDeps, task: RowSetTask): Promise<void> {
  const scored = await findScored(pool, task.snapshotId);
  if (scored === null) return;
  const { inputs, insights } = scored;
  const store = new RowStore(pool, task, shownFigures(inputs, insights));
  const client = await pool.connect();
  try {
    await client.query("begin transaction isolation level repeatable read read only");
    const opened = await openMetricsSource({
      tx: client,
      connectors,
      run: null,
      window: { from: inputs.window.from, to: inputs.asOf },
      wallet: task.wallet,
    });
    const source = pausing(opened.ofWallet(), store);
    await incomeMetrics(source, new InsightsBook(), (row) => store.take(row));
    await tieOut(
      source,
      () => undefined,
      (row) => store.take(row),
    );
    await store.flush();
  } finally {
    await client.query("rollback").finally(() => client.release());
  }
  await finishRowSet(pool, task, store.result());
  log.info("rows_gathered", { snapshotId: task.snapshotId, rows: store.count, kept: !store.isLost });
}

/** A source that lets the store write before it hands out more, so that no more than some thousand rows are ever held. */
function pausing(source: Source, store: RowStore): Source {
  async function* paused<Row>(rows: AsyncIterable<Row> | Iterable<Row>): AsyncGenerator<Row, void, undefined> {
    for await (const row of rows) {
      if (store.isFull) await store.flush();
      yield row;
    }
  }
  return {
    ...source,
    read: (connectionId, kind) => paused(source.read(connectionId, kind)),
    readByOrder: (connectionId, kind) => paused(source.readByOrder(connectionId, kind)),
  };
}

/** Numbers rows and figures, adds them up, and writes them some thousand at a time. */
class RowStore {
  count = 0;
  /** Somebody else's by now, or erased: what comes is only counted. */
  isLost = false;
  readonly #sql: Sql;
  readonly #task: RowSetTask;
  readonly #shown: (row: MetricRow) => MetricRow;
  readonly #sums = new FigureSums();
  readonly #numbers = new Map<string, number>();
  readonly #leftOut = new Map<string, { kind: MetricRow["kind"]; reason: string; count: number }>();
  #waiting: StoredRow[] = [];

  constructor(sql: Sql, task: RowSetTask, shown: (row: MetricRow) => MetricRow) {
    this.#sql = sql;
    this.#task = task;
    this.#shown = shown;
  }

  get isFull(): boolean {
    return this.#waiting.length >= rowsPerInsert;
  }

  take(given: MetricRow): void {
    const row = this.#shown(given);
    if (row.figures.length === 0 && row.reason === null) return;
    this.#sums.add(row);
    if (row.reason !== null) this.#leaveOut(row.kind, row.reason);
    this.count += 1;
    const text = (units: bigint | null) => (units === null ? null : decimalFromUnits(units));
    this.#waiting.push({
      ...row,
      number: this.count,
      amount: text(row.amount),
      amountUsd: text(row.amountUsd),
      counted: text(row.counted),
      countedUsd: text(row.countedUsd),
      figures: row.figures.map((figure) => this.#numberOf(figure)),
    });
  }

  async flush(): Promise<void> {
    const rows = this.#waiting;
    this.#waiting = [];
    for (let from = 0; from < rows.length && !this.isLost; from += rowsPerInsert) {
      this.isLost = !(await insertRows(this.#sql, this.#task, rows.slice(from, from + rowsPerInsert)));
    }
  }

  result(): { readonly sums: Readonly<Record<string, NumberedSum>>; readonly leftOut: readonly LeftOutRows[] } {
    const sums = [...this.#sums.result()].map(([figure, sum]) => [figure, { ...sum, number: this.#numberOf(figure) }]);
    return { sums: Object.fromEntries(sums), leftOut: [...this.#leftOut.values()] };
  }

  #leaveOut(kind: MetricRow["kind"], reason: string): void {
    const key = `${kind} ${reason}`;
    const known = this.#leftOut.get(key) ?? { kind, reason, count: 0 };
    known.count += 1;
    this.#leftOut.set(key, known);
  }

  #numberOf(figure: string): number {
    const number = this.#numbers.get(figure) ?? this.#numbers.size + 1;
    this.#numbers.set(figure, number);
    return number;
  }
}
