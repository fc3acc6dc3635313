import { type Sandbox, startSandbox } from "@lendfriend/tiktokshop-sandbox";
import type { Pool } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connectPersona, sandboxConnector } from "./testing/connect-persona.ts";
import { type BenchAccount, importHere } from "./testing/import-bench.ts";
import { countUntrue, judgeStorm } from "./testing/judge-storm.ts";
import { openReceivingBench, type ReceivingBench } from "./testing/production-bench.ts";
import { randomFrom } from "./testing/random-from.ts";
import { shopAccess } from "./testing/shop-access.ts";
import { tell } from "./testing/tally.ts";
import { planStorm, type Sent, sendAll } from "./testing/webhook-storm.ts";
import { startWorkerProcess, type WorkerProcess } from "./testing/worker-process.ts";

/** `pnpm chaos:webhooks` sets the full size, and that the production server takes the deliveries. */
const size = Number(process.env.WEBHOOKS ?? 400);
const kills = Number(process.env.WEBHOOK_KILLS ?? 2);
/** Deliveries a second; as fast as they are answered when it is not set. */
const perSecond = process.env.WEBHOOK_RATE === undefined ? null : Number(process.env.WEBHOOK_RATE);
const persona = "steady-seller";
/** The shop has some three hundred completed orders, of which others are named by forged deliveries and returns. */
const orderCount = Math.min(250, Math.max(20, Math.floor(size / 40)));

let bench: ReceivingBench;
let sandbox: Sandbox;
let worker: WorkerProcess;

beforeAll(async () => {
  sandbox = await startSandbox({ rateLimit: { requestsPerSecond: 50 } });
  bench = await openReceivingBench(sandbox);
}, 300_000);
afterAll(async () => {
  await bench.receiver.kill();
  await worker?.kill("SIGKILL");
  await sandbox.close();
  await bench.close();
});

it(
  `${size} deliveries in a storm of kills have their effect once, and forged ones none`,
  async () => {
    const random = randomFrom(Number(process.env.CHAOS_SEED ?? 7));
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
    await bench.receiver.start();
    worker = await startWorkerProcess(bench, sandbox);
    sandbox.control.clearLog();

    const sent: Sent[] = [];
    const killing = killer();
    const beganAt = performance.now();
    for (const [index, half] of halves.entries()) {
      if (index === 1) await cancelAll([...orderIds, ...forgedIds]);
      sent.push(
        ...(await sendAll({ url: bench.receiver.url, perSecond }, half, (count) => killing.at(sent.length + count))),
      );
    }
    const endedAt = performance.now();
    await killing.settled();
    await expect.poll(() => waiting(bench.pool), { timeout: 240_000, interval: 200 }).toBe(0);
    const times = {
      drainedMs: Math.round(performance.now() - endedAt),
      perSecond: (size * 1_000) / (endedAt - beganAt),
    };

    const report = await judgeStorm({ pool: bench.pool, sandbox, sent, forgedIds });
    tell({
      scenario: "storm of deliveries",
      struck: { "server and worker killed": killing.count() },
      found: { ...report, ...times },
    });
    expect(report).toMatchObject({ sent: size, unanswered: 0, honestRefused: 0, lost: 0, doubleEffects: 0 });
    expect(report.forgedAccepted).toBe(0);
    expect(killing.count()).toBe(kills);
    const access = await shopAccess(bench, sandbox, account);
    expect(await countUntrue(bench.pool, sandboxConnector(sandbox), access, orderIds)).toBe(0);
    expect(await stateOf(account, forgedIds)).toEqual({ status: "active", runs: 1, cancelled: 0 });
  },
  600_000 + size * 50,
);

/** Kills receiver and worker together at even steps of the storm, and starts both again while deliveries keep coming. */
function killer() {
  let count = 0;
  let restarting = Promise.resolve();
  return {
    at(sent: number) {
      if (count >= kills || sent < ((count + 1) * size) / (kills + 1)) return;
      count += 1;
      restarting = restarting.then(async () => {
        await Promise.all([bench.receiver.kill(), worker.kill("SIGKILL")]);
        await bench.receiver.start();
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
  await importHere(bench, connector, account.runId);
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
