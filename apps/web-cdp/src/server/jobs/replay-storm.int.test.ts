import { type Sandbox, startSandbox } from "@lendfriend/tiktokshop-sandbox";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connectPersona, sandboxConnector } from "./testing/connect-persona.ts";
import { runToEnd, syncDeps } from "./testing/import-bench.ts";
import { openReceivingBench, type ReceivingBench } from "./testing/production-bench.ts";
import { tell } from "./testing/tally.ts";
import { planStorm } from "./testing/webhook-storm.ts";
import { startWorkerProcess, type WorkerProcess } from "./testing/worker-process.ts";

const copies = 1_000;

let sandbox: Sandbox;
let bench: ReceivingBench;
let worker: WorkerProcess;

beforeAll(async () => {
  sandbox = await startSandbox();
  bench = await openReceivingBench(sandbox);
}, 300_000);
afterAll(async () => {
  await worker?.kill("SIGKILL");
  await bench.receiver.kill();
  await sandbox.close();
  await bench.close();
});

it(`${copies} copies of one delivery at once are all acknowledged and have one effect`, async () => {
  const account = await connectPersona(bench, sandbox, sandboxConnector(sandbox), "worked-seller");
  await runToEnd(syncDeps(bench, sandboxConnector(sandbox)), account.runId);
  const { rows } = await bench.pool.query<{ id: string }>("select id from public.orders order by id limit 1");
  const orderId = rows[0]?.id ?? "";
  const [[delivery] = []] = planStorm({
    app: sandbox.app,
    shopId: account.shopIds[0] ?? "",
    size: 2,
    orderIds: [orderId],
    returnIds: [orderId],
    productIds: [orderId],
    forgedIds: [orderId],
    random: () => 0,
  });
  await bench.receiver.start();
  sandbox.control.clearLog();

  const answers = await Promise.all(Array.from({ length: copies }, () => send(delivery)));
  worker = await startWorkerProcess(bench, sandbox);

  const reads = () => sandbox.control.requests({ path: "/order/202507/orders" }).length;
  await expect.poll(reads, { timeout: 20_000 }).toBe(1);
  const { rows: stored } = await bench.pool.query("select 1 from app_private.webhook_inbox");
  const times = answers.map(({ ms }) => ms).toSorted((one, other) => one - other);
  const refused = answers.filter(({ status }) => status !== 200).length;
  const p99Ms = Math.round(times[Math.floor(copies * 0.99)] ?? 0);
  tell({ scenario: "replays", struck: { copies }, found: { stored: stored.length, effects: reads(), refused, p99Ms } });
  expect({ stored: stored.length, effects: reads(), refused }).toEqual({ stored: 1, effects: 1, refused: 0 });
}, 120_000);

async function send(delivery: { readonly body: string; readonly authorization: string | null } | undefined) {
  const began = performance.now();
  const { status } = await fetch(bench.receiver.url, {
    method: "POST",
    body: delivery?.body ?? "",
    headers: { "content-type": "application/json", authorization: delivery?.authorization ?? "" },
  });
  return { status, ms: performance.now() - began };
}
