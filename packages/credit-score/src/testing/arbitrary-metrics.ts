import fc from "fast-check";
import type { IncomeMetrics, SideMetrics } from "../income-metrics.ts";
import { decimalOf } from "../rescale.ts";
import { exampleAsOf, exampleCreator, exampleCurrency, exampleMetrics, exampleSeller } from "./example-metrics.ts";

const amount = fc.double({ min: 0, max: 200_000, noNaN: true }).map((value) => Math.round(value * 100) / 100);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const withheld = { status: "withheld", permissions: ["a.permission"] } as const;
const unavailable = { status: "unavailable_platform", explanation: "The platform gives none here." } as const;

/** One side with coherent sums: two currencies at most, refunds spread evenly, any measure missing either way. */
export const arbitrarySide: fc.Arbitrary<SideMetrics> = fc
  .record({
    nets: fc.array(amount, { minLength: 3, maxLength: 3 }),
    others: fc.option(fc.array(amount, { minLength: 3, maxLength: 3 })),
    orderCount: fc.integer({ min: 0, max: 400 }),
    observedDays: fc.integer({ min: 1, max: 90 }),
    ageDays: fc.integer({ min: 0, max: 3_000 }),
    weeks: fc.array(fc.nat(60), { minLength: 12, maxLength: 12 }),
    refundRate: share,
    late: share,
    sellerFault: fc.nat(50),
    standing: fc.constantFrom("good", "authorization_expiring", "payment_problem", "ended"),
    score: fc.double({ min: 0, max: 5, noNaN: true }),
    products: fc.nat(6),
    regions: fc.nat(4),
    newRegionShare: share,
    firstBlock: fc.nat(20),
    lastBlock: fc.nat(20),
    missing: fc.array(fc.constantFrom(null, null, withheld, unavailable), { minLength: 7, maxLength: 7 }),
  })
  .map((drawn): SideMetrics => {
    const { orderCount, observedDays, missing } = drawn;
    const weeklyOrders = drawn.weeks.slice(0, Math.min(12, Math.floor(observedDays / 7)));
    const count = drawn.others ? orderCount / 2 : orderCount;
    const currency = (code: string, nets: readonly number[]) =>
      exampleCurrency({ currency: code, nets, orderCount: count, weeklyOrders });
    const currencies =
      orderCount === 0 ? [] : [currency("USD", drawn.nets), ...(drawn.others ? [currency("GBP", drawn.others)] : [])];
    const net = currencies.reduce((sum, one) => sum + Number(one.netUsd), 0);
    const base = net / (1 - Math.min(0.99, drawn.refundRate));
    return exampleSeller({
      currencies,
      orderCount,
      observedDays,
      weeklyOrders,
      firstActivityAt: exampleAsOf - drawn.ageDays * 86_400,
      refunds: missing[0] ?? {
        status: "available",
        refundedUsd: decimalOf(base - net),
        baseUsd: decimalOf(base),
      },
      dispatch: missing[1] ?? { status: "available", late: Math.floor(drawn.late * orderCount), measured: orderCount },
      cancellations: missing[2] ?? { status: "available", sellerFault: drawn.sellerFault },
      satisfaction: missing[3] ?? { status: "available", source: "shop_score", value: drawn.score },
      standing: missing[4] ?? { status: "available", state: drawn.standing },
      launches: missing[5] ?? { status: "available", products: drawn.products },
      markets: { status: "available", regions: drawn.regions, newRegionShare: drawn.newRegionShare },
      affiliates: missing[6] ?? { status: "available", firstBlock: drawn.firstBlock, lastBlock: drawn.lastBlock },
    });
  });

interface DrawnSides {
  readonly seller: SideMetrics | null;
  readonly creator: SideMetrics | null;
}

function metricsOf({ seller, creator }: DrawnSides): IncomeMetrics {
  return exampleMetrics({
    seller,
    creator: creator && exampleCreator({ ...creator, account: "creator", sellerType: "creator" }),
  });
}

/** A borrower with a shop side, a creator side, both, or neither. */
export const arbitraryMetrics: fc.Arbitrary<IncomeMetrics> = fc
  .record({ seller: fc.option(arbitrarySide), creator: fc.option(arbitrarySide) })
  .map(metricsOf);

/** The same, mostly with one side, for what scores a snapshot many times over. */
export const mostlyOneSided: fc.Arbitrary<IncomeMetrics> = fc
  .oneof(
    { weight: 5, arbitrary: fc.record({ seller: arbitrarySide, creator: fc.constant(null) }) },
    { weight: 3, arbitrary: fc.record({ seller: fc.constant(null), creator: arbitrarySide }) },
    { weight: 1, arbitrary: fc.record({ seller: fc.option(arbitrarySide), creator: fc.option(arbitrarySide) }) },
  )
  .map(metricsOf);

const oddText = fc.constantFrom("", "NaN", "Infinity", "-Infinity", "1e400", "abc", "-5", "0", "99999999999999", "1,5");
const oddNumber = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1, 0, 1e308, 0.5, 7);

/** What no platform should ever report, in the right shape. */
export const absurdMetrics: fc.Arbitrary<IncomeMetrics> = fc
  .record({
    text: fc.array(oddText, { minLength: 12, maxLength: 12 }),
    number: fc.array(oddNumber, { minLength: 16, maxLength: 16 }),
    side: arbitrarySide,
  })
  .map(({ text, number, side }) => {
    const at = (index: number) => number[index] ?? 0;
    const word = (index: number) => text[index] ?? "";
    const block = (index: number) => ({ orderCount: at(index), gross: word(index), net: word(index + 1) });
    const seller: SideMetrics = {
      ...side,
      firstActivityAt: at(0),
      observedDays: at(1),
      orderCount: at(2),
      netUsd: word(0),
      weeklyOrders: [at(3), at(4)],
      currencies: [
        {
          currency: word(1),
          orderCount: at(5),
          net: word(2),
          netUsd: word(3),
          openingUnitsPerUsd: word(4),
          weeklyOrders: [at(6), at(7)],
          blocks: [block(8), block(9), block(10)],
        },
      ],
      refunds: { status: "available", refundedUsd: word(5), baseUsd: word(6) },
      dispatch: { status: "available", late: at(11), measured: at(12) },
      cancellations: { status: "available", sellerFault: at(13) },
      satisfaction: { status: "available", source: "chat_satisfaction", value: at(14) },
      launches: { status: "available", products: at(15) },
      markets: { status: "available", regions: at(3), newRegionShare: at(4) },
      affiliates: { status: "available", firstBlock: at(5), lastBlock: at(6) },
    };
    return {
      ...exampleMetrics({ seller }),
      asOf: at(7),
      observedDays: at(8),
      netUsd: word(7),
      gross: word(8),
      refunds: word(9),
      orderCount: at(9),
      reconciliation: { status: "available", oldDeliveredUsd: word(10), unreconciledUsd: word(11) },
    };
  });
