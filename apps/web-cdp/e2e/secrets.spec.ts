import { buyerMarker, demoApp } from "@lendfriend/tiktokshop-sandbox";
import { expect, test } from "@playwright/test";
import type { Caller } from "./api.ts";
import { ask, tables, tablesHolding } from "./database.ts";
import { logs } from "./logs.ts";
import { people } from "./places.ts";

const { somebody, disconnectAll } = people();

test.afterEach(disconnectAll);

/** What must be nowhere: buyers' data, the app's secret. Platform tokens and ciphers begin with their data region. */
const forbidden = [buyerMarker, demoApp.appSecret];
const platformHandle = /\b(TTP|GCP|ROW)_\w{8,}/;

async function imported(): Promise<Caller> {
  const caller = await somebody();
  await caller.connect("steady-seller");
  expect(await caller.settled()).toMatchObject([{ status: "active" }]);
  return caller;
}

test("no answer, page or log of ours carries a token, a secret or a buyer", async () => {
  const caller = await imported();
  const [connection] = await caller.settled();
  const paths = [
    "/api/connections",
    `/api/connections/${connection?.id}`,
    "/api/score",
    "/api/score/live",
    "/api/score/history",
    "/api/score/next-tier",
    "/api/score/changes",
    "/api/score/insights",
    "/api/score/tie-out",
    "/api/score/rows?figure=net",
    "/dashboard/rows?figure=net",
    "/dashboard/rows/export.csv?figure=net",
    "/api/shares",
    "/api/access-log",
    "/api/borrowers",
    "/api/health",
    "/dashboard",
    "/lender",
    "/dashboard?tiktokshop_error=unexpected",
  ];

  const answers = await Promise.all(paths.map(async (path) => (await caller.request(path)).text()));
  const ours = logs().filter(({ name }) => name.endsWith(".log") && !name.startsWith("sandbox"));
  const texts = [...answers, ...ours.map(({ text }) => text)];

  expect(ours.length).toBeGreaterThan(1);
  for (const text of texts) {
    for (const word of forbidden) expect(text).not.toContain(word);
    expect(text).not.toMatch(platformHandle);
  }
});

test("no row of any table carries a buyer or the app's secret, and platform tokens are sealed", async () => {
  await imported();
  const tokens = await ask<{ token: string }>(
    `select access_token as token from public.business_connections where access_token is not null
     union all select token from app_private.refresh_tokens where token is not null`,
  );

  expect((await tables()).length).toBeGreaterThan(20);
  expect(await tablesHolding(...forbidden)).toEqual([]);
  expect(tokens.length).toBeGreaterThan(1);
  for (const { token } of tokens) expect(token).toMatch(/^v1\./);
});
