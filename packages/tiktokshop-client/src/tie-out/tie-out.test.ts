import type { IncomeRecord } from "@lendfriend/connector";
import { describe, expect, test } from "vitest";
import { incomeMetrics } from "../metrics/income-metrics.ts";
import { recordsSource } from "../metrics/records-source.ts";
import type { ConnectionIncome } from "../metrics/source.ts";
import {
  exampleAsOf as asOf,
  exampleConnection,
  exampleOrder,
  exampleReturn,
  exampleShop,
  exampleSource,
} from "../metrics/testing/example-source.ts";
import { recordsByOrder } from "./records-by-order.ts";
import { exampleLedger, ledgerSeller } from "./testing/example-ledger.ts";
import { tieRecords } from "./testing/tie-records.ts";
import { tieOut } from "./tie-out.ts";
import type { TieOutFlag } from "./tie-out-types.ts";

const day = 86_400;

/** Two settled orders, one on the unsettled list, one just delivered: nothing wrong. */
const sound = exampleLedger([
  { id: "A", ageDays: 60, value: "100", fate: "settled" },
  { id: "B", ageDays: 40, value: "200.50", fate: "settled" },
  { id: "C", ageDays: 40, value: "50", fate: "waiting" },
  { id: "D", ageDays: 4, value: "25", fate: "fresh" },
]);

function changed<Kind extends IncomeRecord["kind"]>(
  kind: Kind,
  id: string,
  change: Partial<Extract<IncomeRecord, { kind: Kind }>>,
): IncomeRecord[] {
  return sound.map((record) =>
    record.kind === kind && "id" in record && record.id === id ? { ...record, ...change } : record,
  );
}

function without(kind: IncomeRecord["kind"], id: string): IncomeRecord[] {
  return sound.filter((record) => !(record.kind === kind && "id" in record && record.id === id));
}

function short(flags: readonly TieOutFlag[]): string[] {
  return flags.map(({ kind, subject, id, problem }) => `${kind} ${subject} ${id} ${problem}`);
}

test("a sound ledger has every order matched or pending, and nothing flagged", async () => {
  const { summary, flags } = await tieRecords(sound);

  expect(flags).toEqual([]);
  expect(summary).toEqual({
    status: "available",
    untied: [],
    counts: [
      { subject: "order", state: "MATCHED", currency: "USD", count: 2, value: "300.5" },
      { subject: "order", state: "PENDING", currency: "USD", count: 2, value: "75" },
      { subject: "payment", state: "MATCHED", currency: "USD", count: 2, value: "270.45" },
      { subject: "statement", state: "MATCHED", currency: "USD", count: 2, value: "270.45" },
    ],
    oldDelivered: [{ currency: "USD", count: 3, value: "350.5", missingCount: 0, missingValue: "0" }],
  });
});

const late = exampleReturn({ id: "RA", orderId: "A", refundAmount: "40" });

describe("one thing wrong", () => {
  const cases: readonly [string, readonly IncomeRecord[], readonly string[]][] = [
    ["an old order in neither list", without("unsettled", "UC"), ["MISSING order C not_settled"]],
    [
      "an order settled for less than it was sold for",
      changed("settlement", "TA", { revenueAmount: "60" }),
      ["PARTIAL order A settled_short"],
    ],
    [
      "an order settled for more",
      changed("settlement", "TA", { revenueAmount: "101.01" }),
      ["MISMATCH order A settled_over"],
    ],
    [
      "an order settled in another currency, and so its statement",
      changed("settlement", "TA", { currency: "EUR" }),
      ["MISMATCH order A other_currency", "MISMATCH statement ST60 sum_differs"],
    ],
    ["a settlement of an order that is not listed", without("order", "A"), ["ORPHAN settlement TA unknown_order"]],
    ["an unsettled row of such an order", without("order", "C"), ["ORPHAN unsettled UC unknown_order"]],
    [
      "a settlement whose statement is not listed, and the payment of that",
      without("statement", "ST60"),
      ["ORPHAN settlement TA unknown_statement", "ORPHAN payment PAYST60 no_statement"],
    ],
    [
      "a statement that is not the sum of its rows",
      changed("settlement", "TA", { settlementAmount: "89.999999" }),
      ["MISMATCH statement ST60 sum_differs"],
    ],
    [
      "a payment that is not the sum of its statements",
      changed("payout", "PAYST40", { settlementAmount: "180.46" }),
      ["MISMATCH payment PAYST40 sum_differs"],
    ],
    [
      "a statement paid by a payment that is not listed",
      without("payout", "PAYST60"),
      ["MISSING statement ST60 payment_not_found"],
    ],
    [
      "a failed payment",
      changed("payout", "PAYST60", { status: "Failed" }),
      ["MISSING payment PAYST60 payment_failed"],
    ],
  ];

  test.each(cases)("%s is flagged, and nothing else", async (_, records, expected) => {
    expect(short((await tieRecords(records)).flags)).toEqual(expected);
  });
});

describe("nothing wrong", () => {
  const cases: readonly [string, readonly IncomeRecord[]][] = [
    ["a settlement short by what was refunded", [...changed("settlement", "TA", { revenueAmount: "60" }), late]],
    ["a refund that is not settled yet", [...sound, late]],
    ["a settlement short by less than a hundredth", changed("settlement", "TA", { revenueAmount: "99" })],
    ["a settlement over by less than a hundredth", changed("settlement", "TA", { revenueAmount: "101" })],
    ["a settlement that reports no revenue", changed("settlement", "TA", { revenueAmount: null })],
    [
      "a cash on delivery settlement that holds the buyer's fee",
      changed("order", "A", { isCod: true }).map((record) =>
        record.kind === "settlement" && record.id === "TA" ? { ...record, revenueAmount: "105" } : record,
      ),
    ],
    [
      "a settlement of an order from before the window",
      [...sound]
        .filter((record) => !(record.kind === "order" && record.id === "A"))
        .map((record) =>
          record.kind === "settlement" && record.id === "TA" ? { ...record, orderCreateTime: asOf - 91 * day } : record,
        ),
    ],
    ["an order delivered exactly fifteen days ago", changed("order", "D", { deliveryTime: asOf - 15 * day })],
    [
      "an old order that was cancelled",
      [...sound, exampleOrder({ id: "X", status: "CANCELLED", deliveryTime: asOf - 50 * day })],
    ],
    ["an old sample", [...sound, exampleOrder({ id: "X", isSample: true, deliveryTime: asOf - 50 * day })]],
    ["a payment of the first days, whose statements are older", [...sound, ...payment(76)]],
    [
      "a statement not yet paid",
      changed("statement", "ST60", { paymentId: null, paymentStatus: "PROCESSING", paymentTime: null }).filter(
        (record) => !(record.kind === "payout" && record.id === "PAYST60"),
      ),
    ],
  ];

  test.each(cases)("%s is not flagged", async (_, records) => {
    expect(short((await tieRecords(records)).flags)).toEqual([]);
  });

  function payment(ageDays: number): IncomeRecord[] {
    return sound.flatMap((record) =>
      record.kind === "payout" && record.id === "PAYST60"
        ? [{ ...record, id: "PAY-early", createTime: asOf - ageDays * day }]
        : [],
    );
  }
});

test("a rejected return does not explain a short settlement", async () => {
  const rejected = { ...late, status: "RETURN_OR_REFUND_REQUEST_REJECT" };
  const { flags } = await tieRecords([...changed("settlement", "TA", { revenueAmount: "60" }), rejected]);

  expect(short(flags)).toEqual(["PARTIAL order A settled_short"]);
});

test("without the list of returns no order is called short", async () => {
  const connection = { ...ledgerSeller, stages: ledgerSeller.stages.filter(({ stage }) => stage !== "returns") };
  const { flags } = await tieRecords(changed("settlement", "TA", { revenueAmount: "60" }), connection);

  expect(flags).toEqual([]);
});

test("where payments are not listed, the statement's own word counts", async () => {
  const connection = { ...ledgerSeller, stages: ledgerSeller.stages.filter(({ stage }) => stage !== "payments") };
  const unpaid = sound.filter(({ kind }) => kind !== "payout");

  const { summary, flags } = await tieRecords(unpaid, connection);
  const failed = await tieRecords(
    unpaid.map((record) =>
      record.kind === "statement" && record.id === "ST60" ? { ...record, paymentStatus: "FAILED" } : record,
    ),
    connection,
  );

  expect(flags).toEqual([]);
  expect(summary.counts).toContainEqual({
    subject: "order",
    state: "MATCHED",
    currency: "USD",
    count: 2,
    value: "300.5",
  });
  expect(short(failed.flags)).toEqual(["MISSING statement ST60 payment_failed"]);
});

test("an order on both lists waits for its rest", async () => {
  const rest = sound.flatMap((record) => (record.kind === "unsettled" ? [{ ...record, id: "UA", orderId: "A" }] : []));
  const { summary, flags } = await tieRecords([...changed("settlement", "TA", { revenueAmount: "60" }), ...rest]);

  expect(flags).toEqual([]);
  expect(summary.counts.find(({ state }) => state === "PENDING")).toMatchObject({ count: 3, value: "175" });
});

test("a flag says what was expected and what was found", async () => {
  const { flags } = await tieRecords(changed("settlement", "TA", { revenueAmount: "60" }));

  expect(flags).toEqual([
    {
      kind: "PARTIAL",
      subject: "order",
      problem: "settled_short",
      shopId: "S1",
      id: "A",
      orderId: "A",
      statementId: "ST60",
      paymentId: null,
      currency: "USD",
      expected: "100",
      found: "60",
      foundCurrency: null,
      at: asOf - 60 * day,
    },
  ]);
});

test("missing orders are exactly those that the score halves", async () => {
  const records = without("unsettled", "UC");
  const { summary } = await tieRecords(records);
  const metrics = await incomeMetrics(
    exampleSource({ connections: [ledgerSeller], read: recordsSource({ [ledgerSeller.id]: records }) }),
  );

  const [old] = summary.oldDelivered;
  expect(old).toMatchObject({ value: "350.5", missingCount: 1, missingValue: "50" });
  expect(metrics.reconciliation).toEqual({ status: "available", oldDeliveredUsd: "350.5", unreconciledUsd: "50" });
});

describe("what two accounts of a wallet read of one shop is judged once", () => {
  const records = without("unsettled", "UC");
  const elsewhere = records.map((record) => ({ ...record, shopId: "S2" }));
  const first = { ...ledgerSeller, id: "1" };
  const second = { ...ledgerSeller, id: "2" };
  const tie = (connections: readonly ConnectionIncome[], byConnection: Record<string, readonly IncomeRecord[]>) =>
    tieRecords([], first, {
      connections,
      read: recordsSource(byConnection),
      readByOrder: recordsByOrder(byConnection),
    });

  test("when that is all that the second reads", async () => {
    expect(await tie([second, first], { 1: records, 2: records })).toEqual(await tie([first], { 1: records }));
  });

  test("when the second has a shop of its own as well", async () => {
    const stages = second.stages.flatMap((outcome) => [outcome, { ...outcome, shopId: "S2" }]);
    const both = { ...second, shops: [exampleShop(), exampleShop({ id: "S2" })], stages };

    expect(await tie([first, both], { 1: records, 2: [...records, ...elsewhere] })).toEqual(
      await tie([first, both], { 1: records, 2: elsewhere }),
    );
  });
});

describe("no order of a shop is missing", () => {
  const lacking = without("unsettled", "UC");
  const elsewhere = lacking.map((record) => ({ ...record, shopId: "S2" }));
  const shops = [exampleShop(), exampleShop({ id: "S2" })];
  const stagesOf = (failed: string) =>
    ledgerSeller.stages.flatMap((outcome) => [
      outcome,
      { ...outcome, shopId: "S2", status: outcome.stage === failed ? ("failed" as const) : outcome.status },
    ]);
  const isMissing = ({ kind }: TieOutFlag) => kind === "MISSING";

  async function tieBoth(records: readonly IncomeRecord[], failed: string) {
    const connection = { ...ledgerSeller, shops, stages: stagesOf(failed) };
    const { summary, flags } = await tieRecords(records, connection);
    const { reconciliation } = await incomeMetrics(
      exampleSource({ connections: [connection], read: recordsSource({ [connection.id]: records }) }),
    );
    return { missing: flags.filter(isMissing), old: summary.oldDelivered, reconciliation };
  }

  test.each(["settlements", "unsettled"])("whose %s were not read whole, and the score says the same", async (list) => {
    const { missing, old, reconciliation } = await tieBoth([...lacking, ...elsewhere], list);

    expect(missing.map(({ shopId, id }) => [shopId, id])).toEqual([["S1", "C"]]);
    expect(old).toMatchObject([{ value: "350.5", missingValue: "50" }]);
    expect(reconciliation).toEqual({ status: "available", oldDeliveredUsd: "350.5", unreconciledUsd: "50" });
  });

  test("whose settlements name no order, and the score says the same", async () => {
    const unnamed = elsewhere.filter(({ kind }) => kind === "order");
    const { missing, old, reconciliation } = await tieBoth([...lacking, ...unnamed], "none");

    expect(missing.map(({ shopId, id }) => [shopId, id])).toEqual([["S1", "C"]]);
    expect(old).toMatchObject([{ value: "350.5", missingValue: "50" }]);
    expect(reconciliation).toEqual({ status: "available", oldDeliveredUsd: "350.5", unreconciledUsd: "50" });
  });

  test("but those of one whose lists were read are, wherever its settlements stand", async () => {
    const renamed = (id: string) => lacking.map((record) => rename(record, "C", id));
    for (const id of ["0", "Z"]) {
      expect((await tieRecords(renamed(id))).flags.filter(isMissing)).toMatchObject([{ id }]);
    }
  });

  function rename(record: IncomeRecord, from: string, to: string): IncomeRecord {
    return record.kind === "order" && record.id === from ? { ...record, id: to } : record;
  }
});

test("an order is not called short while settlements were not read whole", async () => {
  const stages = ledgerSeller.stages.map((outcome) =>
    outcome.stage === "settlements" ? { ...outcome, status: "failed" as const } : outcome,
  );
  const { flags } = await tieRecords(changed("settlement", "TA", { revenueAmount: "60" }), { ...ledgerSeller, stages });

  expect(flags).toEqual([]);
});

describe("money that cannot be followed", () => {
  test("settlements withheld: unavailable, with the permission that restores them", async () => {
    const connection = {
      ...ledgerSeller,
      stages: ledgerSeller.stages.map((outcome) =>
        outcome.stage === "settlements" ? { ...outcome, status: "withheld" as const } : outcome,
      ),
    };
    // Rows of an earlier consent are still there.
    const { summary, flags } = await tieRecords(without("unsettled", "UC"), connection);

    expect(flags).toEqual([]);
    expect(summary).toEqual({
      status: "unavailable",
      untied: [{ account: "seller", reason: "withheld", permission: "seller.finance.info" }],
      counts: [],
      oldDelivered: [],
    });
  });

  test("nothing settled yet: unavailable, and no order is missing", async () => {
    const { summary } = await tieRecords([exampleOrder({ id: "A", deliveryTime: asOf - 50 * day })]);

    expect(summary).toMatchObject({ status: "unavailable", untied: [{ reason: "nothing_settled", permission: null }] });
  });

  test("a creator has no settlements to follow", async () => {
    const { summary } = await tieRecords([], exampleConnection("creator"));

    expect(summary).toMatchObject({ status: "unavailable", untied: [{ reason: "no_settlements_for_creators" }] });
  });
});

test("a settlement of an order that was listed and could not be understood is no orphan", async () => {
  const { flags } = await tieRecords(without("order", "A"), ledgerSeller, {
    isKeptAside: async (_, { orderId }) => orderId === "A",
  });

  expect(flags).toEqual([]);
});

test("rows that are not sorted by order are refused", async () => {
  const byOrder = recordsByOrder({ seller: sound });
  const source = {
    asOf,
    connections: [ledgerSeller],
    read: recordsSource({ seller: sound }),
    readByOrder: <Kind extends Parameters<typeof byOrder>[1]>(id: string, kind: Kind) =>
      kind === "settlement" ? [...(byOrder(id, kind) as Iterable<never>)].reverse() : byOrder(id, kind),
  };

  await expect(tieOut({ ...source, isKeptAside: async () => false }, () => undefined)).rejects.toThrow("not sorted");
});
