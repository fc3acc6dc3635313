import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import type { PgBoss } from "pg-boss";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startListener } from "#server/stores/pg/listener.ts";
import { inTransaction } from "#server/stores/pg/pool.ts";
import { mostRetentionSeconds } from "#server/stores/pg/retention.ts";
import { listRunsToDispatch, requestRefresh } from "#server/stores/pg/runs.ts";
import { newPlatformId } from "../../../../../supabase/tests/harness.ts";
import { createFreshTokens } from "./fresh-token.ts";
import { requiredRetries } from "./judge-failure.ts";
import { queues, sendSyncRun, startQueue } from "./queue.ts";
import { queueRefreshesAhead, refreshAhead } from "./refresh-ahead.ts";
import { loadSeedRates, refreshRates } from "./refresh-rates.ts";
import { abandonRun } from "./sync-run.ts";
import { connectSeller, type ImportBench, openBench, readRun } from "./testing/import-bench.ts";
import { createScriptedPlatform } from "./testing/scripted-platform.ts";
import { goodLine, openSlowLine } from "./testing/slow-line.ts";

let bench: ImportBench;
let boss: PgBoss;

beforeAll(async () => {
  bench = await openBench();
  boss = await startQueue({ databaseUrl: bench.database.url, log: bench.log });
});
afterAll(async () => {
  await boss.stop({ graceful: false });
  await bench.close();
});

it("gives the nightly removal the time of all its rules, also in a queue that an earlier version made", async () => {
  await boss.updateQueue(queues.purge, { expireInSeconds: 600 });
  const again = await startQueue({ databaseUrl: bench.database.url, log: bench.log });

  const queue = await again.getQueue(queues.purge);
  await again.stop({ graceful: false });

  expect(queue?.expireInSeconds).toBeGreaterThan(mostRetentionSeconds);
  expect(queue?.heartbeatSeconds).toBe(60);
});

it("finds a new line to the database in time when one falls silent", async () => {
  const database = new URL(bench.database.url);
  const line = await openSlowLine(Number(database.port));
  database.port = String(line.port);
  const distant = await startQueue({ databaseUrl: database.href, log: bench.log, answerMs: 1_000 });

  line.setMood({ latencyMs: 20_000, bytesPerSecond: null });
  const began = performance.now();
  const unanswered = await distant.getQueue(queues.purge).catch((error: unknown) => error);
  const waitedMs = performance.now() - began;
  line.setMood(goodLine);

  expect(unanswered).toMatchObject({ message: "Query read timeout" });
  expect(waitedMs).toBeLessThan(5_000);
  expect(await distant.getQueue(queues.purge)).toMatchObject({ name: queues.purge });
  await distant.stop({ graceful: false });
  await line.close();
}, 60_000);

describe("the queue of runs", () => {
  it("holds a waiting run once, however often it is found", async () => {
    const { runId } = await connectSeller(bench, [newPlatformId()]);

    expect(await listRunsToDispatch(bench.pool)).toContain(runId);
    for (let look = 0; look < 3; look++) await sendSyncRun(boss, { runId, deferrals: 0 });

    expect(await jobsOf(queues.syncRun, runId)).toBe(1);
  });

  it("lets a webhook's run wait until ten seconds after the last one, and a person's run not at all", async () => {
    const account = await connectSeller(bench, [newPlatformId()]);
    await bench.pool.query(`update public.sync_runs set state = 'done', finished_at = now() where id = $1`, [
      account.runId,
    ]);
    const runId = await inTransaction(bench.pool, (tx) => requestRefresh(tx, account.connectionId, "webhook"));

    expect(await listRunsToDispatch(bench.pool)).not.toContain(runId);

    await bench.pool.query(`update public.sync_runs set requested_by = 'borrower' where id = $1`, [runId]);
    expect(await listRunsToDispatch(bench.pool)).toContain(runId);
    await bench.pool.query(
      `update public.sync_runs set requested_by = case when state = 'queued' then 'webhook' else requested_by end,
         finished_at = finished_at - interval '11 seconds' where connection_id = $1`,
      [account.connectionId],
    );
    expect(await listRunsToDispatch(bench.pool)).toContain(runId);
  });

  it("finds a running run again that no job carries, and leaves one alone that a job does", async () => {
    const lost = await connectSeller(bench, [newPlatformId()]);
    const carried = await connectSeller(bench, [newPlatformId()]);
    await bench.pool.query(
      `update public.sync_runs set state = 'running', started_at = now() - interval '5 minutes' where id = any ($1::uuid[])`,
      [[lost.runId, carried.runId]],
    );
    await sendSyncRun(boss, { runId: carried.runId, deferrals: 0 });

    const found = await listRunsToDispatch(bench.pool);

    expect(found).toContain(lost.runId);
    expect(found).not.toContain(carried.runId);
  });

  it("ends a run with a clear error when all tries of its job were cut short", async () => {
    const { runId } = await connectSeller(bench, [newPlatformId()]);
    await taken(runId, requiredRetries + 1);

    await abandonRun(bench, runId);

    expect(await readRun(bench.pool, runId)).toMatchObject({
      state: "failed",
      error_code: "interrupted",
      status: "error",
    });
  });

  it("does not end a run that another job carries on, or whose tries are not used up", async () => {
    const carried = await connectSeller(bench, [newPlatformId()]);
    await taken(carried.runId, requiredRetries + 1);
    await sendSyncRun(boss, { runId: carried.runId, deferrals: 0 });
    const early = await connectSeller(bench, [newPlatformId()]);
    await taken(early.runId, 3);

    await abandonRun(bench, carried.runId);
    await abandonRun(bench, early.runId);

    expect(await readRun(bench.pool, carried.runId)).toMatchObject({ state: "running" });
    expect(await readRun(bench.pool, early.runId)).toMatchObject({ state: "running" });
    const toDispatch = await listRunsToDispatch(bench.pool);
    expect(toDispatch).toContain(early.runId);
    expect(toDispatch).not.toContain(carried.runId);
  });
});

describe("a token that ends soon", () => {
  it("is refreshed before an import needs it, spread out, and only once", async () => {
    const { connectionId } = await connectSeller(bench, [newPlatformId()]);
    await bench.pool.query(
      `update public.business_connections set access_token_expires_at = now() + interval '20 minutes' where id = $1`,
      [connectionId],
    );
    await bench.pool.query(
      `alter table app_private.refresh_tokens disable trigger refresh_tokens_touch;
       update app_private.refresh_tokens set updated_at = now() - interval '7 days';
       alter table app_private.refresh_tokens enable trigger refresh_tokens_touch;`,
    );
    const platform = createScriptedPlatform([], {});

    await queueRefreshesAhead({ ...bench, boss }, () => 0.5);
    await queueRefreshesAhead({ ...bench, boss }, () => 0.5);
    expect(await jobsOf(queues.tokenRefresh, connectionId)).toBe(1);

    const deps = {
      ...bench,
      connectors: new Map([["tiktokshop", platform]] as const),
      freshToken: createFreshTokens(bench),
    };
    await refreshAhead(deps, connectionId);
    expect(platform.refreshes()).toBe(1);
  });
});

describe("the listener", () => {
  it("hears what is said after its connection was cut", async () => {
    const heard: string[] = [];
    const listener = startListener({
      databaseUrl: bench.database.url,
      applicationName: "cut-me",
      channels: ["sync_runs"],
      onNotify: (_channel, payload) => heard.push(payload),
      log: bench.log,
    });
    await expect.poll(() => heard).toEqual([""]);

    await bench.pool.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cut-me'`);
    await expect.poll(() => heard, { timeout: 5_000 }).toEqual(["", ""]);
    await bench.pool.query(`select pg_notify('sync_runs', 'after')`);

    await expect.poll(() => heard).toEqual(["", "", "after"]);
    await listener.stop();
  });

  it("hears what is said after its line swallowed everything without breaking", async () => {
    const heard: string[] = [];
    const database = new URL(bench.database.url);
    const line = await openSlowLine(Number(database.port));
    database.port = String(line.port);
    const listener = startListener({
      databaseUrl: database.href,
      applicationName: "silent-line",
      channels: ["sync_runs"],
      onNotify: (_channel, payload) => heard.push(payload),
      log: bench.log,
      patience: { heartbeatMs: 100, answerMs: 500 },
    });
    await expect.poll(() => heard).toEqual([""]);

    line.setMood({ latencyMs: 3_000, bytesPerSecond: null });
    await setTimeout(1_000);
    line.setMood(goodLine);
    await expect.poll(() => heard, { timeout: 10_000 }).toEqual(["", ""]);
    await bench.pool.query(`select pg_notify('sync_runs', 'after')`);

    await expect.poll(() => heard).toEqual(["", "", "after"]);
    await listener.stop();
    await line.close();
  }, 30_000);
});

describe("the rates", () => {
  let server: Server | null = null;
  afterEach(() => server?.close());

  it("are stored day by day, never changed afterwards, and asked for only from the last known day on", async () => {
    const asked: string[] = [];
    let rate = 18_000;
    server = createServer((request, response) => {
      const url = new URL(request.url ?? "", "http://rates");
      asked.push(url.searchParams.get("from") ?? "");
      response.end(JSON.stringify([{ date: url.searchParams.get("to"), base: "USD", quote: "IDR", rate }]));
    });
    const ratesUrl = await addressOf(server);
    const deps = { ...bench, ratesUrl, now: () => Date.UTC(2026, 10, 23) };
    await loadSeedRates(bench);

    await refreshRates(deps);
    rate = 19_000;
    await refreshRates(deps);

    expect(asked).toEqual(["2026-08-15", "2026-11-23"]);
    const { rows } = await bench.pool.query(
      `select rate_date::text as day, trim_scale(units_per_usd)::text as units from public.fx_rates where source <> 'seed'`,
    );
    expect(rows).toEqual([{ day: "2026-11-23", units: "18000" }]);
  });

  it("stay as they are without a network, and the worker goes on", async () => {
    const deps = { ...bench, ratesUrl: "http://127.0.0.1:9/v2/rates", now: Date.now };

    await expect(refreshRates(deps)).resolves.toBeUndefined();
  });
});

/** As a run stands whose job was taken that often, the last time longer ago than a lost job is looked for. */
async function taken(runId: string, attempts: number): Promise<void> {
  await bench.pool.query(
    `update public.sync_runs set state = 'running', attempts = $2, started_at = now() - interval '2 minutes',
       window_from = 0, window_to = 1 where id = $1`,
    [runId, attempts],
  );
}

async function jobsOf(queue: string, key: string): Promise<number> {
  return (await boss.findJobs(queue, { key })).length;
}

async function addressOf(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address of this kind.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2/rates`;
}
