import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import * as sync from "#app/api/connections/[id]/sync/route.ts";
import * as shares from "#app/api/shares/route.ts";
import { type createBrowser, serveWorld, signedInBrowser } from "./testing/browser.ts";
import { createPerson } from "./testing/memory-world.ts";

let world: ReturnType<typeof serveWorld>;
beforeEach(() => {
  world = serveWorld();
});

const shareOf = (purpose: string, lender = createPerson().wallet) => ({
  lender,
  scope: "tier",
  purpose,
  expiresAt: "2026-12-01",
});
type Browser = Pick<ReturnType<typeof createBrowser>, "visit">;
const create = (browser: Browser, body: unknown, key?: string) =>
  browser.visit(shares.POST, {
    method: "POST",
    path: "/api/shares",
    body,
    headers: key === undefined ? {} : { "idempotency-key": key },
  });
async function countShares(browser: Browser): Promise<number> {
  const body: { shares: unknown[] } = await (await browser.visit(shares.GET, { path: "/api/shares" })).json();
  return body.shares.length;
}

describe("a request with an Idempotency-Key", () => {
  it("that is sent again has no second effect and gets the first answer", async () => {
    const browser = await signedInBrowser();
    const [key, body] = [randomUUID(), shareOf("loan")];

    const [first, second] = [await create(browser, body, key), await create(browser, body, key.toUpperCase())];

    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.headers.get("idempotency-replayed")).toBe("true");
    expect(await second.json()).toEqual(await first.json());
    expect(await countShares(browser)).toBe(1);
  });

  it("is 422 with another body, and changes nothing", async () => {
    const browser = await signedInBrowser();
    const [key, lender] = [randomUUID(), createPerson().wallet];
    await create(browser, shareOf("loan", lender), key);

    const response = await create(browser, shareOf("another loan", lender), key);

    expect(response.status).toBe(422);
    expect((await response.json()).error.code).toBe("idempotency_key_reused");
    expect(await countShares(browser)).toBe(1);
  });

  it("belongs to the account that sent it", async () => {
    const [one, other] = [await signedInBrowser(), await signedInBrowser()];
    const [key, body] = [randomUUID(), shareOf("loan")];
    await create(one, body, key);

    expect((await create(other, body, key)).headers.get("idempotency-replayed")).toBeNull();
    expect(await countShares(other)).toBe(1);
  });

  it("is not spent by a refusal", async () => {
    const browser = await signedInBrowser();
    const key = randomUUID();

    expect((await create(browser, shareOf(""), key)).status).toBe(400);
    expect((await create(browser, shareOf("loan"), key)).status).toBe(201);
  });

  it.each(["", "1", "not-a-uuid", `${randomUUID()}0`])("is 400 when the key is %j", async (key) => {
    expect((await create(await signedInBrowser(), shareOf("loan"), key)).status).toBe(400);
  });

  it("is answered also when the answer could not be kept, and logged", async () => {
    world.ports.onceOnly.keepResponse = () => Promise.reject(new Error("gone"));

    expect((await create(await signedInBrowser(), shareOf("loan"), randomUUID())).status).toBe(201);
    expect(world.logged.join()).toContain("once.response_not_kept");
  });
});

it("a request without a key is another one each time", async () => {
  const browser = await signedInBrowser();
  for (let nth = 0; nth < 2; nth += 1) await create(browser, shareOf("loan"));

  expect(await countShares(browser)).toBe(2);
});

it("a request without a body takes a key too", async () => {
  const browser = await signedInBrowser();
  const id = randomUUID();
  const path = `/api/connections/${id}/sync`;
  const headers = { "idempotency-key": randomUUID() };

  expect((await browser.visit(sync.POST, { method: "POST", path, params: { id }, headers })).status).toBe(404);
});
