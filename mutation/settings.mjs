/**
 * Stryker's settings for one package: its sources are changed one place at a time, and its own tests must notice.
 *
 * @param {string} name names the report
 * @param {string} folder holds the sources and their tests
 */
export function settings(name, folder) {
  return {
    packageManager: "pnpm",
    plugins: ["@stryker-mutator/vitest-runner"],
    testRunner: "vitest",
    vitest: { configFile: "mutation/vitest.config.ts", dir: folder },
    // Stryker would rewrite tsconfig.json through TypeScript's JavaScript API, which version 7 does not have, and needs not to.
    tsconfigFile: "none",
    coverageAnalysis: "perTest",
    mutate: [`${folder}/*.ts`, `!${folder}/*.test.ts`],
    ignorePatterns: ["apps", "bench", "docs", "scripts", "supabase"],
    concurrency: 2,
    thresholds: { high: 95, low: 90, break: 90 },
    reporters: ["clear-text", "json"],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    jsonReporter: { fileName: `test-results/mutation/${name}.json` },
    incrementalFile: `test-results/mutation/${name}-incremental.json`,
  };
}
