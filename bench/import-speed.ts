import type { Engine } from "./engine.ts";
import { percent, type Section, seconds, times } from "./report.ts";
import { freshShop } from "./sandbox-account.ts";
import type { SandboxProcess } from "./sandbox-process.ts";
import { type PagingResult, pageWithOneWindow, pageWithSdk } from "./serial-paging.ts";
import { orderSearch, type WatchedImport, watchImport } from "./watched-import.ts";

interface Limit {
  readonly name: string;
  readonly perSecond: number;
  /** What it falls to once half of the pages were answered. */
  readonly afterHalf: number;
  /** Whether the deployment has read another shop under this limit before. */
  readonly isKnown: boolean;
}

const limits: readonly Limit[] = [
  { name: "50/s", perSecond: 50, afterHalf: 50, isKnown: true },
  { name: "10/s", perSecond: 10, afterHalf: 10, isKnown: true },
  { name: "50/s, halved midway", perSecond: 50, afterHalf: 25, isKnown: true },
  { name: "50/s, first shop ever", perSecond: 50, afterHalf: 50, isKnown: false },
];
const otherShopOrders = 20_000;
const latencies: readonly number[] = [50, 150];
const pageSize = 100;
/** Orders and what connecting needs, so that the time is that of one API's limit. */
const ordersOnly = ["seller.authorization.info", "seller.shop.info", "seller.order.info"];

export interface SpeedOptions {
  readonly engine: Engine;
  readonly sandbox: SandboxProcess;
  readonly orderCount: number;
}

/** The product's import through its worker, against the limit itself and against those who page serially. */
export async function importSpeed(options: SpeedOptions): Promise<Section> {
  const { engine, sandbox, orderCount } = options;
  const worker = await engine.startWorker(sandbox);
  const rows: (readonly string[])[] = [];
  try {
    await learnPace(options, 0, 50);
    for (const latency of latencies) {
      await sandbox.setLatency(latency);
      let unlimited: Serial | null = null;
      for (const limit of limits) {
        const isSlowed = limit.afterHalf < 1_000 / latency;
        const serial: Serial = unlimited !== null && !isSlowed ? unlimited : await pageSerially(options, limit);
        if (!isSlowed) unlimited ??= serial;
        await forgetPaces(engine);
        if (limit.isKnown) await learnPace(options, latency, limit.perSecond);
        const run = await importUnder(options, limit);
        rows.push(rowOf({ latency, limit, run, serial, isOwnSerial: serial !== unlimited || limit === limits[0] }));
        console.log(`  ${rows.at(-1)?.join(" · ")}`);
      }
    }
  } finally {
    await worker.stop();
  }
  return {
    title: `Import of ${orderCount.toLocaleString("en")} orders`,
    baseline:
      "Time against the limit itself (pages ÷ rate; goal at most 1.15 × once warm), and how many times faster than npm `tiktok-shop-sdk` 1.0.3 and than our client with one window, both paging the same orders serially in this run (goal 6.50 × the SDK at 150 ms and 50/s).",
    columns: [
      "latency, limit",
      "ours",
      "the limit",
      "ours ÷ limit",
      "second half ÷ limit",
      "SDK",
      "faster than SDK",
      "one window",
      "faster than it",
      "sent ÷ needed",
      "refused (429)",
    ],
    rows,
    notes: [
      "Ours is the worker's own process on PostgreSQL with durable commits: from the first request for orders until the last order is stored. The serial ones store nothing.",
      "The shop grants orders only, so that one API's limit is what is measured. Each row is a shop that was never imported before; under all limits but the last the deployment has read one other shop, of 20,000 orders.",
      "The sandbox lets a second's worth of requests pass at once after a pause, so the limit can be beaten by up to a second.",
      "A serial time in brackets was measured under 50/s: serial paging at that latency stays below this row's limit too.",
      "npm `tiktok-shop-sdk` does not wait when refused; the bench asks again after a second in its place.",
    ],
  };
}

/** As on a deployment that has never asked this platform for anything. */
async function forgetPaces({ pool }: Engine): Promise<void> {
  await pool.query("truncate app_private.request_pace");
}

async function learnPace({ engine, sandbox }: SpeedOptions, latency: number, perSecond: number): Promise<void> {
  await sandbox.setLatency(latency);
  await sandbox.setLimit(perSecond);
  await watchImport(engine, sandbox, { persona: freshShop(otherShopOrders), scopes: ordersOnly });
}

interface Serial {
  readonly sdk: PagingResult;
  readonly oneWindow: PagingResult;
}

/** Both at the same time, each on a shop of its own: what they wait for is the latency or the limit, not the machine. */
async function pageSerially({ sandbox, orderCount }: SpeedOptions, limit: Limit): Promise<Serial> {
  await sandbox.setLimit(limit.afterHalf);
  const [sdk, oneWindow] = await Promise.all([
    pageWithSdk(sandbox, freshShop(orderCount)),
    pageWithOneWindow(sandbox, freshShop(orderCount)),
  ]);
  for (const { rows } of [sdk, oneWindow]) {
    if (rows !== orderCount) throw new Error(`Serial paging found ${rows} of ${orderCount} orders.`);
  }
  return { sdk, oneWindow };
}

interface LimitedImport extends WatchedImport {
  /** Milliseconds that pages ÷ rate takes, each page under the limit of its time. */
  readonly limitMs: number;
  /** The same for the second half of the pages, and the time that it took. */
  readonly secondHalf: number;
}

async function importUnder(options: SpeedOptions, limit: Limit): Promise<LimitedImport> {
  const { engine, sandbox, orderCount } = options;
  const needed = Math.ceil(orderCount / pageSize);
  await sandbox.setLimit(limit.perSecond);
  let [serial, answered] = [0, 0];
  let isHalved = limit.afterHalf === limit.perSecond;
  let answeredBefore = needed;
  const run = await watchImport(engine, sandbox, {
    persona: freshShop(orderCount),
    scopes: ordersOnly,
    async onLook() {
      if (isHalved) return;
      const news = await sandbox.asked(orderSearch, serial);
      serial = news.at(-1)?.serial ?? serial;
      answered += news.filter(({ status }) => status === 200).length;
      if (answered * 2 < needed) return;
      await sandbox.setLimit(limit.afterHalf);
      isHalved = true;
      answeredBefore = Math.min(needed, answered);
    },
  });
  if (run.rows !== orderCount) throw new Error(`The import stored ${run.rows} of ${orderCount} orders.`);
  const limitMs = (answeredBefore / limit.perSecond + (needed - answeredBefore) / limit.afterHalf) * 1_000;
  const pages = run.asked.filter(({ status }) => status === 200).map(({ at }) => at);
  const half = Math.floor(pages.length / 2);
  const secondMs = (pages.at(-1) ?? 0) - (pages[half] ?? 0);
  // Halving is noticed a look later than it happens: those pages still had the first limit.
  const fast = Math.max(0, answeredBefore - 1 - half);
  const allowedMs = (fast / limit.perSecond + (pages.length - 1 - half - fast) / limit.afterHalf) * 1_000;
  return { ...run, limitMs, secondHalf: secondMs / allowedMs };
}

function rowOf(facts: {
  readonly latency: number;
  readonly limit: Limit;
  readonly run: LimitedImport;
  readonly serial: Serial;
  readonly isOwnSerial: boolean;
}): readonly string[] {
  const { latency, limit, run, serial, isOwnSerial } = facts;
  const needed = Math.ceil(run.rows / pageSize);
  const refused = run.asked.filter(({ status }) => status === 429).length;
  const shown = (milliseconds: number) => (isOwnSerial ? seconds(milliseconds) : `(${seconds(milliseconds)})`);
  return [
    `${latency} ms, ${limit.name}`,
    seconds(run.ordersMs),
    seconds(run.limitMs),
    times(run.ordersMs / run.limitMs),
    times(run.secondHalf),
    shown(serial.sdk.milliseconds),
    times(serial.sdk.milliseconds / run.ordersMs),
    shown(serial.oneWindow.milliseconds),
    times(serial.oneWindow.milliseconds / run.ordersMs),
    (run.asked.length / needed).toFixed(3),
    `${refused} (${percent(refused / run.asked.length)})`,
  ];
}
