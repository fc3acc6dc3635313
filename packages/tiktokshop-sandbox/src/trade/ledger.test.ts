import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isRecord } from "../json.ts";
import { parseDecimal } from "../money.ts";
import { type Sandbox, startSandbox } from "../sandbox.ts";
import { type ApiRequest, call, everyRow, type Session, signIn } from "../testing.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ rateLimit: { requestsPerSecond: 0 } });
});
afterAll(() => sandbox.close());

type Row = Readonly<Record<string, unknown>>;

const shops = [
  ["steady-seller", 0],
  ["heavy-refunds", 0],
  ["cross-border", 0],
  ["cross-border", 2],
  ["worked-seller", 0],
  ["bulk:300", 0],
] as const;

describe.each(shops)("finance of %s, shop %i", (persona, position) => {
  let session: Session;
  let statements: readonly Row[];
  beforeAll(async () => {
    session = await signIn(sandbox, persona);
    statements = await list(
      { path: "/finance/202309/statements", query: { sort_field: "statement_time", page_size: "100" } },
      "statements",
    );
  });

  const list = (request: ApiRequest, key: string) =>
    everyRow(sandbox, { ...request, token: session.token, cipher: session.ciphers[position] ?? "" }, key);
  const rowsOfStatement = (statement: Row) =>
    list(
      {
        path: `/finance/202501/statements/${String(statement.id)}/statement_transactions`,
        query: { sort_field: "order_create_time", page_size: "100" },
      },
      "transactions",
    );

  it("there is at most one statement a day, written at 00:00 UTC", () => {
    const times = statements.map((row) => Number(row.statement_time));

    expect(times.length).toBeGreaterThan(10);
    expect(times.every((time) => time % 86_400 === 0)).toBe(true);
    expect(new Set(times).size).toBe(times.length);
  });

  it("each statement's parts add up to its settlement, and its rows to the statement", async () => {
    for (const statement of statements.slice(-12)) {
      const parts = ["net_sales_amount", "shipping_cost_amount", "fee_amount", "adjustment_amount"];
      const income = statement.net_sales_amount === undefined ? ["revenue_amount", ...parts.slice(1)] : parts;
      const rows = await rowsOfStatement(statement);

      expect(total(income.map((key) => cents(statement[key] ?? "0")))).toBe(cents(statement.settlement_amount));
      expect(total(rows.map((row) => cents(row.settlement_amount)))).toBe(cents(statement.settlement_amount));
      for (const row of rows) {
        const added = total(
          ["revenue_amount", "fee_tax_amount", "shipping_cost_amount", "adjustment_amount"].map((key) =>
            cents(row[key]),
          ),
        );
        expect(added).toBe(cents(row.settlement_amount));
      }
    }
  });

  it("an unsettled row is in no statement, and settles when its statement is written", async () => {
    const unsettled = await list(
      { path: "/finance/202507/orders/unsettled", query: { sort_field: "order_create_time", page_size: "100" } },
      "transactions",
    );
    const settled = new Set(
      (await Promise.all(statements.slice(-20).map(rowsOfStatement))).flat().map((row) => String(row.id)),
    );

    if (persona !== "bulk:300") expect(unsettled.length).toBeGreaterThan(5);
    expect(unsettled.filter((row) => settled.has(String(row.id)))).toEqual([]);
  });

  if (persona !== "cross-border" || position === 2) {
    it("each payment is the sum of the statements that name it", async () => {
      const payments = await list(
        { path: "/finance/202605/payments", query: { sort_field: "create_time", page_size: "100" } },
        "payments",
      );

      expect(payments.length).toBeGreaterThan(5);
      for (const payment of payments) {
        const covered = statements.filter((statement) => statement.payment_id === payment.id);
        const settlement = isRecord(payment.settlement_amount) ? payment.settlement_amount.value : null;
        expect(total(covered.map((statement) => cents(statement.settlement_amount)))).toBe(cents(settlement));
      }
    });
  }

  it("the SKU rows of an order add up to its rows in statements", async () => {
    const [statement] = statements.slice(-3);
    const rows = (await rowsOfStatement(statement ?? {})).filter((row) => row.order_id !== undefined).slice(0, 5);

    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const ofOrder = await call(sandbox, {
        path: `/finance/202501/orders/${String(row.order_id)}/statement_transactions`,
        token: session.token,
        cipher: session.ciphers[position] ?? "",
      });
      const skus = Array.isArray(ofOrder.data.sku_transactions) ? ofOrder.data.sku_transactions.filter(isRecord) : [];
      expect(total(skus.map((sku) => cents(sku.settlement_amount)))).toBe(cents(ofOrder.data.settlement_amount));
      expect(skus.some((sku) => sku.statement_id === statement?.id)).toBe(true);
    }
  });
});

describe("the clock", () => {
  it("a delivered order moves from unsettled to a statement as days pass", async () => {
    const session = await signIn(sandbox, "new-shop");
    const shop = { token: session.token, cipher: session.ciphers[0] ?? "" };
    const unsettled = () =>
      everyRow(
        sandbox,
        { ...shop, path: "/finance/202507/orders/unsettled", query: { sort_field: "order_create_time" } },
        "transactions",
      );
    const before = (await unsettled()).find((row) => row.order_delivery_time !== undefined);

    await sandbox.control.setClock(new Date((Number(before?.estimated_settlement) + 60) * 1000));
    const fresh = await signIn(sandbox, "new-shop");
    const after = await unsettledIds(fresh);
    const ofOrder = await call(sandbox, {
      token: fresh.token,
      cipher: shop.cipher,
      path: `/finance/202501/orders/${String(before?.order_id)}/statement_transactions`,
    });

    expect(after).not.toContain(before?.id);
    expect(Number(ofOrder.data.total_count)).toBeGreaterThan(0);
    expect(ofOrder.data.settlement_amount).toBe(before?.est_settlement_amount);
  });

  it("a refund after settlement makes a later negative row", async () => {
    const session = await signIn(sandbox, "worked-hybrid-seller");
    const shop = { token: session.token, cipher: session.ciphers[0] ?? "" };
    const orders = await everyRow(
      sandbox,
      {
        ...shop,
        path: "/order/202309/orders/search",
        method: "POST",
        query: { page_size: "100" },
        body: { order_status: "COMPLETED" },
      },
      "orders",
    );
    const orderId = String(orders.at(-1)?.id);
    const settlement = async () =>
      cents(
        (await call(sandbox, { ...shop, path: `/finance/202501/orders/${orderId}/statement_transactions` })).data
          .settlement_amount,
      );
    const before = await settlement();

    await sandbox.control.refundOrder({ persona: "worked-hybrid-seller", orderId, units: 1, notify: false });
    const sameDay = await settlement();
    await sandbox.control.advanceClock(86_400);

    expect(sameDay).toBe(before);
    expect(await settlement()).toBeLessThan(before);
  });

  async function unsettledIds(session: Session): Promise<readonly unknown[]> {
    const rows = await everyRow(
      sandbox,
      {
        token: session.token,
        cipher: session.ciphers[0] ?? "",
        path: "/finance/202507/orders/unsettled",
        query: { sort_field: "order_create_time" },
      },
      "transactions",
    );
    return rows.map((row) => row.id);
  }
});

function cents(text: unknown): number {
  return parseDecimal(String(text)) ?? Number.NaN;
}

function total(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
