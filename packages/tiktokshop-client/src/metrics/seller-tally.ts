import { ConcentrationSum } from "./concentration.ts";
import { Ledger } from "./ledger.ts";
import type { Periods } from "./periods.ts";
import type { ShopBook } from "./shop-book.ts";

/** What the shops' orders are summed into. Money in millionths of a dollar. */
export interface SellerTally {
  readonly ledger: Ledger;
  readonly shops: Map<string, ShopBook>;
  readonly products: ConcentrationSum;
  readonly firstSaleOf: Map<string, number>;
  itemsSold: number;
  measuredDispatch: number;
  lateDispatch: number;
  sellerFault: number;
  oldDeliveredUsd: bigint;
  unreconciledUsd: bigint;
}

export function emptyTally(periods: Periods): SellerTally {
  return {
    ledger: new Ledger(periods),
    shops: new Map(),
    products: new ConcentrationSum(),
    firstSaleOf: new Map(),
    itemsSold: 0,
    measuredDispatch: 0,
    lateDispatch: 0,
    sellerFault: 0,
    oldDeliveredUsd: 0n,
    unreconciledUsd: 0n,
  };
}
