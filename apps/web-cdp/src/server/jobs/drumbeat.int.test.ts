import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Sandbox, startSandbox } from "@lendfriend/tiktokshop-sandbox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createVault } from "#server/crypto/vault.ts";
import { createLog } from "#server/log.ts";
import { createPool } from "#server/stores/pg/pool.ts";
import { crashPostgres, ensurePostgres } from "../../../../../scripts/stack/postgres.ts";
import { lockDataDir } from "../../../../../scripts/stack/run-lock.ts";
import { type Stack, startStack } from "../../../../../scripts/stack/stack.ts";
import { type TemporaryData, temporaryData } from "../../../../../scripts/stack/temporary-data.ts";
import { connectPersona, sandboxConnector } from "./testing/connect-persona.ts";
import { faults, paths, randomFrom, wholeImport } from "./testing/disturbed-import.ts";
import { type BenchAccount, type ImportBench, openBench } from "./testing/import-bench.ts";
import { startImportProcess } from "./testing/import-process.ts";
import { startWorkerProcess, type WorkerProcess } from "./testing/worker-process.ts";

/** The long form sets DRUMBEAT_SHOPS=20, DRUMBEAT_ORDERS=2000 and DRUMBEAT_SECONDS=200. */
const shops = Number(process.env.DRUMBEAT_SHOPS ?? 4);
const orders = Number(process.env.DRUMBEAT_ORDERS ?? 900);
const seconds = Number(process.env.DRUMBEAT_SECONDS ?? 14);
const seed = Number(process.env.FAULT_SEED ?? 20_261_125);
const workers = 2;
const faultEveryMs = 1_000;

/** The platform stands still, so that nothing changes while it is read; as far ahead as a request may be late there. */
const frozenMs = Date.now() + 280_000;
const asOf = Math.floor(frozenMs / 1000);
const personas = Array.from({ length: shops }, (_, shop) => `bulk:${orders}:${shop}`);

let sandbox: Sandbox;
let calm: ImportBench;
let data: TemporaryData;
let stack: Stack;
let beaten: ImportBench;

beforeAll(async () => {
  sandbox = await startSandbox({ now: () => frozenMs });
  calm = await openBench();
  data = await temporaryData("int");
  stack = await startStack({ dataDir: data.dataDir });
  lockDataDir(data.dataDir).record(stack.children);
  beaten = benchOn(stack.databaseUrl);
}, 120_000);
afterAll(async () => {
  await beaten.close();
  await stack.stop();
  data.remove();
  await calm.close();
  await sandbox.close();
});

describe("imports of several shops", () => {
  it(
    `end as if undisturbed while PostgreSQL crashes, workers are killed and the platform stumbles (${seconds} s)`,
    async () => {
      const expected = await Promise.all(personas.map(undisturbed));
      const accounts = await Promise.all(personas.map((persona) => connected(beaten, persona)));
      const random = randomFrom(seed);
      const crew = await Promise.all(Array.from({ length: workers }, () => startWorkerProcess(beaten, sandbox)));

      const beats = await drum(crew, random);
      await finished(accounts);
      await Promise.all(crew.map((worker) => worker.kill("SIGTERM")));

      expect(beats.crashes).toBeGreaterThan(0);
      expect(beats.kills).toBeGreaterThan(0);
      const found = await Promise.all(accounts.map((account) => wholeImport(beaten, account)));
      for (const [shop, whole] of found.entries()) expect(whole === expected[shop], personas[shop]).toBe(true);
    },
    (seconds + 240) * 1_000,
  );
});

/** Crashes the database and kills a worker in turns, at drawn moments, while the platform stumbles, for as long as asked. */
async function drum(crew: WorkerProcess[], random: () => number) {
  const beats = { crashes: 0, kills: 0 };
  const end = Date.now() + seconds * 1_000;
  const stumbling = setInterval(() => {
    const fault = faults[Math.floor(random() * faults.length)];
    const path = paths[Math.floor(random() * paths.length)] ?? "/order/";
    if (fault) sandbox.control.addFault({ ...fault, path, times: 1 });
  }, faultEveryMs);
  try {
    while (Date.now() < end) {
      await sleep(1_500 + random() * 4_000);
      if (beats.crashes <= beats.kills) {
        await crashPostgres(data.dataDir);
        await sleep(random() * 2_000);
        await revive();
        beats.crashes += 1;
      } else {
        const struck = Math.floor(random() * crew.length);
        await crew[struck]?.kill("SIGKILL");
        crew[struck] = await startWorkerProcess(beaten, sandbox);
        beats.kills += 1;
      }
    }
  } finally {
    clearInterval(stumbling);
    sandbox.control.clearFaults();
  }
  return beats;
}

async function revive(): Promise<void> {
  await ensurePostgres({
    dataDir: data.dataDir,
    password: stack.secrets.databasePassword,
    choosePort: async () => Number(new URL(stack.databaseUrl).port),
    durable: true,
    say: () => undefined,
  });
}

async function finished(accounts: readonly BenchAccount[]): Promise<void> {
  const runIds = accounts.map(({ runId }) => runId);
  for (let look = 0; look < 1_500; look += 1) {
    const { rows } = await beaten.pool.query<{ state: string; provisional: boolean; error_code: string | null }>(
      `select state, error_code, attempts, provisional_reasons <> '[]'::jsonb as provisional from public.sync_runs where id = any ($1::uuid[])`,
      [runIds],
    );
    const gaveUp = rows.filter((row) => row.state === "failed" || row.state === "cancelled" || row.provisional);
    expect(gaveUp, "imports that gave up or left a doubt").toEqual([]);
    if (rows.every(({ state }) => state === "done")) return;
    await sleep(100);
  }
  throw new Error("the imports did not end");
}

async function undisturbed(persona: string): Promise<string> {
  const account = await connected(calm, persona);
  const child = startImportProcess(calm, sandbox, account.runId, frozenMs);
  expect(await child.ended, child.output()).toBe(0);
  return wholeImport(calm, account);
}

/** Both imports cover the same seconds: rows at an edge are in both or in neither. */
async function connected(bench: ImportBench, persona: string): Promise<BenchAccount> {
  const account = await connectPersona(bench, sandbox, sandboxConnector(sandbox), persona);
  await bench.pool.query(`update public.sync_runs set window_from = $2, window_to = $3 where id = $1`, [
    account.runId,
    asOf - 90 * 86_400,
    asOf,
  ]);
  return account;
}

function benchOn(databaseUrl: string): ImportBench {
  const pool = createPool({ databaseUrl, applicationName: "drumbeat", max: 10 });
  pool.on("error", () => undefined);
  const key = randomBytes(32);
  return {
    database: { url: databaseUrl, drop: async () => undefined },
    pool,
    vault: createVault([{ kid: "k1", key: new Uint8Array(key) }]),
    tokenEncryptionKeys: `k1:${key.toString("base64")}`,
    log: createLog("silent"),
    close: () => pool.end(),
  };
}
