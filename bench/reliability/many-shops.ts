import { setTimeout as sleep } from "node:timers/promises";
import { type Engine, openEngine } from "../engine.ts";
import { median } from "../measure.ts";
import { freshShop } from "../sandbox-account.ts";
import { type SandboxProcess, startSandboxProcess } from "../sandbox-process.ts";
import { atMost, exactly, type Goal } from "./goal.ts";

const latencyMs = 50;
const small = 500;

export const manyShops: Goal = {
  id: "R6",
  promise:
    "100,000 orders of 50 shops at 50 ms a page in ≤ 5 minutes, ≤ 600 MB a process; small shops ≤ 2 × their time beside a shop of 200,000",
  how: "One worker process, a durable database and a sandbox that takes 50 requests a second of each shop and API, all on this machine. Small shops are connected one after the other, alone and then while the large one is imported.",
  async measure(isFull) {
    const [shops, orders, whale, smalls] = isFull ? [50, 2_000, 200_000, 20] : [10, 2_000, 30_000, 5];
    const sandbox = await startSandboxProcess();
    const engine = await openEngine();
    try {
      await sandbox.setLatency(latencyMs);
      await sandbox.setLimit(50);
      const worker = await engine.startWorker(sandbox);
      const began = performance.now();
      const runs = await connectAll(
        engine,
        sandbox,
        Array.from({ length: shops }, () => freshShop(orders)),
      );
      await done(engine, runs);
      const minutes = (performance.now() - began) / 60_000;
      const stored = await countOrders(engine);

      const alone = await importTimes(engine, sandbox, smalls);
      const [whaleRun] = await connectAll(engine, sandbox, [freshShop(whale)]);
      await sleep(2_000);
      const beside = await importTimes(engine, sandbox, smalls);
      const isWhaleRunning = !(await areDone(engine, [whaleRun ?? ""]));
      const peak = (worker.peakMemory() ?? Number.NaN) / 2 ** 20;
      await worker.stop();
      return {
        scale: `${shops} shops × ${orders.toLocaleString("en")} orders; ${smalls} shops of ${small} beside one of ${whale.toLocaleString("en")}`,
        isFullSize: isFull,
        checks: [
          exactly("orders stored", stored, shops * orders),
          atMost("time", minutes, isFull ? 5 : (5 * shops * orders) / 100_000, " minutes"),
          atMost("worker's peak memory", Math.round(peak), 600, " MB"),
          atMost("small shop beside the large one ÷ alone", median(beside) / median(alone), 2),
        ],
        notes: [
          isWhaleRunning
            ? "The large import was still running when the last small one ended."
            : "The large import ended before the last small one did.",
        ],
      };
    } finally {
      await engine.stop();
      await sandbox.stop();
    }
  },
};

async function connectAll(engine: Engine, sandbox: SandboxProcess, personas: readonly string[]): Promise<string[]> {
  const runs: string[] = [];
  for (const persona of personas) runs.push((await engine.connect(sandbox, persona)).runId);
  return runs;
}

async function importTimes(engine: Engine, sandbox: SandboxProcess, count: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const began = performance.now();
    await done(engine, await connectAll(engine, sandbox, [freshShop(small)]));
    times.push(performance.now() - began);
  }
  return times;
}

async function done(engine: Engine, runs: readonly string[]): Promise<void> {
  while (!(await areDone(engine, runs))) await sleep(100);
}

async function areDone({ pool }: Engine, runs: readonly string[]): Promise<boolean> {
  const { rows } = await pool.query<{ state: string }>(
    "select state from public.sync_runs where id = any ($1::uuid[])",
    [runs],
  );
  const failed = rows.filter(({ state }) => state === "failed" || state === "cancelled");
  if (failed.length > 0) throw new Error(`${failed.length} imports failed.`);
  return rows.every(({ state }) => state === "done");
}

async function countOrders({ pool }: Engine): Promise<number> {
  const { rows } = await pool.query<{ count: number }>("select count(*)::int as count from public.orders");
  return rows[0]?.count ?? 0;
}
