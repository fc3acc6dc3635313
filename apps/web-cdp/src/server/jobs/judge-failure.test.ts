import { ConnectorError, type ConnectorErrorCode, connectorErrorCodes } from "@lendfriend/connector";
import { describe, expect, it } from "vitest";
import { type FailureFacts, judgeFailure, mostDeferrals, optionalRetries, requiredRetries } from "./judge-failure.ts";

const required = { required: true, asked: true, scope: "seller.order.info" };
const optional = { required: false, asked: true, scope: "seller.finance.info" };

describe("judgeFailure", () => {
  it.each(["token_invalid", "refresh_rejected"] as const)("asks the person to reconnect on %s", (code) => {
    expect(judge(code, { stage: optional })).toEqual({ verdict: "fail_run", code, status: "needs_reconnect" });
  });

  it.each(["scope_missing", "not_supported"] as const)("degrades an optional stage that answers %s", (code) => {
    expect(judge(code, { stage: optional, grantedScopes: ["seller.order.info"] })).toMatchObject({
      verdict: "skip_window",
      reason: "withheld",
    });
    expect(judge(code, { stage: optional, grantedScopes: ["seller.finance.info"] })).toMatchObject({
      verdict: "skip_window",
      reason: "unsupported",
    });
  });

  it("degrades an optional stage that answers 404, and only loses one row's detail when a child does", () => {
    const missing = new ConnectorError("invalid_request", "no such path", { status: 404 });

    expect(judgeFailure(missing, facts({ stage: { ...optional, asked: false } }))).toMatchObject({
      verdict: "skip_window",
      reason: "unsupported",
    });
    expect(judgeFailure(missing, facts({ stage: optional, isChild: true }))).toMatchObject({
      verdict: "skip_window",
      reason: "not_found",
    });
  });

  it("fails the run when a required stage is refused", () => {
    expect(judge("scope_missing", { stage: required })).toEqual({
      verdict: "fail_run",
      code: "scope_missing",
      status: "error",
    });
  });

  it("retries what may pass, then gives up the window of an optional stage and the run of a required one", () => {
    expect(judge("provider_unavailable", { stage: optional }).verdict).toBe("retry");
    expect(judge("provider_unavailable", { stage: optional, retries: optionalRetries }).verdict).toBe("fail_window");
    expect(judge("provider_unavailable", { stage: required, retries: optionalRetries }).verdict).toBe("retry");
    expect(judge("provider_unavailable", { stage: required, retries: requiredRetries }).verdict).toBe("fail_run");
  });

  it("waits as long as the platform asks, at most an hour, and for the next hour when a quota is used up", () => {
    const asked = new ConnectorError("rate_limited", "slow down", { retryAfterMs: 90_000 });
    const absurd = new ConnectorError("rate_limited", "slow down", { retryAfterMs: 9e9 });

    expect(judgeFailure(asked, facts({}))).toMatchObject({ verdict: "defer", seconds: 90 });
    expect(judgeFailure(absurd, facts({}))).toMatchObject({ verdict: "defer", seconds: 3600 });
    expect(judge("quota_exhausted", { now: 3600 * 5 + 3000 })).toMatchObject({ verdict: "defer", seconds: 605 });
  });

  it("does not wait for ever", () => {
    expect(judge("rate_limited", { stage: required, deferrals: mostDeferrals }).verdict).toBe("fail_run");
    expect(judge("rate_limited", { stage: optional, deferrals: mostDeferrals }).verdict).toBe("fail_window");
  });

  it("leaves out an inactive shop without failing the others", () => {
    expect(judge("shop_inactive", { stage: required })).toMatchObject({
      verdict: "skip_window",
      reason: "shop_inactive",
    });
  });

  it("retries a fault of ours before it gives anything up", () => {
    expect(judgeFailure(new TypeError("bug"), facts({ stage: required }))).toEqual({
      verdict: "retry",
      code: "internal",
    });
  });

  const ended = (status: "error" | "needs_reconnect") => ({ verdict: "fail_run", status });
  const skipped = (reason: string) => ({ verdict: "skip_window", reason });
  const verdicts: Readonly<Record<ConnectorErrorCode, readonly [required: object, optional: object]>> = {
    aborted: [{ verdict: "stop" }, { verdict: "stop" }],
    clock_skew: [ended("error"), { verdict: "fail_window" }],
    code_invalid: [ended("error"), { verdict: "fail_window" }],
    invalid_request: [ended("error"), { verdict: "fail_window" }],
    invalid_response: [{ verdict: "retry" }, { verdict: "retry" }],
    network: [{ verdict: "retry" }, { verdict: "retry" }],
    not_supported: [ended("error"), skipped("withheld")],
    provider_unavailable: [{ verdict: "retry" }, { verdict: "retry" }],
    quota_exhausted: [
      { verdict: "defer", seconds: 3605 },
      { verdict: "defer", seconds: 3605 },
    ],
    rate_limited: [
      { verdict: "defer", seconds: 2 },
      { verdict: "defer", seconds: 2 },
    ],
    refresh_rejected: [ended("needs_reconnect"), ended("needs_reconnect")],
    scope_missing: [ended("error"), skipped("withheld")],
    shop_inactive: [skipped("shop_inactive"), skipped("shop_inactive")],
    signature_rejected: [ended("error"), { verdict: "fail_window" }],
    timeout: [{ verdict: "retry" }, { verdict: "retry" }],
    token_expired: [{ verdict: "retry" }, { verdict: "retry" }],
    token_invalid: [ended("needs_reconnect"), ended("needs_reconnect")],
    unexpected: [ended("error"), { verdict: "fail_window" }],
  };

  it.each(connectorErrorCodes)("judges a first %s by the stage that met it", (code) => {
    const named = (judgement: object) =>
      "verdict" in judgement && judgement.verdict === "stop" ? judgement : { ...judgement, code };
    const [ofRequired, ofOptional] = verdicts[code];

    expect(judge(code, { stage: required })).toEqual(named(ofRequired));
    expect(judge(code, { stage: optional })).toEqual(named(ofOptional));
  });

  it("fails the run of a required stage whose list does not exist, and loses only a row's detail of a child's", () => {
    const missing = new ConnectorError("invalid_request", "no such path", { status: 404 });

    expect(judgeFailure(missing, facts({ stage: required }))).toEqual({
      verdict: "fail_run",
      code: "invalid_request",
      status: "error",
    });
    expect(judgeFailure(missing, facts({ stage: required, isChild: true }))).toMatchObject({
      verdict: "skip_window",
      reason: "not_found",
    });
    expect(judge("scope_missing", { stage: optional, isChild: true })).toMatchObject({ reason: "withheld" });
    expect(judge("not_supported", { stage: required, isChild: true })).toMatchObject({ verdict: "fail_run" });
  });

  it("spends a try short of the last on what may pass, and none beyond", () => {
    const verdictOf = (stage: FailureFacts["stage"], retries: number) => judge("network", { stage, retries }).verdict;

    expect([0, optionalRetries - 1, optionalRetries].map((tried) => verdictOf(optional, tried))).toEqual([
      "retry",
      "retry",
      "fail_window",
    ]);
    expect([0, requiredRetries - 1, requiredRetries].map((tried) => verdictOf(required, tried))).toEqual([
      "retry",
      "retry",
      "fail_run",
    ]);
    expect(judgeFailure(new TypeError("bug"), facts({ retries: requiredRetries }))).toEqual({
      verdict: "fail_run",
      code: "internal",
      status: "error",
    });
  });

  it("waits twice as long each time that the platform names no time, at most 256 seconds", () => {
    const secondsAt = (deferrals: number) => judge("rate_limited", { deferrals });

    expect([0, 1, 2, 6, 7, 8, mostDeferrals - 1].map(secondsAt)).toEqual(
      [2, 4, 8, 128, 256, 256, 256].map((seconds) => ({ verdict: "defer", code: "rate_limited", seconds })),
    );
  });

  it.each([
    [0, 1],
    [1, 1],
    [1_001, 2],
    [3_600_000, 3_600],
    [3_600_001, 3_600],
  ])("comes back after %i ms in %i s, whole and at least one", (retryAfterMs, seconds) => {
    expect(judgeFailure(new ConnectorError("rate_limited", "slow down", { retryAfterMs }), facts({}))).toEqual({
      verdict: "defer",
      code: "rate_limited",
      seconds,
    });
  });

  it("comes back five seconds into the next hour for a used-up quota, whatever the platform asked", () => {
    const asked = new ConnectorError("quota_exhausted", "used up", { retryAfterMs: 1_000 });

    expect([0, 1, 3_599, 7_200].map((now) => judgeFailure(asked, facts({ now })))).toEqual(
      [3_605, 3_604, 6, 3_605].map((seconds) => ({ verdict: "defer", code: "quota_exhausted", seconds })),
    );
  });

  it("has an answer for every code, and never fails a run for an optional stage that is only refused", () => {
    for (const code of connectorErrorCodes) {
      const judged = judge(code, { stage: optional, retries: requiredRetries, deferrals: mostDeferrals });
      if (judged.verdict === "fail_run") expect(["token_invalid", "refresh_rejected"]).toContain(code);
    }
  });
});

function judge(code: ConnectorErrorCode, overrides: Partial<FailureFacts>) {
  return judgeFailure(new ConnectorError(code, "failed"), facts(overrides));
}

function facts(overrides: Partial<FailureFacts>): FailureFacts {
  return { stage: required, isChild: false, grantedScopes: [], retries: 0, deferrals: 0, now: 0, ...overrides };
}
