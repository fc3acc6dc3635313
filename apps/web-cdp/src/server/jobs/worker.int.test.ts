import { type Sandbox, startSandbox } from "@lendfriend/tiktokshop-sandbox";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { callForObject } from "../../../../../supabase/tests/harness.ts";
import { connectPersona, sandboxConnector } from "./testing/connect-persona.ts";
import { type BenchAccount, type ImportBench, openBench, readRun } from "./testing/import-bench.ts";
import { startWorkerProcess, type WorkerProcess } from "./testing/worker-process.ts";

let bench: ImportBench;
let sandbox: Sandbox;
const workers: WorkerProcess[] = [];

beforeAll(async () => {
  bench = await openBench();
  sandbox = await startSandbox();
});
afterAll(async () => {
  await sandbox.close();
  await bench.close();
});
beforeEach(() => sandbox.control.reset());
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.kill("SIGKILL")));
});

describe("the worker process", () => {
  it("imports a connection as soon as it is made, writes its score, says it is alive, and tells no secret", async () => {
    const worker = await start();
    const account = await connectPersona(bench, sandbox, sandboxConnector(sandbox), "worked-seller");

    await expect.poll(() => stateOf(account), { timeout: 10_000, interval: 100 }).toBe("done");

    expect(await snapshotsOf(account)).toBe(1);
    expect((await readRun(bench.pool, account.runId)).status).toBe("active");
    const health = await callForObject(bench.pool, "health_check", {});
    expect(health.worker).toMatchObject({ lastSeenAt: expect.any(String) });
    const secrets = [sandbox.app.appSecret, "TTP_", "ROW_", "access_token", "SBXBUYER"];
    for (const secret of secrets) expect(worker.output()).not.toContain(secret);
  });

  it("loses and doubles nothing when it is killed in the middle of an import", async () => {
    const connector = sandboxConnector(sandbox);
    const whole = await connectPersona(bench, sandbox, connector, "steady-seller");
    await start();
    await expect.poll(() => stateOf(whole), { timeout: 20_000, interval: 100 }).toBe("done");
    const expected = await idsOf(whole);
    const window = await bench.pool.query("select window_from, window_to from public.sync_runs where id = $1", [
      whole.runId,
    ]);
    await bench.pool.query(`delete from public.business_connections where id = $1`, [whole.connectionId]);
    sandbox.control.setLatency(40);
    await workers.pop()?.kill("SIGTERM");
    const account = await connectPersona(bench, sandbox, connector, "steady-seller");
    // Meanwhile an order may have left the 90 days.
    await bench.pool.query("update public.sync_runs set window_from = $2, window_to = $3 where id = $1", [
      account.runId,
      window.rows[0]?.window_from,
      window.rows[0]?.window_to,
    ]);
    await start();

    await expect.poll(() => pagesOf(account), { timeout: 10_000, interval: 20 }).toBeGreaterThan(5);
    await workers.pop()?.kill("SIGKILL");
    expect(await stateOf(account)).toBe("running");
    await start();

    await expect.poll(() => stateOf(account), { timeout: 60_000, interval: 200 }).toBe("done");
    expect(await idsOf(account)).toEqual(expected);
    expect(await snapshotsOf(account)).toBe(1);
  }, 120_000);

  it("hands its work over when it is asked to stop, and ends by itself", async () => {
    sandbox.control.setLatency(40);
    const first = await start();
    const account = await connectPersona(bench, sandbox, sandboxConnector(sandbox), "declining-seller");
    await expect.poll(() => pagesOf(account), { timeout: 10_000, interval: 20 }).toBeGreaterThan(5);

    expect(await first.kill("SIGTERM")).toBe(0);
    expect(first.output()).toContain("worker_stopped");
    await start();

    await expect.poll(() => stateOf(account), { timeout: 20_000, interval: 100 }).toBe("done");
    expect(await snapshotsOf(account)).toBe(1);
  }, 60_000);
});

async function start(): Promise<WorkerProcess> {
  const worker = await startWorkerProcess(bench, sandbox);
  workers.push(worker);
  return worker;
}

async function stateOf(account: BenchAccount): Promise<string> {
  return (await readRun(bench.pool, account.runId)).state;
}

async function pagesOf(account: BenchAccount): Promise<number> {
  const { rows } = await bench.pool.query<{ pages: number }>(
    `select coalesce(sum(pages_done), 0)::int as pages from public.sync_windows where run_id = $1`,
    [account.runId],
  );
  return rows[0]?.pages ?? 0;
}

/** What was read. In which state an order is may differ from one import to the next: the shop goes on. */
async function idsOf({ connectionId }: BenchAccount): Promise<readonly string[]> {
  const { rows } = await bench.pool.query<{ id: string }>(
    `select concat_ws(' ', 'order', shop_id, id) as id from public.orders where connection_id = $1
     union all select concat_ws(' ', 'settlement', shop_id, id) from public.settlements where connection_id = $1
     union all select concat_ws(' ', stage, shop_id, parent_id, state, rows_rejected) from public.sync_windows
       where connection_id = $1
     order by 1`,
    [connectionId],
  );
  return rows.map(({ id }) => id);
}

async function snapshotsOf(account: BenchAccount): Promise<number> {
  const { rows } = await bench.pool.query<{ count: number }>(
    `select count(*)::int as count from public.score_snapshots where wallet_address = $1`,
    [account.wallet],
  );
  return rows[0]?.count ?? 0;
}
