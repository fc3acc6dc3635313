import "server-only";
import { z } from "zod";
import { AppError } from "#server/errors.ts";
import type { TransactionStore } from "#server/ports.ts";
import { languageCodes } from "#words/languages.ts";
import type { CallFunction } from "./data-api.ts";
import * as answer from "./schemas.ts";

const consentText = z.object({
  version: z.string(),
  language: z.enum(languageCodes),
  hash: z.string(),
});

const saved = z.object({ error: z.literal("session_over").optional() });

const taken = z
  .object({
    wallet: z.string(),
    account: answer.accountKind,
    market: z.enum(["US", "ROW"]),
    consentText: consentText.nullable(),
  })
  .nullable();

/** Consents under way, behind the service's functions. */
export function createTransactionStore(call: CallFunction): TransactionStore {
  return {
    async saveTransaction({
      stateHash,
      sessionId,
      browserHash,
      wallet,
      platform,
      account,
      market,
      consentText,
      ttlSeconds,
    }) {
      const { error } = await call(
        "create_oauth_transaction",
        {
          p_state_hash: stateHash,
          p_session_id: sessionId,
          p_browser_hash: browserHash,
          p_wallet: wallet,
          p_platform: platform,
          p_account: account,
          p_market: market,
          p_ttl_seconds: String(ttlSeconds),
          p_consent_text: consentText,
        },
        saved,
      );
      // It was open when the request came.
      if (error === "session_over") throw new AppError("unauthorized", "Sign in with your wallet first.");
    },
    takeTransaction: ({ stateHash, sessionId, browserHash, platform }) =>
      call(
        "take_oauth_transaction",
        { p_state_hash: stateHash, p_session_id: sessionId, p_browser_hash: browserHash, p_platform: platform },
        taken,
      ),
    claimCode: async (codeHash) => {
      const { fresh } = await call("claim_code", { p_code_hash: codeHash }, z.object({ fresh: z.boolean() }));
      return fresh;
    },
  };
}
