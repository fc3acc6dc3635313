import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { startChild } from "./stack/children.ts";
import { openDataDir } from "./stack/data-dir.ts";
import { repositoryRoot } from "./stack/repository-root.ts";
import { lockDataDir, processesFile } from "./stack/run-lock.ts";

/** A checkout of its own, so that its .env.local and .data are nobody's. */
let checkout = "";
beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), "lendfriend-test-"));
  for (const part of ["package.json", "scripts/demo-reset.ts", "scripts/stack"]) {
    cpSync(join(repositoryRoot, part), join(checkout, part), { recursive: true });
  }
  symlinkSync(join(repositoryRoot, "node_modules"), join(checkout, "node_modules"));
});
afterEach(() => rmSync(checkout, { recursive: true, force: true }));

function dataFolder(name: string): string {
  const dataDir = join(checkout, name);
  openDataDir(dataDir);
  mkdirSync(join(dataDir, "run"));
  return dataDir;
}

function reset() {
  const { DATA_DIR: _, ...env } = process.env;
  return spawnSync(process.execPath, [join(checkout, "scripts", "demo-reset.ts")], { env, encoding: "utf8" });
}

test("a reset empties the folder that .env.local names for the demo, and no other", { timeout: 60_000 }, () => {
  const [usual, named] = [dataFolder(".data"), dataFolder("named")];
  writeFileSync(join(checkout, ".env.local"), "DATA_DIR=named\n");

  const { status, stderr } = reset();

  expect([status, stderr]).toEqual([0, ""]);
  expect([existsSync(usual), existsSync(named)]).toEqual([true, false]);
});

test("a reset ends what a killed demo left running on the folder", { timeout: 60_000 }, async () => {
  const dataDir = dataFolder(".data");
  const args = ["-e", "setInterval(() => undefined, 1000)"];
  const logFile = join(checkout, "left.log");
  const left = startChild({ name: "Left", command: process.execPath, args, env: {}, cwd: checkout, logFile });
  onTestFinished(() => left.stop());
  lockDataDir(dataDir).record([left]);
  const lock = JSON.parse(readFileSync(processesFile(dataDir), "utf8"));
  writeFileSync(processesFile(dataDir), JSON.stringify({ ...lock, startedAt: "long ago" }));

  const { status, stderr } = reset();

  expect([status, stderr]).toEqual([0, ""]);
  expect(await left.ended).toBe("ended by SIGKILL");
  expect(existsSync(dataDir)).toBe(false);
});

test("a reset leaves a folder alone on which a demo runs", { timeout: 60_000 }, () => {
  const dataDir = dataFolder(".data");
  lockDataDir(dataDir);

  expect(reset().status).toBe(1);
  expect(existsSync(processesFile(dataDir))).toBe(true);
});
