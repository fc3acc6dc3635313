import { setTimeout as sleep } from "node:timers/promises";
import type { Engine, StartedImport } from "./engine.ts";
import type { AskedRequest, SandboxProcess } from "./sandbox-process.ts";

export const orderSearch = "/order/202309/orders/search";

/** What an import did, as seen from the database and from the sandbox. */
export interface WatchedImport {
  /** Connected until the score was there. */
  readonly wholeMs: number;
  /** First order request answered until the last order was stored. */
  readonly ordersMs: number;
  /** Orders stored. */
  readonly rows: number;
  /** Every request for orders, oldest first. */
  readonly asked: readonly AskedRequest[];
}

const lookMs = 50;
const mostMs = 3_600_000;

/** Connects a shop and waits until the worker has imported and scored it. Throws when the import fails. */
export async function watchImport(
  engine: Engine,
  sandbox: SandboxProcess,
  options: {
    readonly persona: string;
    readonly scopes?: readonly string[];
    /** Called about every 50 ms while the orders are read. */
    readonly onLook?: () => Promise<void>;
  },
): Promise<WatchedImport> {
  await sandbox.clearLog();
  const start = Date.now();
  const { runId, connectionId } = await engine.connect(sandbox, options.persona, options.scopes);
  let ordersDoneAt: number | null = null;
  for (;;) {
    const look = await lookAt(engine, { runId, connectionId });
    if (look.areOrdersDone) ordersDoneAt ??= Date.now();
    if (look.state === "done") break;
    if (look.state === "failed" || look.state === "cancelled")
      throw new Error(`The import ${look.state}: ${look.error}`);
    if (Date.now() - start > mostMs) throw new Error("The import did not end within an hour.");
    if (ordersDoneAt === null) await options.onLook?.();
    await sleep(lookMs);
  }
  const end = Date.now();
  const asked = await sandbox.asked(orderSearch);
  const { rows } = await engine.pool.query<{ count: number }>(
    "select count(*)::int as count from public.orders where connection_id = $1",
    [connectionId],
  );
  return {
    wholeMs: end - start,
    ordersMs: (ordersDoneAt ?? end) - (asked[0]?.at ?? start),
    rows: rows[0]?.count ?? 0,
    asked,
  };
}

async function lookAt({ pool }: Engine, { runId }: StartedImport) {
  const { rows } = await pool.query<{ state: string; error: string | null; windows: number; open: number }>(
    `select r.state, r.error_code as error, w.windows, w.open from public.sync_runs r, lateral (
       select count(*)::int as windows, count(*) filter (where state = 'pending')::int as open
       from public.sync_windows where run_id = r.id and stage = 'orders') w
     where r.id = $1`,
    [runId],
  );
  const [row] = rows;
  if (!row) throw new Error("The import is gone.");
  return { state: row.state, error: row.error, areOrdersDone: row.windows > 0 && row.open === 0 };
}
