import { defineConfig, devices } from "@playwright/test";
import { browserArgs, browserPath } from "./e2e/browser.ts";

const executablePath = await browserPath();

export default defineConfig({
  testDir: "./e2e",
  outputDir: "./test-results",
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 60_000,
  expect: {
    timeout: 15_000,
    toHaveScreenshot: { animations: "disabled", maxDiffPixels: 30, threshold: 0.05 },
  },
  snapshotPathTemplate: "{testDir}/looks/{arg}{ext}",
  updateSnapshots: process.env.CI ? "none" : "missing",
  reporter: [["list"], ["json", { outputFile: "./test-results/report.json" }]],
  globalSetup: "./e2e/stack.ts",
  use: {
    ...devices["Desktop Chrome"],
    ...(process.env.E2E_BASE_URL ? { baseURL: process.env.E2E_BASE_URL } : {}),
    trace: "retain-on-failure",
    launchOptions: { executablePath, args: browserArgs },
  },
});
