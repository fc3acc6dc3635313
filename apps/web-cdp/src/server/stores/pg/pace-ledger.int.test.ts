import type { PaceReport } from "@lendfriend/connector";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ImportBench, openBench } from "../../jobs/testing/import-bench.ts";
import { createPgPaceLedger } from "./pace-ledger.ts";

let bench: ImportBench;

beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const quiet: PaceReport = { answered: 0, latencyMs: null, refusal: null };

describe("the pace that workers share", () => {
  it("grants eight workers together no more than the rate, each request to one of them", async () => {
    const workers = Array.from({ length: 8 }, () => createPgPaceLedger(bench.pool));

    const grants = await Promise.all(workers.map((worker) => worker.grant("shared", 4, quiet)));

    const [last] = grants.map(({ inMs, count, everyMs }) => inMs + count * everyMs).sort((a, b) => b - a);
    const granted = grants.reduce((sum, { count }) => sum + count, 0);
    expect(granted).toBe(24);
    // Ten a second, less the little that may be caught up and the time between the first grant and the last.
    expect(last).toBeGreaterThan(2_400 - 50 - 1_500);
    expect(new Set(grants.map(({ inMs }) => Math.round(inMs / 100))).size).toBeGreaterThan(4);
  });

  it("tells every worker at once what one of them was refused, and remembers it", async () => {
    const [first, second] = [createPgPaceLedger(bench.pool), createPgPaceLedger(bench.pool)];
    await first.grant("refused", 1, quiet);
    await first.grant("refused", 1, {
      ...quiet,
      refusal: { count: 1, code: "rate_limited", sentAgoMs: 5, waitMs: 9_000 },
    });

    const other = await second.grant("refused", 1, quiet);

    expect(other).toMatchObject({ count: 0, blockedBy: "rate_limited", everyMs: 1_000 / 5 });
    expect(other.inMs).toBeGreaterThan(7_000);
    expect((await second.grant("another shop", 1, quiet)).count).toBe(1);
  });

  it("starts a new shop a little below what other shops of the same list have learnt, and others' lists tell nothing", async () => {
    const ledger = createPgPaceLedger(bench.pool);
    await bench.pool.query(
      `insert into app_private.request_pace (key, rate, ceiling, cut_at, blocked_until, next_at)
       values ('a GET /learnt', 20, 22, 0, 0, 0), ('b GET /learnt', 22, 24, 0, 0, 0), ('c GET /unlearnt', 4, 5, 0, 0, 0)`,
    );

    expect((await ledger.grant("d GET /learnt", 1, quiet)).everyMs).toBeCloseTo(1_000 / (21 * 0.7));
    expect((await ledger.grant("e GET /alone", 1, quiet)).everyMs).toBe(100);
  });
});
