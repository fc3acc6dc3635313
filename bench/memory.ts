import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { workerFlags } from "../scripts/stack/worker-flags.ts";
import type { Engine } from "./engine.ts";
import { megabytes, type Section, seconds, times } from "./report.ts";
import { freshShop } from "./sandbox-account.ts";
import type { SandboxProcess } from "./sandbox-process.ts";
import { watchImport } from "./watched-import.ts";

const goalBytes = 300 * 1_048_576;

/** A large shop with everything that it has, no latency and no limit, imported by a worker that did nothing before. */
export async function importMemory(engine: Engine, sandbox: SandboxProcess, orderCount: number): Promise<Section> {
  await sandbox.setLimit(0);
  await sandbox.setLatency(0);
  const worker = await engine.startWorker(sandbox);
  try {
    const before = worker.peakMemory();
    const run = await watchImport(engine, sandbox, { persona: freshShop(orderCount) });
    const after = worker.peakMemory();
    return {
      title: `Memory of the worker over ${orderCount.toLocaleString("en")} orders`,
      baseline: "Most memory that the worker's process ever had resident, against the goal of 300 MB. Less is better.",
      columns: ["", "orders stored", "time", "orders a second", "peak", "of the goal"],
      rows: [
        ["worker at rest", "0", "", "", shown(before), ofGoal(before)],
        [
          "orders, returns, commissions, statements, settlements, score",
          run.rows.toLocaleString("en"),
          seconds(run.wholeMs),
          Math.round((run.rows * 1_000) / run.wholeMs).toLocaleString("en"),
          shown(after),
          ofGoal(after),
        ],
      ],
      notes: ["No latency and no limit: the sandbox, PostgreSQL and the worker share the machine's cores."],
    };
  } finally {
    await worker.stop();
  }
}

interface MetricsRun {
  readonly milliseconds: number;
  readonly drainMs: number;
  readonly peakBytes: number;
  readonly orders: number;
}

/** The figures of a shop from its rows, in a process of their own that Node runs as it runs a worker, against merely walking through the same rows. */
export async function metricsOver(orderCount: number): Promise<Section> {
  const run = await runChild("metrics-child.ts", orderCount);
  const tieOut = await runChild("tie-out-child.ts", orderCount);
  const count = orderCount.toLocaleString("en");
  return {
    title: `Metrics over ${count} orders`,
    baseline: "Time against walking through the same rows; memory against the goal of 300 MB. Less is better.",
    columns: ["", "time", "against walking", "orders a second", "peak", "of the goal"],
    rows: [
      ["walking through the rows", seconds(run.drainMs), times(1), "", "", ""],
      [
        "`incomeMetrics`",
        seconds(run.milliseconds),
        times(run.milliseconds / run.drainMs),
        Math.round((run.orders * 1_000) / run.milliseconds).toLocaleString("en"),
        shown(run.peakBytes),
        ofGoal(run.peakBytes),
      ],
      [
        "`tieOut`",
        seconds(tieOut.milliseconds),
        times(tieOut.milliseconds / run.drainMs),
        Math.round((tieOut.orders * 1_000) / tieOut.milliseconds).toLocaleString("en"),
        shown(tieOut.peakBytes),
        ofGoal(tieOut.peakBytes),
      ],
    ],
    notes: [`${count} orders, as many settlements and a return for every 25th, made as they are read.`],
  };
}

async function runChild(file: string, orderCount: number): Promise<MetricsRun> {
  const child = join(import.meta.dirname, file);
  const { stdout } = await promisify(execFile)(process.execPath, [...workerFlags, child, String(orderCount)]);
  const run = metricsRunFrom(JSON.parse(stdout));
  if (run.orders !== orderCount) throw new Error(`${file} counted ${run.orders} of ${orderCount} orders.`);
  return run;
}

function metricsRunFrom(value: unknown): MetricsRun {
  const fields = new Map<string, unknown>(typeof value === "object" && value !== null ? Object.entries(value) : []);
  const number = (name: string) => Number(fields.get(name));
  return {
    milliseconds: number("milliseconds"),
    drainMs: number("drainMs"),
    peakBytes: number("peakBytes"),
    orders: number("orders"),
  };
}

function shown(bytes: number | null): string {
  return bytes === null ? "not told here" : megabytes(bytes);
}

function ofGoal(bytes: number | null): string {
  return bytes === null ? "" : times(bytes / goalBytes);
}
