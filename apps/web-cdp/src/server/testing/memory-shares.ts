import { randomUUID } from "node:crypto";
import type { AccessEntry, Share, SharedBorrower } from "#server/contract.ts";
import type { ShareStore } from "#server/ports.ts";

const mostLive = 100;

/** The tables behind sharing. Reports are cut by SQL, so what is read here is the same small one for every scope. */
export function createMemoryShares(now: () => Date) {
  const shares = new Map<string, { wallet: string; share: Share }>();
  const accesses: (AccessEntry & { readonly wallet: string })[] = [];
  const isLive = (share: Share) => share.revokedAt === null && new Date(share.expiresAt) > now();
  const liveFor = (lender: string) =>
    [...shares.values()].filter(({ share }) => share.lender === lender && isLive(share));
  const note = (wallet: string, { id, lender, scope }: Share, place: AccessEntry["place"]) =>
    accesses.push({ wallet, lender, scope, place, shareId: id, readAt: now().toISOString() });

  const store: ShareStore = {
    async createShare({ wallet, lender, scope, purpose, expiresAt }) {
      const live = [...shares.values()].filter((row) => row.wallet === wallet && isLive(row.share));
      if (live.length >= mostLive) return { error: "too_many" };
      const share: Share = {
        id: randomUUID(),
        lender,
        scope,
        purpose,
        createdAt: now().toISOString(),
        expiresAt: expiresAt.toISOString(),
        revokedAt: null,
        status: "live",
      };
      shares.set(share.id, { wallet, share });
      return share;
    },
    async revokeShare(wallet, shareId) {
      const found = shares.get(shareId);
      if (found?.wallet !== wallet || found.share.revokedAt !== null) return false;
      shares.set(shareId, { wallet, share: { ...found.share, revokedAt: now().toISOString(), status: "revoked" } });
      return true;
    },
    async listShares({ wallet }) {
      return [...shares.values()].filter((row) => row.wallet === wallet).map(({ share }) => share);
    },
    async listAccess({ wallet }) {
      return accesses
        .filter((row) => row.wallet === wallet)
        .map(({ lender, scope, place, shareId, readAt }) => ({ lender, scope, place, shareId, readAt }));
    },
    async listBorrowers(lender) {
      for (const { wallet, share } of liveFor(lender)) {
        const isKnown = accesses.some(({ place, shareId }) => place === "list" && shareId === share.id);
        if (!isKnown) note(wallet, share, "list");
      }
      return liveFor(lender).map(
        ({ wallet, share }): SharedBorrower => ({
          wallet,
          scope: share.scope,
          purpose: share.purpose,
          sharedAt: share.createdAt,
          expiresAt: share.expiresAt,
          score: null,
          tier: "Growing",
          confidence: 1,
          integrity: "PASS",
          provisional: false,
          asOf: now().toISOString(),
        }),
      );
    },
    async bothShareScores(lender, first, second) {
      return liveFor(lender).filter(({ wallet }) => wallet === first || wallet === second).length === 2;
    },
    async readSharedScore(lender, borrower) {
      const found = liveFor(lender).find(({ wallet }) => wallet === borrower);
      if (!found) return null;
      const { id, scope, purpose, createdAt, expiresAt } = found.share;
      note(borrower, found.share, "score");
      return {
        share: { id, scope, purpose, createdAt, expiresAt },
        report: { model: "ttshop-1", modelHash: "hash", asOf: now().toISOString(), tier: "Growing" },
        connections: [],
        insights: null,
        history: null,
        compared: null,
      };
    },
  };
  return store;
}
