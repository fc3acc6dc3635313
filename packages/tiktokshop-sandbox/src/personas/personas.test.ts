import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isRecord } from "../json.ts";
import { parseDecimal } from "../money.ts";
import { type Sandbox, startSandbox } from "../sandbox.ts";
import { type ApiRequest, call, everyRow, rowsOf, signIn } from "../testing.ts";

type Row = Readonly<Record<string, unknown>>;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ rateLimit: { requestsPerSecond: 0 } });
});
afterAll(() => sandbox.close());

const day = 86_400;
const windowSeconds = 90 * day;

describe.each([0, 3, 6])("worked examples, %i days after the anchor", (days) => {
  let other: Sandbox;
  beforeAll(async () => {
    other = await startSandbox({ rateLimit: { requestsPerSecond: 0 } });
    await other.control.advanceClock(days * day);
  });
  afterAll(() => other.close());

  it.each([
    ["worked-seller", 150, 15_000_00, 750_00],
    ["worked-hybrid-seller", 100, 10_000_00, 0],
  ] as const)("%s: exactly its orders, merchandise value and refunds", async (persona, count, value, refunds) => {
    const list = await shopList(other, persona);
    const orders = await list(
      { path: "/order/202309/orders/search", method: "POST", query: { page_size: "40" }, body: windowOf(other) },
      "orders",
    );
    const returns = await list(
      { path: "/return_refund/202602/returns/search", method: "POST", query: { page_size: "50" } },
      "return_orders",
    );

    expect(orders.length).toBe(count);
    expect(total(orders.map(merchandise))).toBe(value);
    expect(
      total(
        returns
          .filter((row) => /_(COMPLETE|SUCCESS)$/.test(String(row.return_status)))
          .map((row) => cents(member(row, "refund_amount", "refund_subtotal"))),
      ),
    ).toBe(refunds);
    expect(orders.every((order) => order.paid_time !== undefined && order.is_sample_order === false)).toBe(true);
  });

  it.each([
    ["worked-creator", 200, 30_000_00, 4_500_00],
    ["worked-hybrid-creator", 125, 20_000_00, 3_000_00],
  ] as const)("%s: exactly its settled lines, base and commission", async (persona, count, base, commission) => {
    const { token } = await signIn(other, persona);
    const orders = await everyRow(
      other,
      {
        path: "/affiliate_creator/202410/orders/search",
        method: "POST",
        token,
        query: { page_size: "60" },
        body: windowOf(other),
      },
      "orders",
    );
    const lines = orders.flatMap((order) => rowsOf(order, "skus"));

    expect(orders.every((order) => order.status === "SETTLED")).toBe(true);
    expect(lines.length).toBe(count);
    expect(total(lines.map((line) => cents(member(line, "actual_commission_base", "amount"))))).toBe(base);
    expect(total(lines.map((line) => cents(member(line, "actual_commission", "amount"))))).toBe(commission);
    expect(lines.every((line) => line.shop_name !== "Worked Hybrid Shop" && line.commission_rate === 1500)).toBe(true);
  });

  it.each(["worked-seller", "worked-hybrid-seller"])(
    "%s: its first order is older than the window",
    async (persona) => {
      const list = await shopList(other, persona);
      const orders = await list(
        { path: "/order/202309/orders/search", method: "POST", query: { page_size: "100", sort_order: "ASC" } },
        "orders",
      );

      expect(other.control.now() - Number(orders[0]?.create_time)).toBeGreaterThan(300 * day);
    },
  );

  it("worked-seller: every order is settled or waits to be", async () => {
    const list = await shopList(other, "worked-seller");
    const orders = await list(
      { path: "/order/202309/orders/search", method: "POST", query: { page_size: "100" } },
      "orders",
    );
    const unsettled = await list(
      { path: "/finance/202507/orders/unsettled", query: { sort_field: "order_create_time", page_size: "100" } },
      "transactions",
    );
    const statements = await list(
      { path: "/finance/202309/statements", query: { sort_field: "statement_time", page_size: "100" } },
      "statements",
    );
    const settled: Row[] = [];
    for (const { id } of statements)
      settled.push(
        ...(await list(
          {
            path: `/finance/202501/statements/${String(id)}/statement_transactions`,
            query: { sort_field: "order_create_time", page_size: "100" },
          },
          "transactions",
        )),
      );
    const known = new Set([...unsettled, ...settled].map((row) => row.order_id));

    expect(orders.filter((order) => !known.has(order.id))).toEqual([]);
  });
});

describe("what each persona is there for", () => {
  it("steady-seller trades 1,000 to 2,000 orders in 90 days, in every status and with every flag", async () => {
    const orders = await windowOrders("steady-seller");
    const all = await (await shopList(sandbox, "steady-seller"))(
      { path: "/order/202309/orders/search", method: "POST", query: { page_size: "100" } },
      "orders",
    );
    const statuses = new Set(orders.map((order) => order.status));

    expect(orders.length).toBeGreaterThan(1_000);
    expect(orders.length).toBeLessThan(2_000);
    for (const status of [
      "AWAITING_SHIPMENT",
      "AWAITING_COLLECTION",
      "IN_TRANSIT",
      "DELIVERED",
      "COMPLETED",
      "CANCELLED",
    ])
      expect(statuses).toContain(status);
    for (const flag of ["is_sample_order", "is_replacement_order", "is_exchange_order", "is_buyer_request_cancel"])
      expect(all.some((order) => order[flag] === true)).toBe(true);
    expect(new Set(orders.map((order) => order.cancellation_initiator))).toEqual(
      new Set([undefined, "BUYER", "SELLER", "SYSTEM"]),
    );
    expect(orders.some((order) => rowsOf(order, "line_items").some((item) => item.is_gift === true))).toBe(true);
    expect(orders.some((order) => Number(order.rts_time) > Number(order.rts_sla_time))).toBe(true);
  });

  it("steady-seller has returns in every kind of ending and edited chains", async () => {
    const list = await shopList(sandbox, "steady-seller");
    const returns = await list(
      { path: "/return_refund/202602/returns/search", method: "POST", query: { page_size: "50" } },
      "return_orders",
    );
    const statuses = new Set(returns.map((row) => row.return_status));
    const chained = returns.filter((row) => row.next_return_id !== undefined);

    for (const status of [
      "RETURN_OR_REFUND_REQUEST_COMPLETE",
      "REFUND_OR_RETURN_REQUEST_REJECT",
      "RETURN_OR_REFUND_REQUEST_CANCEL",
      "REPLACEMENT_REQUEST_COMPLETE",
    ])
      expect(statuses).toContain(status);
    expect(chained.length).toBeGreaterThan(0);
    for (const row of chained)
      expect(returns.find((other) => other.return_id === row.next_return_id)?.pre_return_id).toBe(row.return_id);
  });

  it("growing-seller sells more each month, with three new products and new creators in the last", async () => {
    const [b1, b2, b3] = await blocks("growing-seller");
    const list = await shopList(sandbox, "growing-seller");
    const products = await list(
      { path: "/product/202502/products/search", method: "POST", query: { page_size: "100" } },
      "products",
    );
    const promoted = await list(
      { path: "/affiliate_seller/202410/orders/search", method: "POST", query: { page_size: "100" } },
      "orders",
    );
    const creators = (from: number, before: number) =>
      new Set(
        promoted
          .filter((order) => age(order) >= from && age(order) < before)
          .flatMap((order) => rowsOf(order, "skus").map((sku) => sku.creator_username)),
      );

    expect(b3).toBeGreaterThan(b2 * 1.2);
    expect(b2).toBeGreaterThan(b1 * 1.2);
    expect(products.filter((product) => age(product) < 30).length).toBe(3);
    expect(creators(0, 30).size).toBeGreaterThan(creators(60, 90).size);
  });

  it("declining-seller loses more than half between the oldest and the newest month", async () => {
    const [b1, , b3] = await blocks("declining-seller");

    expect(b3).toBeLessThan(b1 / 2);
  });

  it("viral-seller makes most of its window in one week", async () => {
    const orders = await windowOrders("viral-seller");
    const week = orders.filter((order) => age(order) >= 41 && age(order) < 49);

    expect(week.length / orders.length).toBeGreaterThan(0.7);
  });

  it("heavy-refunds gives back more than a quarter of its value, has a failed payment, penalties and frozen products", async () => {
    const list = await shopList(sandbox, "heavy-refunds");
    const orders = await windowOrders("heavy-refunds");
    const returns = await list(
      { path: "/return_refund/202602/returns/search", method: "POST", query: { page_size: "50" } },
      "return_orders",
    );
    const ids = new Set(orders.map((order) => order.id));
    const refunded = returns.filter(
      (row) =>
        ids.has(row.order_id) && String(row.return_status).endsWith("_COMPLETE") && row.return_type !== "REPLACEMENT",
    );
    const payments = await list(
      {
        path: "/finance/202605/payments",
        query: {
          sort_field: "create_time",
          page_size: "100",
          create_time_ge: String(sandbox.control.now() - windowSeconds),
        },
      },
      "payments",
    );
    const products = await list(
      { path: "/product/202502/products/search", method: "POST", query: { page_size: "100" } },
      "products",
    );

    expect(
      total(refunded.map((row) => cents(member(row, "refund_amount", "refund_subtotal")))) /
        total(orders.filter((order) => order.paid_time !== undefined).map(merchandise)),
    ).toBeGreaterThan(0.25);
    expect(payments.map((payment) => payment.status)).toContain("FAILED");
    expect(products.map((product) => product.status)).toContain("PLATFORM_DEACTIVATED");
  });

  it("new-shop has no order and no product older than twelve days", async () => {
    const list = await shopList(sandbox, "new-shop");
    const orders = await list(
      { path: "/order/202309/orders/search", method: "POST", query: { page_size: "100" } },
      "orders",
    );
    const products = await list(
      { path: "/product/202502/products/search", method: "POST", query: { page_size: "100" } },
      "products",
    );

    expect(orders.length).toBeGreaterThan(20);
    expect(Math.max(...[...orders, ...products].map(age))).toBeLessThan(13);
  });

  it("no-orders has a product of two years and not one order", async () => {
    const list = await shopList(sandbox, "no-orders");
    const products = await list(
      { path: "/product/202502/products/search", method: "POST", query: { page_size: "100" } },
      "products",
    );

    expect(
      await list({ path: "/order/202309/orders/search", method: "POST", query: { page_size: "100" } }, "orders"),
    ).toEqual([]);
    expect(Math.max(...products.map(age))).toBeGreaterThan(700);
  });

  it("no-shop has no shop, inactive-shop one that is not active, restricted-market one outside the markets", async () => {
    expect(await shopRegions("no-shop", "/authorization/202309/shops")).toEqual([]);
    expect(await shopRegions("inactive-shop", "/authorization/202309/shops")).toEqual(["US"]);
    expect(await shopRegions("inactive-shop", "/seller/202309/shops")).toEqual([]);
    expect(await shopRegions("restricted-market", "/authorization/202309/shops")).toEqual(["AU"]);
  });

  it("cross-border has four shops in four currencies, cash on delivery where that is usual, and no payments in Southeast Asia", async () => {
    const session = await signIn(sandbox, "cross-border");
    const currencies: unknown[] = [];
    const codes: unknown[] = [];
    const cash: boolean[] = [];
    for (const cipher of session.ciphers) {
      const orders = rowsOf(
        (
          await call(sandbox, {
            path: "/order/202309/orders/search",
            method: "POST",
            token: session.token,
            cipher,
            query: { page_size: "100" },
          })
        ).data,
        "orders",
      );
      currencies.push(member(orders[0] ?? {}, "payment", "currency"));
      cash.push(orders.some((order) => order.is_cod === true));
      codes.push(
        (
          await call(sandbox, {
            path: "/finance/202605/payments",
            token: session.token,
            cipher,
            query: { sort_field: "create_time" },
          })
        ).code,
      );
    }

    expect(currencies).toEqual(["IDR", "VND", "GBP", "EUR"]);
    expect(cash).toEqual([true, true, false, false]);
    expect(codes).toEqual([22005007, 22005007, 0, 0]);
  });

  it("an Indonesian order is paid in whole rupiah, and cash on delivery is unpaid until delivered", async () => {
    const list = await shopList(sandbox, "cross-border");
    const orders = await list(
      { path: "/order/202309/orders/search", method: "POST", query: { page_size: "100" } },
      "orders",
    );
    const cash = orders.filter((order) => order.is_cod === true && order.status !== "CANCELLED");

    expect(orders.every((order) => /^\d+$/.test(String(member(order, "payment", "sub_total"))))).toBe(true);
    for (const order of cash) expect(order.paid_time).toBe(order.delivery_time);
  });

  it("id-creator's amounts are printed for people and us-creator's are plain decimals", async () => {
    const amounts = async (persona: string) => {
      const { token } = await signIn(sandbox, persona);
      const reply = await call(sandbox, {
        path: "/affiliate_creator/202410/orders/search",
        method: "POST",
        token,
        query: { page_size: "100" },
      });
      return rowsOf(reply.data, "orders").flatMap((order) =>
        rowsOf(order, "skus").map((line) => String(member(line, "estimated_commission", "amount"))),
      );
    };

    expect((await amounts("id-creator")).every((amount) => /^Rp\d{1,3}(\.\d{3})*$/.test(amount))).toBe(true);
    expect((await amounts("us-creator")).every((amount) => /^\d+(\.\d{1,2})?$/.test(amount))).toBe(true);
  });

  it("us-creator has lines in every status, actual amounts only when settled, and parts inside the total", async () => {
    const { token } = await signIn(sandbox, "us-creator");
    const orders = await everyRow(
      sandbox,
      { path: "/affiliate_creator/202410/orders/search", method: "POST", token, query: { page_size: "100" } },
      "orders",
    );

    expect(new Set(orders.map((order) => order.status))).toEqual(
      new Set([
        "SETTLED",
        "To-SETTLE",
        "REFUNDED",
        "FROZEN",
        "UNSPECIFIED",
        ...(orders.some(({ status }) => status === "AWAITING PAYMENT") ? ["AWAITING PAYMENT"] : []),
      ]),
    );
    for (const order of orders) {
      for (const line of rowsOf(order, "skus"))
        expect(line.actual_commission !== undefined).toBe(order.status === "SETTLED");
    }
    const withBonus = orders
      .flatMap((order) => rowsOf(order, "skus"))
      .find((line) => line.actual_bonus_commission !== undefined);
    expect(cents(member(withBonus ?? {}, "actual_bonus_commission", "amount"))).toBeLessThan(
      cents(member(withBonus ?? {}, "actual_commission", "amount")),
    );
  });

  it("uk-creator has a profile in the UK and no affiliate service", async () => {
    const { token } = await signIn(sandbox, "uk-creator");
    const profile = await call(sandbox, { path: "/affiliate_creator/202508/profiles", token });
    const orders = await call(sandbox, {
      path: "/affiliate_creator/202410/orders/search",
      method: "POST",
      token,
      query: { page_size: "10" },
    });

    expect([profile.data.register_region, profile.data.selection_region]).toEqual(["GB", undefined]);
    expect([orders.status, orders.code]).toEqual([200, 16015007]);
  });

  it("hybrid-creator has some lines from the shop of hybrid-seller", async () => {
    const { token } = await signIn(sandbox, "hybrid-creator");
    const orders = await everyRow(
      sandbox,
      { path: "/affiliate_creator/202410/orders/search", method: "POST", token, query: { page_size: "100" } },
      "orders",
    );
    const own = orders.filter((order) => rowsOf(order, "skus").some((line) => line.shop_name === "Mina's Market"));

    expect(own.length).toBeGreaterThan(10);
    expect(own.length).toBeLessThan(orders.length / 2);
  });

  it("odd-rows has a new status, a missing id, an amount that is none, empty money and unknown fields", async () => {
    const list = await shopList(sandbox, "odd-rows");
    const orders = await list(
      { path: "/order/202309/orders/search", method: "POST", query: { page_size: "100" }, body: windowOf(sandbox) },
      "orders",
    );
    const promoted = await list(
      { path: "/affiliate_seller/202410/orders/search", method: "POST", query: { page_size: "100" } },
      "orders",
    );
    const subTotals = orders.map((order) => member(order, "payment", "sub_total"));

    expect(orders.map((order) => order.status)).toContain("PACKING_REVIEW");
    expect(orders.some((order) => order.id === undefined)).toBe(true);
    expect(subTotals).toContain("N/A");
    expect(subTotals).toContain("1e400");
    expect(orders.some((order) => isRecord(order.payment) && Object.keys(order.payment).length === 0)).toBe(true);
    expect(orders.some((order) => order.loyalty_programme !== undefined)).toBe(true);
    expect(
      promoted.some((order) =>
        rowsOf(order, "skus").some((sku) => isRecord(sku.price) && Object.keys(sku.price).length === 0),
      ),
    ).toBe(true);
  });

  it("bulk:<n> has exactly n orders, and a last page costs no more than the first", async () => {
    const list = await shopList(sandbox, "bulk:5000");
    const orders = await list(
      { path: "/order/202309/orders/search", method: "POST", query: { page_size: "100" } },
      "orders",
    );

    expect(new Set(orders.map((order) => order.id)).size).toBe(5_000);
    expect(
      await list(
        { path: "/order/202309/orders/search", method: "POST", query: { page_size: "100", sort_field: "update_time" } },
        "orders",
      ),
    ).toHaveLength(5_000);
  });

  it("two sandboxes with the same anchor tell the same story", async () => {
    const anchor = 1_795_000_000;
    const now = () => 1_795_003_600_000;
    const stories: string[] = [];
    for (let round = 0; round < 2; round += 1) {
      const one = await startSandbox({ anchor, now });
      const session = await signIn(one, "heavy-refunds");
      const reply = await call(one, {
        path: "/order/202309/orders/search",
        method: "POST",
        token: session.token,
        cipher: session.ciphers[0] ?? "",
        query: { page_size: "50" },
      });
      stories.push(JSON.stringify(reply.data));
      await one.close();
    }

    expect(stories[0]).toBe(stories[1]);
  });
});

async function shopList(target: Sandbox, persona: string) {
  const { token, ciphers } = await signIn(target, persona);
  return (request: ApiRequest, key: string) => everyRow(target, { ...request, token, cipher: ciphers[0] ?? "" }, key);
}

async function windowOrders(persona: string): Promise<readonly Row[]> {
  const list = await shopList(sandbox, persona);
  return list(
    { path: "/order/202309/orders/search", method: "POST", query: { page_size: "100" }, body: windowOf(sandbox) },
    "orders",
  );
}

async function blocks(persona: string): Promise<readonly [number, number, number]> {
  const orders = (await windowOrders(persona)).filter((order) => order.paid_time !== undefined);
  const value = (from: number, before: number) =>
    total(orders.filter((order) => age(order) >= from && age(order) < before).map(merchandise));
  return [value(60, 90), value(30, 60), value(0, 30)];
}

async function shopRegions(persona: string, path: string): Promise<readonly unknown[]> {
  const { token } = await signIn(sandbox, persona);
  return rowsOf((await call(sandbox, { path, token })).data, "shops").map((shop) => shop.region);
}

function windowOf(target: Sandbox) {
  return { create_time_ge: target.control.now() - windowSeconds, create_time_lt: target.control.now() };
}

function age(row: Row): number {
  return (sandbox.control.now() - Number(row.create_time)) / day;
}

function merchandise(order: Row): number {
  return cents(member(order, "payment", "sub_total")) + cents(member(order, "payment", "platform_discount"));
}

function member(row: Row, outer: string, inner: string): unknown {
  const value = row[outer];
  return isRecord(value) ? value[inner] : undefined;
}

function cents(text: unknown): number {
  return parseDecimal(String(text)) ?? Number.NaN;
}

function total(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
