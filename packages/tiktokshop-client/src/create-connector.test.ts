import {
  type Connector,
  ConnectorError,
  gather,
  type ImportPage,
  type IncomeRecord,
  type PlatformShop,
  paginate,
  type TokenSet,
} from "@lendfriend/connector";
import { buyerMarker, type Sandbox, startSandbox } from "@lendfriend/tiktokshop-sandbox";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createTikTokShopConnector } from "./create-connector.ts";
import type { TikTokShopClientOptions } from "./options.ts";

const day = 86_400;
let sandbox: Sandbox;
let connector: Connector;

beforeAll(async () => {
  sandbox = await startSandbox({ rateLimit: { requestsPerSecond: 0 } });
  connector = connect();
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.control.reset());

function connect(options: Partial<TikTokShopClientOptions> = {}): Connector {
  return createTikTokShopConnector({
    appKey: sandbox.app.appKey,
    appSecret: sandbox.app.appSecret,
    serviceId: sandbox.app.serviceId,
    apiUrl: sandbox.url,
    authUrl: sandbox.url,
    now: () => sandbox.control.now() * 1_000,
    sleep: async () => undefined,
    ...options,
  });
}

async function signIn(persona: string): Promise<TokenSet> {
  return connector.exchangeCode(sandbox.control.authorize(persona));
}

interface StageReading {
  readonly records: readonly IncomeRecord[];
  readonly rejected: ImportPage["rejected"];
  readonly parentIds: readonly string[];
  readonly total: number | null;
}

async function readStage(
  tokens: TokenSet,
  shop: PlatformShop | null,
  stage: string,
  options: { readonly parentId?: string; readonly days?: number } = {},
): Promise<StageReading> {
  const to = sandbox.control.now();
  const pages: ImportPage[] = [];
  const records = await gather(
    paginate(async (cursor) => {
      const { parentId = null, days = 90 } = options;
      const { accessToken } = tokens;
      const page = await connector.readPage({ stage, accessToken, shop, from: to - days * day, to, parentId, cursor });
      pages.push(page);
      return page;
    }),
  );
  return {
    records,
    rejected: pages.flatMap((page) => page.rejected),
    parentIds: pages.flatMap((page) => page.parentIds),
    total: pages[0]?.total ?? null,
  };
}

async function firstShop(tokens: TokenSet): Promise<PlatformShop> {
  const [shop] = (await connector.readAccount(tokens)).shops;
  if (!shop) throw new Error("the persona has no shop");
  return shop;
}

describe("connecting", () => {
  test("an exchanged code gives the seller's tokens, scopes and region", async () => {
    const tokens = await signIn("worked-seller");

    expect(tokens).toMatchObject({ account: "seller", region: "US" });
    expect(tokens.accessTokenExpiresAt).toBe(sandbox.control.now() + 7 * day);
    expect(connector.missingScopes("seller", tokens.grantedScopes)).toEqual([]);
  });

  test("a creator's consent is told apart from a seller's", async () => {
    const tokens = await signIn("worked-creator");

    expect(tokens.account).toBe("creator");
    expect(connector.missingScopes("creator", tokens.grantedScopes)).toEqual([]);
  });

  test("a code cannot be used twice", async () => {
    const code = sandbox.control.authorize("worked-seller");
    await connector.exchangeCode(code);

    await expect(connector.exchangeCode(code)).rejects.toMatchObject({
      code: "code_invalid",
      providerCode: "36004004",
    });
  });

  test("a refreshed session keeps reading", async () => {
    const tokens = await signIn("worked-seller");
    sandbox.control.expireAccessTokens("worked-seller");
    await expect(connector.readAccount(tokens)).rejects.toMatchObject({ code: "token_expired" });

    const refreshed = await connector.refresh(tokens.refreshToken);

    expect((await connector.readAccount(refreshed)).shops).toHaveLength(1);
  });

  test("an unknown refresh token asks for a new consent", async () => {
    await expect(connector.refresh("ROW_unknown")).rejects.toMatchObject({ code: "refresh_rejected" });
  });

  test("a withdrawn consent makes the token invalid", async () => {
    const tokens = await signIn("worked-seller");
    await sandbox.control.revoke("worked-seller", { silent: true });

    await expect(connector.readAccount(tokens)).rejects.toMatchObject({ code: "token_invalid" });
  });

  test("an account carries its shops, and whether each is active", async () => {
    const account = await connector.readAccount(await signIn("worked-seller"));
    const inactive = await connector.readAccount(await signIn("inactive-shop"));

    expect(account.shops).toEqual([
      expect.objectContaining({ region: "US", sellerType: "LOCAL", isActive: true, cipher: expect.any(String) }),
    ]);
    expect(inactive.shops.map((shop) => shop.isActive)).toEqual([false]);
  });

  test("whether a shop is active stays unknown when the person did not allow the question", async () => {
    const granted = sandbox.app.sellerScopes.filter((scope) => scope !== "seller.shop.info");
    const tokens = await connector.exchangeCode(sandbox.control.authorize("worked-seller", granted));

    expect((await connector.readAccount(tokens)).shops.map((shop) => shop.isActive)).toEqual([null]);
  });

  test("a platform that fails to say whether a shop is active is a failure, not an unknown", async () => {
    const tokens = await signIn("worked-seller");
    sandbox.control.addFault({ path: "/seller/202309/shops", kind: "answer", status: 503 });

    await expect(connector.readAccount(tokens)).rejects.toMatchObject({ code: "provider_unavailable" });
  });

  test("a creator's account has a name and a region and no shops", async () => {
    const account = await connector.readAccount(await signIn("worked-creator"));

    expect(account).toMatchObject({ region: "US", shops: [] });
    expect(account.displayName).not.toBe("TikTok Shop creator");
  });

  test("a deauthorised shop can no longer be read", async () => {
    const tokens = await signIn("worked-seller");
    const shop = await firstShop(tokens);

    await connector.deauthorize(tokens.accessToken, shop);

    await expect(readStage(tokens, shop, "orders")).rejects.toBeInstanceOf(ConnectorError);
  });
});

describe("reading", () => {
  test("every order of the window arrives once, and none is refused", async () => {
    const tokens = await signIn("worked-seller");
    const { records, rejected, total } = await readStage(tokens, await firstShop(tokens), "orders");

    expect(rejected).toEqual([]);
    expect(records).toHaveLength(total ?? -1);
    expect(new Set(records.map((record) => (record.kind === "order" ? record.id : ""))).size).toBe(records.length);
    expect(records.length).toBeGreaterThanOrEqual(150);
  });

  test("no buyer datum survives the border", async () => {
    const tokens = await signIn("worked-seller");
    const { records } = await readStage(tokens, await firstShop(tokens), "orders");

    expect(JSON.stringify(records)).not.toContain(buyerMarker);
  });

  test("every stage of a seller is read to its end", async () => {
    const tokens = await signIn("steady-seller");
    const shop = await firstShop(tokens);
    const counts: Record<string, number> = {};
    for (const { stage, parent } of connector.stages("seller")) {
      if (parent !== null) continue;
      const { records, rejected } = await readStage(tokens, shop, stage);
      expect(rejected, stage).toEqual([]);
      counts[stage] = records.length;
    }
    const { parentIds } = await readStage(tokens, shop, "statements");
    const settlements = await readStage(tokens, shop, "settlements", { parentId: parentIds[0] ?? "" });

    expect(parentIds).toHaveLength(counts.statements ?? -1);
    expect(settlements.records.length).toBeGreaterThan(0);
    for (const stage of ["orders", "returns", "statements", "unsettled", "payments", "products", "commissions"]) {
      expect(counts[stage], stage).toBeGreaterThan(0);
    }
  });

  test("settlements add up to their statement", async () => {
    const tokens = await signIn("worked-seller");
    const shop = await firstShop(tokens);
    const { records, parentIds } = await readStage(tokens, shop, "statements");
    for (const [position, parentId] of parentIds.slice(0, 5).entries()) {
      const settlements = await readStage(tokens, shop, "settlements", { parentId });
      const statement = records[position];
      const sum = settlements.records.reduce(
        (total, record) =>
          total + (record.kind === "settlement" ? Math.round(Number(record.settlementAmount) * 100) : 0),
        0,
      );
      expect(sum).toBe(statement?.kind === "statement" ? Math.round(Number(statement.settlementAmount) * 100) : null);
    }
  });

  test("a creator's commissions are read over windows wider than the platform takes", async () => {
    const tokens = await signIn("worked-creator");
    const narrow = await readStage(tokens, null, "commissions");
    const wide = await readStage(tokens, null, "commissions", { days: 400 });

    expect(narrow.records.length).toBeGreaterThanOrEqual(200);
    expect(wide.records.length).toBeGreaterThanOrEqual(narrow.records.length);
    expect(new Set(wide.records.map((each) => JSON.stringify(each))).size).toBe(wide.records.length);
  });

  test("rows that cannot be understood are kept aside and the rest arrive", async () => {
    const tokens = await signIn("odd-rows");
    const { records, rejected, total } = await readStage(tokens, await firstShop(tokens), "orders");

    expect(rejected.length).toBeGreaterThan(0);
    expect(records.length + rejected.length).toBe(total);
    expect(new Set(rejected.map((row) => row.reason))).toEqual(
      new Set([
        "id: missing",
        "payment.sub_total: not a plain decimal, or negative",
        "payment.currency: missing",
        "create_time: not of type number",
        "line_items: not of type array",
      ]),
    );
  });

  test("the first order is found however long ago it was", async () => {
    const tokens = await signIn("worked-seller");
    const shop = await firstShop(tokens);
    const request = { account: "seller", accessToken: tokens.accessToken, shop, asOf: sandbox.control.now() } as const;
    const first = await connector.readFirstActivity(request);
    const { records } = await readStage(tokens, shop, "orders", { days: 3_000 });

    expect(first).toBe(Math.min(...records.map((record) => (record.kind === "order" ? record.createTime : Infinity))));
  });

  test("a creator's first commission is found to the day, in a bounded number of calls", async () => {
    const tokens = await signIn("us-creator");
    const { records } = await readStage(tokens, null, "commissions", { days: 2_000 });
    const truth = Math.min(...records.map((record) => (record.kind === "commission" ? record.createTime : Infinity)));
    sandbox.control.clearLog();

    const { accessToken } = tokens;
    const asOf = sandbox.control.now();
    const first = await connector.readFirstActivity({ account: "creator", accessToken, shop: null, asOf });

    expect(first).toBeGreaterThanOrEqual(truth);
    expect(first).toBeLessThan(truth + day);
    expect(sandbox.control.requests().length).toBeLessThanOrEqual(24);
  });

  test("an account that never sold has no first activity", async () => {
    const tokens = await signIn("no-orders");
    const shop = await firstShop(tokens);
    const { accessToken } = tokens;

    const asOf = sandbox.control.now();
    expect(await connector.readFirstActivity({ account: "seller", accessToken, shop, asOf })).toBeNull();
  });

  test("the official score is not asked for where the platform has none", async () => {
    const tokens = await signIn("worked-seller");
    const shop = { ...(await firstShop(tokens)), region: "GB" };
    sandbox.control.clearLog();

    await expect(readStage(tokens, shop, "shop_performance")).rejects.toMatchObject({ code: "not_supported" });
    expect(sandbox.control.requests()).toHaveLength(0);
  });

  test("a scope that was withheld is named as such", async () => {
    const tokens = await signIn("no-finance-scope");

    expect(connector.missingScopes("seller", tokens.grantedScopes)).toEqual(["seller.finance.info"]);
    await expect(readStage(tokens, await firstShop(tokens), "statements")).rejects.toMatchObject({
      code: "scope_missing",
    });
  });
});
