import { TikTokAPIError, TikTokShopSDK } from "tiktok-shop-sdk";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type Sandbox, startSandbox } from "./sandbox.ts";

/** Hosts that npm `tiktok-shop-sdk` 1.0.3 has written into its code: it knows no option for them. */
const sdkHosts: ReadonlySet<string> = new Set(["open-api.tiktokglobalshop.com", "auth.tiktok-shops.com"]);

let sandbox: Sandbox;
let sdk: TikTokShopSDK;
let refreshToken = "";
const network = globalThis.fetch;

beforeAll(async () => {
  sandbox = await startSandbox({ rateLimit: { requestsPerSecond: 0 } });
});
afterAll(() => sandbox.close());

/** Signs in through the SDK alone. Its requests are sent to the sandbox with nothing but their origin changed. */
beforeEach(async () => {
  vi.stubGlobal("fetch", (address: string, init?: RequestInit) => {
    const { host, pathname, search } = new URL(address);
    if (!sdkHosts.has(host)) throw new Error(`the SDK asked ${host}`);
    return network(`${sandbox.url}${pathname}${search}`, init);
  });
  const { appKey, appSecret } = sandbox.app;
  sdk = new TikTokShopSDK({ appKey, appSecret });
  const code = sandbox.control.authorize("steady-seller");
  const { data } = await sdk.auth.getAccessToken({ auth_code: code, grant_type: "authorized_code" });
  refreshToken = data?.refresh_token ?? "";
  sdk.setAccessToken(data?.access_token ?? "");
  const shops = await sdk.shop.getAuthorizedShops();
  sdk.setShopCipher(shops.data?.shops?.[0]?.cipher ?? "");
});
afterEach(() => vi.unstubAllGlobals());

describe("a client that we did not write is served", () => {
  test("new tokens for its refresh token", async () => {
    const { code, data } = await sdk.auth.refreshAccessToken({
      refresh_token: refreshToken,
      grant_type: "refresh_token",
    });

    sdk.setAccessToken(data?.access_token ?? "");

    expect(code).toBe(0);
    expect((await sdk.shop.getAuthorizedShops()).data?.shops).toHaveLength(1);
  });

  test("every order of a shop, once, by following page tokens through signed bodies", async () => {
    const before = sandbox.control.now();
    const ids: unknown[] = [];
    let total: unknown = null;
    for (let pageToken = "", pages = 0; pages < 50; pages += 1) {
      const { data } = await sdk.order.getOrderList({
        query: {
          page_size: 100,
          sort_field: "create_time",
          sort_order: "ASC",
          ...(pageToken && { page_token: pageToken }),
        },
        body: { create_time_ge: before - 90 * 86_400, create_time_lt: before },
      });
      total = data?.total_count;
      ids.push(...(data?.orders ?? []).map((order) => order.id));
      pageToken = data?.next_page_token ?? "";
      if (pageToken === "") break;
    }

    expect(ids.length).toBeGreaterThan(1_000);
    expect(ids).toHaveLength(Number(total));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each<readonly [string, () => Promise<{ readonly code: number; readonly data?: unknown }>, string]>([
    ["its authorised shops", () => sdk.shop.getAuthorizedShops(), "shops"],
    ["its active shops", () => sdk.seller.getActiveShops(), "shops"],
    ["its permissions", () => sdk.seller.getSellerPermissions(), "permissions"],
    ["an order search without a body", () => sdk.order.getOrderList(only({ query: { page_size: 100 } })), "orders"],
    ["orders by ids", async () => sdk.order.getOrderDetail({ ids: [await orderId()] }), "orders"],
    ["products", () => sdk.product.searchProducts({ query: { page_size: 10 }, body: { status: "ALL" } }), "products"],
    [
      "returns",
      () => sdk.return_refund.searchReturn({ query: { page_size: 50 }, body: { create_time_ge: 1 } }),
      "return_orders",
    ],
    [
      "cancellations",
      () => sdk.return_refund.searchCancellation(only({ query: { page_size: 50 }, body: { create_time_ge: 1 } })),
      "cancellations",
    ],
    ["statements", () => sdk.finance.getStatements({ sort_field: "statement_time", page_size: 10 }), "statements"],
    [
      "a statement's transactions",
      async () =>
        sdk.finance.getTransactionsByStatement({
          statement_id: await statementId(),
          query: { sort_field: "order_create_time", page_size: 100 },
        }),
      "transactions",
    ],
    ["an order's transactions", async () => sdk.finance.getTransactionsByOrder(await orderId()), "sku_transactions"],
    ["withdrawals", () => sdk.finance.getWithdrawals({ types: ["WITHDRAW", "SETTLE"], page_size: 10 }), "withdrawals"],
    [
      "what creators sold for it",
      () => sdk.affiliateSeller.searchSellerAffiliateOrders({ query: { page_size: 100 } }),
      "orders",
    ],
  ])("%s", async (_, ask, list) => {
    const { code, data } = await ask();

    expect(code).toBe(0);
    expect(data).toHaveProperty(list, expect.any(Array));
  });

  test("a webhook address, kept until it is deleted", async () => {
    const address = "https://hooks.example/tiktok";
    const listed = async () => JSON.stringify((await sdk.event.getShopWebhooks()).data);

    await sdk.event.updateShopWebhook({ address, event_type: "ORDER_STATUS_CHANGE" });
    expect(await listed()).toContain(address);
    await sdk.event.deleteShopWebhook({ event_type: "ORDER_STATUS_CHANGE" });
    expect(await listed()).not.toContain(address);
  });
});

describe("what it sends against the contract is refused as the platform does", () => {
  const badSign = 106_001;
  const badVersion = 36_009_014;

  test.each<readonly [string, number, () => Promise<unknown>]>([
    [
      "an empty body, which it sends as {} and leaves out of the signature",
      badSign,
      () => sdk.order.getOrderList({ query: { page_size: 100 }, body: {} }),
    ],
    [
      "a parameter that is undefined, which it signs as a word and does not send",
      badSign,
      () => sdk.order.getOrderList(only({ query: { page_size: 100, page_token: undefined } })),
    ],
    [
      "payments of 202309, a version that is gone (202605 is current)",
      badVersion,
      () => sdk.finance.getPayments({ sort_field: "create_time", page_size: 10 }),
    ],
    [
      "shop performance of 202405, a version that is gone (202509 is current)",
      badVersion,
      () => sdk.analytics.getShopPerformance({ start_date_ge: "2026-11-01", end_date_lt: "2026-11-20" }),
    ],
  ])("%s", async (_, code, ask) => {
    const refusal = await ask().catch((error: unknown) => error);

    expect(refusal).toBeInstanceOf(TikTokAPIError);
    expect(refusal).toMatchObject({ code });
  });
});

/** The SDK's types demand every optional field, but what it sends is just what it is given. */
function only<Params>(given: object): Params {
  return given as Params;
}

async function orderId(): Promise<string> {
  const { data } = await sdk.order.getOrderList({ query: { page_size: 1 }, body: { order_status: "COMPLETED" } });
  return String(data?.orders?.[0]?.id);
}

async function statementId(): Promise<string> {
  const { data } = await sdk.finance.getStatements({ sort_field: "statement_time", page_size: 1 });
  return String(data?.statements?.[0]?.id);
}
