import type { Exchange } from "./exchange.ts";
import type { Ledger } from "./ledger.ts";
import type { RowSink } from "./rows/metric-row.ts";
import { excludedOrderRow } from "./rows/order-rows.ts";
import type { ShopOwners } from "./shop-owners.ts";
import type { ConnectionIncome, MetricsSource } from "./source.ts";
import { unitsOrNull } from "./units-or-null.ts";

interface TwinContext {
  readonly source: MetricsSource;
  readonly connections: readonly ConnectionIncome[];
  readonly owners: ShopOwners;
  readonly whole: Ledger;
  readonly exchange: Exchange;
  readonly rows: RowSink | null;
}

/** Leaves out as DUPLICATE, with count and value, every order of a shop that another account of the wallet speaks for. */
export async function excludeTwins(context: TwinContext): Promise<void> {
  const { source, connections, owners, whole, exchange, rows } = context;
  for (const { id, shops } of connections) {
    if (!shops.some((shop) => owners.isTwin(id, shop.id))) continue;
    for await (const order of source.read(id, "order")) {
      if (!owners.isTwin(id, order.shopId)) continue;
      const amount = unitsOrNull(order.merchandiseValue);
      const amountUsd = amount === null ? null : exchange.peekUsd(amount, order.currency, order.createTime);
      whole.exclude("DUPLICATE", order.currency, amount, amountUsd);
      rows?.(excludedOrderRow(order, { reason: "DUPLICATE", amount, amountUsd }, false));
    }
  }
}
