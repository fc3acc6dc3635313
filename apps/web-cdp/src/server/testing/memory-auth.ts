import { randomUUID } from "node:crypto";
import type { Session } from "#server/contract.ts";
import type { AuthStore, RateLimitStore, TransactionStore } from "#server/ports.ts";
import type { Proof } from "#server/sign-in/proof-of.ts";

type Saved<Item> = Item & { readonly expiresAt: number };

/** The tables behind signing in and consenting, with the same rules as their SQL functions. */
export function createMemoryAuth(now: () => Date) {
  const challenges = new Map<string, Saved<Parameters<AuthStore["saveChallenge"]>[0]>>();
  const confirmations = new Map<string, Saved<Parameters<AuthStore["saveConfirmation"]>[0]>>();
  const sessions = new Map<string, { session: Session; device: string | null; openedAt: number; seenAt: number }>();
  const transactions = new Map<string, Saved<Parameters<TransactionStore["saveTransaction"]>[0]>>();
  const codes = new Set<string>();
  const counts = new Map<string, number>();
  const accounts = new Map<string, { readonly id: string; provedBy: Proof }>();
  const seconds = () => now().getTime() / 1000;
  const isOpen = ({ openedAt, seenAt }: { openedAt: number; seenAt: number }) =>
    seconds() < openedAt + 12 * 3600 && seconds() < seenAt + 30 * 60;

  const auth: AuthStore & RateLimitStore = {
    async saveChallenge(challenge) {
      challenges.set(challenge.nonceHash, { ...challenge, expiresAt: seconds() + challenge.ttlSeconds });
    },
    async takeChallenge(preSessionHash, message) {
      const found = [...challenges.values()].find(
        (saved) => saved.preSessionHash === preSessionHash && saved.message === message,
      );
      if (!found) return null;
      challenges.delete(found.nonceHash);
      return found.expiresAt > seconds() ? { wallet: found.wallet, chainId: found.chainId } : null;
    },
    async saveConfirmation(confirmation) {
      confirmations.set(confirmation.nonceHash, { ...confirmation, expiresAt: seconds() + confirmation.ttlSeconds });
    },
    async takeConfirmation({ sessionId, act, object, message }) {
      const found = [...confirmations.values()].find(
        (saved) => saved.sessionId === sessionId && saved.message === message,
      );
      if (!found) return null;
      confirmations.delete(found.nonceHash);
      const held = [...sessions.values()].find((held) => held.session.sessionId === sessionId && isOpen(held));
      const belongs = found.act === act && found.object === object && held !== undefined;
      if (!belongs || found.expiresAt <= seconds()) return null;
      return { chainId: found.chainId, provedBy: accounts.get(held.session.wallet)?.provedBy ?? null };
    },
    async openSession({ sessionHash, wallet, proof, device = null }) {
      const account = accounts.get(wallet) ?? { id: randomUUID(), provedBy: proof };
      if (proof === "key") account.provedBy = proof;
      if (account.provedBy !== proof) return null;
      accounts.set(wallet, account);
      const own = [...sessions].filter(([, held]) => held.session.accountId === account.id && isOpen(held));
      own.sort(([, one], [, other]) => other.seenAt - one.seenAt);
      for (const [hash] of own.slice(19)) sessions.delete(hash);
      const session = { sessionId: randomUUID(), accountId: account.id, wallet };
      sessions.set(sessionHash, { session, device, openedAt: seconds(), seenAt: seconds() });
      return session;
    },
    async findSession(sessionHash) {
      const found = sessions.get(sessionHash);
      if (!found || !isOpen(found)) return null;
      found.seenAt = seconds();
      return found.session;
    },
    async closeSession(sessionHash) {
      sessions.delete(sessionHash);
    },
    async listSessions(accountId) {
      const iso = (time: number) => new Date(time * 1000).toISOString();
      return [...sessions.values()]
        .filter((held) => held.session.accountId === accountId && isOpen(held))
        .sort((one, other) => other.seenAt - one.seenAt)
        .map(({ session, device, openedAt, seenAt }) => ({
          id: session.sessionId,
          device,
          openedAt: iso(openedAt),
          lastSeenAt: iso(seenAt),
        }));
    },
    async revokeSessions(accountId, sessionId) {
      const ended = [...sessions].filter(
        ([, { session }]) =>
          session.accountId === accountId && (sessionId === undefined || session.sessionId === sessionId),
      );
      for (const [hash] of ended) sessions.delete(hash);
      return ended.length;
    },
    async takeRateLimit(key, limit, windowSeconds) {
      const window = `${key}@${Math.floor(seconds() / windowSeconds)}`;
      const count = (counts.get(window) ?? 0) + 1;
      counts.set(window, count);
      return { allowed: count <= limit, retryAfterSeconds: count <= limit ? 0 : windowSeconds };
    },
  };

  const consents: TransactionStore = {
    async saveTransaction(transaction) {
      const own = [...transactions.values()].filter(({ sessionId }) => sessionId === transaction.sessionId);
      for (const { stateHash } of own.slice(0, -4)) transactions.delete(stateHash);
      transactions.set(transaction.stateHash, { ...transaction, expiresAt: seconds() + transaction.ttlSeconds });
    },
    async takeTransaction({ stateHash, sessionId, browserHash, platform }) {
      const found = transactions.get(stateHash);
      const belongs =
        found?.sessionId === sessionId && found.browserHash === browserHash && found.platform === platform;
      if (!found || !belongs || found.expiresAt <= seconds()) return null;
      transactions.delete(stateHash);
      return {
        wallet: found.wallet,
        account: found.account,
        market: found.market,
        consentText: found.consentText,
      };
    },
    async claimCode(codeHash) {
      if (codes.has(codeHash)) return false;
      codes.add(codeHash);
      return true;
    },
  };

  const endSessionsOf = (wallet: string) => {
    for (const [hash, { session }] of sessions) if (session.wallet === wallet) sessions.delete(hash);
  };
  const isSessionOpen = ({ sessionId }: Session) =>
    [...sessions.values()].some((held) => held.session.sessionId === sessionId && isOpen(held));
  return { auth, consents, endSessionsOf, isSessionOpen, liveTransactions: () => transactions.size };
}
