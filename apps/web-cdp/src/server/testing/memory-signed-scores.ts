import type { IncomeMetrics, ScoreReport } from "@lendfriend/credit-score";
import type { HeldScore } from "@lendfriend/score-proof";
import type { SignedScoreEntry } from "#server/contract.ts";
import type { SignedScoreStore } from "#server/ports.ts";
import { entryOfHeld } from "#server/signing/entry-of-held.ts";

const mostLive = 50;
const mostADay = 60;
const daySeconds = 86_400;

/** The table of signed scores, over the one score that the memory world holds. */
export function createMemorySignedScores(
  now: () => Date,
  stored: { readonly report: ScoreReport | null; readonly inputs: IncomeMetrics | null },
): SignedScoreStore {
  const rows = new Map<string, { readonly wallet: string; readonly held: HeldScore; revokedAt: number | null }>();
  const isLive = (row: { readonly held: HeldScore; readonly revokedAt: number | null }) =>
    row.revokedAt === null && row.held.statement.expiresAt * 1_000 > now().getTime();
  return {
    async findSignable() {
      const { report, inputs } = stored;
      if (report === null || inputs === null || report.provisional) return null;
      return { snapshotId: "snapshot", report, inputs, newerIsProvisional: false };
    },
    async save(wallet, _snapshotId, held) {
      if ([...rows.values()].filter((row) => row.wallet === wallet && isLive(row)).length >= mostLive)
        return "too_many";
      const dayAgo = now().getTime() / 1_000 - daySeconds;
      const ofToday = [...rows.values()].filter((row) => row.wallet === wallet && row.held.statement.issuedAt > dayAgo);
      if (ofToday.length >= mostADay) return "too_many_today";
      rows.set(held.statement.id, { wallet, held, revokedAt: null });
      return entryOfHeld(held);
    },
    async list({ wallet }) {
      return [...rows.values()].filter((row) => row.wallet === wallet).map(entryOf);
    },
    async findHeld({ wallet }, id) {
      const row = rows.get(id);
      return row?.wallet === wallet ? row.held : null;
    },
    async revoke(wallet, id) {
      const row = rows.get(id);
      if (row?.wallet !== wallet || row.revokedAt !== null) return false;
      row.revokedAt = Math.floor(now().getTime() / 1_000);
      return true;
    },
    async listRevoked() {
      return [...rows].flatMap(([id, { revokedAt }]) => (revokedAt === null ? [] : [{ id, revokedAt }]));
    },
    async listShared() {
      return [...rows.values()].filter(isLive).map(({ held }) => ({
        issuedAt: isoOf(held.statement.issuedAt),
        expiresAt: isoOf(held.statement.expiresAt),
      }));
    },
  };

  function entryOf(row: { readonly held: HeldScore; readonly revokedAt: number | null }): SignedScoreEntry {
    const { statement, claims } = row.held;
    const { id, issuedAt, expiresAt } = statement;
    return {
      id,
      statement,
      claims: claims.map(({ claim }) => claim),
      issuedAt: isoOf(issuedAt),
      expiresAt: isoOf(expiresAt),
      revokedAt: row.revokedAt === null ? null : isoOf(row.revokedAt),
      status: row.revokedAt !== null ? "revoked" : isLive(row) ? "live" : "expired",
    };
  }
}

function isoOf(unixSeconds: number): string {
  return new Date(unixSeconds * 1_000).toISOString();
}
