import { readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const fewCasesFile = new URL("./few-cases.ts", import.meta.url).pathname;

/** Every test file gets `few-cases.ts` in place of fast-check. */
const fewCases: Plugin = {
  name: "few-cases",
  enforce: "pre",
  resolveId: (source, importer) => (source === "fast-check" && importer !== fewCasesFile ? fewCasesFile : null),
};

/** One failed test is enough, so that quick ones come first: then properties, and last the search for the next tier. */
class QuickFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve([...files].sort((left, right) => costOf(left) - costOf(right)));
  }
}

function costOf({ moduleId }: TestSpecification): number {
  if (moduleId.includes("next-tier")) return 2;
  return readFileSync(moduleId, "utf8").includes("fast-check") ? 1 : 0;
}

/** The unit tests as Stryker runs them, once for each change of the source that they cover. */
export default defineConfig({
  plugins: [fewCases],
  test: {
    environment: "node",
    // Each change starts anew; its test files share what they load.
    isolate: false,
    sequence: { sequencer: QuickFirst },
    include: ["**/*.test.ts"],
    // Sets the process's time zone, which threads cannot; `released-models.test.ts` scores the same goldens.
    exclude: ["**/golden.test.ts"],
  },
});
