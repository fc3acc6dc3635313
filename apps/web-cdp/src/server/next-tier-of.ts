import "server-only";
import { createHash } from "node:crypto";
import { type IncomeMetrics, type NextTier, nextTier } from "@lendfriend/credit-score";
import { LRUCache } from "lru-cache";

const found = new LRUCache<string, { readonly next: NextTier | null }>({ max: 500 });

/**
 * The next tier of these figures; null in the highest one. Found once for the same figures, as the search scores them some
 * thousand times over, and each view of a dashboard asks.
 */
export function nextTierOf(inputs: IncomeMetrics): NextTier | null {
  const key = createHash("sha256").update(JSON.stringify(inputs)).digest("base64");
  const known = found.get(key);
  if (known) return known.next;
  const next = nextTier(inputs);
  found.set(key, { next });
  return next;
}
