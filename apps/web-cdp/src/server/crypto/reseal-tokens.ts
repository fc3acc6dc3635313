import "server-only";
import type { Sql } from "#server/stores/pg/pool.ts";
import {
  listSealedTokens,
  type Resealed,
  replaceSealedTokens,
  type SealedToken,
} from "#server/stores/pg/sealed-tokens.ts";
import { type Vault, VaultError } from "./vault.ts";

export interface ResealReport {
  /** Tokens moved to the first key. */
  readonly resealed: number;
  /** Tokens that were under the first key already. */
  readonly current: number;
  /** Tokens that somebody replaced meanwhile, maybe by ones under an older key: a second run, or `keys:retire`, tells. */
  readonly overtaken: number;
  /** Connections that hold a token which no present key opens. Keep the older keys, or these must reconnect. */
  readonly unreadable: readonly string[];
}

/**
 * Seals every stored token under the first key. May run beside workers, may be killed, and starts over without harm:
 * each token is replaced by compare-and-set, those of a batch together. The older keys can be dropped when nothing is
 * unreadable and a second run finds nothing to do.
 */
export async function resealTokens(sql: Sql, vault: Vault, batchSize = 200): Promise<ResealReport> {
  const counts = { resealed: 0, current: 0, overtaken: 0 };
  const unreadable = new Set<string>();
  let after: string | null = null;
  for (;;) {
    const tokens: readonly SealedToken[] = await listSealedTokens(sql, after, batchSize);
    const resealed: Resealed[] = [];
    for (const token of tokens) {
      const sealed = sealAnew(vault, token);
      if (sealed === "unreadable") unreadable.add(token.context.connectionId);
      else if (sealed === "current") counts.current += 1;
      else resealed.push(sealed);
    }
    for (const place of places) {
      const due = resealed.filter(({ token }) => token.place === place);
      const replaced = due.length === 0 ? 0 : await replaceSealedTokens(sql, place, due);
      counts.resealed += replaced;
      counts.overtaken += due.length - replaced;
    }
    after = tokens.at(-1)?.context.connectionId ?? null;
    if (after === null) return { ...counts, unreadable: [...unreadable] };
  }
}

const places = ["access", "refresh", "previous_refresh"] as const satisfies readonly SealedToken["place"][];

function sealAnew(vault: Vault, token: SealedToken): Resealed | "current" | "unreadable" {
  try {
    const plaintext = vault.open(token.sealed, token.context);
    return vault.needsReseal(token.sealed) ? { token, sealed: vault.seal(plaintext, token.context) } : "current";
  } catch (error) {
    if (error instanceof VaultError) return "unreadable";
    throw error;
  }
}
