import { parseArgs } from "node:util";
import { untilInterrupted } from "../scripts/chaos/run-child.ts";
import { chooseByName } from "../scripts/choose-by-name.ts";
import { amplification } from "./reliability/amplification.ts";
import { auditChain } from "./reliability/audit-chain.ts";
import { deletions } from "./reliability/deletions.ts";
import { deliveryOrders } from "./reliability/delivery-orders.ts";
import { deliveryStorm } from "./reliability/delivery-storm.ts";
import { drumbeat } from "./reliability/drumbeat.ts";
import type { Goal } from "./reliability/goal.ts";
import { guards } from "./reliability/guards.ts";
import { leaks } from "./reliability/leaks.ts";
import { load } from "./reliability/load.ts";
import { manyShops } from "./reliability/many-shops.ts";
import { policyReads } from "./reliability/policy-reads.ts";
import { checkText, recordRun } from "./reliability/record.ts";
import { refreshKills } from "./reliability/refresh-kills.ts";
import { replays } from "./reliability/replays.ts";
import { singleFlight } from "./reliability/single-flight.ts";
import { soak } from "./reliability/soak.ts";
import { vaultGoal } from "./reliability/vault.ts";

const goals: readonly Goal[] = [
  singleFlight,
  refreshKills,
  drumbeat,
  deliveryStorm,
  replays,
  manyShops,
  amplification,
  deliveryOrders,
  policyReads,
  vaultGoal,
  leaks,
  deletions,
  guards,
  load,
  auditChain,
  soak,
];

const usage = `Usage: pnpm reliability [goal]... [--full] [--runs=N] [--add]

Measures promises and keeps the figures in docs/reliability.md. Reduced sizes take minutes in all, --full takes hours.
Of several runs the worst of each figure is kept; with --add those on record count too, if they were of the same size.

${goals.map(({ id, promise }) => `  ${id.padEnd(4)} ${promise}`).join("\n")}`;

const { values, positionals } = parseArgs({
  options: {
    full: { type: "boolean", default: false },
    add: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
    runs: { type: "string", default: "1" },
  },
  allowPositionals: true,
});

const { chosen, refusal } = chooseByName(goals, ({ id }) => id, positionals);
if (values.help) console.log(usage);
else if (refusal !== null || !/^[1-9]$/.test(values.runs)) {
  console.error(refusal ?? "--runs is a number from 1 to 9.");
  process.exitCode = 2;
} else
  await untilInterrupted(async () => {
    for (const goal of chosen) await measure(goal, Number(values.runs));
  });

/** Keeps what is known after each run, so that an interruption loses none. */
async function measure(goal: Goal, runs: number): Promise<void> {
  const { full, add } = values;
  console.log(`\n${goal.id} (${full ? "full size" : "reduced size"}): ${goal.promise}`);
  for (let run = 1; run <= runs; run += 1) {
    const began = performance.now();
    const measured = await goal.measure(full);
    recordRun(goals, goal, measured, { minutes: (performance.now() - began) / 60_000, isAdded: add || run > 1 });
    for (const line of [measured.scale, ...measured.checks.map(checkText), ...measured.notes]) console.log(`  ${line}`);
  }
}
