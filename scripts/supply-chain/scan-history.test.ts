import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { scanHistory } from "./scan-history.ts";

test("a secret that was committed once and removed since is found, and where (L03)", async () => {
  const folder = mkdtempSync(join(tmpdir(), "history-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const git = (...args: string[]) => {
    const author = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"];
    expect(spawnSync("git", [...author, ...args], { cwd: folder }).status).toBe(0);
  };
  git("init", "-q");
  writeFileSync(join(folder, "settings.txt"), `key AKIA${"Q7".repeat(8)}\n`);
  git("add", ".");
  git("commit", "-qm", "one");
  writeFileSync(join(folder, "settings.txt"), "key\n");
  git("commit", "-qam", "two");

  const { versions, sightings } = await scanHistory(folder);

  expect(versions).toBe(2);
  expect(sightings).toMatchObject([{ kind: "cloud access key", path: "settings.txt" }]);
  expect(JSON.stringify(sightings)).not.toContain("AKIA");
});
