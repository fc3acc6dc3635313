import { describe, expect, it } from "vitest";
import { DataApiError } from "./data-api.ts";
import { createTransactionStore } from "./transaction-store.ts";

const consent = {
  stateHash: "state",
  sessionId: "7a1f5d0e-0000-4000-8000-000000000000",
  browserHash: "browser",
  wallet: `0x${"a".repeat(40)}`,
  platform: "tiktokshop",
  account: "seller",
  market: "US",
  consentText: null,
  ttlSeconds: 600,
} as const;

function saving(sqlState: string) {
  const failure = new DataApiError("create_oauth_transaction failed", { sqlState });
  return { failure, saved: createTransactionStore(() => Promise.reject(failure)).saveTransaction(consent) };
}

describe("a consent that is asked for while its session ends", () => {
  it("is refused as by somebody who is not signed in", async () => {
    const { failure, saved } = saving("22023");

    await expect(saved).rejects.toMatchObject({ code: "unauthorized", status: 401, cause: failure });
  });

  it("fails as it failed for any other reason", async () => {
    const { failure, saved } = saving("42883");

    await expect(saved).rejects.toBe(failure);
  });
});
