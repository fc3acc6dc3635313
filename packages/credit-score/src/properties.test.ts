import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { buildLedger } from "./build-ledger.ts";
import type { IncomeMetrics, SideCurrency, SideMetrics } from "./income-metrics.ts";
import { decimalOf } from "./rescale.ts";
import { scoreIncome } from "./score-income.ts";
import { absurdMetrics, arbitraryMetrics, arbitrarySide } from "./testing/arbitrary-metrics.ts";
import { exampleCreator, exampleMetrics } from "./testing/example-metrics.ts";
import { ttshop1 } from "./ttshop1.ts";
import { whatIfLevers } from "./what-if.ts";

// Ten thousand cases take tens of seconds on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

const runs = { numRuns: 10_000 };

function milli(metrics: IncomeMetrics): number {
  return buildLedger(metrics, ttshop1).millipoints;
}

function of(seller: SideMetrics, change: Partial<IncomeMetrics> = {}): IncomeMetrics {
  return exampleMetrics({ seller, ...change });
}

describe("the ledger", () => {
  it("sums exactly: points and points lost are 100.000, every factor keeps its weight", () => {
    fc.assert(
      fc.property(arbitraryMetrics, (metrics) => {
        const ledger = buildLedger(metrics, ttshop1);
        const factors = Object.values(ledger.factors);
        const items = factors.flatMap((factor) => factor.items);
        const kept = items.reduce((sum, item) => sum + item.millipoints, 0);
        const lost = items.reduce((sum, item) => sum + item.maxMillipoints - item.millipoints, 0);
        const capped = ledger.caps.reduce((sum, cap) => sum + Math.round(cap.pointsLost * 1_000), 0);
        expect(ledger.millipoints).toBe(kept - capped);
        expect(ledger.millipoints + lost + capped).toBe(100_000);
        expect(factors.map((factor) => factor.items.reduce((sum, item) => sum + item.maxMillipoints, 0))).toEqual([
          40_000, 20_000, 20_000, 20_000,
        ]);
        for (const item of items) {
          expect(Number.isInteger(item.millipoints)).toBe(true);
          expect(item.millipoints).toBeGreaterThanOrEqual(0);
          expect(item.millipoints).toBeLessThanOrEqual(item.maxMillipoints);
        }
      }),
      runs,
    );
  });

  it("stays between 0 and 100 and under the lowest cap that is met", () => {
    fc.assert(
      fc.property(arbitraryMetrics, (metrics) => {
        const { millipoints, caps } = buildLedger(metrics, ttshop1);
        expect(millipoints).toBeGreaterThanOrEqual(0);
        expect(millipoints).toBeLessThanOrEqual(Math.min(100_000, ...caps.map((cap) => cap.limit * 1_000)));
      }),
      runs,
    );
  });
});

it("the same figures give the same report, byte for byte", () => {
  fc.assert(
    fc.property(arbitraryMetrics, (metrics) => {
      const again: IncomeMetrics = JSON.parse(JSON.stringify(metrics));
      expect(JSON.stringify(scoreIncome(again))).toBe(JSON.stringify(scoreIncome(metrics)));
    }),
    runs,
  );
});

it("nothing absurd throws, and no report holds NaN or Infinity", () => {
  fc.assert(
    fc.property(absurdMetrics, (metrics) => {
      const report = scoreIncome(metrics);
      expect(report.millipoints).toBeGreaterThanOrEqual(0);
      expect(report.millipoints).toBeLessThanOrEqual(100_000);
      expect(JSON.stringify({ ...report, metrics: null })).not.toMatch(/NaN|Infinity/);
      expect(Number.isFinite(report.confidence)).toBe(true);
      whatIfLevers(metrics);
    }),
    runs,
  );
});

describe("the score never rises", () => {
  it("with later dispatch", () => {
    fc.assert(
      fc.property(arbitrarySide, fc.nat(400), fc.nat(400), (side, one, other) => {
        const measured = 400;
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const punctual = of({ ...side, dispatch: { status: "available", late: low, measured } });
        const late = of({ ...side, dispatch: { status: "available", late: high, measured } });
        expect(milli(late)).toBeLessThanOrEqual(milli(punctual));
      }),
      runs,
    );
  });

  it("with more cancellations by the seller", () => {
    fc.assert(
      fc.property(arbitrarySide, fc.nat(200), fc.nat(200), (side, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const fewer = of({ ...side, cancellations: { status: "available", sellerFault: low } });
        const more = of({ ...side, cancellations: { status: "available", sellerFault: high } });
        expect(milli(more)).toBeLessThanOrEqual(milli(fewer));
      }),
      runs,
    );
  });

  it("with more refunds, whichever blocks they and earlier ones fall in, beside a creator account or alone", () => {
    const rates = fc.tuple(share(), share(), share());
    fc.assert(
      fc.property(arbitrarySide, rates, rates, fc.boolean(), (side, first, further, isHybrid) => {
        const clean = withoutRefunds(side);
        const creator = isHybrid ? exampleCreator() : null;
        const refunded = (kept: readonly number[]) => {
          const lowered = refundBlocks(clean, kept);
          return of(lowered, { creator, gross: clean.netUsd, refunds: refundedOf(lowered) });
        };
        const kept = first.map((rate) => 1 - rate);
        const less = kept.map((part, block) => part * (1 - (further[block] ?? 0)));
        expect(milli(refunded(less))).toBeLessThanOrEqual(milli(refunded(kept)));
      }),
      runs,
    );
  });

  it("with more unreconciled value, which is old and halved", () => {
    fc.assert(
      fc.property(arbitrarySide, share(), share(), (side, oldest, middle) => {
        const clean = withoutRefunds(side);
        const halved = halveBlocks(clean, [oldest, middle, 0]);
        const more = halveBlocks(clean, [1 - (1 - oldest) / 2, 1 - (1 - middle) / 2, 0]);
        expect(milli(of(halved))).toBeLessThanOrEqual(milli(of(clean)));
        expect(milli(of(more))).toBeLessThanOrEqual(milli(of(halved)));
      }),
      runs,
    );
  });
});

it("the score never falls with age", () => {
  fc.assert(
    fc.property(arbitrarySide, fc.nat(4_000), fc.nat(4_000), (side, one, other) => {
      const aged = (days: number) => of({ ...side, firstActivityAt: exampleMetrics().asOf - days * 86_400 });
      expect(milli(aged(Math.max(one, other)))).toBeGreaterThanOrEqual(milli(aged(Math.min(one, other))));
    }),
    runs,
  );
});

it("the score moves by less than 0.01 for a dollar at every edge of the revenue curve", () => {
  fc.assert(
    fc.property(fc.constantFrom(1_000, 5_000, 20_000), fc.double({ min: -1, max: 1, noNaN: true }), (edge, step) => {
      const at = (monthly: number) => {
        const metrics = exampleMetrics();
        const net = decimalOf(monthly * 3);
        const blocks = metrics.blocks.map((block) => ({ ...block, netUsd: decimalOf(monthly) }));
        return milli({ ...metrics, netUsd: net, blocks });
      };
      expect(Math.abs(at(edge + step) - at(edge))).toBeLessThan(10);
    }),
    runs,
  );
});

it("a currency by another name scores the same within 0.001", () => {
  fc.assert(
    fc.property(arbitrarySide, fc.double({ min: 0.01, max: 30_000, noNaN: true }), (side, rate) => {
      const renamed = { ...side, currencies: side.currencies.map((currency) => relabel(currency, rate)) };
      const { blocks } = of(side);
      expect(Math.abs(milli(of(renamed, { blocks })) - milli(of(side)))).toBeLessThanOrEqual(1);
    }),
    runs,
  );
});

it("a move of the exchange rate alone is no growth", () => {
  fc.assert(
    fc.property(arbitrarySide, fc.double({ min: 0.2, max: 5, noNaN: true }), (side, move) => {
      const [first] = side.currencies;
      if (!first) return;
      const steady = { ...side, currencies: [{ ...first, currency: "EUR" }] };
      const moved = {
        ...side,
        currencies: [{ ...first, currency: "EUR", netUsd: decimalOf(Number(first.netUsd) * move) }],
      };
      const growth = (metrics: IncomeMetrics) => buildLedger(metrics, ttshop1).factors.growth.millipoints;
      expect(growth(of(moved))).toBe(growth(of(steady)));
    }),
    runs,
  );
});

function share() {
  return fc.double({ min: 0, max: 1, noNaN: true });
}

function withoutRefunds(side: SideMetrics): SideMetrics {
  return { ...side, refunds: { status: "available", refundedUsd: "0", baseUsd: side.netUsd } };
}

function refundedOf(side: SideMetrics): string {
  return side.refunds.status === "available" ? side.refunds.refundedUsd : "0";
}

function refundBlocks(side: SideMetrics, kept: readonly number[]): SideMetrics {
  const lowered = lowerBlocks(side, kept);
  const refundedUsd = decimalOf(Number(side.netUsd) - Number(lowered.netUsd));
  return { ...lowered, refunds: { status: "available", refundedUsd, baseUsd: side.netUsd } };
}

/** Halves a part of each block, as old orders without any finance row are. */
function halveBlocks(side: SideMetrics, parts: readonly number[]): SideMetrics {
  return lowerBlocks(
    side,
    parts.map((part) => 1 - part / 2),
  );
}

function lowerBlocks(side: SideMetrics, factors: readonly number[]): SideMetrics {
  const currencies = side.currencies.map((currency) => {
    const blocks = currency.blocks.map((block, index) => ({
      ...block,
      net: decimalOf(Number(block.net) * (factors[index] ?? 1)),
    }));
    const net = decimalOf(blocks.reduce((sum, block) => sum + Number(block.net), 0));
    return { ...currency, blocks, net, netUsd: net };
  });
  return { ...side, currencies, netUsd: decimalOf(currencies.reduce((sum, one) => sum + Number(one.netUsd), 0)) };
}

function relabel(currency: SideCurrency, rate: number): SideCurrency {
  const scaled = (amount: string) => decimalOf(Number(amount) * rate);
  return {
    ...currency,
    currency: `X${currency.currency}`,
    net: scaled(currency.net),
    openingUnitsPerUsd: String(rate),
    blocks: currency.blocks.map((block) => ({ ...block, gross: scaled(block.gross), net: scaled(block.net) })),
  };
}
