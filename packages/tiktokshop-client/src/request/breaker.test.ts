import { ConnectorError } from "@lendfriend/connector";
import { expect, test } from "vitest";
import { createBreaker } from "./breaker.ts";

function stage() {
  let clock = 0;
  let calls = 0;
  const breaker = createBreaker(() => clock);
  const run = (outcome: () => Promise<unknown>) =>
    breaker.run("GET /x", () => {
      calls++;
      return outcome();
    });
  return {
    run,
    calls: () => calls,
    pass: (ms: number) => {
      clock += ms;
    },
    fail: async (times: number) => {
      for (let done = 0; done < times; done++) await run(down).catch(() => undefined);
    },
  };
}

async function down(): Promise<never> {
  throw new ConnectorError("provider_unavailable", "down");
}
async function refused(): Promise<never> {
  throw new ConnectorError("scope_missing", "an answer");
}
async function up(): Promise<string> {
  return "up";
}

test("twenty faults in a row stop further calls, which say how long to wait", async () => {
  const { run, calls, fail, pass } = stage();
  await fail(20);
  pass(4_000);

  await expect(run(up)).rejects.toMatchObject({ code: "provider_unavailable", retryAfterMs: 6_000 });
  expect(calls()).toBe(20);
});

test("an answer between faults, be it a refusal, keeps calls going", async () => {
  const { run, fail } = stage();
  await fail(19);
  await run(refused).catch(() => undefined);
  await fail(19);

  await expect(run(up)).resolves.toBe("up");
});

test("one call alone tries whether the platform is back", async () => {
  const { run, calls, fail, pass } = stage();
  await fail(20);
  pass(10_000);
  let answer: (value: string) => void = () => undefined;
  const probe = run(() => new Promise((resolve) => (answer = resolve)));

  await expect(run(up)).rejects.toMatchObject({ code: "provider_unavailable" });
  answer("up");
  await probe;
  await expect(run(up)).resolves.toBe("up");
  expect(calls()).toBe(22);
});

test("a failed try leaves it alone for another while", async () => {
  const { run, calls, fail, pass } = stage();
  await fail(20);
  pass(10_000);
  await fail(1);

  await expect(run(up)).rejects.toMatchObject({ retryAfterMs: 10_000 });
  expect(calls()).toBe(21);
});

test("a try that its caller gave up lets the next one try", async () => {
  const { run, fail, pass } = stage();
  await fail(20);
  pass(10_000);
  await run(() => Promise.reject(new ConnectorError("aborted", "gone"))).catch(() => undefined);

  await expect(run(up)).resolves.toBe("up");
});
