import { orderKey } from "./order-key.ts";
import { spanOf } from "./periods.ts";
import type { SellerContext } from "./seller-context.ts";
import type { SellerTally } from "./seller-tally.ts";

/** Products created in the window whose first qualifying sale is in the newest block. */
export async function countLaunches(context: SellerContext, tally: SellerTally): Promise<number> {
  const { source, connections, periods } = context;
  const launched = new Set<string>();
  for (const connection of connections) {
    for await (const product of source.read(connection.id, "product")) {
      const key = orderKey(product.shopId, product.id);
      const sale = tally.firstSaleOf.get(key);
      const isNew = product.createTime >= periods.from && product.createTime < periods.asOf;
      if (isNew && sale !== undefined && spanOf(periods.blockEdges, sale) === 2) launched.add(key);
    }
  }
  return launched.size;
}
