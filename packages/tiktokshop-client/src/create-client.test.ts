import { readFile } from "node:fs/promises";
import { type Fault, type Sandbox, startSandbox } from "@lendfriend/tiktokshop-sandbox";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createTikTokShopClient, type TikTokShopClient, type TikTokShopClientSettings } from "./create-client.ts";
import type { TikTokShopSession } from "./session.ts";

let sandbox: Sandbox;
let client: TikTokShopClient;

beforeAll(async () => {
  sandbox = await startSandbox({ rateLimit: { requestsPerSecond: 0 } });
  client = createTikTokShopClient(options());
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.control.reset());

function options(): TikTokShopClientSettings {
  return {
    appKey: sandbox.app.appKey,
    appSecret: sandbox.app.appSecret,
    serviceId: sandbox.app.serviceId,
    apiUrl: sandbox.url,
    authUrl: sandbox.url,
    now: () => sandbox.control.now() * 1_000,
    sleep: async () => undefined,
  };
}

function signIn(persona: string): Promise<TikTokShopSession> {
  return client.exchangeCodeForToken(sandbox.control.authorize(persona));
}

async function cipherOf(session: TikTokShopSession): Promise<string> {
  const [shop] = await client.getAuthorizedShops(session.access_token);
  return shop?.cipher ?? "";
}

describe("the consent page", () => {
  const real = createTikTokShopClient({ appKey: "key", appSecret: "secret", serviceId: "7400" });

  test("of a seller asks by service id, in the US unless told", () => {
    expect(real.getAuthUrl("s t+")).toBe("https://services.tiktokshops.us/open/authorize?service_id=7400&state=s+t%2B");
    expect(real.getAuthUrl("s", { market: "ROW" })).toBe(
      "https://services.tiktokshop.com/open/authorize?service_id=7400&state=s",
    );
  });

  test("of a creator asks by app key", () => {
    expect(real.getAuthUrl("s", { account: "creator" })).toBe(
      "https://shop.tiktok.com/alliance/creator/auth?app_key=key&state=s",
    );
  });

  test("is not opened without a state", () => {
    expect(() => real.getAuthUrl("")).toThrow("state");
  });
});

describe("options that would leak or break are refused", () => {
  test.each<Partial<TikTokShopClientSettings>>([
    { appKey: "" },
    { appSecret: " " },
    { serviceId: "" },
    { previousAppSecrets: [""] },
    { apiUrl: "http://open-api.tiktokglobalshop.com" },
    { apiUrl: "http://127.0.0.1.example.invalid" },
    { apiUrl: "https://user:pass@open-api.tiktokglobalshop.com" },
    { apiUrl: "https://open-api.tiktokglobalshop.com/v2" },
    { authUrl: "file:///etc/passwd" },
    { authUrl: "not a URL" },
    { authorizeUrl: "javascript:alert(1)" },
    { timeoutMs: 0 },
    { maxResponseBytes: 1.5 },
  ])("%j", (changes) => {
    expect(() => createTikTokShopClient({ ...options(), ...changes })).toThrow("option");
  });
});

describe("orders", () => {
  test("all of a window are gathered, and streamed in pages of a hundred", async () => {
    const session = await signIn("worked-seller");
    const cipher = await cipherOf(session);
    const { rows, rejected } = await client.getOrderData(session.access_token, cipher, 90);
    const sizes: number[] = [];
    for await (const page of client.streamOrders(session.access_token, cipher, 90)) sizes.push(page.rows.length);

    expect(rejected).toEqual([]);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(rows.length);
    expect(sizes[0]).toBe(100);
    expect(rows[0]?.shopId).toBe((await client.getAuthorizedShops(session.access_token))[0]?.id);
  });

  test("a page is asked for only when it is wanted", async () => {
    const session = await signIn("worked-seller");
    const cipher = await cipherOf(session);
    sandbox.control.clearLog();
    for await (const _ of client.streamOrders(session.access_token, cipher, 90)) break;

    expect(sandbox.control.requests().filter(({ path }) => path.includes("/orders/search"))).toHaveLength(1);
  });

  test("a cipher of someone else's shop is refused", async () => {
    const session = await signIn("worked-seller");

    await expect(client.getOrderData(session.access_token, "TTP_other", 90)).rejects.toMatchObject({
      code: "invalid_request",
    });
  });

  test.each([0, -1, 1.5, 3_651, Number.NaN])("%d days are no window", async (days) => {
    await expect(client.getOrderData("token", "cipher", days)).rejects.toMatchObject({ code: "invalid_request" });
  });
});

describe("commissions", () => {
  test("without a cipher they are what the creator earned", async () => {
    const session = await signIn("worked-creator");
    const { rows } = await client.getAffiliateCommissions(session.access_token, null, 90);

    expect(rows.length).toBeGreaterThanOrEqual(200);
    expect(rows.every((row) => row.side === "creator" && row.shopId === null)).toBe(true);
  });

  test("with one they are what the shop paid", async () => {
    const session = await signIn("steady-seller");
    const { rows } = await client.getAffiliateCommissions(session.access_token, await cipherOf(session), 90);

    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.side === "seller" && row.shopId !== null && row.creator !== null)).toBe(true);
  });
});

describe("the worked examples of the score model come out", () => {
  test("a seller of 150 orders of $100, five in a hundred returned", async () => {
    expect(await client.getRevenueData(await signIn("worked-seller"), 90)).toMatchObject({
      totalRevenue: "15000",
      netRevenue: "14250",
      orderCount: 150,
      averageOrderValue: "100",
      returnRate: 0.05,
      periodDays: 90,
      currency: "USD",
    });
  });

  test("a creator with 200 settled lines on $30,000 at 15 %", async () => {
    expect(await client.getRevenueData(await signIn("worked-creator"), 90)).toMatchObject({
      netRevenue: "4500",
      affiliateCommission: "4500",
      orderCount: 200,
    });
  });

  test("a shop in rupiah is summed in rupiah without any rate", async () => {
    const revenue = await client.getRevenueData(await signIn("id-creator"), 90);

    expect(revenue.currency).toBe("IDR");
    expect(Number(revenue.affiliateCommission)).toBeGreaterThan(1_000);
  });

  test("fewer days are fewer orders, and more than 90 are said to be 90", async () => {
    const session = await signIn("worked-seller");
    const month = await client.getRevenueData(session, 30);
    const year = await client.getRevenueData(session, 365);

    expect(month.orderCount).toBeLessThan(150);
    expect(month.periodDays).toBe(30);
    expect(year).toMatchObject({ orderCount: 150, periodDays: 90 });
  });
});

describe("the score", () => {
  test("adds up to a hundred, points kept and lost", async () => {
    const report = await client.getCreditScore(await signIn("worked-seller"), 90);

    expect(report.score).toBeGreaterThan(0);
    expect(report.score + report.pointsLost).toBeCloseTo(100, 10);
    expect(report.metrics).toMatchObject({ gross: "15000", net: "14250", orderCount: 150 });
  });

  test("is the same for the same second", async () => {
    const session = await signIn("worked-creator");
    await sandbox.control.setClock(new Date(sandbox.control.now() * 1_000));
    const frozen = createTikTokShopClient({ ...options(), now: fixedNow(sandbox.control.now()) });

    const [first, second] = [await frozen.getCreditScore(session), await frozen.getCreditScore(session)];
    expect(second.snapshotHash).toBe(first.snapshotHash);
  });

  test("names the permission that was withheld", async () => {
    const granted = sandbox.app.sellerScopes.filter((scope) => scope !== "seller.return_refund.basic");
    const session = await client.exchangeCodeForToken(sandbox.control.authorize("worked-seller", granted));
    const report = await client.getCreditScore(session);

    expect(report.factors.reliability.items.find((item) => item.code === "refund_rate")).toMatchObject({
      points: 0,
      status: "withheld",
      permissions: ["seller.return_refund.basic"],
    });
  });

  test("of a shop without an order is low and no error", async () => {
    const report = await client.getCreditScore(await signIn("no-orders"));

    expect(report.score).toBeLessThanOrEqual(20);
  });

  test("cannot be had from fewer than 90 days", async () => {
    await expect(client.getCreditScore(await signIn("worked-seller"), 30)).rejects.toMatchObject({
      code: "invalid_request",
    });
  });
});

describe("a list that is not known whole", () => {
  const path = "/return_refund/202309/returns/search";
  const more = { kind: "patch_data", path, times: 1, patch: { next_page_token: "c2J4" } } as const;
  const refused = { kind: "answer", path, status: 400, code: 36009004 } as const;
  const odd = { return_id: "4035", order_id: 7 };
  const aside = { kind: "patch_data", path, patch: { return_orders: [odd], total_count: 1 } } as const;
  const short = { kind: "patch_data", path, patch: { total_count: 100 } } as const;

  test.each<[string, readonly Fault[], RegExp]>([
    ["holds a row that nobody understands", [aside], /: rows_set_aside \(1 row\)$/],
    ["is shorter than the platform's own count", [short], /: short_list \(\d+ of 100 rows\)$/],
    ["is refused after a page of it", [more, { ...refused, message: "Invalid version" }], /: refused_in_part$/],
    ["breaks off at a call of ours that the platform does not take", [more, refused], /: invalid_request$/],
    ["cannot be asked for in a way that the platform takes", [refused], /: invalid_request$/],
  ])("that %s makes figures and score provisional, and is not called missing", async (_name, faults, reason) => {
    const session = await signIn("worked-seller");
    const again = async <Figures>(read: () => Promise<Figures>) => {
      sandbox.control.clearFaults();
      for (const fault of faults) sandbox.control.addFault(fault);
      return read();
    };
    const revenue = await again(() => client.getRevenueData(session, 90));
    const report = await again(() => client.getCreditScore(session));

    expect(revenue.provisional).toEqual([expect.stringMatching(/^returns of shop \d+: /)]);
    expect(revenue.provisional[0]).toMatch(reason);
    expect(report.provisional).toBe(true);
    expect(JSON.stringify(report)).not.toContain("lists no returns");
  });

  test("keeps the refunds of the pages that were read", async () => {
    const session = await signIn("worked-seller");
    sandbox.control.addFault(more);
    sandbox.control.addFault(refused);

    expect(await client.getRevenueData(session, 90)).toMatchObject({ netRevenue: "14250", returnRate: 0.05 });
  });

  test("is told from one that is not offered, which leaves no doubt", async () => {
    const session = await signIn("worked-seller");
    sandbox.control.addFault({ ...refused, message: "Invalid version" });

    expect(await client.getRevenueData(session, 90)).toMatchObject({ returnRate: null, provisional: [] });
  });

  test("leaves no doubt once all was read and understood", async () => {
    const session = await signIn("worked-seller");

    expect((await client.getRevenueData(session, 90)).provisional).toEqual([]);
    expect((await client.getCreditScore(session)).provisional).toBe(false);
  });
});

function fixedNow(seconds: number): () => number {
  return () => seconds * 1_000;
}

test("the usage in the README is this, and works", async () => {
  const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
  const usage = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? "";
  const printed: string[] = [];
  const body = usage
    .split("\n")
    .filter((line) => !line.startsWith("import "))
    .join("\n");
  const run = new Function("createTikTokShopClient", "options", "code", "console", `return (async () => {${body}})();`);
  await run(createTikTokShopClient, options(), sandbox.control.authorize("worked-seller"), {
    log: (...words: unknown[]) => printed.push(words.join(" ")),
  });

  expect(printed[0]).toBe("15000 USD in 150 orders");
  expect(printed[1]).toMatch(/^\d+(\.\d+)? [A-Z][a-z]+$/);
});
