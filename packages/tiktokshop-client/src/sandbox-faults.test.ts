import { type Connector, gather, type PlatformShop, paginate, type TokenSet } from "@lendfriend/connector";
import { type Fault, type Sandbox, startSandbox } from "@lendfriend/tiktokshop-sandbox";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTikTokShopConnector } from "./create-connector.ts";

const day = 86_400;
const ordersPath = "/order/202309/orders/search";
let sandbox: Sandbox;
let connector: Connector;
let tokens: TokenSet;
let shop: PlatformShop;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.control.reset());

beforeEach(async () => {
  connector = createTikTokShopConnector({
    appKey: sandbox.app.appKey,
    appSecret: sandbox.app.appSecret,
    serviceId: sandbox.app.serviceId,
    apiUrl: sandbox.url,
    authUrl: sandbox.url,
    timeoutMs: 300,
    sleep: async () => undefined,
  });
  tokens = await connector.exchangeCode(sandbox.control.authorize("worked-seller"));
  const [first] = (await connector.readAccount(tokens)).shops;
  if (!first) throw new Error("the persona has no shop");
  shop = first;
});

async function readOrders(): Promise<readonly string[]> {
  const { accessToken } = tokens;
  const to = sandbox.control.now();
  const rows = await gather(
    paginate((cursor) =>
      connector.readPage({ stage: "orders", accessToken, shop, from: to - 90 * day, to, parentId: null, cursor }),
    ),
  );
  return rows.map((row) => (row.kind === "order" ? row.id : ""));
}

describe("a list is complete in spite of a passing fault", () => {
  const faults: readonly Fault[] = [
    { path: ordersPath, times: 2, kind: "answer", status: 500, code: 36009003 },
    { path: ordersPath, times: 2, kind: "answer", status: 429, code: 36009002, headers: { "retry-after": "1" } },
    { path: ordersPath, times: 2, kind: "answer", status: 200, code: 36009002 },
    { path: ordersPath, times: 1, kind: "hang" },
    { path: ordersPath, times: 1, kind: "drip", bytesPerSecond: 10 },
    { path: ordersPath, times: 2, kind: "reset" },
    { path: ordersPath, times: 1, kind: "truncate", bytes: 1_000 },
    { path: ordersPath, times: 1, kind: "html_502" },
    { path: ordersPath, times: 1, kind: "invalid_json" },
    { path: ordersPath, times: 1, kind: "wrong_content_type" },
    { path: ordersPath, times: 1, kind: "huge_body", bytes: 30_000_000 },
    { path: ordersPath, times: 1, kind: "gzip_bomb", bytes: 60_000_000 },
    { path: ordersPath, times: 1, after: 1, kind: "repeat_page_token" },
    { path: ordersPath, times: 1, after: 1, kind: "empty_page_with_token" },
    { path: ordersPath, times: 1, kind: "patch_data", patch: { orders: null } },
    { path: ordersPath, times: 1, kind: "patch_data", patch: { orders: "?" } },
  ];
  test.each(faults)("%j", async (fault) => {
    const truth = await readOrders();
    sandbox.control.addFault(fault);

    expect(await readOrders()).toEqual(truth);
    expect(sandbox.control.faults()[0]?.struck).toBe(fault.times);
  });
});

describe("a fault that stays ends in a clear error", () => {
  test.each<[Fault, string]>([
    [{ path: ordersPath, kind: "answer", status: 503 }, "provider_unavailable"],
    [{ path: ordersPath, kind: "answer", status: 429, code: 36009037 }, "quota_exhausted"],
    [{ path: ordersPath, kind: "answer", status: 401, code: 36009043 }, "shop_inactive"],
    [{ path: ordersPath, kind: "redirect", location: "http://127.0.0.1:1/" }, "invalid_response"],
    [{ path: ordersPath, kind: "repeat_page_token" }, "invalid_response"],
    [{ path: ordersPath, kind: "reset" }, "network"],
  ])("%j", async (fault, code) => {
    sandbox.control.addFault(fault);

    await expect(readOrders()).rejects.toMatchObject({ code });
  });
});

test("rows that a page repeats arrive as often as the platform sends them", async () => {
  const truth = await readOrders();
  sandbox.control.addFault({ path: ordersPath, times: 1, kind: "duplicate_rows" });

  expect(new Set(await readOrders())).toEqual(new Set(truth));
});

test("a machine whose clock is an hour wrong still reads, after asking once more", async () => {
  const wrong = createTikTokShopConnector({
    appKey: sandbox.app.appKey,
    appSecret: sandbox.app.appSecret,
    serviceId: sandbox.app.serviceId,
    apiUrl: sandbox.url,
    authUrl: sandbox.url,
    now: () => Date.now() - 3_600_000,
  });
  sandbox.control.clearLog();

  expect((await wrong.readAccount(tokens)).shops).toHaveLength(1);
  expect(sandbox.control.requests()).toHaveLength(3);
});
