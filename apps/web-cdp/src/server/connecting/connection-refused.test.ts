import { ConnectorError } from "@lendfriend/connector";
import { describe, expect, it } from "vitest";
import { ConnectionRefused, refusalFrom } from "./connection-refused.ts";

describe("a failure while connecting", () => {
  it.each([
    ["aborted", "provider_unavailable"],
    ["clock_skew", "unexpected"],
    ["code_invalid", "unexpected"],
    ["invalid_request", "unexpected"],
    ["invalid_response", "provider_unavailable"],
    ["network", "provider_unavailable"],
    ["provider_unavailable", "provider_unavailable"],
    ["quota_exhausted", "provider_unavailable"],
    ["rate_limited", "provider_unavailable"],
    ["refresh_rejected", "unexpected"],
    ["scope_missing", "missing_permissions"],
    ["shop_inactive", "no_active_shop"],
    ["signature_rejected", "unexpected"],
    ["timeout", "provider_unavailable"],
    ["token_expired", "unexpected"],
    ["token_invalid", "unexpected"],
    ["unexpected", "unexpected"],
  ] as const)("of the platform (%s) is told as %s, and kept for the log", (failure, code) => {
    const error = new ConnectorError(failure, "canary");

    const refusal = refusalFrom(error);

    expect(refusal).toMatchObject({
      name: "ConnectionRefused",
      code,
      scopes: [],
      message: `the platform call failed: ${failure}`,
    });
    expect(refusal.cause).toBe(error);
  });

  it.each([
    ["105004", "region_not_supported"],
    [null, "unexpected"],
  ])("of an account that is not supported speaks of its region where the platform does (%s)", (providerCode, code) => {
    expect(refusalFrom(new ConnectorError("not_supported", "no", { providerCode })).code).toBe(code);
  });

  it("that nobody foresaw is ours, and its words reach the log alone", () => {
    const error = new TypeError("canary");

    const refusal = refusalFrom(error);

    expect(refusal).toMatchObject({ code: "unexpected", message: "connecting failed on our side", scopes: [] });
    expect(refusal.cause).toBe(error);
  });

  it("that is a refusal already stays as it is, with what the person has to grant", () => {
    const refusal = new ConnectionRefused("missing_permissions", "withheld", { scopes: ["finance"] });

    expect(refusalFrom(refusal)).toBe(refusal);
    expect(refusal).toMatchObject({ code: "missing_permissions", message: "withheld", scopes: ["finance"] });
    expect("cause" in refusal).toBe(false);
  });
});
