import type { Engine } from "./engine.ts";
import { type Section, seconds, times } from "./report.ts";
import { freshShop } from "./sandbox-account.ts";
import type { SandboxProcess } from "./sandbox-process.ts";
import { watchImport } from "./watched-import.ts";

const perSecond = 50;
const latencyMs = 150;

/** Everything that a shop granted, from consent to score: limits count per API, so the busiest one sets the time. */
export async function wholeImport(engine: Engine, sandbox: SandboxProcess, orderCount: number): Promise<Section> {
  await sandbox.setLatency(latencyMs);
  await sandbox.setLimit(perSecond);
  const worker = await engine.startWorker(sandbox);
  try {
    const run = await watchImport(engine, sandbox, { persona: freshShop(orderCount) });
    const counts = [...(await sandbox.countsByApi())].toSorted(([, left], [, right]) => right - left);
    const total = counts.reduce((sum, [, count]) => sum + count, 0);
    const [, busiest] = counts[0] ?? ["", 0];
    const limitMs = (busiest / perSecond) * 1_000;
    const serialMs = total * latencyMs;
    const row = (name: string, milliseconds: number) => [
      name,
      seconds(milliseconds),
      times(run.wholeMs / milliseconds),
    ];
    return {
      title: `Whole import of a shop of ${orderCount.toLocaleString("en")} orders, from consent to score`,
      baseline: `At ${latencyMs} ms and ${perSecond}/s for each API. Our time against the limit of the busiest API (less is better), and against all requests one after the other at the latency alone.`,
      columns: ["", "time", "ours against it"],
      rows: [
        row("the busiest API's requests ÷ rate", limitMs),
        row(`all ${total} requests in turn`, serialMs),
        row("ours, by a worker that has just started", run.wholeMs),
      ],
      notes: counts.slice(0, 5).map(([api, count]) => `${api}: ${count} requests.`),
    };
  } finally {
    await worker.stop();
  }
}
