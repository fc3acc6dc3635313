import { setTimeout as sleep } from "node:timers/promises";
import { type Sandbox, startSandbox } from "@lendfriend/tiktokshop-sandbox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call } from "../../../../../supabase/tests/harness.ts";
import { tablesHolding } from "../../../../../supabase/tests/tables-holding.ts";
import { signIn } from "../../../e2e/api.ts";
import { beat } from "./testing/beat.ts";
import { connectForWindow, sandboxConnector } from "./testing/connect-persona.ts";
import { type Crew, startCrew } from "./testing/crew.ts";
import { wholeImport } from "./testing/disturbed-import.ts";
import { type DurableBench, openDurableBench } from "./testing/durable-bench.ts";
import { everyTrouble } from "./testing/every-trouble.ts";
import { type BenchAccount, type ImportBench, importHere, openBench } from "./testing/import-bench.ts";
import { judgeStorm } from "./testing/judge-storm.ts";
import { keepReading, readScore } from "./testing/keep-reading.ts";
import { isProduction, productionServer } from "./testing/production-bench.ts";
import { pick, randomFrom } from "./testing/random-from.ts";
import { type Receiver, smallReceiver } from "./testing/receiver-process.ts";
import { openSlowLine, type SlowLine } from "./testing/slow-line.ts";
import { tell } from "./testing/tally.ts";
import { planStorm, sendAll } from "./testing/webhook-storm.ts";
import { startWorkerProcess } from "./testing/worker-process.ts";

/** `pnpm chaos:drumbeat` sets 20 shops of 2,000 orders for ten minutes, and that the production server takes the deliveries. */
const shops = Number(process.env.DRUMBEAT_SHOPS ?? 2);
const orders = Number(process.env.DRUMBEAT_ORDERS ?? 600);
const seconds = Number(process.env.DRUMBEAT_SECONDS ?? 12);
const seed = Number(process.env.CHAOS_SEED ?? 20_261_125);
const deliveriesPerSecond = 20;
const workers = 2;
const diskMegabytes = 1_024;
const databasePauseMs = seconds >= 60 ? ([4_000, 7_000] as const) : ([2_000, 3_500] as const);
const skewsMs = [0, -600_000, 600_000] as const;

/** The platform stands still, so that nothing changes while it is read; as far ahead as a request may be late there. */
const frozenMs = Date.now() + 280_000;
const asOf = Math.floor(frozenMs / 1000);
const personas = Array.from({ length: shops }, (_, shop) => `bulk:${orders}:${shop}`);
const leavingPersonas = [`bulk:${orders}:9001`, `bulk:${orders}:9002`];
const settledPersona = "bulk:300:9003";
const personOnline = "bulk:300:9004";

let sandbox: Sandbox;
let calm: ImportBench;
let beaten: DurableBench;
let platformLine: SlowLine;
let databaseLine: SlowLine;
let receiver: Receiver;
let crew: Crew;

beforeAll(async () => {
  sandbox = await startSandbox({ now: () => frozenMs, rotation: { mode: "grace" } });
  calm = await openBench();
  beaten = await openDurableBench({ diskMegabytes });
  platformLine = await openSlowLine(Number(new URL(sandbox.url).port));
  databaseLine = await openSlowLine(Number(new URL(beaten.database.url).port));
  receiver = isProduction ? await productionServer(beaten, sandbox) : await smallReceiver(throughLine(), sandbox);
}, 300_000);
afterAll(async () => {
  await crew?.stop();
  await receiver.kill();
  await Promise.all([platformLine.close(), databaseLine.close()]);
  await beaten.revive();
  await beaten.close();
  await calm.close();
  await sandbox.close();
});

describe("while the database crashes and its disk fills up, processes are killed, clocks are wrong, lines are slow and the platform stumbles", () => {
  it(
    `imports, deliveries, refreshes, erasures and reads end as if undisturbed (${seconds} s, seed ${seed})`,
    async ({ onTestFinished }) => {
      const over = new AbortController();
      const ends: (() => Promise<unknown>)[] = [];
      onTestFinished(async () => {
        over.abort();
        await Promise.allSettled(ends.map((end) => end()));
      });
      const random = randomFrom(seed);
      const calmly = await inTurn(personas, (persona) => importedBy(calm, persona));
      const expected = await inTurn(calmly, (account) => wholeImport(calm, account));
      const storm = await plannedStorm(calmly[0], random);
      const settled = await importedBy(beaten, settledPersona);
      const settledScore = await readScore(beaten.database.url, settled.wallet);
      expect(settledScore).toContain("snapshotHash");

      const accounts = await inTurn(personas, (persona) => connected(beaten, persona));
      const leaving = await inTurn(leavingPersonas, (persona) => connected(beaten, persona));
      sandbox.control.setLatency(40);
      await receiver.start();
      crew = await startCrew(workers, { start: startSkewedWorker(random), random });
      const readers = [keepReading(() => readScore(throughLine().database.url, settled.wallet), settledScore)];
      ends.push(() => Promise.all(readers.map((reader) => reader.stop())));
      if (isProduction) readers.push(await readerOverHttp());
      const given = { url: receiver.url, perSecond: deliveriesPerSecond, signal: over.signal };
      const sending = sendAll(given, storm.deliveries, () => undefined);
      const erasing = Promise.all(leaving.map((account) => eraseSomewhen(account, random, over.signal)));
      ends.push(
        () => sending,
        () => erasing,
      );

      const breakable = { bench: beaten, sandbox, crew, receiver, platformLine, databaseLine, databasePauseMs, random };
      const struck = await beat(everyTrouble(breakable), { seconds, random });
      const calmAgainAt = performance.now();
      sandbox.control.clearFaults();
      const sent = await sending;
      await erasing;
      await finished(accounts);
      await expect.poll(stillWaiting, { timeout: 240_000, interval: 200 }).toBe(0);
      const settledSeconds = Math.round((performance.now() - calmAgainAt) / 1_000);
      const reads = await Promise.all(readers.map((reader) => reader.stop()));
      const fallen = crew.fallen();
      await crew.stop();

      const found = await inTurn(accounts, (account) => wholeImport(beaten, account));
      const { forgedIds } = storm;
      const report = await judgeStorm({ pool: beaten.pool, sandbox: null, sent, forgedIds });
      const left = await inTurn(leaving, ({ connectionId }) => tablesHolding(beaten.pool, connectionId));
      const differing = found.filter((whole, shop) => whole !== expected[shop]).length;
      tell({
        scenario: "drumbeat",
        struck,
        found: {
          shops,
          orders: shops * orders,
          differing,
          deliveries: report.sent,
          lost: report.lost,
          doubleEffects: report.doubleEffects,
          forgedAccepted: report.forgedAccepted,
          reads: reads.reduce((sum, { answered }) => sum + answered, 0),
          wrongReads: reads.reduce((sum, { wrong }) => sum + wrong, 0),
          fallenWorkers: fallen.length,
          settledSeconds,
        },
      });
      expect(fallen).toEqual([]);
      expect(differing).toBe(0);
      expect(report).toMatchObject({ unanswered: 0, honestRefused: 0, lost: 0, doubleEffects: 0, forgedAccepted: 0 });
      expect(left).toEqual(leaving.map(() => ["app_private.erasures", "public.audit_log"]));
      for (const { answered, wrong } of reads) {
        expect(wrong).toBe(0);
        expect(answered).toBeGreaterThan(seconds);
      }
    },
    (seconds + 420) * 1_000,
  );
});

/** The bench as its processes see it: over the line that can be slow. */
function throughLine(): Pick<ImportBench, "database" | "tokenEncryptionKeys"> {
  const url = new URL(beaten.database.url);
  url.port = String(databaseLine.port);
  return { ...beaten, database: { ...beaten.database, url: url.href } };
}

/** Every worker has a clock of its own: right, ten minutes behind, or ten ahead. */
function startSkewedWorker(random: () => number) {
  const platform = { app: sandbox.app, url: `http://127.0.0.1:${platformLine.port}` };
  return () => startWorkerProcess(throughLine(), platform, { clockSkewMs: pick(skewsMs, random) });
}

/** A person who signed in, connected and was scored through the product's own pages, before anything breaks. */
async function readerOverHttp() {
  const person = await signIn(new URL(receiver.url).origin);
  await person.connect(personOnline);
  await person.settled();
  const read = async () => JSON.stringify(await person.json("/api/score", { signal: AbortSignal.timeout(3_000) }));
  return keepReading(read, await read());
}

async function eraseSomewhen(
  { wallet, connectionId }: BenchAccount,
  random: () => number,
  over: AbortSignal,
): Promise<void> {
  await sleep((0.2 + random() * 0.6) * seconds * 1_000);
  const erase = { p_wallet: wallet, p_connection_id: connectionId, p_erase: "delete" };
  while (!over.aborted) {
    const isDone = await call(beaten.pool, "disconnect_connection", erase).then(
      () => true,
      () => false,
    );
    if (isDone) return;
    await sleep(200);
  }
}

/** Deliveries about a shop's own objects, planned before anything breaks. */
async function plannedStorm(account: BenchAccount | undefined, random: () => number) {
  const idsOf = async (table: "orders" | "returns" | "products") => {
    const { rows } = await calm.pool.query<{ id: string }>(
      `select id from public.${table} where connection_id = $1 order by id`,
      [account?.connectionId],
    );
    return rows.map(({ id }) => id);
  };
  const [orderIds, returnIds, productIds] = [await idsOf("orders"), await idsOf("returns"), await idsOf("products")];
  const forgedIds = orderIds.slice(-20);
  const halves = planStorm({
    app: sandbox.app,
    shopId: account?.shopIds[0] ?? "",
    size: deliveriesPerSecond * seconds,
    orderIds: orderIds.slice(0, 60),
    returnIds: returnIds.slice(0, 10),
    productIds,
    forgedIds,
    random,
  });
  return { deliveries: halves.flat(), forgedIds };
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
  throw new Error(`the imports did not end; the workers' last words:\n${crew.words()}`);
}

/** Whatever a worker has still to do: nothing of it may stay. */
async function stillWaiting(): Promise<number> {
  const { rows } = await beaten.pool.query<{ count: number }>(
    `select (select count(*) from app_private.webhook_inbox where state = 'pending')::int
       + (select count(*) from app_private.rereads where state = 'waiting')::int
       + (select count(*) from app_private.rescores where is_waiting)::int
       + (select count(*) from public.sync_runs where state in ('queued', 'running'))::int as count`,
  );
  return rows[0]?.count ?? 0;
}

async function importedBy(bench: ImportBench, persona: string): Promise<BenchAccount> {
  const account = await connected(bench, persona);
  await importHere(bench, sandboxConnector(sandbox), account.runId);
  return account;
}

/** Both imports cover the same seconds: rows at an edge are in both or in neither. */
function connected(bench: ImportBench, persona: string): Promise<BenchAccount> {
  return connectForWindow(bench, sandbox, { connector: sandboxConnector(sandbox), persona, asOf });
}

async function inTurn<In, Out>(inputs: Iterable<In>, act: (input: In) => Promise<Out>): Promise<readonly Out[]> {
  const outputs: Out[] = [];
  for (const input of inputs) outputs.push(await act(input));
  return outputs;
}
