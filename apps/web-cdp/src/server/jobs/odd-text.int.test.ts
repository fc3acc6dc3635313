import { createTikTokShopConnector } from "@lendfriend/tiktokshop-client";
import { type Sandbox, startSandbox } from "@lendfriend/tiktokshop-sandbox";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connectPersona } from "./testing/connect-persona.ts";
import { type ImportBench, openBench, readRun, runToEnd, syncDeps } from "./testing/import-bench.ts";

let bench: ImportBench;
let sandbox: Sandbox;

beforeAll(async () => {
  bench = await openBench();
  sandbox = await startSandbox();
});
afterAll(async () => {
  await sandbox.close();
  await bench.close();
});

it("a title with half a surrogate pair is imported, and nothing else of its page is lost (G07)", async () => {
  const whole = await imported((body) => body);
  expect(whole.titles.length).toBeGreaterThan(2);

  const { titles, run } = await imported((body) => body.replace(/"title":"[^"]*"/, '"title":"Cup \\ud83d"'));

  expect(run).toMatchObject({ state: "done", provisional_reasons: [] });
  expect(titles).toHaveLength(whole.titles.length);
  expect(titles).toContain("Cup \ufffd");
});

it("a shop with half a surrogate pair in its name is connected (G07)", async () => {
  const { shop } = await imported((body) => body.replace(/"name":"[^"]*"/, '"name":"Corner \\udc00"'));

  expect(shop).toBe("Corner \ufffd");
});

/** Connects and imports a shop whose answers are changed on their way, as text. */
async function imported(change: (body: string) => string) {
  const { appKey, appSecret, serviceId } = sandbox.app;
  const connector = createTikTokShopConnector({
    appKey,
    appSecret,
    serviceId,
    apiUrl: sandbox.url,
    authUrl: sandbox.url,
    async fetch(url, init) {
      const answer = await fetch(url, init);
      return new Response(change(await answer.text()), answer);
    },
  });
  sandbox.control.reset();
  const { connectionId, runId } = await connectPersona(bench, sandbox, connector, "growing-seller");
  await runToEnd(syncDeps(bench, connector), runId);
  const run = await readRun(bench.pool, runId);
  const products = await bench.pool.query<{ title: string }>(
    `select title from public.products where connection_id = $1`,
    [connectionId],
  );
  const shops = await bench.pool.query<{ name: string }>(`select name from public.shops where connection_id = $1`, [
    connectionId,
  ]);
  // Lets the next one connect the same shop.
  await bench.pool.query(`delete from public.business_connections where id = $1`, [connectionId]);
  return { run, titles: products.rows.map(({ title }) => title), shop: shops.rows[0]?.name };
}
