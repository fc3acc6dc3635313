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
    expect(judgeFailure(missing, facts({ stage: optional, isChild: true }))).toMatchObject({ reason: "not_found" });
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
