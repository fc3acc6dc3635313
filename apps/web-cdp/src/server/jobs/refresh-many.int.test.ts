import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newPlatformId } from "../../../../../supabase/tests/harness.ts";
import { queues, startQueue } from "./queue.ts";
import { queueRefreshesAhead } from "./refresh-ahead.ts";
import { startWorker } from "./start-worker.ts";
import { connectSeller, type ImportBench, openBench } from "./testing/import-bench.ts";
import { createScriptedPlatform } from "./testing/scripted-platform.ts";

const connections = 1_000;

let bench: ImportBench;

beforeAll(async () => {
  bench = await openBench();
  for (let nth = 0; nth < connections; nth += 50) {
    await Promise.all(Array.from({ length: 50 }, () => connectSeller(bench, [newPlatformId()])));
  }
  await bench.pool.query(
    `update public.sync_runs set state = 'done', finished_at = now();
     update public.business_connections set status = 'active', last_synced_at = now(),
       access_token_expires_at = now() + interval '20 minutes' + random() * interval '1 minute';
     alter table app_private.refresh_tokens disable trigger refresh_tokens_touch;
     update app_private.refresh_tokens set updated_at = now() - interval '7 days';
     alter table app_private.refresh_tokens enable trigger refresh_tokens_touch;`,
  );
}, 120_000);
afterAll(() => bench.close());

describe(`${connections} tokens that end in the same minute (D14)`, () => {
  it("are queued once each, and spread over four minutes", async () => {
    const boss = await startQueue({ databaseUrl: bench.database.url, log: bench.log });
    await queueRefreshesAhead({ ...bench, boss });
    await queueRefreshesAhead({ ...bench, boss });
    await boss.stop({ graceful: false });

    const { rows } = await bench.pool.query<{ second: number; jobs: number }>(
      `select floor(extract(epoch from start_after - min(start_after) over ()))::int as second, count(*)::int as jobs
       from pgboss.job where name = $1 group by start_after order by 1`,
      [queues.tokenRefresh],
    );
    const perSecond = new Map<number, number>();
    for (const { second, jobs } of rows) perSecond.set(second, (perSecond.get(second) ?? 0) + jobs);
    expect([...perSecond.values()].reduce((sum, jobs) => sum + jobs, 0)).toBe(connections);
    expect(Math.max(...perSecond.keys())).toBeLessThanOrEqual(250);
    expect(perSecond.size).toBeGreaterThan(200);
    expect(Math.max(...perSecond.values())).toBeLessThanOrEqual(20);
  }, 60_000);

  it("are all fresh long before they end, each by one call, once their time has come", async () => {
    await bench.pool.query("update pgboss.job set start_after = now() where name = $1", [queues.tokenRefresh]);
    const platform = createScriptedPlatform([], {});
    const worker = await startWorker({
      databaseUrl: bench.database.url,
      connectors: new Map([["tiktokshop", platform]]),
      vault: bench.vault,
      log: bench.log,
      ratesUrl: null,
      webhookAddress: null,
    });

    await expect.poll(() => platform.refreshes(), { timeout: 60_000, interval: 250 }).toBe(connections);
    await worker.stop();

    const { rows } = await bench.pool.query(
      `select count(*)::int as fresh from public.business_connections
       where access_token_expires_at > now() + interval '1 day' and token_version = 2 and status = 'active'`,
    );
    expect(rows).toEqual([{ fresh: connections }]);
    expect(platform.refreshes()).toBe(connections);
  }, 90_000);
});
