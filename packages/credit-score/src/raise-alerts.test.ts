import { describe, expect, it } from "vitest";
import type { IncomeMetrics, SideMetrics } from "./income-metrics.ts";
import { scoreIncome } from "./score-income.ts";
import { exampleCreator, exampleCurrency, exampleMetrics, exampleSeller } from "./testing/example-metrics.ts";

function alertsOf(change: Partial<IncomeMetrics>) {
  return scoreIncome(exampleMetrics(change)).alerts;
}

function side(nets: readonly number[]): Partial<SideMetrics> {
  return { currencies: [exampleCurrency({ nets })] };
}

it("a snapshot without any fault raises no alert", () => {
  expect(alertsOf({})).toEqual([]);
  expect(alertsOf({ seller: null, creator: null })).toEqual([]);
});

describe("a decline", () => {
  it("is told with its share and the mark of 30 %", () => {
    expect(alertsOf({ seller: exampleSeller(side([1_000, 1_000, 600])) })).toEqual([
      {
        code: "REVENUE_DECLINE",
        value: 0.4,
        threshold: 0.3,
        text: "Revenue of the latest period is 40% below an earlier one.",
        said: [{ code: "alert_decline", values: { decline: "40" } }],
      },
    ]);
  });

  it("of a creator alone is told as well", () => {
    const creator = exampleCreator(side([1_000, 1_000, 600]));
    expect(alertsOf({ seller: null, creator })).toMatchObject([{ code: "REVENUE_DECLINE", value: 0.4 }]);
  });

  it("of one side counts as much as that side sold", () => {
    // The shop sold $3,000 and fell by 80 %; the creator account earned $1,000 and held: .75 × .8 = .6
    const refunds = { status: "available", refundedUsd: "0", baseUsd: "3000" } as const;
    const seller = exampleSeller({ ...side([1_500, 1_200, 300]), refunds });
    const creator = exampleCreator(side([250, 250, 500]));
    expect(alertsOf({ seller, creator })).toMatchObject([{ code: "REVENUE_DECLINE", value: 0.6 }]);
    const fallen = exampleCreator(side([500, 400, 100])); // .75 × .8 + .25 × .8
    expect(alertsOf({ seller, creator: fallen })).toMatchObject([{ code: "REVENUE_DECLINE", value: 0.8 }]);
  });

  it("of one side alone is told in full while the other is too young to say", () => {
    const seller = exampleSeller(side([1_000, 1_000, 600]));
    const young = exampleCreator({ ...side([100, 100, 100]), observedDays: 20 });
    expect(alertsOf({ seller, creator: young })).toMatchObject([{ code: "REVENUE_DECLINE", value: 0.4 }]);
  });
});

it.each([
  {
    change: { provisional: ["returns: no answer", "orders: no answer"] },
    alert: {
      code: "PROVISIONAL",
      value: 2,
      threshold: 0,
      text: "Part of the import did not finish (returns: no answer; orders: no answer). The next one completes these figures.",
    },
  },
  {
    change: { provisional: ["returns of shop 7: rows_set_aside (1 row)"] },
    alert: {
      code: "PROVISIONAL",
      value: 1,
      threshold: 0,
      text: "Rows of the import could not be understood and are not counted (returns of shop 7: rows_set_aside (1 row)), so figures may be too high or too low.",
    },
  },
  {
    change: { provisional: ["returns: rows_set_aside (2 rows)", "orders: no answer"] },
    alert: {
      code: "PROVISIONAL",
      value: 2,
      threshold: 0,
      text: "Part of the import did not finish (orders: no answer). The next one completes these figures. Rows of the import could not be understood and are not counted (returns: rows_set_aside (2 rows)), so figures may be too high or too low.",
    },
  },
  {
    change: { exchangeRates: { source: "test", hash: "none", missing: ["XAF", "XOF"] } },
    alert: {
      code: "MISSING_EXCHANGE_RATE",
      value: 2,
      threshold: 0,
      text: "Sales in XAF, XOF are not counted: no exchange rate near enough to their dates is known.",
    },
  },
  {
    change: { excluded: { UNKNOWN_STATUS: { count: 1, value: "10" } } },
    alert: {
      code: "UNKNOWN_STATUS",
      value: 1,
      threshold: 0,
      text: "1 row had a status that is not known here and is not counted.",
    },
  },
  {
    change: {
      excluded: {
        UNKNOWN_STATUS: { count: 1, value: "10" },
        COMMISSION_UNKNOWN_STATUS: { count: 2, value: "10" },
        CANCELLED: { count: 9, value: "10" },
      },
    },
    alert: {
      code: "UNKNOWN_STATUS",
      value: 3,
      threshold: 0,
      text: "3 rows had a status that is not known here and are not counted.",
    },
  },
  {
    change: { notReported: [{ field: "commission", count: 1, examples: ["1"] }] },
    alert: {
      code: "AMOUNTS_NOT_REPORTED",
      value: 1,
      threshold: 0,
      text: "The platform left out 1 amount, or wrote it ambiguously. None was guessed.",
    },
  },
  {
    change: {
      notReported: [
        { field: "commission", count: 2, examples: ["1"] },
        { field: "refund_amount", count: 3, examples: ["2"] },
      ],
    },
    alert: {
      code: "AMOUNTS_NOT_REPORTED",
      value: 5,
      threshold: 0,
      text: "The platform left out 5 amounts, or wrote them ambiguously. None was guessed.",
    },
  },
  {
    change: { seller: exampleSeller({ refunds: { status: "withheld", permissions: ["one.read"] } }) },
    alert: {
      code: "CONSENT_WITHHELD",
      value: 1,
      threshold: 0,
      text: "Not granted: one.read. Granting it restores the points named.",
    },
  },
  {
    change: {
      seller: exampleSeller({
        refunds: { status: "withheld", permissions: ["one.read"] },
        dispatch: { status: "withheld", permissions: ["one.read"] },
        launches: { status: "withheld", permissions: ["two.read"] },
      }),
    },
    alert: {
      code: "CONSENT_WITHHELD",
      value: 2,
      threshold: 0,
      text: "Not granted: one.read, two.read. Granting them restores the points named.",
    },
  },
] satisfies { change: Partial<IncomeMetrics>; alert: object }[])("says, and only: $alert.text", ({ change, alert }) => {
  expect(alertsOf(change)).toEqual([{ ...alert, said: expect.any(Array) }]);
});

it("alerts move no point", () => {
  const loud = scoreIncome(
    exampleMetrics({
      exchangeRates: { source: "test", hash: "none", missing: ["XAF"] },
      excluded: { UNKNOWN_STATUS: { count: 1, value: "10" } },
      provisional: ["returns: no answer"],
    }),
  );
  expect(loud.millipoints).toBe(scoreIncome(exampleMetrics()).millipoints);
});
