import { divideHalfEven } from "@lendfriend/connector";
import type { Concentration } from "@lendfriend/credit-score";
import { shareOf } from "./exchange.ts";

const largestShown = 10;

/** Sums dollars by a thing with an id and a name, and says how concentrated they are. */
export class ConcentrationSum {
  private readonly byId = new Map<string, { name: string; usd: bigint }>();

  add(id: string, name: string, usd: bigint): void {
    const entry = this.byId.get(id);
    if (!entry) {
      this.byId.set(id, { name, usd });
      return;
    }
    entry.usd += usd;
    if (name < entry.name) entry.name = name;
  }

  result(): Concentration {
    const entries = [...this.byId].filter(([, { usd }]) => usd > 0n);
    const whole = entries.reduce((sum, [, { usd }]) => sum + usd, 0n);
    const ranked = entries.sort(([leftId, left], [rightId, right]) => {
      if (left.usd !== right.usd) return left.usd > right.usd ? -1 : 1;
      return leftId < rightId ? -1 : 1;
    });
    return {
      hhi:
        whole > 0n
          ? herfindahl(
              ranked.map(([, { usd }]) => usd),
              whole,
            )
          : null,
      count: ranked.length,
      largest: ranked.slice(0, largestShown).map(([id, { name, usd }]) => ({ id, name, share: shareOf(usd, whole) })),
    };
  }
}

/** Σ share² on the usual scale of 0 to 10,000. */
function herfindahl(parts: readonly bigint[], whole: bigint): number {
  const squares = parts.reduce((sum, part) => sum + part * part, 0n);
  return Number(divideHalfEven(squares * 10_000n, whole * whole));
}
