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

/**
 * One failed test is enough, so that quick ones come first: then properties and those that make a whole app, those that start
 * a server or a program, and last the search for the next tier.
 */
class QuickFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve([...files].sort((left, right) => costOf(left) - costOf(right)));
  }
}

function costOf({ moduleId }: TestSpecification): number {
  if (moduleId.includes("next-tier")) return 3;
  const text = readFileSync(moduleId, "utf8");
  if (/createServer|spawnSync|startLocalChain|serveWorld/.test(text)) return 2;
  return /fast-check|createWorld/.test(text) ? 1 : 0;
}

/** Judge the whole, with the sandbox or through routes, or parts that no configuration changes. */
const leftOut = [
  "**/{connect-to-sandbox,create-client,create-connector,read-again,sandbox-faults}.test.ts",
  "**/*-http.test.ts",
  "**/{adverse-actions,compare-shared,find-next-tier,read-score-changes,try-what-if}.test.ts",
  "**/{live,openapi,rates,stores}/**",
];

/** The unit tests as Stryker runs them, once for each change of the source that they cover. */
export default defineConfig({
  plugins: [fewCases],
  resolve: { alias: { "server-only": new URL("../scripts/empty.ts", import.meta.url).pathname } },
  test: {
    environment: "node",
    // A busy machine is no failure; Stryker has a limit of its own for changes that never end.
    testTimeout: 60_000,
    // Each change starts anew; its test files share what they load.
    isolate: false,
    sequence: { sequencer: QuickFirst },
    include: ["**/*.test.ts"],
    // Goldens set the process's time zone, which threads cannot; `released-models.test.ts` scores the same ones.
    exclude: ["**/node_modules/**", "**/*.int.test.ts", "**/golden.test.ts", ...leftOut],
  },
});
