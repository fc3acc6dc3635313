import { beforeEach, describe, expect, it } from "vitest";
import * as route from "#app/api/score/rows/route.ts";
import type { FigureRow, StoredRows } from "./figure-rows.ts";
import { createBrowser, serveWorld, signedInBrowser } from "./testing/browser.ts";
import { sampleInputs } from "./testing/sample-inputs.ts";

let world: ReturnType<typeof serveWorld>;
beforeEach(() => {
  world = serveWorld();
});

function row(number: number): FigureRow {
  return {
    number,
    kind: "order",
    shopId: "S1",
    id: `O${number}`,
    orderId: null,
    label: null,
    at: "2026-11-01T00:00:00Z",
    currency: "USD",
    amount: "100",
    amountUsd: "100",
    counted: "100",
    countedUsd: "100",
    unitsPerUsd: "1",
    quantity: 1,
    reason: null,
  };
}

function gathered(rows: readonly FigureRow[], net = "9000"): StoredRows {
  const sum = { number: 1, count: 90, amounts: { USD: net }, usd: net, quantity: 90, medianDays: null };
  return {
    asOf: "2026-11-20T00:00:00Z",
    provisional: false,
    snapshotHash: "hash",
    gatheredAt: "2026-11-20T00:01:00Z",
    inputs: { ...sampleInputs, byCurrency: [{ ...currency, net, netUsd: net }] },
    insights: null,
    trail: [{ subject: "order", state: "MATCHED", currency: "USD", count: 4, value: "400" }],
    sums: { net: sum },
    leftOut: [
      { kind: "order", reason: "CANCELLED", count: 3 },
      { kind: "return", reason: "NOT_REFUNDED", count: 1 },
    ],
    rows: [...rows],
  };
}

const currency = {
  currency: "USD",
  orderCount: 90,
  gross: "9000",
  refunds: "0",
  net: "9000",
  affiliateCommission: "0",
  netUsd: "9000",
  usdShare: 1,
};

async function get(query: string) {
  return (await signedInBrowser()).visit(route.GET, { path: `/api/score/rows?${query}` });
}

describe("GET /api/score/rows", () => {
  it("needs a session", async () => {
    expect((await createBrowser().visit(route.GET, { path: "/api/score/rows?figure=net" })).status).toBe(401);
  });

  it("answers null before the first score", async () => {
    const response = await get("figure=net");

    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toEqual({ rows: null });
  });

  it.each([
    "",
    "figure=",
    "figure=magic",
    "figure=net:USD",
    "figure=week",
    "figure=__proto__",
    "figure=constructor",
    "figure=net&side=both",
    "figure=net&page=2",
    "figure=net&page=-1.0",
    "figure=net&page=1.x",
    "figure=net&pageSize=0",
    "figure=net&pageSize=501",
    "figure=net&limit=5",
    "figure=net&figure=gross",
  ])("refuses ?%s and says why", async (query) => {
    const response = await get(query);

    expect(response.status).toBe(400);
    expect((await response.json()).error).toMatchObject({ code: "bad_request", message: expect.any(String) });
  });

  it("asks a worker for rows that nobody has asked for, and says that they are being gathered", async () => {
    world.stored.rows = { ...gathered([]), sums: null, leftOut: null, rows: null, gatheredAt: null };
    const { rows } = await (await get("figure=net")).json();

    expect(world.rowRequests).toHaveLength(1);
    expect(rows).toMatchObject({ status: "gathering", agrees: null, total: null, rows: [], nextPage: null });
  });

  it("says so when a worker has given up gathering them", async () => {
    world.stored.rows = { ...gathered([]), sums: null, leftOut: null, rows: null, gatheredAt: null };
    world.stored.rowsGaveUp = true;

    expect((await (await get("figure=net")).json()).rows).toMatchObject({ status: "failed", rows: [] });
  });

  it("answers a page with the figure, its sum, what was left out, and where the next page begins", async () => {
    world.stored.rows = gathered([row(3), row(8), row(9)]);
    const { rows } = await (await get("figure=net&pageSize=2&page=1.40")).json();

    expect(world.rowRequests).toEqual([]);
    expect(rows).toMatchObject({
      status: "gathered",
      stated: { unit: "money", amount: "9000", currency: "USD" },
      total: { unit: "money", amount: "9000", currency: "USD" },
      rowCount: 90,
      agrees: true,
      leftOut: [{ kind: "order", reason: "CANCELLED", count: 3 }],
      position: 40,
      nextPage: "8.42",
    });
    expect(rows.rows.map(({ id }: FigureRow) => id)).toEqual(["O3", "O8"]);
  });

  it("says so when today's rows come to something else", async () => {
    world.stored.rows = { ...gathered([row(1)], "8990"), inputs: { ...sampleInputs, byCurrency: [currency] } };
    const { rows } = await (await get("figure=net")).json();

    expect(rows).toMatchObject({ agrees: false, stated: { amount: "9000" }, total: { amount: "8990" } });
  });

  it("shows the parts of a figure that is no sum", async () => {
    world.stored.rows = gathered([]);
    const { rows } = await (await get("figure=monthly_net")).json();

    expect(rows).toMatchObject({
      stated: { unit: "money", amount: "3000" },
      agrees: true,
      parts: [{ figure: "net", agrees: true, rowCount: 90 }],
      rows: [],
    });
  });
});
