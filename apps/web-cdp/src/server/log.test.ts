import { expect, it } from "vitest";
import { createLog } from "./log.ts";

function capture() {
  const lines: string[] = [];
  const log = createLog("info", {}, { write: (line: string) => void lines.push(line) });
  return { log, lines };
}

it("writes one well-formed line for an event, whatever its text holds (J14)", () => {
  const { log, lines } = capture();

  log.info("request.refused", { path: '/x\r\n{"level":"fatal"}\u001b[31m"' });

  expect(lines).toHaveLength(1);
  expect(
    lines[0]
      ?.trimEnd()
      .split("")
      .filter((character) => character < " "),
  ).toEqual([]);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ event: "request.refused", level: "info" });
});

it("never writes a value under the name of a secret", () => {
  const { log, lines } = capture();

  log.warn("connection.refused", { accessToken: "canary-1", tokens: { refreshToken: "canary-2" }, cookie: "canary-3" });
  log.error("request.failed", new Error("plain words"), { call: { headers: { authorization: "canary-4" } } });

  expect(lines.join()).not.toContain("canary");
});

it("keeps an error's cause", () => {
  const { log, lines } = capture();

  log.error("request.failed", new Error("outer", { cause: new Error("inner") }));

  expect(lines[0]).toContain("inner");
});

it("writes of an error what it says, not what hangs on it", () => {
  const { log, lines } = capture();
  const broken = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET", client: { secretKey: "canary" } });

  log.error("pool_error", broken);

  expect(lines.join()).not.toContain("canary");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ err: { message: "read ECONNRESET", code: "ECONNRESET" } });
});
