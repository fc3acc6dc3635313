import { beforeEach, describe, expect, it } from "vitest";
import * as accessLog from "#app/api/access-log/route.ts";
import * as logout from "#app/api/auth/logout/route.ts";
import * as score from "#app/api/borrowers/[wallet]/score/route.ts";
import * as tieOut from "#app/api/borrowers/[wallet]/tie-out/route.ts";
import * as borrowers from "#app/api/borrowers/route.ts";
import * as shares from "#app/api/shares/route.ts";
import * as trail from "#app/dashboard/money-trail/export.csv/route.ts";
import * as rows from "#app/dashboard/rows/export.csv/route.ts";
import * as shared from "#app/lender/[wallet]/export.csv/route.ts";
import { AppError } from "./errors.ts";
import { createBrowser, serveWorld, signedInBrowser } from "./testing/browser.ts";
import { sampleFlag } from "./testing/sample-flag.ts";

type Browser = Awaited<ReturnType<typeof signedInBrowser>>;

let world: ReturnType<typeof serveWorld>;
let lender: Browser;
let borrower: Browser;
beforeEach(async () => {
  world = serveWorld();
  [lender, borrower] = [await signedInBrowser(), await signedInBrowser()];
  const body = { lender: lender.wallet, scope: "metrics", purpose: "Loan", expiresAt: "2026-12-20T12:00:00Z" };
  await borrower.visit(shares.POST, { method: "POST", path: "/api/shares", body });
});

const files = [
  ["a shared score", shared, () => `/lender/${borrower.wallet}/export.csv`],
  ["the own money trail", trail, () => "/dashboard/money-trail/export.csv"],
  ["the own rows", rows, () => "/dashboard/rows/export.csv?figure=net"],
] as const;

type Route = Pick<typeof shared, "GET" | "HEAD">;

function ask(
  route: Route,
  path: string,
  { method = "GET", headers = {}, browser = lender }: Asked = {},
): Promise<Response> {
  return browser.visit(route[method], { method, path, headers, params: { wallet: borrower.wallet } });
}

interface Asked {
  readonly method?: "GET" | "HEAD";
  readonly headers?: Readonly<Record<string, string>>;
  readonly browser?: Pick<Browser, "visit">;
}

async function lookCount(): Promise<number> {
  const { entries } = await (await borrower.visit(accessLog.GET, { path: "/api/access-log" })).json();
  return entries.length;
}

const unasked = [
  ["another site", { "sec-fetch-site": "cross-site" }],
  ["a prefetch", { "sec-purpose": "prefetch" }],
] as const;

describe.each(files)("a CSV file of %s", (_, route, path) => {
  it.each([
    ["the own page", { "sec-fetch-site": "same-origin" }],
    ["the address bar", { "sec-fetch-site": "none" }],
    ["a program", {}],
  ])("is sent to %s, and kept by no cache", async (_, headers) => {
    const response = await ask(route, path(), { headers });

    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="lendfriend-.+\.csv"$/);
    expect(await response.text()).toMatch(/^[a-z_,]+\r\n/);
  });

  it.each(unasked)("is refused to %s", async (_, headers) => {
    expect((await ask(route, path(), { headers })).status).toBe(403);
    expect(await lookCount()).toBe(0);
  });

  it("is refused to HEAD", async () => {
    expect((await ask(route, path(), { method: "HEAD" })).status).toBe(405);
    expect(await lookCount()).toBe(0);
  });

  it("needs a session", async () => {
    expect((await ask(route, path(), { browser: createBrowser() })).status).toBe(401);
  });

  it("tells 429 and 503 apart, with the request id", async () => {
    const refuseWith = (error: AppError) => {
      const refuse = () => Promise.reject(error);
      Object.assign(world.ports.shares, { readSharedScore: refuse });
      Object.assign(world.ports.tieOuts, { findTieOut: refuse });
      Object.assign(world.ports.figureRows, { findRows: refuse });
    };
    for (const [code, status] of [["rate_limited", 429] as const, ["unavailable", 503] as const]) {
      refuseWith(new AppError(code, "Not now.", { retryAfterSeconds: 60 }));

      const response = await ask(route, path());

      expect([response.status, response.headers.get("retry-after")]).toEqual([status, "60"]);
      const { error } = await response.json();
      expect(error).toEqual({ code, message: "Not now.", requestId: response.headers.get("x-request-id") });
    }
  });
});

it("a CSV file of a borrower who shares nothing is 404", async () => {
  expect((await ask(shared, "/lender/0x0/export.csv", { browser: borrower })).status).toBe(404);
});

describe("a CSV file of a shared score with a money trail of many pages", () => {
  function shareTrailOf(pageCount: number): number[] {
    const read: number[] = [];
    world.ports.tieOuts.readSharedTieOut = async (_lender, _borrower, { page, pageSize }) => {
      read.push(page);
      const flags = Array.from({ length: page < pageCount ? pageSize : 1 }, () => sampleFlag);
      const facts = { status: "available", untied: [], counts: [], oldDelivered: [] } as const;
      const asOf = "2026-11-20T00:00:00Z";
      return { tieOut: { ...facts, asOf, snapshotHash: "hash", page, pageSize, flagCount: 2_001, flags } };
    };
    return read;
  }

  it("holds them all for a lender who stays signed in", async () => {
    const read = shareTrailOf(3);

    const text = await (await ask(shared, `/lender/${borrower.wallet}/export.csv`)).text();

    expect(text.match(/money_trail_flag/g)).toHaveLength(2_001);
    expect(read).toEqual([1, 2, 3]);
  });

  it("is broken off before its next page once the lender's session has ended", async () => {
    const read = shareTrailOf(3);
    const response = await ask(shared, `/lender/${borrower.wallet}/export.csv`);

    await lender.visit(logout.POST, { method: "POST", path: "/api/auth/logout" });

    await expect(response.text()).rejects.toThrow("The session ended while the file was read.");
    expect(read).toEqual([1]);
  });
});

describe.each([
  ["borrowers", borrowers],
  ["a shared score", score],
  ["a shared tie-out", tieOut],
])("GET of %s, which is a look", (_, route) => {
  it.each(unasked)("is refused to %s", async (_, headers) => {
    expect((await ask(route, "/api/borrowers", { headers })).status).toBe(403);
    expect(await lookCount()).toBe(0);
  });
});
