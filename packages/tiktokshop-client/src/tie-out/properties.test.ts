import type { IncomeRecord } from "@lendfriend/connector";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { figureName } from "../metrics/rows/figure-name.ts";
import { FigureSums } from "../metrics/rows/figure-sums.ts";
import { exampleLedger, type LedgerEntry } from "./testing/example-ledger.ts";
import { tieRecords } from "./testing/tie-records.ts";

// Ten thousand cases take tens of seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const runs = { numRuns: 10_000 };

const cents = (amount: number) => `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, "0")}`;

/** Entries with ids of their own. */
const entries = fc
  .array(
    fc.record({
      ageDays: fc.integer({ min: 20, max: 70 }),
      value: fc.integer({ min: 1_000, max: 99_999 }).map(cents),
      fate: fc.constantFrom("settled", "waiting", "fresh"),
    }),
    { minLength: 2, maxLength: 8 },
  )
  .map((drawn): LedgerEntry[] => [
    { id: "O-first", ageDays: 71, value: "10.00", fate: "settled" },
    ...drawn.map((entry, at) => ({ ...entry, id: `O${at}` })),
  ]);

test("a ledger without a defect has nothing flagged, and every order has exactly one state", async () => {
  await fc.assert(
    fc.asyncProperty(entries, async (ledger) => {
      const { summary, flags } = await tieRecords(exampleLedger(ledger));

      expect(flags).toEqual([]);
      const orders = summary.counts.filter(({ subject }) => subject === "order");
      expect(orders.reduce((sum, { count }) => sum + count, 0)).toBe(ledger.length);
    }),
    runs,
  );
});

/** What is done to a ledger, and which id that must flag; null when the ledger has nothing to do it to. */
type Defect = (records: readonly IncomeRecord[], pick: number) => { records: IncomeRecord[]; id: string } | null;

const defects: Readonly<Record<string, Defect>> = {
  MISSING: (records, pick) => {
    const row = nth(records, "unsettled", pick);
    return row && { records: records.filter((record) => record !== row), id: row.orderId ?? "" };
  },
  PARTIAL: (records, pick) => {
    const row = nth(records, "settlement", pick);
    return row && { records: replaced(records, row, { ...row, revenueAmount: "1" }), id: row.orderId ?? "" };
  },
  ORPHAN: (records, pick) => {
    const row = nth(records, "settlement", pick);
    return (
      row && {
        records: records.filter((record) => !(record.kind === "order" && record.id === row.orderId)),
        id: row.id,
      }
    );
  },
  MISMATCH: (records, pick) => {
    const row = nth(records, "payout", pick);
    return row && { records: replaced(records, row, { ...row, settlementAmount: "0.01" }), id: row.id };
  },
};

test.each(Object.entries(defects))("one planted defect is flagged as %s, and nothing else", async (kind, plant) => {
  await fc.assert(
    fc.asyncProperty(entries, fc.nat(), async (ledger, pick) => {
      const planted = plant(exampleLedger(ledger), pick);
      fc.pre(planted !== null);

      const { flags } = await tieRecords(planted.records);

      expect(flags.map((flag) => [flag.kind, flag.id])).toEqual([[kind, planted.id]]);
    }),
    runs,
  );
});

test("the rows of each state come to its sum, whatever is wrong with the ledger", async () => {
  const plants = [() => null, ...Object.values(defects)];
  await fc.assert(
    fc.asyncProperty(entries, fc.nat(), fc.constantFrom(...plants), async (ledger, pick, plant) => {
      const records = exampleLedger(ledger);
      const { summary, rows } = await tieRecords(plant(records, pick)?.records ?? records);
      const sums = new FigureSums();
      for (const row of rows) sums.add(row);
      const told = [...sums.result()].map(([figure, { count, amounts }]) => ({ figure, count, amounts }));

      expect(told.sort(byFigure)).toEqual(
        summary.counts
          .map(({ subject, state, currency, count, value }) => ({
            figure: figureName.trail(subject, state, currency),
            count,
            amounts: { [currency]: value },
          }))
          .sort(byFigure),
      );
    }),
    { numRuns: 10_000 },
  );
});

function byFigure(left: { readonly figure: string }, right: { readonly figure: string }): number {
  return left.figure < right.figure ? -1 : 1;
}

test("row order, page order and rows that come twice change nothing", async () => {
  const scene = entries.chain((ledger) => {
    const broken = defects.ORPHAN?.(exampleLedger(ledger), 0)?.records ?? [];
    const records = broken.filter((record) => record.kind !== "unsettled");
    return fc.record({
      records: fc.constant(records),
      shuffled: fc.tuple(fc.subarray(records), fc.constant(records)).chain(([twice, once]) => {
        const all = [...once, ...twice];
        return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
      }),
    });
  });

  await fc.assert(
    fc.asyncProperty(scene, async ({ records, shuffled }) => {
      expect(await tieRecords(shuffled)).toEqual(await tieRecords(records));
    }),
    runs,
  );
});

function nth<Kind extends IncomeRecord["kind"]>(
  records: readonly IncomeRecord[],
  kind: Kind,
  pick: number,
): Extract<IncomeRecord, { kind: Kind }> | null {
  const rows = records.filter((record): record is Extract<IncomeRecord, { kind: Kind }> => record.kind === kind);
  return rows[pick % Math.max(1, rows.length)] ?? null;
}

function replaced(records: readonly IncomeRecord[], old: IncomeRecord, next: IncomeRecord): IncomeRecord[] {
  return records.map((record) => (record === old ? next : record));
}
