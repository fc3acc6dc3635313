import "server-only";
import { randomUUID } from "node:crypto";
import { scoreIncome } from "@lendfriend/credit-score";
import { revenueData } from "@lendfriend/tiktokshop-client";
import { findConnection } from "#server/stores/pg/connections.ts";
import { commitUnless } from "#server/stores/pg/pool.ts";
import { endRescore, type RescoreTask, takeRescore } from "#server/stores/pg/rescores.ts";
import {
  findNewestHash,
  holdWallet,
  insertSnapshot,
  latestFinishedRuns,
  saveRevenue,
} from "#server/stores/pg/scores.ts";
import { storeTieOut } from "#server/stores/pg/tie-outs.ts";
import { importDays } from "./plan-windows.ts";
import { type ScoreDeps, withFigures, withWalletLock } from "./score-wallet.ts";

/** Scores again every wallet that is due. Answers how many were looked at. */
export async function rescoreWallets(deps: ScoreDeps & { readonly stopping: AbortSignal }): Promise<number> {
  let wallets = 0;
  while (!deps.stopping.aborted) {
    const task = await takeRescore(deps.pool);
    if (task === null) break;
    await rescoreWallet(deps, task);
    wallets += 1;
  }
  return wallets;
}

/**
 * Scores a wallet from the rows at hand, as of its last import: late refunds and an ended authorisation count at once. A
 * score that says the same as the newest one is not written again; a wallet that was never imported has none.
 */
async function rescoreWallet(deps: ScoreDeps, task: RescoreTask): Promise<void> {
  const { pool, log } = deps;
  const { connectionId } = task;
  const connection = await findConnection(pool, connectionId);
  if (!connection) return;
  const { wallet } = connection;
  const outcome = await withWalletLock(pool, wallet, async (client) => {
    const held = await holdWallet(client, wallet);
    const finished = await latestFinishedRuns(
      client,
      held.connections.map(({ id }) => id),
    );
    const to = Math.max(0, ...[...finished.values()].map(({ asOf }) => asOf));
    if (to === 0) return endTask("unscored");
    const window = { from: to - importDays * 86_400, to };
    return withFigures(deps, client, { wallet, connectionId, run: null, window }, (figures) =>
      commitUnless<"scored" | "same" | "changed">(pool, "changed", async (tx) => {
        const { wallet: inputs, own, insights, tieOutSource } = figures;
        const report = scoreIncome(inputs);
        const id = randomUUID();
        const isNews = (await findNewestHash(tx, wallet)) !== report.snapshotHash;
        if (isNews) await storeTieOut(tx, { snapshotId: id, wallet }, tieOutSource);
        // What was read must still stand: a disconnect or a new consent meanwhile asks for a look of its own.
        if ((await holdWallet(tx, wallet)).version !== held.version) return "changed";
        if (isNews) {
          await insertSnapshot(tx, { id: null, subject: connectionId }, { id, wallet, inputs, insights, report });
          if (own !== null) await saveRevenue(tx, connectionId, revenueData(own));
        }
        await endRescore(tx, task);
        return isNews ? "scored" : "same";
      }),
    );
  });
  log.info("wallet_rescored", { connectionId, outcome });

  async function endTask<Outcome extends string>(outcome: Outcome): Promise<Outcome> {
    await endRescore(pool, task);
    return outcome;
  }
}
