import "server-only";
import { z } from "zod";
import type { AuthStore, RateLimitStore } from "#server/ports.ts";
import type { CallFunction } from "./data-api.ts";
import * as answer from "./schemas.ts";

const takenChallenge = z.object({ wallet: z.string(), chainId: z.number() }).nullable();
const takenConfirmation = z.object({ chainId: z.number(), provedBy: z.string().nullable() }).nullable();
const revoked = z.object({ ended: z.number() });
const rateLimit = z.object({ allowed: z.boolean(), retryAfterSeconds: z.number() });

/** Challenges, sessions and rate limits, behind the service's functions. */
export function createAuthStore(call: CallFunction): AuthStore & RateLimitStore {
  return {
    saveChallenge: ({ nonceHash, preSessionHash, wallet, chainId, message, ttlSeconds }) =>
      call(
        "create_auth_challenge",
        {
          p_nonce_hash: nonceHash,
          p_pre_session_hash: preSessionHash,
          p_wallet: wallet,
          p_chain_id: String(chainId),
          p_message: message,
          p_ttl_seconds: String(ttlSeconds),
        },
        answer.nothing,
      ),
    takeChallenge: (preSessionHash, message) =>
      call("take_auth_challenge", { p_pre_session_hash: preSessionHash, p_message: message }, takenChallenge),
    saveConfirmation: ({ nonceHash, sessionId, act, object, chainId, message, ttlSeconds }) =>
      call(
        "create_confirmation",
        {
          p_nonce_hash: nonceHash,
          p_session_id: sessionId,
          p_act: act,
          p_object: object,
          p_chain_id: String(chainId),
          p_message: message,
          p_ttl_seconds: String(ttlSeconds),
        },
        answer.nothing,
      ),
    takeConfirmation: ({ sessionId, act, object, message }) =>
      call(
        "take_confirmation",
        { p_session_id: sessionId, p_act: act, p_object: object, p_message: message },
        takenConfirmation,
      ),
    openSession: ({ sessionHash, wallet, proof, device }) =>
      call(
        "open_session",
        { p_session_hash: sessionHash, p_wallet: wallet, p_proved_by: proof, ...(device ? { p_device: device } : {}) },
        answer.session.nullable(),
      ),
    findSession: (sessionHash) => call("read_session", { p_session_hash: sessionHash }, answer.session.nullable()),
    closeSession: (sessionHash) => call("close_session", { p_session_hash: sessionHash }, answer.nothing),
    listSessions: (accountId) => call("list_sessions", { p_account_id: accountId }, z.array(answer.openSession)),
    revokeSessions: async (accountId, sessionId) => {
      const one = sessionId === undefined ? {} : { p_session_id: sessionId };
      const { ended } = await call("revoke_sessions", { p_account_id: accountId, ...one }, revoked);
      return ended;
    },
    takeRateLimit: (key, limit, windowSeconds) =>
      call(
        "take_rate_limit",
        { p_key: key, p_limit: String(limit), p_window_seconds: String(windowSeconds) },
        rateLimit,
      ),
  };
}
