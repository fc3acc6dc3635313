import { readFileSync } from "node:fs";
import type { PayoutRecord, StatementRecord } from "@lendfriend/connector";
import { type RecordKind, type RecordOf, tieOut } from "@lendfriend/tiktokshop-client";
import { exampleAsOf, exampleConnection } from "../packages/tiktokshop-client/src/metrics/testing/example-source.ts";
import { orderRows, ordersPerStatement, returnRows, settlementRows } from "./shop-rows.ts";

/** Run as a process of its own, so that the memory is that of the tie-out alone: `tie-out-child.ts <orders>`. */
const orderCount = Number(process.argv[2]);
const stages = ["orders", "returns", "statements", "settlements", "unsettled", "payments"];
const connection = exampleConnection("seller", {
  stages: stages.map((stage) => ({ stage, shopId: "S1", status: "read" })),
});

let flags = 0;
const start = performance.now();
const summary = await tieOut(
  {
    asOf: exampleAsOf,
    connections: [connection],
    read: rowsOf,
    readByOrder: rowsOf,
    isKeptAside: async () => false,
  },
  () => {
    flags += 1;
  },
);
const milliseconds = performance.now() - start;
const peak = /^VmHWM:\s+(\d+) kB$/m.exec(statusText())?.[1];
process.stdout.write(
  JSON.stringify({
    milliseconds,
    drainMs: 0,
    peakBytes: peak === undefined ? process.resourceUsage().maxRSS * 1024 : Number(peak) * 1024,
    orders: summary.counts.filter(({ subject }) => subject === "order").reduce((sum, { count }) => sum + count, 0),
    flags,
  }),
);

/** Safe: each kind has its own generator below, and the type cannot follow the choice. */
function rowsOf<Kind extends RecordKind>(_connectionId: string, kind: Kind): Iterable<RecordOf<Kind>> {
  return listOf(kind) as Iterable<RecordOf<Kind>>;
}

function listOf(kind: RecordKind) {
  if (kind === "order") return orderRows(orderCount);
  if (kind === "settlement") return settlementRows(orderCount);
  if (kind === "return") return returnRows(orderCount);
  if (kind === "statement") return statements();
  return kind === "payout" ? payments() : [];
}

function* statements(): Generator<StatementRecord> {
  for (let first = 0; first < orderCount; first += ordersPerStatement) yield statementAt(first / ordersPerStatement);
}

function* payments(): Generator<PayoutRecord> {
  for (const { id, settlementAmount, statementTime } of statements()) {
    yield {
      kind: "payout",
      id: `8${id}`,
      shopId: "S1",
      source: "payment",
      type: null,
      status: "PAID",
      currency: "USD",
      amount: settlementAmount,
      settlementAmount,
      settlementCurrency: "USD",
      createTime: statementTime + 3_600,
      paidTime: statementTime + 7_200,
    };
  }
}

function statementAt(index: number): StatementRecord {
  const rows = Math.min(ordersPerStatement, orderCount - index * ordersPerStatement);
  return {
    kind: "statement",
    id: `7${index}`,
    shopId: "S1",
    currency: "USD",
    statementTime: exampleAsOf - 80 * 86_400 + index * 3_600,
    settlementAmount: String(rows * 91.5),
    revenueAmount: null,
    feeAmount: null,
    adjustmentAmount: null,
    paymentId: `87${index}`,
    paymentStatus: "PAID",
    paymentTime: null,
  };
}

function statusText(): string {
  return process.platform === "linux" ? readFileSync("/proc/self/status", "utf8") : "";
}
