import type { ImportPage } from "@lendfriend/connector";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PendingWindow } from "#server/stores/pg/windows.ts";
import { cutWindow } from "./split-window.ts";

describe("cutWindow", () => {
  it("leaves no gap and no overlap between what is kept and the parts, whichever end the list starts from", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2_600, max: 2_000_000 }),
        fc.integer({ min: 40, max: 8_000_000 }),
        fc.boolean(),
        (total, span, isOldestFirst) => {
          const window = windowOf(1_000, 1_000 + span);
          const rest = isOldestFirst ? { from: 1_007, to: window.to } : { from: window.from, to: window.to - 7 };
          const cut = cutWindow(window, firstPage(total, rest));

          const ranges = [cut?.kept, ...(cut?.parts ?? [])].flatMap((range) => (range ? [range] : []));
          const sorted = ranges.sort((left, right) => left.from - right.from);
          expect(sorted[0]?.from).toBe(window.from);
          expect(sorted.at(-1)?.to).toBe(window.to);
          for (const [index, range] of sorted.entries()) {
            expect(range.to).toBeGreaterThan(range.from);
            expect(sorted[index + 1]?.from ?? window.to).toBe(range.to);
          }
        },
      ),
    );
  });

  it("cuts so few parts that their last pages cost at most a twentieth more", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2_600, max: 5_000_000 }), (total) => {
        const cut = cutWindow(windowOf(0, 7_776_000), firstPage(total, { from: 900, to: 7_776_000 }));
        expect(((cut?.parts.length ?? 0) * 0.5) / (total / 100)).toBeLessThanOrEqual(0.05);
      }),
    );
  });

  it("cuts a part again only where its days turn out to be far denser than the rest", () => {
    const rest = { from: 900, to: 500_000 };
    const part = { ...windowOf(0, 500_000), rowsTotal: 8_000 };
    expect(cutWindow(part, firstPage(15_000, rest))).toBeNull();
    expect(cutWindow(part, firstPage(16_000, rest))?.parts.length).toBeGreaterThan(2);
  });

  it("leaves short lists, later pages and lists without an order alone", () => {
    const rest = { from: 900, to: 7_776_000 };
    const window = windowOf(0, 7_776_000);
    expect(cutWindow(window, firstPage(2_000, rest))).toBeNull();
    expect(cutWindow({ ...window, cursor: "2", pagesDone: 1 }, firstPage(90_000, rest))).toBeNull();
    const { rest: _, ...unordered } = firstPage(90_000, rest);
    expect(cutWindow(window, unordered)).toBeNull();
  });
});

function windowOf(from: number, to: number): PendingWindow {
  const counts = { pagesDone: 0, rowsDone: 0, rowsRejected: 0, rowsTotal: null, rowsCounted: 0 };
  const place = { id: "w", stage: "orders", shopId: "s", parentId: null, seq: 0, cursor: null, byUpdate: false };
  return { ...place, ...counts, from, to };
}

function firstPage(total: number, rest: { readonly from: number; readonly to: number }): ImportPage {
  const head = { rows: [], rejected: [], parentIds: [], counted: 99 };
  return { rows: [], rejected: [], parentIds: [], nextCursor: "2", total, counted: 100, rest: { ...rest, head } };
}
