import type { KeptResponse, Once } from "#server/contract.ts";
import { AppError } from "#server/errors.ts";
import type { OnceStore } from "#server/ports.ts";

/** What was answered to requests with a key. That their effect is one is a matter of the database's transactions. */
export function createMemoryOnce(): OnceStore {
  const kept = new Map<string, { readonly requestHash: string; readonly response: KeptResponse }>();
  const nameOf = ({ accountId, key }: Once) => `${accountId} ${key}`;
  return {
    async findResponse(once) {
      const known = kept.get(nameOf(once));
      if (!known) return null;
      if (known.requestHash === once.requestHash) return known.response;
      throw new AppError("idempotency_key_reused", "This key came with another request.");
    },
    async keepResponse(once, response) {
      kept.set(nameOf(once), { requestHash: once.requestHash, response });
    },
  };
}
