import type { OrderRecord } from "@lendfriend/connector";
import type { Refund, RefundsByOrder } from "./refunds-by-order.ts";
import { figureName } from "./rows/figure-name.ts";
import type { RowSink } from "./rows/metric-row.ts";
import { countedReturnRow, excludedReturnRow } from "./rows/return-rows.ts";
import type { SellerContext } from "./seller-context.ts";

/** The refunds of one connection, taken order by order. Which of them no order took is only remembered for a sink of rows. */
export class OrderRefunds {
  readonly #refunds: RefundsByOrder;
  readonly #context: SellerContext;
  readonly #taken: Set<string> | null;

  constructor(refunds: RefundsByOrder, context: SellerContext) {
    this.#refunds = refunds;
    this.#context = context;
    this.#taken = context.rows === null ? null : new Set();
  }

  /** Of the order with this key, at most its own value; a refund in another currency than the order's is noted, not converted. */
  take(key: string, order: OrderRecord, merchandise: bigint): bigint {
    const refunds = this.#refunds.get(key) ?? [];
    const { rows, notReported } = this.#context;
    this.#taken?.add(key);
    let refunded = 0n;
    for (const refund of refunds) {
      const isSame = refund.currency === null || refund.currency === order.currency;
      if (!isSame) notReported.note("refund_currency", order.id);
      const before = refunded;
      if (isSame) refunded += refund.units;
      if (rows !== null) this.#tell(rows, refund, { order, isSame, from: before, to: refunded, merchandise });
    }
    return between(refunded, merchandise);
  }

  /** Tells the sink of the returns whose orders do not count, once all orders went by. */
  close(): void {
    const { rows } = this.#context;
    if (rows === null) return;
    for (const [key, refunds] of this.#refunds) {
      if (this.#taken?.has(key)) continue;
      for (const { record } of refunds) if (record !== null) rows(excludedReturnRow(record, "ORDER_NOT_COUNTED"));
    }
  }

  /** Of the refunds of one order each counts what it adds to their sum within the cap, so that the parts are the whole. */
  #tell(rows: RowSink, { record, units }: Refund, { order, isSame, from, to, merchandise }: Step): void {
    if (record === null) return;
    if (!isSame) {
      const excluded = excludedReturnRow(record, "OTHER_CURRENCY");
      rows({ ...excluded, figures: [figureName.notReported("refund_currency")] });
      return;
    }
    const { exchange } = this.#context;
    const usd = (amount: bigint) => exchange.peekUsd(amount, order.currency, order.createTime) ?? 0n;
    const [before, after] = [between(from, merchandise), between(to, merchandise)];
    rows(
      countedReturnRow(record, {
        currency: order.currency,
        units,
        counted: after - before,
        countedUsd: usd(after) - usd(before),
        unitsPerUsd: exchange.unitsPerUsd(order.currency, order.createTime),
      }),
    );
  }
}

interface Step {
  readonly order: OrderRecord;
  readonly isSame: boolean;
  readonly from: bigint;
  readonly to: bigint;
  readonly merchandise: bigint;
}

function between(units: bigint, most: bigint): bigint {
  if (units < 0n) return 0n;
  return units > most ? most : units;
}
