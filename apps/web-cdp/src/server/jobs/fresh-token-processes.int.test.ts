import { type Sandbox, startSandbox } from "@lendfriend/tiktokshop-sandbox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectPersona, sandboxConnector } from "./testing/connect-persona.ts";
import { type ImportBench, openBench } from "./testing/import-bench.ts";
import { startTestProcess } from "./testing/import-process.ts";

const processes = 8;
const callers = 50;
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
  it(`is refreshed once for ${processes} processes of ${callers} callers each, and all of them get the new one`, async () => {
    const { connectionId } = await connectPersona(bench, sandbox, sandboxConnector(sandbox), "worked-seller");
    sandbox.control.addFault({ kind: "delay", path: "/api/v2/token/refresh", delayMs: 300 });
    sandbox.control.clearLog();
    const env = { CONNECTION_ID: connectionId, CALLERS: String(callers) };
    const children = Array.from({ length: processes }, () =>
      startTestProcess(bench, sandbox, { script: "call-for-token.ts", env }),
    );
    await Promise.all(children.map(({ started }) => started));

    for (const child of children) child.begin();
    const codes = await Promise.all(children.map(({ ended }) => ended));

    expect(codes, children.map((child) => child.output()).join("")).toEqual(Array(processes).fill(0));
    expect(sandbox.control.requestCounts()[refresh]).toBe(1);
    const versions = children.flatMap((child) => JSON.parse(/versions (.*)/.exec(child.output())?.[1] ?? "[]"));
    expect(versions).toEqual(Array(processes * callers).fill(2));
  }, 60_000);
});
