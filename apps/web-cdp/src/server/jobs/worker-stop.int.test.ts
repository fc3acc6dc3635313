import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from "vitest";
import { newPlatformId } from "../../../../../supabase/tests/harness.ts";
import { queues, startQueue } from "./queue.ts";
import { queueRefreshesAhead } from "./refresh-ahead.ts";
import { startWorker, type Worker } from "./start-worker.ts";
import { connectSeller, type ImportBench, openBench } from "./testing/import-bench.ts";
import { createScriptedPlatform, type ScriptedPlatform } from "./testing/scripted-platform.ts";

let bench: ImportBench;

beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());
beforeEach(() => bench.pool.query("delete from public.business_connections"));

it("a worker that is to stop stores what the platform answers a refresh before it ends", async () => {
  await connectionsWhoseTokensEnd(1);
  await queueRefreshes();
  const platform = createScriptedPlatform([], {});
  const asked = Promise.withResolvers<void>();
  platform.onRefresh = async () => {
    asked.resolve();
    // Longer than jobs at hand may go on.
    await sleep(3_000);
  };
  const worker = await start(platform, 1_000);
  await asked.promise;

  await worker.stop();

  expect(await versions()).toEqual([2]);
}, 30_000);

it("a worker that is to stop begins no refresh of those it took, and the next look queues them again", async () => {
  await connectionsWhoseTokensEnd(8);
  await queueRefreshes();
  const platform = createScriptedPlatform([], {});
  const asked = Promise.withResolvers<void>();
  platform.onRefresh = async () => {
    asked.resolve();
    await sleep(500);
  };
  const worker = await start(platform);
  await asked.promise;

  await worker.stop();

  // Two looks go on side by side.
  expect(platform.refreshes()).toBeLessThanOrEqual(2);
  expect((await versions()).filter((version) => version === 2)).toHaveLength(platform.refreshes());
  await queueRefreshes();
  const { rows } = await bench.pool.query(
    `select count(*)::int as jobs from pgboss.job where name = $1 and state = 'created'`,
    [queues.tokenRefresh],
  );
  expect(rows).toEqual([{ jobs: 8 - platform.refreshes() }]);
}, 30_000);

it("a worker that is to stop takes no further job, however long a look goes on", async () => {
  const worker = await start(createScriptedPlatform([], {}));
  const boss = await startQueue({ databaseUrl: bench.database.url, log: bench.log });
  const held = await bench.pool.connect();
  let stopped = Promise.resolve();
  onTestFinished(async () => {
    held.release(true);
    await stopped;
    await boss.stop({ graceful: false });
  });
  await held.query("begin; lock table app_private.rereads in access exclusive mode");
  // By now a look for objects to read again has begun, and waits.
  await sleep(1_500);

  stopped = worker.stop();
  await sleep(500);
  const id = await boss.send(queues.syncRun, { runId: randomUUID(), deferrals: 0 });
  await sleep(2_500);

  expect(await boss.findJobs(queues.syncRun, { id: id ?? "" })).toMatchObject([{ state: "created" }]);
}, 30_000);

async function connectionsWhoseTokensEnd(count: number): Promise<void> {
  for (let nth = 0; nth < count; nth += 1) await connectSeller(bench, [newPlatformId()]);
  await bench.pool.query(
    `update public.sync_runs set state = 'done', finished_at = now();
     update public.business_connections set status = 'active', last_synced_at = now(),
       access_token_expires_at = now() + interval '20 minutes';
     alter table app_private.refresh_tokens disable trigger refresh_tokens_touch;
     update app_private.refresh_tokens set updated_at = now() - interval '7 days';
     alter table app_private.refresh_tokens enable trigger refresh_tokens_touch;`,
  );
}

async function queueRefreshes(): Promise<void> {
  const boss = await startQueue({ databaseUrl: bench.database.url, log: bench.log });
  await queueRefreshesAhead({ ...bench, boss }, () => 0);
  await boss.stop({ graceful: false });
}

function start(platform: ScriptedPlatform, handOverMs?: number): Promise<Worker> {
  return startWorker({
    databaseUrl: bench.database.url,
    connectors: new Map([["tiktokshop", platform]]),
    vault: bench.vault,
    log: bench.log,
    ratesUrl: null,
    webhookAddress: null,
    ...(handOverMs === undefined ? {} : { handOverMs }),
  });
}

async function versions(): Promise<readonly number[]> {
  const { rows } = await bench.pool.query<{ version: number }>(
    "select token_version as version from public.business_connections order by 1",
  );
  return rows.map(({ version }) => version);
}
