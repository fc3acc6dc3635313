import { type Connector, gather, type PlatformShop, paginate, type TokenSet } from "@lendfriend/connector";
import { type Sandbox, startSandbox } from "@lendfriend/tiktokshop-sandbox";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTikTokShopConnector } from "./create-connector.ts";

const persona = "steady-seller";
const address = "https://app.example.com/api/tiktokshop/webhook";
const topics = [
  "ORDER_STATUS_CHANGE",
  "PRODUCT_STATUS_CHANGE",
  "SELLER_DEAUTHORIZATION",
  "UPCOMING_AUTHORIZATION_EXPIRATION",
  "CANCELLATION_STATUS_CHANGE",
  "RETURN_STATUS_CHANGE",
  "PRODUCT_INFORMATION_CHANGE",
  "PRODUCT_CREATION",
];

let sandbox: Sandbox;
let connector: Connector;
let tokens: TokenSet;
let shop: PlatformShop;

beforeAll(async () => {
  sandbox = await startSandbox();
  const { appKey, appSecret, serviceId } = sandbox.app;
  connector = createTikTokShopConnector({ appKey, appSecret, serviceId, apiUrl: sandbox.url, authUrl: sandbox.url });
  tokens = await connector.exchangeCode(sandbox.control.authorize(persona));
  const [first] = (await connector.readAccount(tokens)).shops;
  if (!first) throw new Error("the persona has no shop");
  shop = first;
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.clearLog());

async function listed(stage: "orders" | "returns" | "products") {
  const to = sandbox.control.now();
  const { accessToken } = tokens;
  return gather(
    paginate((cursor) =>
      connector.readPage({ stage, accessToken, shop, from: to - 90 * 86_400, to, parentId: null, cursor }),
    ),
  );
}

function readByIds(kind: "order" | "return" | "product", ids: readonly string[]) {
  return connector.readByIds({ kind, accessToken: tokens.accessToken, shop, ids });
}

describe("reading by id", () => {
  test.each([
    ["order", "orders"],
    ["return", "returns"],
    ["product", "products"],
  ] as const)("gives each %s exactly as its list does", async (kind, stage) => {
    const rows = (await listed(stage)).slice(0, 20);
    const ids = rows.map((row) => ("id" in row ? row.id : ""));

    const answer = await readByIds(kind, ids);

    expect(answer).toEqual({ rows: expect.any(Array), rejected: [], missing: [] });
    expect(new Set(answer.rows)).toEqual(new Set(rows));
  });

  test("names what the platform does not give out, and still gives the rest of the batch", async () => {
    const [first, second] = await listed("orders");
    const ids = [first, second].map((row) => (row?.kind === "order" ? row.id : ""));
    const unknown = ["576000000000000001", "576000000000000002"];

    const { rows, missing } = await readByIds("order", [unknown[0] ?? "", ...ids, unknown[1] ?? ""]);

    expect(rows).toEqual([first, second]);
    expect(missing).toEqual(unknown);
    expect((await readByIds("product", ["1729000000000000001"])).missing).toHaveLength(1);
    expect((await readByIds("return", ["4035000000000000001"])).missing).toHaveLength(1);
  });

  test("never asks with what is no platform id, since in a list of ids it would mean others", async () => {
    const odd = ["576000000000000001,576000000000000002", "../orders", ""];

    expect(await readByIds("order", odd)).toEqual({ rows: [], rejected: [], missing: odd });
    expect(sandbox.control.requests()).toEqual([]);
  });

  test("takes at most fifty ids", async () => {
    const ids = Array.from({ length: 51 }, (_, index) => String(576_000_000_000 + index));

    await expect(readByIds("order", ids)).rejects.toMatchObject({ code: "invalid_request" });
  });

  test("lets a refused permission through as what it is", async () => {
    sandbox.control.addFault({ kind: "answer", status: 401, code: 105005, path: "/product/202309/", times: 1 });

    await expect(readByIds("product", ["1729000000000000001"])).rejects.toMatchObject({ code: "scope_missing" });
  });
});

describe("a shop's events", () => {
  test("are sent to the address once it is set, and setting it again changes nothing", async () => {
    await connector.subscribe(tokens.accessToken, shop, address);
    expect(sandbox.control.requestCounts()).toMatchObject({ "PUT /event/202309/webhooks": topics.length });
    sandbox.control.clearLog();

    await connector.subscribe(tokens.accessToken, shop, address);

    expect(sandbox.control.requestCounts()).toEqual({ "GET /event/202309/webhooks": 1 });
  });

  test("move to another address", async () => {
    await connector.subscribe(tokens.accessToken, shop, "https://other.example.com/hook");

    expect(sandbox.control.requestCounts()).toMatchObject({ "PUT /event/202309/webhooks": topics.length });
  });

  test("are taken back, each once", async () => {
    await connector.unsubscribe(tokens.accessToken, shop);
    await connector.unsubscribe(tokens.accessToken, shop);

    expect(sandbox.control.requestCounts()).toEqual({
      "GET /event/202309/webhooks": 2,
      "DELETE /event/202309/webhooks": topics.length,
    });
  });
});
