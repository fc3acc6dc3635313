import { describe, expect, it } from "vitest";
import { ApiError } from "#lib/call-api.ts";
import { describeSignInFailure, isStale } from "./sign-in.ts";

describe("describeSignInFailure", () => {
  it("treats a person's own refusal as no error, however deep the wallet wrapped it", () => {
    const rejected = Object.assign(new Error("User rejected"), { code: 4001 });

    const described = describeSignInFailure(new Error("outer", { cause: new Error("inner", { cause: rejected }) }));

    expect(described.tone).toBe("neutral");
    expect(described.reason).toBe("cancelled");
  });

  it("points to the open request when the wallet is busy", () => {
    expect(describeSignInFailure({ code: -32_002 })).toMatchObject({ tone: "neutral", reason: "pending" });
  });

  it("keeps the server's reference for support", () => {
    const error = new ApiError("unavailable", "Try later.", { status: 503, requestId: "r-1" });

    expect(describeSignInFailure(error)).toEqual({ tone: "error", reason: null, error, reference: "r-1" });
  });

  it("calls a wallet's own message, which can hold anything, silence", () => {
    expect(describeSignInFailure(new Error("secret thing")).reason).toBe("silent");
  });
});

describe("isStale", () => {
  it("lets a challenge be signed for four minutes", () => {
    const challenge = { address: "0x", message: "m", issuedAtMs: 1_000 };

    expect(isStale(challenge, 1_000 + 4 * 60_000)).toBe(false);
    expect(isStale(challenge, 1_001 + 4 * 60_000)).toBe(true);
  });
});
