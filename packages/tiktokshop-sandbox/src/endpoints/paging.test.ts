import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../sandbox.ts";
import { type ApiRequest, call, everyRow, rowsOf, type Session, signIn } from "../testing.ts";

let sandbox: Sandbox;
const sessions = new Map<string, Session>();
beforeAll(async () => {
  sandbox = await startSandbox({ rateLimit: { requestsPerSecond: 0 } });
  for (const persona of ["steady-seller", "heavy-refunds", "listings:10001", "cross-border", "us-creator", "bulk:1000"])
    sessions.set(persona, await signIn(sandbox, persona));
});
afterAll(() => sandbox.close());

interface List {
  readonly request: ApiRequest;
  readonly rows: string;
  readonly id: (row: Readonly<Record<string, unknown>>) => string;
  /** Page sizes the endpoint takes: its smallest and largest. */
  readonly sizes: readonly [number, number];
  readonly persona: string;
  readonly badSizeCode: number;
}

const byId = (row: Readonly<Record<string, unknown>>) => String(row.id);
const lists: readonly List[] = [
  {
    request: { path: "/order/202309/orders/search", method: "POST" },
    rows: "orders",
    id: byId,
    sizes: [1, 100],
    persona: "heavy-refunds",
    badSizeCode: 36009004,
  },
  {
    request: {
      path: "/order/202309/orders/search",
      method: "POST",
      query: { sort_field: "update_time", sort_order: "ASC" },
    },
    rows: "orders",
    id: byId,
    sizes: [1, 100],
    persona: "heavy-refunds",
    badSizeCode: 36009004,
  },
  {
    request: { path: "/order/202309/orders/search", method: "POST", body: { order_status: "CANCELLED" } },
    rows: "orders",
    id: byId,
    sizes: [1, 100],
    persona: "heavy-refunds",
    badSizeCode: 36009004,
  },
  {
    request: { path: "/order/202309/orders/search", method: "POST" },
    rows: "orders",
    id: byId,
    sizes: [1, 100],
    persona: "bulk:1000",
    badSizeCode: 36009004,
  },
  {
    request: { path: "/product/202502/products/search", method: "POST" },
    rows: "products",
    id: byId,
    sizes: [1, 100],
    persona: "heavy-refunds",
    badSizeCode: 12019109,
  },
  {
    request: { path: "/return_refund/202602/returns/search", method: "POST" },
    rows: "return_orders",
    id: (row) => String(row.return_id),
    sizes: [10, 50],
    persona: "heavy-refunds",
    badSizeCode: 25001001,
  },
  {
    request: { path: "/return_refund/202602/returns/search", method: "POST" },
    rows: "return_orders",
    id: (row) => String(row.return_id),
    sizes: [10, 50],
    persona: "bulk:1000",
    badSizeCode: 25001001,
  },
  {
    request: { path: "/return_refund/202602/cancellations/search", method: "POST" },
    rows: "cancellations",
    id: (row) => String(row.cancel_id),
    sizes: [1, 50],
    persona: "heavy-refunds",
    badSizeCode: 25001001,
  },
  {
    request: { path: "/finance/202309/statements", query: { sort_field: "statement_time" } },
    rows: "statements",
    id: byId,
    sizes: [1, 100],
    persona: "heavy-refunds",
    badSizeCode: 36009004,
  },
  {
    request: { path: "/finance/202507/orders/unsettled", query: { sort_field: "order_create_time" } },
    rows: "transactions",
    id: byId,
    sizes: [1, 100],
    persona: "steady-seller",
    badSizeCode: 36009004,
  },
  {
    request: { path: "/finance/202605/payments", query: { sort_field: "create_time" } },
    rows: "payments",
    id: byId,
    sizes: [1, 100],
    persona: "heavy-refunds",
    badSizeCode: 36009004,
  },
  {
    request: { path: "/finance/202309/withdrawals", query: { types: "WITHDRAW,SETTLE,REVERSE" } },
    rows: "withdrawals",
    id: byId,
    sizes: [1, 100],
    persona: "cross-border",
    badSizeCode: 36009004,
  },
  {
    request: { path: "/affiliate_seller/202410/orders/search", method: "POST" },
    rows: "orders",
    id: byId,
    sizes: [1, 100],
    persona: "steady-seller",
    badSizeCode: 36009004,
  },
  {
    request: { path: "/affiliate_creator/202410/orders/search", method: "POST" },
    rows: "orders",
    id: byId,
    sizes: [1, 100],
    persona: "us-creator",
    badSizeCode: 36009004,
  },
];

describe.each(
  lists.map(
    (list) =>
      [
        `${list.request.path} ${JSON.stringify(list.request.query ?? list.request.body ?? {})} of ${list.persona}`,
        list,
      ] as const,
  ),
)("%s", (_name, list) => {
  it("small pages give the same rows in the same order as large ones, each once", async () => {
    const large = await everyRow(sandbox, sized(list, list.sizes[1]), list.rows);
    const small = await everyRow(sandbox, sized(list, Math.max(list.sizes[0], 43)), list.rows);

    expect(large.length).toBeGreaterThan(3);
    expect(small.map(list.id)).toEqual(large.map(list.id));
    expect(new Set(large.map(list.id)).size).toBe(large.length);
  });

  it("page sizes outside the limits are refused", async () => {
    const [least, most] = list.sizes;

    const codes = [
      (await call(sandbox, sized(list, least - 1))).code,
      (await call(sandbox, sized(list, most + 1))).code,
    ];

    expect(codes).toEqual([list.badSizeCode, list.badSizeCode]);
  });

  it("a garbled page token, and one of another list, are refused", async () => {
    const foreign = await call(sandbox, {
      ...signed(
        {
          path: "/finance/202309/statements",
          query: { sort_field: "statement_time", page_size: "1", statement_time_ge: "5" },
        },
        "steady-seller",
      ),
    });
    const token = String(foreign.data.next_page_token);

    const garbled = await call(sandbox, withToken(sized(list, list.sizes[1]), "@@@"));
    const other = await call(sandbox, withToken(sized(list, list.sizes[1]), token));

    expect(token).not.toBe("");
    expect([garbled.code, other.code]).toEqual([list.badSizeCode, list.badSizeCode]);
  });
});

describe("order search", () => {
  const search = (query: Readonly<Record<string, string>>, body: unknown = {}) =>
    call(
      sandbox,
      signed(
        { path: "/order/202309/orders/search", method: "POST", query: { page_size: "100", ...query }, body },
        "steady-seller",
      ),
    );

  it("page_size is required", async () => {
    const reply = await call(sandbox, signed({ path: "/order/202309/orders/search", method: "POST" }, "steady-seller"));

    expect([reply.status, reply.code]).toEqual([400, 36009004]);
  });

  it("the lower bound is inside and the upper bound outside", async () => {
    const newest = rowsOf((await search({})).data, "orders")[20];
    const at = Number(newest?.create_time);

    const including = await search({}, { create_time_ge: at, create_time_lt: at + 1 });
    const excluding = await search({}, { create_time_ge: at - 60, create_time_lt: at });

    expect(rowsOf(including.data, "orders").map(byId)).toContain(newest?.id);
    expect(rowsOf(excluding.data, "orders").map(byId)).not.toContain(newest?.id);
  });

  it("sorts by creation, newest first, unless asked otherwise", async () => {
    const times = (reply: Awaited<ReturnType<typeof search>>, key: string) =>
      rowsOf(reply.data, "orders").map((row) => Number(row[key]));
    const newest = times(await search({}), "create_time");
    const oldest = times(await search({ sort_field: "update_time", sort_order: "ASC" }), "update_time");

    expect(newest).toEqual([...newest].sort((a, b) => b - a));
    expect(oldest).toEqual([...oldest].sort((a, b) => a - b));
  });

  it("both time ranges hold together", async () => {
    const now = sandbox.control.now();
    const created = { create_time_ge: now - 40 * 86_400, create_time_lt: now - 20 * 86_400 };
    const both = await search({}, { ...created, update_time_ge: now - 15 * 86_400 });

    expect(Number(both.data.total_count)).toBeGreaterThan(0);
    for (const order of rowsOf(both.data, "orders")) {
      expect(Number(order.create_time)).toBeLessThan(created.create_time_lt);
      expect(Number(order.update_time)).toBeGreaterThanOrEqual(now - 15 * 86_400);
    }
  });

  it.each([
    { create_time_ge: "yesterday" },
    { order_status: "SHIPPED" },
    { create_time_ge: 20, create_time_lt: 10 },
    { shipping_type: "POST" },
  ])("refuses %j", async (body) => {
    expect((await search({}, body)).code).toBe(36009004);
  });
});

describe("order detail", () => {
  it("answers up to fifty ids in their order and refuses more, none, and foreign ones", async () => {
    const orders = rowsOf(
      (
        await call(
          sandbox,
          signed({ path: "/order/202309/orders/search", method: "POST", query: { page_size: "60" } }, "steady-seller"),
        )
      ).data,
      "orders",
    ).map(byId);
    const foreign = rowsOf(
      (
        await call(
          sandbox,
          signed({ path: "/order/202309/orders/search", method: "POST", query: { page_size: "1" } }, "heavy-refunds"),
        )
      ).data,
      "orders",
    ).map(byId);
    const detail = (ids: readonly string[]) =>
      call(sandbox, signed({ path: "/order/202507/orders", query: { ids: ids.join(",") } }, "steady-seller"));

    expect(rowsOf((await detail(orders.slice(0, 50))).data, "orders").map(byId)).toEqual(orders.slice(0, 50));
    expect((await detail(orders.slice(0, 51))).code).toBe(36009004);
    expect((await detail([])).code).toBe(36009004);
    expect((await detail([...orders.slice(0, 2), ...foreign])).code).toBe(21008111);
  });
});

it.each([
  ["/finance/202309/statements", "statement_time"],
  ["/finance/202507/orders/unsettled", "order_create_time"],
  ["/finance/202605/payments", "create_time"],
])("%s requires its one sort field", async (path, field) => {
  expect((await call(sandbox, signed({ path }, "steady-seller"))).code).toBe(36009004);
  expect(
    (
      await call(
        sandbox,
        signed({ path, query: { sort_field: field === "create_time" ? "id" : "create_time" } }, "steady-seller"),
      )
    ).code,
  ).toBe(36009004);
  expect((await call(sandbox, signed({ path, query: { sort_field: field } }, "steady-seller"))).code).toBe(0);
});

it("withdrawals require their types, comma-joined or as a JSON array", async () => {
  const ask = async (query: Readonly<Record<string, string>>) =>
    (await call(sandbox, signed({ path: "/finance/202309/withdrawals", query }, "cross-border"))).code;

  expect([
    await ask({}),
    await ask({ types: "PAYOUT" }),
    await ask({ types: "WITHDRAW" }),
    await ask({ types: '["WITHDRAW","SETTLE"]' }),
  ]).toEqual([36009004, 36009004, 0, 0]);
});

it("the seller's affiliate orders refuse more than three months and default to the last three", async () => {
  const now = sandbox.control.now();
  const ask = (body: unknown) =>
    call(
      sandbox,
      signed(
        { path: "/affiliate_seller/202410/orders/search", method: "POST", query: { page_size: "100" }, body },
        "steady-seller",
      ),
    );

  const tooLong = await ask({ create_time_ge: now - 120 * 86_400, create_time_lt: now });
  const oldest = await everyRow(
    sandbox,
    signed(
      { path: "/affiliate_seller/202410/orders/search", method: "POST", query: { page_size: "100" } },
      "steady-seller",
    ),
    "orders",
  );

  expect(tooLong.code).toBe(36009004);
  expect(Math.min(...oldest.map((row) => Number(row.create_time)))).toBeGreaterThanOrEqual(now - 93 * 86_400);
});

it("product bounds are inclusive at both ends", async () => {
  const products = rowsOf(
    (
      await call(
        sandbox,
        signed(
          { path: "/product/202502/products/search", method: "POST", query: { page_size: "100" } },
          "steady-seller",
        ),
      )
    ).data,
    "products",
  );
  const at = Number(products[0]?.create_time);

  const exact = await call(
    sandbox,
    signed(
      {
        path: "/product/202502/products/search",
        method: "POST",
        query: { page_size: "100" },
        body: { create_time_ge: at, create_time_le: at },
      },
      "steady-seller",
    ),
  );

  expect(rowsOf(exact.data, "products").map(byId)).toEqual([products[0]?.id]);
});

it("more than 10,000 listings are given out by time of creation alone", async () => {
  const search = (body: Readonly<Record<string, unknown>> = {}) =>
    call(
      sandbox,
      signed(
        { path: "/product/202502/products/search", method: "POST", query: { page_size: "100" }, body },
        "listings:10001",
      ),
    );

  const all = await search();
  const older = await search({ create_time_le: sandbox.control.now() - 200 * 86_400 });

  expect([all.status, all.code]).toEqual([200, 12_052_180]);
  expect([older.code, rowsOf(older.data, "products").length]).toEqual([0, 100]);
  expect(Number(older.data.total_count)).toBeGreaterThan(3_000);
});

it("the shop score is answered for the United States only", async () => {
  const here = await call(sandbox, signed({ path: "/analytics/202606/shop_performances/overview" }, "steady-seller"));
  const elsewhere = await call(
    sandbox,
    signed({ path: "/analytics/202606/shop_performances/overview" }, "heavy-refunds"),
  );

  expect([here.code, here.data.sps_score, here.data.sps_tier]).toEqual([0, "4.6", "EXCELLENT"]);
  expect([elsewhere.status, elsewhere.code]).toEqual([200, 28001007]);
});

it("analytics are by day in the shop's time zone and end yesterday", async () => {
  const date = (offset: number) =>
    new Date((sandbox.control.now() + offset * 86_400) * 1000).toISOString().slice(0, 10);
  const ask = (query: Readonly<Record<string, string>>) =>
    call(sandbox, signed({ path: "/analytics/202509/shop/performance", query }, "steady-seller"));

  const reply = await ask({ start_date_ge: date(-10), end_date_lt: date(5), granularity: "1D" });

  const performance = Object(reply.data.performance);
  expect(performance.intervals.length).toBeGreaterThanOrEqual(9);
  expect(performance.intervals.at(-1).start_date).toBe(reply.data.latest_available_date);
  expect((await ask({ start_date_ge: date(0), end_date_lt: date(-3) })).code).toBe(28001022);
  expect((await ask({ start_date_ge: "soon", end_date_lt: date(0) })).code).toBe(28001022);
});

it("an answer is compact and its keys are in alphabetical order", async () => {
  const { text } = await call(
    sandbox,
    signed({ path: "/order/202309/orders/search", method: "POST", query: { page_size: "1" } }, "steady-seller"),
  );

  const sorted = JSON.stringify(sortKeys(JSON.parse(text)));

  expect(text).toBe(sorted);
  expect(text).not.toContain("null");
});

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sortKeys(member)]),
  );
}

function signed(request: ApiRequest, persona: string): ApiRequest {
  const session = sessions.get(persona);
  if (session === undefined) throw new Error(`No session of ${persona}`);
  const [cipher] = session.ciphers;
  return { ...request, token: session.token, ...(cipher === undefined ? {} : { cipher }) };
}

function sized(list: List, size: number): ApiRequest {
  return signed({ ...list.request, query: { ...list.request.query, page_size: String(size) } }, list.persona);
}

function withToken(request: ApiRequest, token: string): ApiRequest {
  return { ...request, query: { ...request.query, page_token: token } };
}
