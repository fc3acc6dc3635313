import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { browserPath, installedBrowser } from "../apps/web-cdp/e2e/browser.ts";
import { repositoryRoot } from "./stack/repository-root.ts";

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const reports = join(repositoryRoot, "test-results");
const appFolder = join(repositoryRoot, "apps", "web-cdp");
const quiet = { NEXT_TELEMETRY_DISABLED: "1", TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", LITE_TELEMETRY: "0" };

process.exit(await testEverything());

/**
 * Units beside the database, whose tests mostly wait, and the browser last, alone; every part runs even when another one failed.
 */
async function testEverything(): Promise<number> {
  mkdirSync(reports, { recursive: true });
  const tallies = [...(await Promise.all([runVitest("unit"), runVitest("int")])), await runPlaywright()];
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

async function runVitest(project: "unit" | "int"): Promise<Tally> {
  const report = join(reports, `vitest-${project}.json`);
  rmSync(report, { force: true });
  const code = await run(repositoryRoot, [
    join(repositoryRoot, "node_modules", "vitest", "vitest.mjs"),
    ...["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
  ]);
  const counts = readReport(report);
  const [passed, failed] = [numberIn(counts, "numPassedTests"), numberIn(counts, "numFailedTests")];
  return withExitCode({ passed, failed }, code, `vitest (${project})`);
}

async function runPlaywright(): Promise<Tally> {
  const problem = await browserProblem();
  if (problem !== null) {
    console.error(problem);
    return { passed: 0, failed: 1 };
  }
  const report = join(appFolder, "test-results", "report.json");
  rmSync(report, { force: true });
  const code = await run(appFolder, [
    join(appFolder, "node_modules", "@playwright", "test", "cli.js"),
    ...["test", "-c", join(appFolder, "playwright.config.ts")],
  ]);
  const stats = memberOf(readReport(report), "stats");
  const passed = numberIn(stats, "expected") + numberIn(stats, "flaky");
  return withExitCode({ passed, failed: numberIn(stats, "unexpected") }, code, "playwright");
}

/** A runner that failed without a failed test (a file that does not load, say) still counts as a failure. */
function withExitCode(tally: Tally, code: number, runner: string): Tally {
  if (code === 0 || tally.failed > 0) return tally;
  console.error(`${runner} ended with exit code ${code} although no test failed; see its output above.`);
  return { ...tally, failed: 1 };
}

/**
 * On a Debian machine of our own (root, apt) the distribution's Chromium is installed: it has the fonts and libraries that the one
 * inside the npm package lacks. Elsewhere nothing is touched.
 */
function installBrowser(): void {
  const isDebianRoot = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (process.env.CHROMIUM_PATH || installedBrowser() !== null || !isDebianRoot) return;
  console.log("Installing Chromium with apt-get for the browser tests.");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", "chromium"]]) {
    const { status } = spawnSync("apt-get", ["-qq", ...args], { env, stdio: ["ignore", "ignore", "inherit"] });
    if (status !== 0) return;
  }
}

/** One line that says why no browser can be used, or null. */
async function browserProblem(): Promise<string | null> {
  const advice = "Install Chromium (apt-get install chromium) or set CHROMIUM_PATH to one.";
  try {
    installBrowser();
    const path = await browserPath();
    const { status, stderr } = spawnSync(path, ["--version", "--no-sandbox"], { encoding: "utf8", timeout: 30_000 });
    if (status === 0) return null;
    return `The browser tests cannot run: ${path} does not start (${stderr.trim().split("\n")[0] ?? ""}). ${advice}`;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : "";
    return `The browser tests cannot run: no Chromium was found (${reason}). ${advice}`;
  }
}

function run(cwd: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...args], {
      cwd,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...quiet },
    });
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => child.kill(signal));
    child.once("error", () => resolve(1));
    child.once("close", (code) => resolve(code ?? 1));
  });
}

function readReport(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return null;
  return new Map<string, unknown>(Object.entries(value)).get(name) ?? null;
}

function numberIn(value: unknown, name: string): number {
  const member = memberOf(value, name);
  return typeof member === "number" ? member : 0;
}
