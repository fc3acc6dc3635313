import { type Sandbox, startSandbox } from "@lendfriend/tiktokshop-sandbox";
import type { Pool } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { scoreWallet } from "./score-wallet.ts";
import { connectPersona, sandboxConnector } from "./testing/connect-persona.ts";
import { type BenchAccount, type ImportBench, openBench, runToEnd, syncDeps } from "./testing/import-bench.ts";
import { countUntrue, judgeStorm } from "./testing/judge-storm.ts";
import { openProductionBench, type ProductionBench } from "./testing/production-bench.ts";
import { type Receiver, smallReceiver } from "./testing/receiver-process.ts";
import { shopAccess } from "./testing/shop-access.ts";
import { planStorm, type Sent, sendAll } from "./testing/webhook-storm.ts";
import { startWorkerProcess, type WorkerProcess } from "./testing/worker-process.ts";

/** `pnpm chaos:webhooks` sets the full size: then the production server takes the deliveries. */
const size = Number(process.env.WEBHOOKS ?? 400);
const kills = Number(process.env.WEBHOOK_KILLS ?? 2);
const isFull = process.env.WEBHOOKS !== undefined;
/** Deliveries a second; as fast as they are answered when it is not set. */
const perSecond = process.env.WEBHOOK_RATE === undefined ? null : Number(process.env.WEBHOOK_RATE);
const persona = "steady-seller";
const orderCount = Math.max(20, Math.floor(size / 40));

let bench: ImportBench & Partial<ProductionBench>;
let sandbox: Sandbox;
let receiver: Receiver;
let worker: WorkerProcess;

beforeAll(async () => {
  sandbox = await startSandbox({ rateLimit: { requestsPerSecond: 50 } });
  if (isFull) {
    const production = await openProductionBench(sandbox);
    bench = production;
    receiver = production.receiver;
  } else {
    bench = await openBench();
    receiver = await smallReceiver(bench, sandbox);
  }
}, 300_000);
afterAll(async () => {
  await receiver?.kill();
  await worker?.kill("SIGKILL");
  await sandbox.close();
  await bench.close();
});

it(`${size} deliveries in a storm of kills have their effect once, and forged ones none`, async () => {
  const random = seeded(Number(process.env.WEBHOOK_SEED ?? 7));
  const account = await imported();
  const orders = await completedOrders(bench.pool, account);
  const [orderIds, forgedIds] = [orders.slice(0, orderCount), orders.slice(orderCount, orderCount + 20)];
  const returnIds = await Promise.all(
    orders.slice(-10).map((orderId) => sandbox.control.refundOrder({ persona, orderId, notify: false })),
  );
  const productIds = await idsOf(bench.pool, account, "products", "status = 'ACTIVATE'");
  const halves = planStorm({
    app: sandbox.app,
    shopId: account.shopIds[0] ?? "",
    size,
    orderIds,
    returnIds,
    productIds,
    forgedIds,
    random,
  });
  await receiver.start();
  worker = await startWorkerProcess(bench, sandbox);
  sandbox.control.clearLog();

  const sent: Sent[] = [];
  const killing = killer();
  for (const [index, half] of halves.entries()) {
    if (index === 1) await cancelAll([...orderIds, ...forgedIds]);
    sent.push(...(await sendAll({ url: receiver.url, perSecond }, half, (count) => killing.at(sent.length + count))));
  }
  await killing.settled();
  await expect.poll(() => waiting(bench.pool), { timeout: 240_000, interval: 500 }).toBe(0);

  const report = await judgeStorm({ pool: bench.pool, sandbox, sent, forgedIds });
  if (isFull) process.stdout.write(`\n${JSON.stringify({ ...report, kills: killing.count() })}\n`);
  expect(report).toMatchObject({ sent: size, unanswered: 0, honestRefused: 0, lost: 0, doubleEffects: 0 });
  expect(report.forgedAccepted).toBe(0);
  expect(killing.count()).toBe(kills);
  const access = await shopAccess(bench, sandbox, account);
  expect(await countUntrue(bench.pool, sandboxConnector(sandbox), access, orderIds)).toBe(0);
  expect(await stateOf(account, forgedIds)).toEqual({ status: "active", runs: 1, cancelled: 0 });
}, 600_000);

/** Kills receiver and worker together at even steps of the storm, and starts both again while deliveries keep coming. */
function killer() {
  let count = 0;
  let restarting = Promise.resolve();
  return {
    at(sent: number) {
      if (count >= kills || sent < ((count + 1) * size) / (kills + 1)) return;
      count += 1;
      restarting = restarting.then(async () => {
        await Promise.all([receiver.kill(), worker.kill("SIGKILL")]);
        await receiver.start();
        worker = await startWorkerProcess(bench, sandbox);
      });
    },
    settled: () => restarting,
    count: () => count,
  };
}

async function imported(): Promise<BenchAccount> {
  const connector = sandboxConnector(sandbox);
  const account = await connectPersona(bench, sandbox, connector, persona);
  const plain = syncDeps(bench, connector);
  await runToEnd({ ...plain, score: (run, connection) => scoreWallet(plain, run, connection) }, account.runId);
  return account;
}

async function cancelAll(ids: readonly string[]): Promise<void> {
  for (const orderId of ids) {
    await sandbox.control.setOrderStatus({ persona, orderId, status: "CANCELLED", notify: false });
  }
}

function completedOrders(pool: Pool, account: BenchAccount): Promise<readonly string[]> {
  return idsOf(pool, account, "orders", "status = 'COMPLETED' and not is_sample");
}

async function idsOf(
  pool: Pool,
  { connectionId }: BenchAccount,
  table: "orders" | "products",
  which: string,
): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from public.${table} where connection_id = $1 and ${which} order by id`,
    [connectionId],
  );
  return rows.map(({ id }) => id);
}

async function waiting(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select (select count(*) from app_private.webhook_inbox where state = 'pending')::int
       + (select count(*) from app_private.rereads where state = 'waiting')::int as count`,
  );
  return rows[0]?.count ?? 0;
}

async function stateOf({ connectionId }: BenchAccount, forgedIds: readonly string[]): Promise<unknown> {
  const { rows } = await bench.pool.query(
    `select status, (select count(*)::int from public.sync_runs r where r.connection_id = c.id) as runs,
       (select count(*)::int from public.orders o where o.connection_id = c.id and o.status = 'CANCELLED'
         and o.id = any ($2::text[])) as cancelled
     from public.business_connections c where id = $1`,
    [connectionId, forgedIds],
  );
  return rows[0];
}

/** The same storm for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
