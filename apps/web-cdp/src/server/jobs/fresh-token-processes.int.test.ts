import { type Sandbox, startSandbox } from "@lendfriend/tiktokshop-sandbox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectPersona, sandboxConnector } from "./testing/connect-persona.ts";
import { type ImportBench, openBench } from "./testing/import-bench.ts";
import { startTestProcess, type TestProcess } from "./testing/import-process.ts";
import { tell } from "./testing/tally.ts";

const processes = 8;
const callers = 50;
/** `pnpm chaos` and `pnpm reliability` ask for more rounds, one expired token each. */
const rounds = Number(process.env.REFRESH_ROUNDS ?? 1);
const refresh = "GET /api/v2/token/refresh";

let bench: ImportBench;
let sandbox: Sandbox;

beforeAll(async () => {
  bench = await openBench();
  sandbox = await startSandbox();
});
afterAll(async () => {
  await sandbox.close();
  await bench.close();
});

describe("an expired token", () => {
  it(
    `is refreshed once for ${processes} processes of ${callers} callers each, and all of them get the new one (${rounds} times)`,
    async () => {
      const { connectionId } = await connectPersona(bench, sandbox, sandboxConnector(sandbox), "worked-seller");
      sandbox.control.addFault({ kind: "delay", path: "/api/v2/token/refresh", delayMs: 300 });
      sandbox.control.clearLog();
      const env = { CONNECTION_ID: connectionId, CALLERS: String(callers), ROUNDS: String(rounds) };
      const children = Array.from({ length: processes }, () =>
        startTestProcess(bench, sandbox, { script: "call-for-token.ts", env }),
      );
      await Promise.all(children.map(({ started }) => started));

      const answers: { readonly version: number; readonly ms: number }[][] = [];
      for (let round = 0; round < rounds; round++) {
        for (const child of children) child.begin();
        await expect
          .poll(() => children.every((child) => roundsOf(child).length > round), { timeout: 30_000 })
          .toBe(true);
        answers.push(children.flatMap((child) => roundsOf(child)[round] ?? []));
      }
      const codes = await Promise.all(children.map(({ ended }) => ended));

      expect(codes, children.map((child) => child.output()).join("")).toEqual(Array(processes).fill(0));
      const calls = sandbox.control.requestCounts()[refresh] ?? 0;
      const served = answers.flatMap((all, round) => all.filter(({ version }) => version === round + 2)).length;
      const times = answers.flatMap((all) => all.map(({ ms }) => ms)).toSorted((a, b) => a - b);
      const p99Ms = Math.round(times[Math.floor(times.length * 0.99)] ?? 0);
      tell({ scenario: "expired tokens", struck: { rounds }, found: { calls, served, p99Ms } });
      expect({ calls, served }).toEqual({ calls: rounds, served: rounds * processes * callers });
    },
    60_000 + rounds * 5_000,
  );
});

function roundsOf(child: TestProcess): { readonly version: number; readonly ms: number }[][] {
  return [...child.output().matchAll(/^round (.*)$/gm)].map(([, answer = ""]) => JSON.parse(answer));
}
