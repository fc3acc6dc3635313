import { createHmac } from "node:crypto";
import { type Caller, post, signIn } from "../../apps/web-cdp/e2e/api.ts";
import { openProduct, type RunningProduct } from "../running-product.ts";
import { benchApp } from "../sandbox-process.ts";
import { atMost, exactly, type Goal, percentile } from "./goal.ts";
import { borrowerAndLender, expectAnswer, fromAddress } from "./people.ts";
import { atRate, causesText } from "./steady-load.ts";

/** What one session may ask for in the time of a run. */
const startsPerSession = 10;
const badSignInsPerSecond = 300;

export const load: Goal = {
  id: "R14",
  promise:
    "60 sign-ins, 100 connect starts (p95 ≤ 150 ms) and 40 lender pages (p95 ≤ 500 ms) a second beside 100 webhooks a second; 300 bad sign-ins a second slow others to less than 2 ×",
  how: "The product as `pnpm demo` starts it; the people who ask are on the same machine and share its processors. Rates are kept whether or not answers come.",
  async measure(isFull) {
    const [share, seconds] = isFull ? [1, 60] : [0.25, 20];
    const rate = (perSecond: number) => ({ perSecond: perSecond * share, seconds });
    const product = await openProduct();
    try {
      const { borrower, lender } = await borrowerAndLender(product.url);
      const callers = await signedIn(product.url, Math.ceil((100 * share * seconds) / startsPerSession));
      const page = () => expectAnswer(lender, `/lender/${borrower.wallet}`);

      const idle = await atRate(rate(10), page);
      const [signIns, starts, pages, deliveries] = await Promise.all([
        atRate(rate(60), async (serial) => void (await signIn(product.url, fromAddress(10_000 + serial)))),
        atRate(rate(100), (serial) => startsConnecting(callers[serial % callers.length])),
        atRate(rate(40), page),
        atRate(rate(100), (serial) => deliver(product, serial)),
      ]);
      const [flooded] = await Promise.all([
        atRate(rate(10), page),
        atRate(rate(badSignInsPerSecond), (serial) => tryToSignIn(product, serial)),
      ]);

      const named = { "sign-ins": signIns, starts, "lender pages": pages, deliveries, "pages in the flood": flooded };
      const failed = Object.values(named).reduce((sum, { failures }) => sum + failures, 0);
      return {
        scale: `${share * 100} % of the rates for ${seconds} s`,
        isFullSize: isFull,
        checks: [
          exactly("requests that failed", failed, 0),
          atMost("sign-in p95 (two requests and a signature)", percentile(signIns.times, 0.95), 1_000, " ms"),
          atMost("connect start p95", percentile(starts.times, 0.95), 150, " ms"),
          atMost("lender page p95", percentile(pages.times, 0.95), 500, " ms"),
          atMost("webhook p95", percentile(deliveries.times, 0.95), 400, " ms"),
          atMost(
            "lender page p99 in the flood ÷ idle",
            percentile(flooded.times, 0.99) / percentile(idle.times, 0.99),
            2,
          ),
        ],
        notes: Object.entries(named).flatMap(([name, each]) => causesText(name, each)),
      };
    } finally {
      await product.stop();
    }
  },
};

async function signedIn(url: string, count: number): Promise<readonly Caller[]> {
  const callers: Caller[] = [];
  for (let serial = 0; serial < count; serial += 1) callers.push(await signIn(url, fromAddress(100 + serial)));
  return callers;
}

async function startsConnecting(caller: Caller | undefined): Promise<void> {
  if (caller === undefined) throw new Error("nobody is signed in");
  await expectAnswer(caller, `/api/tiktokshop/auth?wallet=${caller.wallet}`);
}

/** An honest delivery about a shop that nobody has connected: stored, and parked. */
async function deliver({ url }: RunningProduct, serial: number): Promise<void> {
  const id = `73${String(serial).padStart(17, "0")}`;
  const facts = {
    type: 1,
    tts_notification_id: id,
    shop_id: "7000000000000000001",
    timestamp: Math.floor(Date.now() / 1_000),
  };
  const body = JSON.stringify({ ...facts, data: { order_id: id, order_status: "IN_TRANSIT" } });
  const authorization = createHmac("sha256", benchApp.appSecret).update(benchApp.appKey).update(body).digest("hex");
  const headers = { "content-type": "application/json", authorization };
  const response = await fetch(`${url}/api/tiktokshop/webhook`, { method: "POST", body, headers });
  if (response.status !== 200) throw new Error(`answered ${response.status}`);
}

/** A sign-in that cannot succeed, from one of fifty addresses. */
async function tryToSignIn({ url }: RunningProduct, serial: number): Promise<void> {
  const signature = `0x${"11".repeat(64)}1b`;
  const { headers, ...init } = post({ message: "no message of ours", signature });
  const response = await fetch(`${url}/api/auth/verify`, {
    ...init,
    headers: { ...Object.fromEntries(new Headers(headers)), ...fromAddress(200_000 + (serial % 50)) },
  });
  await response.arrayBuffer();
  if (response.status !== 401 && response.status !== 429) throw new Error(`answered ${response.status}`);
}
