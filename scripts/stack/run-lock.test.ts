import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Child, startChild } from "./children.ts";
import { endAbandoned, lockDataDir, processesFile, runningDemo } from "./run-lock.ts";

const { platform } = process;
let folder = "";
let left: Child;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lendfriend-test-"));
  mkdirSync(join(folder, "run"));
  const args = ["-e", "setInterval(() => undefined, 1000)"];
  const logFile = join(folder, "left.log");
  left = startChild({ name: "Left", command: process.execPath, args, env: {}, cwd: folder, logFile });
});
afterEach(async () => {
  Object.defineProperty(process, "platform", { value: platform });
  vi.unstubAllEnvs();
  await left.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A system without /proc, whose `ps` tells this time of every process that runs. */
function pretendToBeMac(startedAt: string): void {
  const ps = `#!/bin/sh\nkill -0 "$8" 2>/dev/null && echo "Ss   ${startedAt} /opt/our tools/node"\n`;
  writeFileSync(join(folder, "ps"), ps);
  chmodSync(join(folder, "ps"), 0o755);
  Object.defineProperty(process, "platform", { value: "darwin" });
  vi.stubEnv("PATH", `${folder}:/usr/bin:/bin`);
}

function changeLock(change: (lock: { startedAt: string; children: { startedAt: string }[] }) => void): void {
  const lock = JSON.parse(readFileSync(processesFile(folder), "utf8"));
  change(lock);
  writeFileSync(processesFile(folder), JSON.stringify(lock));
}

const isAlive = () => Promise.race([left.ended.then(() => false), sleep(200, true)]);

describe.each(["linux", "darwin"])("on %s", (system) => {
  test.runIf(system === "darwin" || platform === "linux")("what a killed demo left running is ended", async () => {
    if (system === "darwin") pretendToBeMac("Mon Nov 30 12:40:48 2026");
    lockDataDir(folder).record([left]);
    expect(runningDemo(folder)).toBe(process.pid);
    changeLock((lock) => {
      lock.startedAt = "before";
    });
    expect(runningDemo(folder)).toBeNull();

    await endAbandoned(folder);

    expect(await left.ended).toBe("ended by SIGKILL");
  });

  test.runIf(system === "darwin" || platform === "linux")(
    "a process that only has the number of one is left alone",
    async () => {
      if (system === "darwin") pretendToBeMac("Mon Nov 30 12:40:48 2026");
      lockDataDir(folder).record([left]);
      changeLock((lock) => {
        lock.startedAt = "before";
        for (const child of lock.children) child.startedAt = "before";
      });

      await endAbandoned(folder);

      expect(await isAlive()).toBe(true);
    },
  );
});

test("after a restart of a Mac whose numbers begin anew, nobody is ended and no demo runs", async () => {
  pretendToBeMac("Mon Nov 30 12:40:48 2026");
  lockDataDir(folder).record([left]);
  pretendToBeMac("Tue Dec  1 08:00:00 2026");

  expect(runningDemo(folder)).toBeNull();
  await endAbandoned(folder);

  expect(await isAlive()).toBe(true);
});
