import { setTimeout as sleep } from "node:timers/promises";
import { signIn } from "../../apps/web-cdp/e2e/api.ts";
import { openProduct, type RunningProduct } from "../running-product.ts";
import { atLeast, atMost, exactly, type Goal } from "./goal.ts";
import { borrowerAndLenders, expectAnswer, fromAddress, inTurn } from "./people.ts";
import { atRate, causesText } from "./steady-load.ts";

const sampleMs = 5_000;
const lenderCount = 2;

export const soak: Goal = {
  id: "R16",
  promise:
    "60 minutes of mixed use: memory grows ≤ 1 MB a minute after the first ten, no unhandled rejection, no connection leaked, availability ≥ 99.9 %",
  how: "The product as `pnpm demo` starts it: pages, scores, sign-ins, and a shop imported and erased over and over. Memory is what app and worker hold resident together, its growth a straight line through samples.",
  async measure(isFull) {
    const minutes = isFull ? 60 : 3;
    const product = await openProduct();
    try {
      const { borrower, lenders } = await borrowerAndLenders(product.url, lenderCount);
      const connectionsBefore = await databaseConnections(product);
      const seconds = minutes * 60;
      const sampling = sampleMemory(product, seconds);
      const [lenderPages, dashboards, scores, signIns, imports] = await Promise.all([
        atRate({ perSecond: 4, seconds }, (serial) =>
          expectAnswer(inTurn(lenders, serial), `/lender/${borrower.wallet}`),
        ),
        atRate({ perSecond: 2, seconds }, () => expectAnswer(borrower, "/dashboard")),
        atRate({ perSecond: 4, seconds }, () => expectAnswer(borrower, "/api/score")),
        atRate(
          { perSecond: 1, seconds },
          async (serial) => void (await signIn(product.url, fromAddress(10_000 + serial))),
        ),
        atRate({ perSecond: 1 / 15, seconds }, (serial) => importsAndErases(product.url, serial)),
      ]);
      const named = { "lender pages": lenderPages, dashboards, scores, "sign-ins": signIns, imports };
      const uses = Object.values(named);
      const samples = await sampling;
      const asked = uses.reduce((sum, { times, failures }) => sum + times.length + failures, 0);
      const failed = uses.reduce((sum, { failures }) => sum + failures, 0);
      const settledSamples = samples.filter(({ minute }) => minute >= minutes / 6);
      return {
        scale: `${minutes} minutes, ${asked.toLocaleString("en")} uses`,
        isFullSize: isFull,
        checks: [
          atMost("growth", slope(settledSamples), 1, " MB a minute"),
          exactly("unhandled rejections", product.countInLogs("unhandled"), 0),
          atMost("connections more than at the start", (await databaseConnections(product)) - connectionsBefore, 5),
          atLeast("availability", Math.floor((1 - failed / asked) * 100_000) / 1_000, 99.9, " %"),
        ],
        notes: [
          `App and worker together held ${Math.round(samples.at(-1)?.megabytes ?? 0)} MB at the end.`,
          ...Object.entries(named).flatMap(([name, load]) => causesText(name, load)),
        ],
      };
    } finally {
      await product.stop();
    }
  },
};

interface Sample {
  readonly minute: number;
  readonly megabytes: number;
}

async function sampleMemory(product: RunningProduct, seconds: number): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  const began = performance.now();
  for (let ms = 0; ms < seconds * 1_000; ms = performance.now() - began) {
    samples.push({ minute: ms / 60_000, megabytes: product.residentBytes() / 2 ** 20 });
    await sleep(sampleMs);
  }
  return samples;
}

/** Least squares. */
function slope(samples: readonly Sample[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [minute, megabytes] = [mean(samples.map((at) => at.minute)), mean(samples.map((at) => at.megabytes))];
  const across = samples.reduce((sum, at) => sum + (at.minute - minute) * (at.megabytes - megabytes), 0);
  return across / samples.reduce((sum, at) => sum + (at.minute - minute) ** 2, 0);
}

async function importsAndErases(url: string, serial: number): Promise<void> {
  const seller = await signIn(url, fromAddress(500_000 + serial));
  await seller.connect(`bulk:500:${serial % 9_000}`);
  const connections = await seller.settled();
  await seller.disconnectAll();
  for (const { error } of connections) if (error !== null) throw new Error(`an import ended in ${error.code}`);
}

async function databaseConnections({ pool }: RunningProduct): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    "select count(*)::int as count from pg_stat_activity where backend_type = 'client backend'",
  );
  return rows[0]?.count ?? 0;
}
