import { readFileSync } from "node:fs";
import { incomeMetrics, type RecordKind, type RecordOf } from "@lendfriend/tiktokshop-client";
import { exampleSource } from "../packages/tiktokshop-client/src/metrics/testing/example-source.ts";
import { orderRows, returnRows, settlementRows } from "./shop-rows.ts";

/** Run as a process of its own, so that the memory is that of the metrics alone: `metrics-child.ts <orders>`. */
const orderCount = Number(process.argv[2]);

const drainStart = performance.now();
let drained = 0;
for (const kind of ["order", "settlement", "return"] as const) for (const row of rowsOf(kind)) drained += row.id.length;
const drainMs = performance.now() - drainStart;

const start = performance.now();
const metrics = await incomeMetrics(exampleSource({ read: readRows }));
const milliseconds = performance.now() - start;
const peak = /^VmHWM:\s+(\d+) kB$/m.exec(statusText())?.[1];
process.stdout.write(
  JSON.stringify({
    milliseconds,
    drainMs,
    peakBytes: peak === undefined ? process.resourceUsage().maxRSS * 1024 : Number(peak) * 1024,
    orders: metrics.seller?.orderCount ?? 0,
    drained,
  }),
);

/** Safe: each kind has its own generator below, and the type cannot follow the choice. */
function readRows<Kind extends RecordKind>(_connectionId: string, kind: Kind): Iterable<RecordOf<Kind>> {
  return rowsOf(kind) as Iterable<RecordOf<Kind>>;
}

function rowsOf(kind: RecordKind) {
  if (kind === "order") return orderRows(orderCount);
  if (kind === "settlement") return settlementRows(orderCount);
  return kind === "return" ? returnRows(orderCount) : [];
}

function statusText(): string {
  return process.platform === "linux" ? readFileSync("/proc/self/status", "utf8") : "";
}
