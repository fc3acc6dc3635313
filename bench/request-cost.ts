import { type Caller, signIn } from "../apps/web-cdp/e2e/api.ts";
import { borrowerAndLenders, expectAnswer, fromAddress, inTurn, startConnecting } from "./reliability/people.ts";
import { deliver } from "./reliability/stranger-delivery.ts";
import { type Section, times } from "./report.ts";
import { openProduct, type RunningProduct } from "./running-product.ts";

const askers = 4;
const warmUp = 60;
const requests = 400;
/** What one session may start in a minute bounds how often each may. */
const sessions = 50;
/** One may look five times a second at one borrower. */
const lenderCount = 10;

type Ask = (serial: number) => Promise<void>;

/** What each kind of request costs the app's process: with the cores at hand it says how many of them a second are borne. */
export async function requestCost(): Promise<Section> {
  const product = await openProduct();
  try {
    const kinds = await kindsOf(product);
    const costs: (readonly [name: string, cpuMs: number])[] = [];
    for (const [name, ask] of kinds) costs.push([name, await cpuMsEach(product, ask)]);
    const [, baseline = Number.NaN] = costs[0] ?? [];
    return {
      title: "Processor time of a request",
      baseline:
        "The app's process, all threads. The baseline is an address that nothing stands at, which the same framework refuses (less is better).",
      columns: ["", "CPU", "against it", "a core bears"],
      rows: costs.map(([name, cpuMs]) => [
        name,
        `${cpuMs.toFixed(1)} ms`,
        times(cpuMs / baseline),
        `${Math.round(1_000 / cpuMs)} a second`,
      ]),
      notes: ["Database and Data API are processes of their own and not in it."],
    };
  } finally {
    await product.stop();
  }
}

async function kindsOf({ url }: RunningProduct): Promise<readonly (readonly [name: string, ask: Ask])[]> {
  const { borrower, lenders } = await borrowerAndLenders(url, lenderCount);
  const callers: Caller[] = [];
  for (let serial = 0; serial < sessions; serial += 1) callers.push(await signIn(url, fromAddress(100 + serial)));
  const began = Date.now();
  return [
    ["nothing at the address", async () => void (await (await fetch(`${url}/api/nothing`)).arrayBuffer())],
    ["delivery", (serial) => deliver(url, serial)],
    ["copies of a delivery", () => deliver(url, 1_000_000, began)],
    ["connect start", (serial) => startConnecting(inTurn(callers, serial))],
    ["sign-in (two requests)", async (serial) => void (await signIn(url, fromAddress(10_000 + serial)))],
    ["page for anybody", async () => void (await (await fetch(`${url}/verify`)).arrayBuffer())],
    ["list of borrowers", (serial) => expectAnswer(inTurn(lenders, serial), "/lender")],
    ["breakdown of a borrower", (serial) => expectAnswer(inTurn(lenders, serial), `/lender/${borrower.wallet}`)],
    ["dashboard", () => expectAnswer(borrower, "/dashboard")],
  ];
}

async function cpuMsEach(product: RunningProduct, ask: Ask): Promise<number> {
  let serial = 0;
  const askTogether = (count: number) =>
    Promise.all(
      Array.from({ length: askers }, async () => {
        for (let nth = 0; nth < count / askers; nth += 1) await ask(serial++);
      }),
    );
  await askTogether(warmUp);
  const before = product.appCpuMs();
  await askTogether(requests);
  return (product.appCpuMs() - before) / requests;
}
