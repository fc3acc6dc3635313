import { shareOf } from "./exchange.ts";
import type { ShopBook } from "./shop-book.ts";

/**
 * Regions with qualifying orders, and the largest share of the newest block's net in a region first seen in it. A shop
 * that sold there before the window has been seen.
 */
export function marketsOf(shops: ReadonlyMap<string, ShopBook>): { regions: number; newRegionShare: number } {
  const regions = new Map<string, { earlier: number; newest: number; newestNetUsd: bigint }>();
  for (const { region, firstActivity, ledger } of shops.values()) {
    if (ledger.total().orders === 0 || region === "") continue;
    const [b1, b2, b3] = ledger.blockTotals();
    const sums = regions.get(region) ?? { earlier: 0, newest: 0, newestNetUsd: 0n };
    const inBlocks = b1.orders + b2.orders + b3.orders;
    sums.earlier += b1.orders + b2.orders + (ledger.total().orders - inBlocks);
    if (firstActivity !== null && firstActivity < ledger.periods.blockEdges[2]) sums.earlier++;
    sums.newest += b3.orders;
    sums.newestNetUsd += b3.netUsd;
    regions.set(region, sums);
  }
  const whole = [...regions.values()].reduce((sum, { newestNetUsd }) => sum + newestNetUsd, 0n);
  const shares = [...regions.values()]
    .filter(({ earlier, newest }) => earlier === 0 && newest > 0)
    .map(({ newestNetUsd }) => shareOf(newestNetUsd, whole));
  return { regions: regions.size, newRegionShare: Math.max(0, ...shares) };
}
