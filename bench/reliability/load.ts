import { Agent, getGlobalDispatcher, setGlobalDispatcher } from "undici";
import { type Caller, post, signIn } from "../../apps/web-cdp/e2e/api.ts";
import { openProduct, type RunningProduct } from "../running-product.ts";
import { atMost, type Check, exactly, type Goal, holds, percentile } from "./goal.ts";
import { borrowerAndLenders, expectAnswer, fromAddress, inTurn, startConnecting } from "./people.ts";
import { atRate, causesText, type Load } from "./steady-load.ts";
import { deliver } from "./stranger-delivery.ts";

/** What one session may ask for in the time of a run. */
const startsPerSession = 10;
/** One lender may look five times a second at one borrower. */
const lenderCount = 20;
const badSignInsPerSecond = 300;
/** As the proxy before an installation is to be set up (`docs/going-live.md`): it keeps its connections, and bounds them; nobody streams here. */
const proxyConnections = 512;
/** Of the rates: what is tried at reduced size, and first of all in any case, as the code is slow until it has run a while. */
const quarter = 0.25;
const coldSeconds = 10;
/** Of the rates: tried in turn until one is too much. */
const stairs = { shares: [quarter, 0.3, 0.35, 0.4, 0.5, 0.75], seconds: 15 } as const;

export const load: Goal = {
  id: "R14",
  promise:
    "60 sign-ins, 100 connect starts (p95 ≤ 150 ms) and 40 lender pages (p95 ≤ 500 ms) a second beside 100 webhooks a second; 300 bad sign-ins a second slow others to less than 2 ×",
  how: "The product as `pnpm demo` starts it, which has served a quarter of the rates for ten seconds, through up to 512 connections that are kept open, as by a proxy. The people who ask, the database and its API are on the same machine and share its processors. Rates are kept whether or not answers come.",
  async measure(isFull) {
    const [share, seconds] = isFull ? [1, 60] : [quarter, 20];
    const product = await openProduct();
    const direct = getGlobalDispatcher();
    const proxy = new Agent({ connections: proxyConnections });
    setGlobalDispatcher(proxy);
    try {
      const { borrower, lenders } = await borrowerAndLenders(product.url, lenderCount);
      const climbed = isFull ? stairs.shares.reduce((sum, each) => sum + each, 0) * stairs.seconds : 0;
      const starts = 100 * (quarter * coldSeconds + climbed + share * seconds);
      const callers = await signedIn(product.url, Math.ceil(starts / startsPerSession));
      let serial = 0;
      let started = 0;
      let looked = 0;
      const page = () => expectAnswer(inTurn(lenders, looked++), `/lender/${borrower.wallet}`);
      const uses: Uses = {
        "sign-ins": [60, async () => void (await signIn(product.url, fromAddress(10_000 + serial++)))],
        "connect starts": [100, () => startConnecting(inTurn(callers, started++))],
        "lender pages": [40, page],
        deliveries: [100, () => deliver(product.url, serial++)],
      };

      const cold = await allAtOnce(uses, { share: quarter, seconds: coldSeconds });
      const notes = [`Of the first ${coldSeconds} seconds: ${p95Text(cold, quarter)}`];
      if (isFull) notes.push(...(await climb(uses)));
      const idle = await atRate({ perSecond: 10 * share, seconds }, page);
      const all = await allAtOnce(uses, { share, seconds });
      const [flooded] = await Promise.all([
        atRate({ perSecond: 10 * share, seconds }, page),
        atRate({ perSecond: badSignInsPerSecond * share, seconds }, (nth) => tryToSignIn(product, nth)),
      ]);

      const loads = { ...all, "pages in the flood": flooded };
      return {
        scale: `${share * 100} % of the rates for ${seconds} s`,
        isFullSize: isFull,
        checks: [
          exactly("requests that failed", failuresOf(loads), 0),
          ...p95Checks(all),
          atMost(
            "lender page p99 in the flood ÷ idle",
            percentile(flooded.times, 0.99) / percentile(idle.times, 0.99),
            2,
          ),
        ],
        notes: [...notes, ...Object.entries(loads).flatMap(([name, each]) => causesText(name, each))],
      };
    } finally {
      setGlobalDispatcher(direct);
      await proxy.close();
      await product.stop();
    }
  },
};

/** What people do: how often in a second at the full rates, and one of it. */
type Uses = Readonly<
  Record<
    "sign-ins" | "connect starts" | "lender pages" | "deliveries",
    readonly [perSecond: number, act: () => Promise<void>]
  >
>;

async function allAtOnce(
  uses: Uses,
  { share, seconds }: { readonly share: number; readonly seconds: number },
): Promise<Readonly<Record<keyof Uses, Load>>> {
  const run = (name: keyof Uses) => atRate({ perSecond: uses[name][0] * share, seconds }, uses[name][1]);
  const [signIns, starts, pages, deliveries] = await Promise.all([
    run("sign-ins"),
    run("connect starts"),
    run("lender pages"),
    run("deliveries"),
  ]);
  return { "sign-ins": signIns, "connect starts": starts, "lender pages": pages, deliveries };
}

/** Tries more and more of the rates until a limit is passed, and says what each came to. */
async function climb(uses: Uses): Promise<readonly string[]> {
  const notes: string[] = [];
  for (const share of stairs.shares) {
    const loads = await allAtOnce(uses, { share, seconds: stairs.seconds });
    notes.push(p95Text(loads, share));
    if (failuresOf(loads) > 0 || !p95Checks(loads).every(holds)) break;
  }
  return notes;
}

function failuresOf(loads: Readonly<Record<string, Load>>): number {
  return Object.values(loads).reduce((sum, { failures }) => sum + failures, 0);
}

function p95Checks(loads: Readonly<Record<keyof Uses, Load>>): readonly Check[] {
  const p95 = (name: keyof Uses) => percentile(loads[name].times, 0.95);
  return [
    atMost("sign-in p95 (two requests and a signature)", p95("sign-ins"), 1_000, " ms"),
    atMost("connect start p95", p95("connect starts"), 150, " ms"),
    atMost("lender page p95", p95("lender pages"), 500, " ms"),
    atMost("webhook p95", p95("deliveries"), 400, " ms"),
  ];
}

function p95Text(loads: Readonly<Record<keyof Uses, Load>>, share: number): string {
  const figures = Object.entries(loads).map(([name, { times, failures }]) => {
    const failed = failures === 0 ? "" : `, ${failures} failed`;
    return `${name} ${Math.round(percentile(times, 0.95))} ms${failed}`;
  });
  return `p95 at ${share * 100} % of the rates: ${figures.join("; ")}.`;
}

async function signedIn(url: string, count: number): Promise<readonly Caller[]> {
  const callers: Caller[] = [];
  for (let serial = 0; serial < count; serial += 1) callers.push(await signIn(url, fromAddress(100 + serial)));
  return callers;
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
