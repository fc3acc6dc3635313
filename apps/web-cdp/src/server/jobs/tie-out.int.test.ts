import { type Sandbox, startSandbox } from "@lendfriend/tiktokshop-sandbox";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { loadSeedRates } from "./refresh-rates.ts";
import { scoreWallet } from "./score-wallet.ts";
import { connectPersona, sandboxConnector } from "./testing/connect-persona.ts";
import { type ImportBench, openBench, runToEnd, syncDeps } from "./testing/import-bench.ts";

let bench: ImportBench;
let sandbox: Sandbox;

beforeAll(async () => {
  bench = await openBench();
  await loadSeedRates(bench);
  sandbox = await startSandbox();
});
afterAll(async () => {
  await sandbox.close();
  await bench.close();
});
beforeEach(() => sandbox.control.reset());

/** Imports a persona for real and reads the tie-out that its snapshot has. */
async function imported(persona: string) {
  const connector = sandboxConnector(sandbox);
  const { wallet, runId } = await connectPersona(bench, sandbox, connector, persona);
  const base = syncDeps(bench, connector);
  await runToEnd({ ...base, score: (run, connection) => scoreWallet(base, run, connection) }, runId);
  const { rows } = await bench.pool.query(
    `select t.snapshot_id, t.summary, s.report, s.inputs from public.tie_outs t
     join public.score_snapshots s on s.id = t.snapshot_id where t.wallet_address = $1`,
    [wallet],
  );
  const [row] = rows;
  const flags = await bench.pool.query(
    `select kind, subject, problem, id from public.tie_out_flags where snapshot_id = $1 order by kind, number`,
    [row?.snapshot_id],
  );
  return { ...row, flags: flags.rows };
}

const byId = (left: { id: string }, right: { id: string }) => (left.id < right.id ? -1 : 1);

test.each(["planted-defects", "defects:4:apple", "defects:4:pear"])(
  "of %s exactly the planted ids are flagged, none else",
  async (persona) => {
    const { flags, summary, inputs } = await imported(persona);
    const planted = sandbox.control.plantedDefects({ persona });

    expect(planted.length).toBeGreaterThanOrEqual(20);
    expect([...flags].sort(byId)).toEqual([...planted].sort(byId));
    const [old] = summary.oldDelivered;
    expect(inputs.reconciliation).toMatchObject({
      oldDeliveredUsd: old.value,
      unreconciledUsd: old.missingValue,
    });
    expect(old.missingCount).toBe(planted.filter(({ problem }) => problem === "not_settled").length);
  },
);

test.each(["worked-seller", "steady-seller", "viral-seller", "cross-border", "declining-seller", "odd-rows"])(
  "nothing of %s is flagged: its books are sound",
  async (persona) => {
    const { flags, summary, report } = await imported(persona);

    expect(flags).toEqual([]);
    expect(summary.status).toBe("available");
    expect(report.integrity).toBe("PASS");
  },
);

test("of a shop with a failed payout, that payment is flagged", async () => {
  expect((await imported("heavy-refunds")).flags).toMatchObject([
    { kind: "MISSING", subject: "payment", problem: "payment_failed" },
  ]);
});

test("without the permission for finance it is unavailable and says which permission restores it", async () => {
  const { flags, summary } = await imported("no-finance-scope");

  expect(flags).toEqual([]);
  expect(summary).toMatchObject({
    status: "unavailable",
    untied: [{ account: "seller", reason: "withheld", permission: "seller.finance.info" }],
  });
});
