import { describe, expect, it } from "vitest";
import { type CallFunction, DataApiError } from "./data-api.ts";
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

function saving(call: CallFunction) {
  return createTransactionStore(call).saveTransaction(consent);
}

describe("a consent that is asked for", () => {
  it("is saved while its session is open", async () => {
    await expect(saving(async (_name, _args, answer) => answer.parse({}))).resolves.toBeUndefined();
  });

  it("while its session ends is refused as by somebody who is not signed in", async () => {
    const saved = saving(async (_name, _args, answer) => answer.parse({ error: "session_over" }));

    await expect(saved).rejects.toMatchObject({ code: "unauthorized", status: 401 });
  });

  it.each(["22023", "42883"])("fails as it failed for any other reason (%s)", async (sqlState) => {
    const failure = new DataApiError("create_oauth_transaction failed", { sqlState });

    await expect(saving(() => Promise.reject(failure))).rejects.toBe(failure);
  });
});
