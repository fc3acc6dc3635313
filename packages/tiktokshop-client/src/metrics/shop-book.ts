import { decimalFromUnits } from "@lendfriend/connector";
import type { ShopMetrics } from "@lendfriend/credit-score";
import type { Ledger } from "./ledger.ts";

/** One shop's own sums. */
export interface ShopBook {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly firstActivity: number | null;
  readonly ledger: Ledger;
}

/** A shop's figures in its own currency and in dollars. */
interface ShopSums {
  readonly native: ShopMetrics;
  readonly usd: ShopMetrics;
}

/** What a shop sold; `currency` is what `native` is in: USD when it sold in several. */
export function shopSums({ id, name, region, ledger }: ShopBook): {
  readonly shop: ShopSums;
  readonly currency: string;
} {
  const currency = ledger.currencies()[0] ?? null;
  const { orders, grossUsd, refundsUsd, netUsd } = ledger.total();
  const sums = (gross: bigint, refunds: bigint, net: bigint): ShopMetrics => ({
    shopId: id,
    name,
    region,
    orderCount: orders,
    gross: decimalFromUnits(gross),
    refunds: decimalFromUnits(refunds),
    net: decimalFromUnits(net),
  });
  const usd = sums(grossUsd, refundsUsd, netUsd);
  if (currency === null || ledger.currencies().length > 1) return { shop: { native: usd, usd }, currency: "USD" };
  const { gross, refunds, net } = ledger.total();
  return { shop: { native: sums(gross, refunds, net), usd }, currency };
}

/** Shops by id, so that no order of rows shows. */
export function byShopId(left: ShopBook, right: ShopBook): number {
  return left.id < right.id ? -1 : 1;
}
