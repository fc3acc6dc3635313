import { connectorErrorCodes } from "@lendfriend/connector";
import { describe, expect, test } from "vitest";
import { failure, safeCause } from "./failure.ts";

const sentence = "no whole answer arrived in time. Try again";

describe("the message of a failure", () => {
  test.each([
    [{}, ""],
    [{ providerCode: "105002" }, " (code 105002)"],
    [{ status: 401 }, " (HTTP 401)"],
    [{ requestId: "r-1" }, " (request r-1)"],
    [{ providerCode: "105002", status: 401, requestId: "r-1" }, " (code 105002, HTTP 401, request r-1)"],
    [{ providerCode: null, status: null, requestId: null }, ""],
  ])("names the call, what to do, and %j", (facts, suffix) => {
    const error = failure("timeout", "GET /x", facts);

    expect(error.message).toBe(`GET /x: ${sentence}${suffix}`);
    expect(error).toMatchObject({ code: "timeout", ...facts });
  });

  test("has a sentence of its own for every code", () => {
    const messages = connectorErrorCodes.map((code) => failure(code, "GET /x").message);

    expect(messages).toMatchInlineSnapshot(`
      [
        "GET /x: the call was cancelled",
        "GET /x: TikTok Shop refused our timestamp. Set this machine's clock: it accepts five minutes back, 30 s ahead",
        "GET /x: the consent code is used, expired or unknown. Ask the person to connect again",
        "GET /x: TikTok Shop refused the parameters. This is a fault of the caller: the same call will fail again",
        "GET /x: the answer is not what TikTok Shop documents. Try again; report it if it stays",
        "GET /x: the connection failed before a whole answer arrived. Try again",
        "GET /x: TikTok Shop has no such endpoint for this account, region or version",
        "GET /x: TikTok Shop has an internal fault. Try again later",
        "GET /x: the quota of this period is used up. Wait for the next one",
        "GET /x: too many requests. Wait, then try again",
        "GET /x: the refresh token is unknown or expired. Ask the person to connect again",
        "GET /x: the person did not grant the permission that this needs. Ask them to connect again and allow it",
        "GET /x: the shop or its seller is not active at TikTok Shop. Its owner has to act there",
        "GET /x: TikTok Shop refused the signature or the app key. Check the app key and the app secret",
        "GET /x: no whole answer arrived in time. Try again",
        "GET /x: the access token has expired. Refresh it, then try again",
        "GET /x: TikTok Shop does not accept the access token for this. Ask the person to connect again",
        "GET /x: TikTok Shop gave a reason that this client does not know. Quote the request id to its support",
      ]
    `);
  });
});

describe("of an error that was thrown while sending", () => {
  const named = (name: string, facts: object = {}, cause?: unknown) =>
    Object.assign(new Error("CANARY", { cause }), { name }, facts);

  test.each<[unknown, string]>([
    [new TypeError("CANARY"), "TypeError"],
    [named("FetchError", { code: "ECONNRESET" }), "FetchError ECONNRESET"],
    [named("A", {}, named("B", { code: "C" })), "A B C"],
    [named("A", { code: 7 }), "A"],
    [named("with spaces", { code: "CANARY/x" }), "unknown failure"],
    [named("x".repeat(41)), "unknown failure"],
    [named("x".repeat(40)), "x".repeat(40)],
    ["CANARY", "unknown failure"],
    [undefined, "unknown failure"],
    [
      ["1", "2", "3", "4", "5", "6"].reduceRight<unknown>((cause, name) => named(name, {}, cause), undefined),
      "1 2 3 4 5",
    ],
  ])("only class and code are kept, five causes deep (%#)", (error, kept) => {
    const cause = safeCause(error);

    expect(cause.message).toBe(kept);
    expect(cause.cause).toBeUndefined();
  });
});
