import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";

const child = `
  process.on("SIGINT", () => { console.log("asked to end"); setTimeout(() => process.exit(0), 200); });
  setInterval(() => undefined, 1000);
  console.log("started " + process.pid);
`;

const runner = `
  const { runChild, untilInterrupted } = await import(${JSON.stringify(join(import.meta.dirname, "run-child.ts"))});
  await untilInterrupted(async () => {
    for (const nth of [1, 2]) {
      console.log("run " + nth);
      await runChild(process.execPath, ["-e", ${JSON.stringify(child)}], {});
    }
  });
`;

function endGroup(pid: number): void {
  if (pid === 0) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

it.each(["SIGINT", "SIGTERM"] as const)(
  "asks the process at hand to end once, waits for it, and starts no other (%s as a terminal sends it)",
  async (signal) => {
    const run = spawn(process.execPath, ["--input-type=module", "-e", runner], { detached: true });
    let output = "";
    onTestFinished(() => {
      // What it runs stands in a group of its own.
      const children = [...output.matchAll(/started (\d+)/g)].map(([, pid]) => Number(pid));
      for (const pid of [run.pid ?? 0, ...children]) endGroup(pid);
    });
    for (const stream of [run.stdout, run.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    await expect.poll(() => output, { timeout: 20_000 }).toContain("started");

    process.kill(-(run.pid ?? 0), signal);
    const [code] = await once(run, "close");

    expect(code).toBe(130);
    expect(output.match(/asked to end/g)).toHaveLength(1);
    expect(output).not.toContain("run 2");
  },
  30_000,
);

it("answers the exit code of a process that ends by itself, and listens for no signal after it", async () => {
  const { runChild } = await import("./run-child.ts");
  const before = process.listenerCount("SIGINT");

  expect(await runChild(process.execPath, ["-e", "process.exit(3)"], {})).toBe(3);

  expect(process.listenerCount("SIGINT")).toBe(before);
});
