import type { BenchAccount, ImportBench } from "./import-bench.ts";

/** Every way in which the platform is known to stumble. */
export const faults = [
  { kind: "answer", status: 429, code: 36009002 },
  { kind: "answer", status: 500, code: 36009003 },
  { kind: "html_502" },
  { kind: "answer", status: 503 },
  { kind: "reset" },
  { kind: "truncate", bytes: 200 },
  { kind: "hang" },
  { kind: "answer", status: 401, code: 105002, message: "Expired credentials." },
  { kind: "answer", status: 200, code: 36009003 },
  { kind: "answer", status: 200, code: 98001001 },
  { kind: "repeat_page_token" },
  { kind: "duplicate_rows" },
  { kind: "empty_page_with_token" },
] as const;

/** Parts of the paths that an import asks; orders twice as often as the rest. */
export const paths = [
  "/order/",
  "/order/",
  "/return_refund/",
  "/finance/",
  "/statement_transactions",
  "/product/",
  "/affiliate_seller/",
];

const tables = [
  "orders",
  "returns",
  "statements",
  "settlements",
  "unsettled",
  "payouts",
  "products",
  "commissions",
  "shop_performance",
];

/** Every income row and the score, without what differs between two connections of the same shop. */
export async function wholeImport({ pool }: Pick<ImportBench, "pool">, account: BenchAccount): Promise<string> {
  const dumps: string[] = [];
  for (const table of tables) {
    const { rows } = await pool.query<{ row: string }>(
      `select (to_jsonb(t) - 'connection_id' - 'run_id' - 'first_seen_at')::text as row from public.${table} t
       where connection_id = $1 order by 1`,
      [account.connectionId],
    );
    dumps.push(`${table} ${rows.length}`, ...rows.map(({ row }) => row));
  }
  const { rows } = await pool.query<{ inputs: string; report: string }>(
    `select inputs::text as inputs, report::text as report from public.score_snapshots where run_id = $1`,
    [account.runId],
  );
  if (rows.length !== 1) throw new Error(`${rows.length} snapshots for one import`);
  return [...dumps, rows[0]?.inputs, rows[0]?.report].join("\n");
}
