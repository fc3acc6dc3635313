import { expect, test } from "vitest";
import { connections } from "#messages/en/connections.ts";
import { failureMessage } from "./failure-messages.ts";

test("pages say in English what the API says of a failed import, code by code", () => {
  const { deauthorized: _saidBySql, other, ...texts } = connections.importFailure;

  expect(Object.fromEntries(Object.keys(texts).map((code) => [code, failureMessage(code)]))).toEqual(texts);
  expect(failureMessage("a code of a newer server")).toBe(other);
});
