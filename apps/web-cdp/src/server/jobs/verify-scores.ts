import "server-only";
import { modelHash, saysItsTexts, scoreIncome, snapshotHash, ttshop1 } from "@lendfriend/credit-score";
import type { Sql } from "#server/stores/pg/pool.ts";
import { listStoredScores, type StoredSnapshot } from "#server/stores/pg/stored-scores.ts";

export interface VerifyReport {
  /** Snapshots that scored again to the same thousandths, every item included. */
  readonly identical: number;
  /** Snapshots of another model, whose hash alone was checked. */
  readonly otherModel: number;
  /** Snapshots of this model that score otherwise now: the function changed without its version. */
  readonly different: readonly string[];
  /** Snapshots whose row is not what was hashed when it was written, or whose codes do not say the hashed texts. */
  readonly altered: readonly string[];
}

/** Scores every stored snapshot again, in batches, and says which ones differ. Reads only. */
export async function verifyScores(sql: Sql, batchSize = 200): Promise<VerifyReport> {
  const counts = { identical: 0, otherModel: 0 };
  const ids = { different: [] as string[], altered: [] as string[] };
  let after: string | null = null;
  for (;;) {
    const snapshots: readonly StoredSnapshot[] = await listStoredScores(sql, after, batchSize);
    for (const snapshot of snapshots) {
      const outcome = verifyOne(snapshot);
      if (outcome === "different" || outcome === "altered") ids[outcome].push(snapshot.id);
      else counts[outcome]++;
    }
    after = snapshots.at(-1)?.id ?? null;
    if (after === null) return { ...counts, ...ids };
  }
}

function verifyOne(stored: StoredSnapshot): "identical" | "otherModel" | "different" | "altered" {
  if (isAltered(stored)) return "altered";
  if (stored.modelHash !== modelHash(ttshop1)) return "otherModel";
  const again = scoreIncome(stored.inputs);
  return millipointsOf(again) === millipointsOf(stored.report) ? "identical" : "different";
}

function isAltered({ inputs, report, ...row }: StoredSnapshot): boolean {
  return (
    typeof inputs.exchangeRates !== "object" ||
    snapshotHash(inputs, report) !== row.snapshotHash ||
    !saysItsTexts(report) ||
    report.snapshotHash !== row.snapshotHash ||
    report.modelHash !== row.modelHash ||
    report.millipoints !== row.millipoints ||
    inputs.exchangeRates.hash !== row.ratesHash
  );
}

/** The score and each item in thousandths, as one text to compare. */
function millipointsOf({ millipoints, factors }: StoredSnapshot["report"]): string {
  const items = [factors.revenue, factors.consistency, factors.reliability, factors.growth].flatMap(
    ({ items }) => items,
  );
  return [millipoints, ...items.map((item) => `${item.code} ${item.millipoints} ${item.maxMillipoints}`)].join();
}
