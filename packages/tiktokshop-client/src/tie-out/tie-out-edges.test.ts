import type { IncomeRecord } from "@lendfriend/connector";
import { describe, expect, test } from "vitest";
import {
  exampleAsOf as asOf,
  exampleConnection,
  exampleOrder,
  exampleReturn,
  exampleSettlement,
  exampleStatement,
} from "../metrics/testing/example-source.ts";
import { exampleLedger, ledgerSeller } from "./testing/example-ledger.ts";
import { tieRecords } from "./testing/tie-records.ts";

const day = 86_400;

const sound = exampleLedger([
  { id: "A", ageDays: 60, value: "100", fate: "settled" },
  { id: "B", ageDays: 40, value: "200", fate: "settled" },
]);

type Kind = IncomeRecord["kind"];
type Change<Of extends Kind> = Partial<Extract<IncomeRecord, { kind: Of }>>;

function changed<Of extends Kind>(kind: Of, id: string, change: Change<Of>): IncomeRecord[] {
  return sound.map((record) => (is(record, kind, id) ? { ...record, ...change } : record));
}

function without(kind: Kind, id: string): IncomeRecord[] {
  return sound.filter((record) => !is(record, kind, id));
}

function copied<Of extends Kind>(kind: Of, id: string, change: Change<Of>): IncomeRecord[] {
  return sound.flatMap((record) => (is(record, kind, id) ? [{ ...record, ...change }] : []));
}

function is(record: IncomeRecord, kind: Kind, id: string): boolean {
  return record.kind === kind && "id" in record && record.id === id;
}

/** A seller of whom one list was not read whole. */
function failing(stage: string) {
  return {
    ...ledgerSeller,
    stages: ledgerSeller.stages.map((outcome) =>
      outcome.stage === stage ? { ...outcome, status: "failed" as const } : outcome,
    ),
  };
}

describe("nobody is accused", () => {
  const stray = { id: "stray", createTime: asOf - 30 * day };
  const adjustment = { type: "SHIPPING_FEE_ADJUSTMENT", settlementAmount: "0", revenueAmount: "50" };
  const cases: readonly [string, readonly IncomeRecord[], typeof ledgerSeller?][] = [
    [
      "for an adjustment that names the order: it is no revenue of it",
      [...sound, exampleSettlement({ ...adjustment, id: "ADJ", statementId: "ST60", orderId: "A" })],
    ],
    [
      "for an adjustment that names an order nobody lists",
      [
        ...sound,
        exampleSettlement({
          ...adjustment,
          id: "ADJ",
          statementId: "ST60",
          orderId: "gone",
          orderCreateTime: asOf - 50 * day,
        }),
      ],
    ],
    [
      "for a statement of after the import",
      [...sound, exampleStatement({ id: "late", statementTime: asOf, settlementAmount: "5", paymentStatus: null })],
    ],
    ["for a payment of after the import", [...sound, ...copied("payout", "PAYST60", { id: "late", createTime: asOf })]],
    [
      "for a sum whose transactions were not all read",
      changed("settlement", "TA", { settlementAmount: "1" }),
      failing("settlements"),
    ],
    [
      "for a payment that is made after the import",
      without("payout", "PAYST60").map((record) =>
        is(record, "statement", "ST60") ? { ...record, paymentTime: asOf } : record,
      ),
    ],
    [
      "for a payment of nothing at all",
      [...sound, ...copied("payout", "PAYST60", { ...stray, settlementAmount: "0" })],
    ],
    [
      "for a payment while the statements were not all read",
      [...sound, ...copied("payout", "PAYST60", stray)],
      failing("statements"),
    ],
    [
      "for a payment that covers the earliest statement: older ones may be in it",
      changed("payout", "PAYST60", { settlementAmount: "500" }).filter((record) => !is(record, "statement", "ST-old")),
    ],
    [
      "for a payment in another currency than its statements",
      changed("payout", "PAYST60", { settlementAmount: "72", settlementCurrency: "GBP" }),
    ],
    ["for a withdrawal", [...sound, ...copied("payout", "PAYST60", { ...stray, source: "withdrawal" })]],
    ["for an unsettled row of an order made after the import", [...sound, ...unsettledOf("U", "tomorrow", asOf)]],
    ["while the orders were not all read", without("order", "A"), failing("orders")],
  ];

  test.each(cases)("%s", async (_, records, connection) => {
    expect((await tieRecords(records, connection)).flags).toEqual([]);
  });
});

describe("an id is flagged once", () => {
  test("when both its order and its statement are unknown", async () => {
    const records = without("order", "A").filter(
      (record) => !is(record, "statement", "ST60") && !is(record, "payout", "PAYST60"),
    );

    expect((await tieRecords(records)).flags).toMatchObject([{ id: "TA", problem: "unknown_statement" }]);
  });

  test("when its row comes twice", async () => {
    const twice = [...unsettledOf("U", "gone", asOf - 20 * day), ...unsettledOf("U", "gone", asOf - 20 * day)];

    expect((await tieRecords([...sound, ...twice])).flags).toMatchObject([{ kind: "ORPHAN", subject: "unsettled" }]);
  });

  test("with the currency in which it was found", async () => {
    const { flags } = await tieRecords(changed("settlement", "TA", { currency: "EUR" }));

    expect(flags[0]).toMatchObject({ id: "A", currency: "USD", found: "100", foundCurrency: "EUR" });
  });
});

test("a cancelled return does not explain a short settlement", async () => {
  const cancelled = exampleReturn({ orderId: "A", status: "RETURN_OR_REFUND_REQUEST_CANCEL" });

  const { flags } = await tieRecords([...changed("settlement", "TA", { revenueAmount: "60" }), cancelled]);

  expect(flags).toMatchObject([{ id: "A", kind: "PARTIAL" }]);
});

test("the newest state of an order is the one that is judged", async () => {
  const cancelled = copied("order", "A", { status: "CANCELLED", updateTime: asOf - day });

  const { summary, flags } = await tieRecords([...sound, ...cancelled]);

  expect(flags).toEqual([]);
  expect(orders(summary.counts)).toEqual([["MATCHED", 1]]);
});

describe("settled and not paid out yet is pending", () => {
  test("when one of several statements is open", async () => {
    const refund = exampleSettlement({
      id: "TA2",
      statementId: "open",
      orderId: "A",
      settlementAmount: "-9",
      revenueAmount: "0",
    });
    const open = exampleStatement({
      id: "open",
      settlementAmount: "-9",
      paymentStatus: "PROCESSING",
      paymentTime: null,
    });

    const { summary } = await tieRecords([...sound, refund, open]);

    expect(orders(summary.counts)).toEqual([
      ["MATCHED", 1],
      ["PENDING", 1],
    ]);
  });

  test.each([
    { payments: "listed", connection: ledgerSeller, state: "PENDING" },
    {
      payments: "not listed",
      connection: { ...ledgerSeller, stages: ledgerSeller.stages.filter(({ stage }) => stage !== "payments") },
      state: "MATCHED",
    },
  ])("when the statement says nothing and payments are $payments: $state", async ({ connection, state }) => {
    const silent = sound
      .filter(({ kind }) => kind !== "payout")
      .map((record) => (record.kind === "statement" ? { ...record, paymentId: null, paymentStatus: null } : record));

    expect(orders((await tieRecords(silent, connection)).summary.counts)).toEqual([[state, 2]]);
  });
});

test("payments and statements of before the window are not counted", async () => {
  const old = copied("payout", "PAYST60", { id: "PAY-old", createTime: asOf - 199 * day, settlementAmount: "0" });

  const { summary } = await tieRecords([...sound, ...old]);

  expect(summary.counts.filter(({ subject }) => subject !== "order").map(({ count }) => count)).toEqual([2, 2]);
});

test("adjustments alone settle no order: nothing can be followed", async () => {
  const { summary } = await tieRecords([
    exampleOrder({ id: "A" }),
    exampleSettlement({ orderId: null }),
    exampleStatement(),
  ]);

  expect(summary).toMatchObject({ status: "unavailable", untied: [{ reason: "nothing_settled" }] });
});

test("of a shop and a creator the shop is followed, and the creator named", async () => {
  const connections = [ledgerSeller, exampleConnection("creator")];

  const { summary } = await tieRecords(sound, ledgerSeller, { connections });

  expect(summary).toMatchObject({ status: "available", untied: [{ account: "creator" }] });
});

function unsettledOf(id: string, orderId: string, orderCreateTime: number): IncomeRecord[] {
  return [
    {
      kind: "unsettled",
      id,
      shopId: "S1",
      type: "ORDER",
      orderId,
      currency: "USD",
      estimatedSettlementAmount: "5",
      orderCreateTime,
      orderDeliveryTime: null,
      reason: null,
    },
  ];
}

function orders(counts: readonly { readonly subject: string; readonly state: string; readonly count: number }[]) {
  return counts.filter(({ subject }) => subject === "order").map(({ state, count }) => [state, count]);
}
