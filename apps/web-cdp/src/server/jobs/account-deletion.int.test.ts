import { setTimeout as sleep } from "node:timers/promises";
import { type Sandbox, startSandbox } from "@lendfriend/tiktokshop-sandbox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, callForObject } from "../../../../../supabase/tests/harness.ts";
import { tablesHolding } from "../../../../../supabase/tests/tables-holding.ts";
import { connectPersona, sandboxConnector } from "./testing/connect-persona.ts";
import { type BenchAccount, type ImportBench, openBench } from "./testing/import-bench.ts";
import { randomFrom } from "./testing/random-from.ts";
import { tell } from "./testing/tally.ts";
import { startWorkerProcess, type WorkerProcess } from "./testing/worker-process.ts";

/** The long form sets DELETIONS=200. */
const deletions = Number(process.env.DELETIONS ?? 8);
const seed = Number(process.env.CHAOS_SEED ?? 20_261_129);
const atOnce = 4;

let bench: ImportBench;
let sandbox: Sandbox;
let worker: WorkerProcess;

beforeAll(async () => {
  bench = await openBench();
  sandbox = await startSandbox();
  sandbox.control.setLatency(15);
  worker = await startWorkerProcess(bench, sandbox);
}, 60_000);
afterAll(async () => {
  await worker.kill("SIGKILL");
  await sandbox.close();
  await bench.close();
});

interface Deletion extends BenchAccount {
  readonly id: string;
  readonly accessEndedMs: number;
}

/** Connects an account, lets it be imported for a drawn moment, and deletes everything in the middle of it. */
async function deleteMidway(nth: number, random: () => number): Promise<Deletion> {
  const account = await connectPersona(bench, sandbox, sandboxConnector(sandbox), `bulk:150:${nth + 1}`);
  await sleep(random() * 1_200);
  const startedAt = performance.now();
  const { deletionId } = await callForObject(bench.pool, "begin_account_deletion", { p_wallet: account.wallet });
  const accessEndedMs = performance.now() - startedAt;
  await call(bench.pool, "mark_account_revoked", { p_deletion_id: deletionId });
  return { ...account, id: String(deletionId), accessEndedMs };
}

async function stateOf(id: string): Promise<unknown> {
  return (await callForObject(bench.pool, "read_account_deletion", { p_deletion_id: id })).state;
}

/** Jobs of the queue that name a run which is gone. */
async function orphanedJobs(): Promise<number> {
  const { rows } = await bench.pool.query<{ jobs: number }>(
    `select count(*)::int as jobs from pgboss.job
     where data ? 'runId' and not exists (select from public.sync_runs where id::text = data ->> 'runId')`,
  );
  return rows[0]?.jobs ?? 0;
}

describe("accounts that are deleted while their imports run", () => {
  it(
    `are erased and never come back (${deletions} deletions; how soon is judged by \`pnpm reliability R12\`) (I02, I03)`,
    async () => {
      const random = randomFrom(seed);
      const waiting = Array.from({ length: deletions }, (_, nth) => nth);
      const done: Deletion[] = [];
      await Promise.all(
        Array.from({ length: atOnce }, async () => {
          for (let nth = waiting.shift(); nth !== undefined; nth = waiting.shift()) {
            const deletion = await deleteMidway(nth, random);
            await expect.poll(() => stateOf(deletion.id), { timeout: 60_000, interval: 100 }).toBe("erased");
            done.push(deletion);
          }
        }),
      );
      // Whatever was in flight has had its time to come back by now.
      await sleep(2_000);
      await expect.poll(orphanedJobs, { timeout: 30_000, interval: 200 }).toBe(0);

      const accessEndedMs = Math.max(...done.map((deletion) => deletion.accessEndedMs));
      const { rows } = await bench.pool.query<{ seconds: number }>(
        `select max(extract(epoch from erased_at - requested_at))::float8 as seconds from app_private.account_deletions`,
      );
      const seconds = rows[0]?.seconds ?? Number.NaN;
      const left: string[] = [];
      for (const { wallet, connectionId, runId, shopIds } of done) {
        for (const trace of [wallet, connectionId, runId, ...shopIds]) {
          const tables = await tablesHolding(bench.pool, trace);
          if (tables.length > 0) left.push(`${trace}: ${tables.join(", ")}`);
        }
      }
      const found = { accessEndedMs, seconds, traces: left.length };
      tell({ scenario: "deleted accounts", struck: { deletions: done.length }, found });
      expect(left).toEqual([]);
      expect(worker.output()).not.toContain("unhandled_rejection");
    },
    60_000 + deletions * 3_000,
  );

  it("are erased also when whoever was to tell the platform died before it could say so (I02)", async () => {
    const account = await connectPersona(bench, sandbox, sandboxConnector(sandbox), "bulk:20:1");
    const { deletionId } = await callForObject(bench.pool, "begin_account_deletion", { p_wallet: account.wallet });

    await expect.poll(() => stateOf(String(deletionId)), { timeout: 30_000, interval: 200 }).toBe("erased");

    expect(await tablesHolding(bench.pool, account.wallet)).toEqual([]);
  }, 40_000);

  it("leave no job that was put into the queue while they were erased (I03)", async () => {
    const account = await connectPersona(bench, sandbox, sandboxConnector(sandbox), "bulk:20:2");
    const { deletionId } = await callForObject(bench.pool, "begin_account_deletion", { p_wallet: account.wallet });
    await call(bench.pool, "mark_account_revoked", { p_deletion_id: deletionId });
    await expect.poll(() => stateOf(String(deletionId)), { timeout: 30_000, interval: 100 }).toBe("erased");

    await bench.pool.query(
      `insert into pgboss.job (name, data, state) values
         ('sync.run', jsonb_build_object('runId', $1::text), 'completed'),
         ('token.refresh', jsonb_build_object('connectionId', $2::text), 'completed')`,
      [account.runId, account.connectionId],
    );

    const left = async () => [
      ...(await tablesHolding(bench.pool, account.runId)),
      ...(await tablesHolding(bench.pool, account.connectionId)),
    ];
    await expect.poll(left, { timeout: 20_000, interval: 200 }).toEqual([]);
  }, 60_000);
});
