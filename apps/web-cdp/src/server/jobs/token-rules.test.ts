import { connectorErrorCodes } from "@lendfriend/connector";
import { describe, expect, it } from "vitest";
import {
  coolingError,
  endedError,
  endsAuthorization,
  goneError,
  isGoodFor,
  marginOfLife,
  storeAgainAfterMs,
} from "./token-rules.ts";

const ended = { code: "refresh_rejected", message: "the authorisation has ended; reconnect the account" };

it("only a refused refresh token and a refused access token end the authorisation", () => {
  expect([...connectorErrorCodes, "unexpected", ""].filter(endsAuthorization)).toEqual([
    "refresh_rejected",
    "token_invalid",
  ]);
});

it.each([
  [604_800, 10, 900, 900],
  [9_000, 10, 900, 900],
  [8_999, 10, 900, 899],
  [60, 10, 900, 6],
  [9, 10, 900, 0],
  [0, 10, 900, 0],
  [-60, 10, 900, 0],
  [9_000, 5, 1_800, 1_800],
  [8_995, 5, 1_800, 1_799],
])(
  "a token issued for %i s is refreshed a %i-th before its end, at most %i s: %i s",
  (life, divisor, mostSeconds, margin) => {
    expect(marginOfLife(life, { divisor, mostSeconds })).toBe(margin);
  },
);

describe("a token that was just handed out", () => {
  const token = { epoch: 2, version: 5 };

  it.each([
    ["the same life of the connection", { epoch: 2 }, true],
    ["nobody's refusal", { epoch: 2, rejectedVersion: null }, true],
    ["a refusal of an older version", { epoch: 2, rejectedVersion: 4 }, true],
    ["its own refusal", { epoch: 2, rejectedVersion: 5 }, false],
    ["an older life of the connection", { epoch: 1 }, false],
    ["a newer life of the connection", { epoch: 3, rejectedVersion: 4 }, false],
    ["a margin of the caller's own", { epoch: 2, marginSeconds: 0 }, false],
  ])("for a request with %s: %j %j", (_, request, expected) => {
    expect(isGoodFor(token, request)).toBe(expected);
  });
});

describe("a connection without a token to hand out", () => {
  it("has to be connected again by the person, or was disconnected by them", () => {
    expect(goneError("needs_reconnect")).toMatchObject(ended);
    for (const status of ["disconnected", "unknown"]) {
      expect(goneError(status)).toMatchObject({ code: "aborted", message: "the account was disconnected meanwhile" });
    }
  });

  it("keeps the platform's refusal as the cause for the log", () => {
    const cause = new Error("refused");

    expect(endedError(cause)).toMatchObject({ ...ended, cause });
    expect(endedError()).not.toHaveProperty("cause");
  });

  it.each([
    ["2026-11-20T12:01:00Z", 60_000],
    ["2026-11-20T12:00:01.001Z", 1_001],
    ["2026-11-20T12:00:00.500Z", 1_000],
    ["2026-11-20T11:00:00Z", 1_000],
  ])("cools down until %s, for a second at least: %i ms", (retryAt, retryAfterMs) => {
    expect(coolingError(retryAt, Date.parse("2026-11-20T12:00:00Z"))).toMatchObject({
      code: "provider_unavailable",
      message: "the token could not be refreshed; waiting before the next try",
      retryAfterMs,
    });
  });
});

it("a refreshed token is given to the database again after 200 ms, then twice as long each time up to two seconds", () => {
  expect([1, 2, 3, 4, 5, 60].map(storeAgainAfterMs)).toEqual([200, 400, 800, 1_600, 2_000, 2_000]);
});
