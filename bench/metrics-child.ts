import { readFileSync } from "node:fs";
import type { OrderRecord, ReturnRecord, SettlementRecord } from "@lendfriend/connector";
import { incomeMetrics, type RecordKind, type RecordOf } from "@lendfriend/tiktokshop-client";
import {
  exampleAsOf,
  exampleOrder,
  exampleReturn,
  exampleSource,
} from "../packages/tiktokshop-client/src/metrics/testing/example-source.ts";

/** Run as a process of its own, so that the memory is that of the metrics alone: `metrics-child.ts <orders>`. */
const orderCount = Number(process.argv[2]);
const returnEvery = 25;

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
  if (kind === "order") return orders();
  if (kind === "settlement") return settlements();
  return kind === "return" ? returns() : [];
}

/** Ids of 18 digits in ascending order, as the tables give them. */
function orderIdAt(index: number): string {
  return `576${String(index).padStart(15, "0")}`;
}

function createTimeAt(index: number): number {
  return exampleAsOf - 88 * 86_400 + Math.floor((index * 80 * 86_400) / orderCount);
}

function* orders(): Generator<OrderRecord> {
  for (let index = 0; index < orderCount; index += 1)
    yield exampleOrder({ id: orderIdAt(index), createTime: createTimeAt(index) });
}

function* settlements(): Generator<SettlementRecord> {
  for (let index = 0; index < orderCount; index += 1) {
    const orderId = orderIdAt(index);
    yield {
      kind: "settlement",
      id: orderId,
      shopId: "S1",
      statementId: `7${Math.floor(index / 15_000)}`,
      type: "ORDER",
      orderId,
      adjustmentId: null,
      orderCreateTime: createTimeAt(index),
      currency: "USD",
      settlementAmount: "91.5",
      revenueAmount: "100",
      feeTaxAmount: "-8.5",
    };
  }
}

function* returns(): Generator<ReturnRecord> {
  for (let index = 0; index < orderCount; index += returnEvery)
    yield exampleReturn({ id: `40${orderIdAt(index)}`, orderId: orderIdAt(index), createTime: createTimeAt(index) });
}

function statusText(): string {
  return process.platform === "linux" ? readFileSync("/proc/self/status", "utf8") : "";
}
