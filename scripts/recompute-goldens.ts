import { readdirSync, readFileSync } from "node:fs";
import { type IncomeMetrics, scoreIncome } from "../packages/credit-score/src/index.ts";

/*
 * Scores every golden snapshot of credit-score again and prints what differs. Its own process, so that version, time zone and
 * locale are what the environment says from the start. Exit code 1 on any difference.
 */

interface Golden {
  readonly inputs: IncomeMetrics;
  readonly expected: { readonly millipoints: number; readonly snapshotHash: string };
}

const folder = new URL("../packages/credit-score/src/fixtures/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
const wrong = names.filter((name) => {
  const { inputs, expected } = goldenFrom(readFileSync(new URL(name, folder), "utf8"));
  const report = scoreIncome(inputs);
  return report.snapshotHash !== expected.snapshotHash || report.millipoints !== expected.millipoints;
});
const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();
console.log(`${process.version} ${timeZone} ${locale}: ${names.length - wrong.length} of ${names.length} identical`);
if (names.length === 0 || wrong.length > 0) {
  console.log(`differ: ${wrong.join(", ")}`);
  process.exitCode = 1;
}

/** Safe: the fixtures were written from typed metrics, and a difference to the type would differ in the hash. */
function goldenFrom(text: string): Golden {
  return JSON.parse(text) as Golden;
}
