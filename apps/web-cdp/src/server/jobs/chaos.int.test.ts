import { setTimeout as sleep } from "node:timers/promises";
import { createTikTokShopConnector } from "@lendfriend/tiktokshop-client";
import { type Sandbox, startSandbox } from "@lendfriend/tiktokshop-sandbox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scoreWallet } from "./score-wallet.ts";
import type { SyncDeps } from "./sync-job.ts";
import { SyncRetry, syncRun } from "./sync-run.ts";
import { connectForWindow } from "./testing/connect-persona.ts";
import { faults, paths, wholeImport } from "./testing/disturbed-import.ts";
import { type BenchAccount, type ImportBench, openBench, readRun, syncDeps, syncJob } from "./testing/import-bench.ts";
import { startImportProcess } from "./testing/import-process.ts";
import { randomFrom } from "./testing/random-from.ts";
import { tell } from "./testing/tally.ts";

/** How often each property is tried; the long form sets FAULT_RUNS=200. */
const asked = Number(process.env.FAULT_RUNS ?? 0);
const killRuns = asked || 4;
const faultRuns = asked || 13;
const seed = Number(process.env.CHAOS_SEED ?? 20_261_123);
const perRunMs = 30_000;

/** Long enough that its orders are read in several windows. */
const persona = "bulk:2600";
/** Nothing moves while the same import is repeated: neither the platform's clock nor the window's end. */
const frozenMs = Date.now();
const asOf = Math.floor(frozenMs / 1000);

let bench: ImportBench;
let sandbox: Sandbox;
let undisturbed: string;

beforeAll(async () => {
  bench = await openBench();
  sandbox = await startSandbox({ now: () => frozenMs });
  const account = await connected();
  await runInProcess(account);
  undisturbed = await wholeImport(bench, account);
});
afterAll(async () => {
  await sandbox.close();
  await bench.close();
});

describe("an import ends with the same rows and the same score, byte for byte", () => {
  it(
    `when its process is killed at a random moment (${killRuns} imports)`,
    async () => {
      const random = randomFrom(seed);
      let kills = 0;
      // An import that ends before it is hit is not one of the kills: a faster machine is struck sooner.
      let latestMs = 1_800;
      for (let run = 0; kills < killRuns && run < killRuns * 6; run++) {
        const account = await connected();
        const doomed = startImportProcess(bench, sandbox, account.runId, frozenMs);
        await doomed.started;
        await sleep(random() * latestMs);
        doomed.kill();
        if ((await doomed.ended) === null) kills += 1;
        else latestMs *= 0.7;
        const successor = startImportProcess(bench, sandbox, account.runId, frozenMs);
        expect(await successor.ended, successor.output()).toBe(0);
        expect((await wholeImport(bench, account)) === undisturbed, `import ${run} of seed ${seed}`).toBe(true);
      }
      tell({ scenario: "killed imports", struck: { "import killed": kills }, found: { differing: 0 } });
      expect(kills).toBe(killRuns);
    },
    killRuns * perRunMs,
  );

  it(
    `when the platform stumbles in every way that is known of it (${faultRuns} imports)`,
    async () => {
      const random = randomFrom(seed + 1);
      let struck = 0;
      for (let run = 0; run < faultRuns; run++) {
        const account = await connected();
        const drawn = [faults[run % faults.length], faults[Math.floor(random() * faults.length)]];
        for (const fault of drawn) {
          const path = paths[Math.floor(random() * paths.length)] ?? "/order/";
          if (fault)
            sandbox.control.addFault({
              ...fault,
              path,
              after: Math.floor(random() * 12),
              times: 1 + Math.floor(random() * 2),
            });
        }
        const facts = `import ${run} of seed ${seed}: ${JSON.stringify(drawn)}`;
        await runInProcess(account);
        struck += sandbox.control.faults().reduce((sum, standing) => sum + standing.struck, 0);
        sandbox.control.clearFaults();
        expect(await readRun(bench.pool, account.runId), facts).toMatchObject({
          state: "done",
          provisional_reasons: [],
        });
        expect((await wholeImport(bench, account)) === undisturbed, facts).toBe(true);
      }
      tell({
        scenario: "imports from a stumbling platform",
        struck: { "platform fault": struck },
        found: { differing: 0 },
      });
      expect(struck).toBeGreaterThan(faultRuns);
    },
    faultRuns * perRunMs,
  );
});

async function connected(): Promise<BenchAccount> {
  await bench.pool.query(`delete from public.business_connections`);
  await bench.pool.query(`delete from public.score_snapshots`).catch(() => undefined);
  return connectForWindow(bench, sandbox, { connector: patientConnector(), persona, asOf });
}

function patientConnector() {
  const { appKey, appSecret, serviceId } = sandbox.app;
  return createTikTokShopConnector({
    appKey,
    appSecret,
    serviceId,
    apiUrl: sandbox.url,
    authUrl: sandbox.url,
    timeoutMs: 1_500,
    retry: { maxTries: 3, baseDelayMs: 10, maxDelayMs: 50 },
    now: () => frozenMs,
  });
}

/** As the queue would: a job that asks to be tried again is, and one that is to wait comes back at once. */
async function runInProcess(account: BenchAccount): Promise<void> {
  const base = syncDeps(bench, patientConnector());
  const deps: SyncDeps = { ...base, score: (run, connection) => scoreWallet(base, run, connection) };
  for (let retries = 0, deferrals = 0; ; ) {
    try {
      const end = await syncRun(deps, syncJob(account.runId, { retries, deferrals }));
      if (end.end === "over") return;
      deferrals = end.deferrals;
    } catch (error) {
      if (!(error instanceof SyncRetry) || retries >= 8) throw error;
      retries += 1;
    }
  }
}
