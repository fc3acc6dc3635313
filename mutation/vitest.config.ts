import { defineConfig, type Plugin } from "vitest/config";

const fewCasesFile = new URL("./few-cases.ts", import.meta.url).pathname;

/** Every test file gets `few-cases.ts` in place of fast-check. */
const fewCases: Plugin = {
  name: "few-cases",
  enforce: "pre",
  resolveId: (source, importer) => (source === "fast-check" && importer !== fewCasesFile ? fewCasesFile : null),
};

/** The unit tests as Stryker runs them, once for each change of the source that they cover. */
export default defineConfig({
  plugins: [fewCases],
  test: {
    environment: "node",
    // Each change starts anew; its test files share what they load.
    isolate: false,
    include: ["**/*.test.ts"],
    // Sets the process's time zone, which threads cannot; `released-models.test.ts` scores the same goldens.
    exclude: ["**/golden.test.ts"],
  },
});
