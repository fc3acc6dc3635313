import "server-only";
import { z } from "zod";
import type { TransactionStore } from "#server/ports.ts";
import type { CallFunction } from "./data-api.ts";
import * as answer from "./schemas.ts";

const consentText = z.object({
  version: z.string(),
  language: z.enum(["en", "id", "vi", "th", "de"]),
  hash: z.string(),
});

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
    saveTransaction: ({
      stateHash,
      sessionId,
      browserHash,
      wallet,
      platform,
      account,
      market,
      consentText,
      ttlSeconds,
    }) =>
      call(
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
        answer.nothing,
      ),
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
