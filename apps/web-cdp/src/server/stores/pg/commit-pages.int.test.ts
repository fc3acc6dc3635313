import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectSeller, type ImportBench, openBench, orderRow } from "../../jobs/testing/import-bench.ts";
import { commitPages, type PageCommit } from "./commit-pages.ts";
import { inTransaction } from "./pool.ts";
import { type ClaimedRun, claimRun, holdRun } from "./runs.ts";
import { giveUpWindow, insertWindows, type PendingWindow } from "./windows.ts";

let bench: ImportBench;
let shops = 0;
const range = { from: 1_790_000_000, to: 1_790_086_400 };

beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

/** A run that a worker has taken, with one window of orders. */
async function taken() {
  const shopId = `pages-${shops++}`;
  const { connectionId, runId } = await connectSeller(bench, [shopId]);
  const run = await claim(runId);
  const planned = { stage: "orders", shopId, parentId: null, ...range, seq: 0, skip: null };
  const [window] = await inTransaction(bench.pool, (tx) => insertWindows(tx, run, [planned]));
  if (!window) throw new Error("no window");
  return { connectionId, run, window };
}

async function claim(runId: string): Promise<ClaimedRun> {
  const run = await claimRun(bench.pool, runId, range);
  if (!run) throw new Error("no run");
  return run;
}

/** A page of one order, after which the list goes on. */
function page(window: PendingWindow, id: string): PageCommit {
  const rows = [orderRow(window.shopId ?? "", id)];
  return {
    window,
    page: { rows, rejected: [], parentIds: [], total: null },
    nextCursor: `after-${id}`,
    doubt: null,
    children: [],
  };
}

async function stored(connectionId: string) {
  const { rows } = await bench.pool.query<{ orders: string[]; pages: number }>(
    `select array(select id from public.orders where connection_id = $1 order by id) as orders,
       (select pages_done from public.sync_windows where connection_id = $1) as pages`,
    [connectionId],
  );
  return rows[0];
}

describe("a page", () => {
  it("is counted once, and nothing of it is written a second time", async () => {
    const { connectionId, run, window } = await taken();

    expect(await commitPages(bench.pool, run, [page(window, "1")])).toEqual([]);
    expect(await commitPages(bench.pool, run, [page(window, "2")])).toBeNull();

    expect(await stored(connectionId)).toEqual({ orders: ["1"], pages: 1 });
  });

  it("of a worker whose run another one has taken over is not written", async () => {
    const { connectionId, run, window } = await taken();
    const next = await claim(run.id);

    expect(await commitPages(bench.pool, run, [page(window, "1")])).toBeNull();
    expect(await giveUpWindow(bench.pool, run, window, { state: "failed", reason: null, code: "x" })).toBe(false);
    expect(await stored(connectionId)).toEqual({ orders: [], pages: 0 });
    expect(await commitPages(bench.pool, next, [page(window, "2")])).toEqual([]);
  });

  it("of a run that was cancelled is not written", async () => {
    const { connectionId, run, window } = await taken();
    await bench.pool.query("update public.sync_runs set state = 'cancelled' where id = $1", [run.id]);

    expect(await commitPages(bench.pool, run, [page(window, "1")])).toBeNull();
    expect(await stored(connectionId)).toEqual({ orders: [], pages: 0 });
  });
});

describe("a run", () => {
  const held = (run: ClaimedRun) => inTransaction(bench.pool, (tx) => holdRun(tx, run));

  it("is held by whoever took it last", async () => {
    const { run } = await taken();
    expect(await held(run)).toBe(true);

    const next = await claim(run.id);

    expect([await held(run), await held(next)]).toEqual([false, true]);
  });

  it.each([
    ["has begun another life", "epoch = epoch + 1"],
    ["has to be reconnected", "status = 'needs_reconnect'"],
    ["is of another wallet now", "is_active = false"],
  ])("is held by nobody once its connection %s", async (_, change) => {
    const { connectionId, run } = await taken();

    await bench.pool.query(`update public.business_connections set ${change} where id = $1`, [connectionId]);

    expect(await held(run)).toBe(false);
  });
});
