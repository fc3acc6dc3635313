import { unwrap } from "../packages/tiktokshop-client/src/request/unwrap.ts";
import { ordersStage } from "../packages/tiktokshop-client/src/stages/seller-stages.ts";
import { contest } from "./measure.ts";
import type { RecordedPage } from "./order-page.ts";
import { type Section, times } from "./report.ts";

/** From an answer's text to records without buyers, against parsing the same text and keeping everything. */
export function parsing({ answer, headers }: RecordedPage): Section {
  const arrived = { status: 200, headers, body: answer };
  const context = { shopId: "7", parentId: null, window: { from: 0, to: 1, parentId: null }, currency: null };
  const ours = () => ordersOf(unwrap(arrived, "bench", 0)).map((row) => ordersStage.readRow(row, context).records);
  const rows = ours().flat();
  if (rows.length !== 100) throw new Error(`A page of 100 orders came out as ${rows.length} records.`);
  if (JSON.stringify(rows).includes("SBXBUYER")) throw new Error("A buyer came through.");

  const { baselineMicros, oursMicros, speed } = contest({
    baseline: () => JSON.parse(answer),
    ours,
    calls: 150,
    rounds: 15,
  });
  return {
    title: "Parse and strip",
    baseline: "Time against `JSON.parse` of the same text. Less is better; goal at most 2.50 ×.",
    columns: ["", "µs a page", "orders a second", "against JSON.parse"],
    rows: [
      ["`JSON.parse`", baselineMicros.toFixed(0), ordersPerSecond(baselineMicros), times(1)],
      ["envelope, rows by allow-list, records", oursMicros.toFixed(0), ordersPerSecond(oursMicros), times(1 / speed)],
    ],
    notes: [
      `One page of 100 orders as the sandbox sends it, ${answer.length} characters; median of 15 rounds in turns.`,
    ],
  };
}

function ordersPerSecond(microsPerPage: number): string {
  return Math.round(100_000_000 / microsPerPage).toLocaleString("en");
}

function ordersOf(data: unknown): readonly unknown[] {
  const orders = typeof data === "object" && data !== null && "orders" in data ? data.orders : null;
  return Array.isArray(orders) ? orders : [];
}
