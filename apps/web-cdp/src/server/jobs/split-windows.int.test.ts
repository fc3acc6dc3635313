import { type Sandbox, startSandbox } from "@lendfriend/tiktokshop-sandbox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectPersona, sandboxConnector } from "./testing/connect-persona.ts";
import { type BenchAccount, type ImportBench, openBench, readRun, runToEnd, syncDeps } from "./testing/import-bench.ts";

let bench: ImportBench;
let sandbox: Sandbox;

beforeAll(async () => {
  bench = await openBench();
  sandbox = await startSandbox();
});
afterAll(async () => {
  await sandbox.close();
  await bench.close();
});

const ordersPath = "/order/202309/orders/search";

describe("the import of a large shop", () => {
  it("reads its orders in several windows at once, each order once, with hardly a request more than pages", async () => {
    const account = await connected("bulk:6000");
    await sandbox.control.clearLog();

    await runToEnd(syncDeps(bench, sandboxConnector(sandbox)), account.runId);

    expect((await readRun(bench.pool, account.runId)).provisional_reasons).toEqual([]);
    const [kept, ...parts] = await windowsOf(account, "orders");
    expect(parts.length).toBeGreaterThan(1);
    expect(kept?.split_total).toBe(await ordersOf(account));
    expect([kept, ...parts].reduce((sum, window) => sum + (window?.rows_counted ?? 0), 0)).toBe(kept?.split_total);
    const pages = (kept?.split_total ?? 0) / 100;
    expect(requests(ordersPath)).toBeLessThanOrEqual(pages * 1.05 + 1);
  });

  it("is called provisional when the parts of a list come short of the whole, with the numbers", async () => {
    const account = await connected("bulk:6000:2");
    const deps = syncDeps(bench, sandboxConnector(sandbox));
    sandbox.control.addFault({
      kind: "patch_data",
      path: ordersPath,
      times: 1,
      patch: { total_count: 7_000 },
    });

    await runToEnd(deps, account.runId);

    const total = await ordersOf(account);
    expect((await readRun(bench.pool, account.runId)).provisional_reasons).toEqual([
      { code: "split_short", stage: "orders", shopId: account.shopIds[0], read: total, total: 7_000 },
    ]);
  });
});

it("a shop with more listings than the platform gives out at once has them all, and a score without a doubt", async () => {
  const account = await connected("listings:10500");

  await runToEnd(syncDeps(bench, sandboxConnector(sandbox)), account.runId);

  const listed = await bench.pool.query<{ count: number }>(
    `select count(*)::int as count from public.products where connection_id = $1`,
    [account.connectionId],
  );
  expect(listed.rows).toEqual([{ count: 10_500 }]);
  expect((await readRun(bench.pool, account.runId)).provisional_reasons).toEqual([]);
});

async function connected(persona: string): Promise<BenchAccount> {
  return connectPersona(bench, sandbox, sandboxConnector(sandbox), persona);
}

async function windowsOf(account: BenchAccount, stage: string) {
  const { rows } = await bench.pool.query<{ rows_counted: number; rows_total: number; split_total: number | null }>(
    `select rows_counted, rows_total, split_total from public.sync_windows
     where run_id = $1 and stage = $2 order by split_total desc nulls last, range_from`,
    [account.runId, stage],
  );
  return rows;
}

async function ordersOf(account: BenchAccount): Promise<number> {
  const { rows } = await bench.pool.query<{ count: number }>(
    `select count(*)::int as count from public.orders where connection_id = $1`,
    [account.connectionId],
  );
  return rows[0]?.count ?? 0;
}

function requests(path: string): number {
  return sandbox.control.requestCounts()[`POST ${path}`] ?? 0;
}
