import { type IncomeMetrics, type ScoreReport, scoreIncome, snapshotHash, ttshop1 } from "@lendfriend/credit-score";
import { afterAll, expect, it } from "vitest";
import { sampleInputs } from "#server/testing/sample-inputs.ts";
import { newWallet, openPool } from "../../../../../supabase/tests/harness.ts";
import { verifyScores } from "./verify-scores.ts";

const pool = openPool(2);
afterAll(() => pool.end());

async function store(inputs: IncomeMetrics, report: ScoreReport, millipoints = report.millipoints): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `insert into public.score_snapshots (wallet_address, as_of, model, model_hash, provisional, score_millipoints, tier,
       inputs, report, snapshot_hash, fx_table_hash)
     values ($1, to_timestamp($2), $3, $4, false, $5, $6, $7, $8, $9, $10) returning id`,
    [
      newWallet(),
      inputs.asOf,
      report.model,
      report.modelHash,
      millipoints,
      report.tier,
      JSON.stringify(inputs),
      JSON.stringify(report),
      report.snapshotHash,
      inputs.exchangeRates.hash,
    ],
  );
  return rows[0]?.id ?? "";
}

function rehashed(inputs: IncomeMetrics, report: ScoreReport): ScoreReport {
  return { ...report, snapshotHash: snapshotHash(inputs, report) };
}

/** As scores were stored before codes were kept. */
function withoutCodes(report: ScoreReport): ScoreReport {
  return JSON.parse(JSON.stringify(report, (key, value) => (key === "said" ? undefined : value)));
}

function otherwiseSaid(report: ScoreReport): ScoreReport {
  const said = [{ code: "monthly_revenue", values: { monthly: "99999", full: "20000" } }];
  const items = report.factors.revenue.items.map((item) => ({ ...item, said }));
  return { ...report, factors: { ...report.factors, revenue: { ...report.factors.revenue, items } } };
}

it("finds every snapshot that scores otherwise or was altered, and no other", async () => {
  const honest = scoreIncome(sampleInputs);
  const before = await verifyScores(pool);
  const kept = [await store(sampleInputs, honest), await store(sampleInputs, withoutCodes(honest))];
  const older = await store(sampleInputs, scoreIncome(sampleInputs, { config: { ...ttshop1, model: "older" } }));
  const drifted = await store(
    sampleInputs,
    rehashed(sampleInputs, { ...honest, millipoints: honest.millipoints + 1, score: honest.score + 0.001 }),
  );
  const edited = await store({ ...sampleInputs, netUsd: "9001" }, honest);
  const resaid = await store(sampleInputs, otherwiseSaid(honest));
  const raised = await store(sampleInputs, honest, honest.millipoints + 1);

  const after = await verifyScores(pool, 2);

  expect(after.identical - before.identical).toBe(2);
  expect(after.otherModel - before.otherModel).toBe(1);
  const found = (ids: readonly string[], old: readonly string[]) => ids.filter((id) => !old.includes(id)).sort();
  expect(found(after.different, before.different)).toEqual([drifted]);
  expect(found(after.altered, before.altered)).toEqual([edited, resaid, raised].sort());
  for (const id of [...kept, older]) expect([...after.different, ...after.altered]).not.toContain(id);
});

it("no snapshot can be changed once it is stored", async () => {
  const id = await store(sampleInputs, scoreIncome(sampleInputs));

  for (const statement of ["update public.score_snapshots set tier = 'New'", "delete from public.score_snapshots"]) {
    await expect(pool.query(`${statement} where id = $1`, [id])).rejects.toMatchObject({ code: "23001" });
  }
});
