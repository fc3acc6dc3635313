import type { ProductRecord } from "@lendfriend/connector";
import { orderKey } from "./order-key.ts";
import { spanOf } from "./periods.ts";
import { type MetricRow, metricRow } from "./rows/metric-row.ts";
import type { SellerContext } from "./seller-context.ts";
import type { SellerTally } from "./seller-tally.ts";

/** Products created in the window whose first qualifying sale is in the newest block. */
export async function countLaunches(context: SellerContext, tally: SellerTally): Promise<number> {
  const { source, connections, periods, rows } = context;
  const launched = new Set<string>();
  for (const connection of connections) {
    for await (const product of source.read(connection.id, "product")) {
      const key = orderKey(product.shopId, product.id);
      const sale = tally.firstSaleOf.get(key);
      const isNew = product.createTime >= periods.from && product.createTime < periods.asOf;
      const isLaunch = isNew && sale !== undefined && spanOf(periods.blockEdges, sale) === 2;
      if (rows !== null && !launched.has(key)) rows(productRow(product, { isNew, isLaunch, sale: sale ?? null }));
      if (isLaunch) launched.add(key);
    }
  }
  return launched.size;
}

function productRow(
  { id, shopId, title, createTime }: ProductRecord,
  facts: { readonly isNew: boolean; readonly isLaunch: boolean; readonly sale: number | null },
): MetricRow {
  const row = { kind: "product", shopId, id, label: title, at: createTime } as const;
  if (facts.isLaunch) return metricRow({ ...row, figures: ["launches"] });
  return metricRow({ ...row, reason: whyNoLaunch(facts), figures: [] });
}

function whyNoLaunch({ isNew, sale }: { readonly isNew: boolean; readonly sale: number | null }): string {
  if (!isNew) return "NOT_NEW";
  return sale === null ? "NOT_SOLD" : "SOLD_EARLIER";
}
