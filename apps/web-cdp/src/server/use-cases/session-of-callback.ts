import "server-only";
import { LRUCache } from "lru-cache";
import { tagOf, takeFlow } from "#server/connecting/browser-binding.ts";
import type { App } from "#server/contract.ts";
import type { Ports } from "#server/ports.ts";
import { isRandomToken } from "#server/random-token.ts";
import { readSession } from "./read-session.ts";
import { consentTtlSeconds } from "./start-connection.ts";

/** A hundred accounts can begin so many within a consent's life; one that is forgotten costs a look more, until it is too old. */
const maxRemembered = 10_000;

/**
 * Finds whose callback it is, and asks the database only for one that this browser began within a consent's life, told by a
 * keyed tag, and that this process has not answered: no door holds callbacks back, so whatever could be sent again and again
 * has to cost nothing. A look that fails leaves the callback to be sent again.
 */
export function createSessionOfCallback(ports: Pick<Ports, "auth" | "digest" | "now">): App["sessionOfCallback"] {
  const { digest, now } = ports;
  const answered = new LRUCache<string, true>({ max: maxRemembered });

  function isInTime(begunAt: number): boolean {
    return now().getTime() / 1_000 < begunAt + consentTtlSeconds;
  }

  return async (sessionToken, { state, browser }) => {
    if (!isRandomToken(state)) return null;
    const stateHash = digest("state", state);
    const { flow } = takeFlow(browser, tagOf(digest, stateHash));
    if (flow === null || !isInTime(flow.begunAt) || answered.has(stateHash)) return null;
    answered.set(stateHash, true);
    try {
      return await readSession(ports, sessionToken);
    } catch (error) {
      answered.delete(stateHash);
      throw error;
    }
  };
}
