import { setTimeout as sleep } from "node:timers/promises";
import { connectShop, freshShop, type ShopAccount } from "../sandbox-account.ts";
import { type SandboxProcess, startSandboxProcess } from "../sandbox-process.ts";
import { orderSearch } from "../watched-import.ts";
import { atMost, type Check, type Goal } from "./goal.ts";

const callers = 20;
const callPauseMs = 250;

export const amplification: Goal = {
  id: "R7",
  promise: "Requests at the platform ≤ 1.15 × what was asked for while 100 % fail; back ≤ 60 s after it heals",
  how: "Twenty callers of the product's client ask for pages of orders four times a second each; the sandbox fails a share of the requests and counts them all.",
  async measure(isFull) {
    const seconds = isFull ? 300 : 30;
    const sandbox = await startSandboxProcess();
    try {
      await sandbox.setLimit(0);
      const checks: Check[] = [];
      for (const [share, limit] of [
        [0.1, 1.15],
        [0.5, 1.2],
        [1, 1.15],
      ] as const) {
        const account = await connectShop(sandbox, freshShop(500));
        const { demand, sent } = await askWhileFailing(sandbox, account, { share, seconds });
        checks.push(atMost(`sent ÷ asked for, ${share * 100} % failing`, sent / demand, limit));
        if (share === 1) checks.push(atMost("back after", await secondsToRecover(sandbox, account), 60, " s"));
        else await sandbox.mend();
      }
      return { scale: `${seconds} s at each share of failures`, isFullSize: isFull, checks, notes: [] };
    } finally {
      await sandbox.stop();
    }
  },
};

async function askWhileFailing(
  sandbox: SandboxProcess,
  account: ShopAccount,
  { share, seconds }: { readonly share: number; readonly seconds: number },
): Promise<{ readonly demand: number; readonly sent: number }> {
  await sandbox.fail("/order/", share);
  await sandbox.clearLog();
  const end = Date.now() + seconds * 1_000;
  let demand = 0;
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (Date.now() < end) {
        demand += 1;
        await account.readOrders(null).catch(() => undefined);
        await sleep(callPauseMs);
      }
    }),
  );
  return { demand, sent: (await sandbox.countsByApi()).get(`POST ${orderSearch}`) ?? 0 };
}

async function secondsToRecover(sandbox: SandboxProcess, account: ShopAccount): Promise<number> {
  await sandbox.mend();
  const healed = performance.now();
  for (;;) {
    const isAnswered = await account.readOrders(null).then(
      () => true,
      () => false,
    );
    if (isAnswered) return (performance.now() - healed) / 1_000;
    await sleep(callPauseMs);
  }
}
