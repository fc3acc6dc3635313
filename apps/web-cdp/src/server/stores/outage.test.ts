import { describe, expect, it } from "vitest";
import { judgeReread } from "#server/jobs/judge-reread.ts";
import { isFinalRefusal, isOutage, isOutageState } from "./outage.ts";

const outages = ["08006", "53100", "53300", "57P01", "57P03", "58030", "25006", "40001", "40P01"];
const finalRefusals = ["22023", "22P02", "23505", "23514", "LF001"];
const refusals = [...finalRefusals, "42501", "57014", "25001", "40002", "P0001", ""];

function thrown(code: unknown): Error {
  return Object.assign(new Error("thrown by the driver"), { code });
}

describe("the database refuses for good", () => {
  it.each(finalRefusals)("when it says %s", (sqlState) => {
    expect(isFinalRefusal(thrown(sqlState))).toBe(true);
  });

  it.each([...outages, "42501", "42883", "57014", "55P03", "ECONNRESET", ""])("and not when it says %j", (code) => {
    expect(isFinalRefusal(thrown(code))).toBe(false);
  });

  it("and not when something else was thrown", () => {
    for (const other of [new Error("23505"), { code: "23505" }, "23505", null])
      expect(isFinalRefusal(other)).toBe(false);
  });
});

describe("the database is out of order", () => {
  it.each(outages)("when it says %s", (sqlState) => {
    expect(isOutageState(sqlState)).toBe(true);
    expect(isOutage(thrown(sqlState))).toBe(true);
  });

  it.each(refusals)("and not when it says %j", (sqlState) => {
    expect(isOutageState(sqlState)).toBe(false);
    expect(isOutage(thrown(sqlState))).toBe(false);
  });

  it.each(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"])("when its line is lost by %s", (code) => {
    expect(isOutage(thrown(code))).toBe(true);
    expect(isOutageState(code)).toBe(false);
  });

  it.each(["Connection terminated", "Connection terminated unexpectedly", "Query read timeout"])(
    "when the driver says %j",
    (message) => {
      expect(isOutage(new Error(message))).toBe(true);
    },
  );

  it("and not when something else was thrown", () => {
    for (const other of [new Error("53100"), thrown(53_100), { code: "53100" }, "53100", null, undefined]) {
      expect(isOutage(other)).toBe(false);
    }
  });
});

it("an object that is read again spends no try on an outage, however often it tried", () => {
  expect(judgeReread(thrown("53100"), { tries: 4, now: 0 })).toEqual({
    verdict: "defer",
    code: "internal",
    seconds: 10,
    spend: false,
  });
  expect(judgeReread(thrown("23505"), { tries: 4, now: 0 })).toEqual({ verdict: "dead", code: "internal" });
});
