/**
 * Stryker's settings for some sources: they are changed one place at a time, and the unit tests that cover them must notice.
 *
 * @param {object} part
 * @param {string} part.name names the report
 * @param {string} part.folder holds the sources and their tests
 * @param {readonly string[]} [part.sources] what is changed, below the folder; by default each file that is in it
 * @param {readonly string[]} [part.leaveOut] folders of the repository that neither the sources nor the tests need
 */
export function settings({ name, folder, sources = ["*.ts"], leaveOut = ["apps", "scripts", "supabase"] }) {
  return {
    packageManager: "pnpm",
    plugins: ["@stryker-mutator/vitest-runner"],
    testRunner: "vitest",
    vitest: { configFile: "mutation/vitest.config.ts", dir: folder },
    // Stryker would rewrite tsconfig.json through TypeScript's JavaScript API, which version 7 does not have, and needs not to.
    tsconfigFile: "none",
    coverageAnalysis: "perTest",
    mutate: [...sources.map((source) => `${folder}/${source}`), `!${folder}/**/*.test.ts`],
    ignorePatterns: [".data", "bench", "docs", "playwright-report", "test-results", ...leaveOut],
    concurrency: 2,
    thresholds: { high: 95, low: 90, break: 90 },
    reporters: ["clear-text", "json"],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    jsonReporter: { fileName: `test-results/mutation/${name}.json` },
    incrementalFile: `test-results/mutation/${name}-incremental.json`,
  };
}
