import { createHash, randomUUID } from "node:crypto";
import type { ScoreReport } from "@lendfriend/credit-score";
import type { AdverseActionStore, ShareStore, StoredAdverseAction } from "#server/ports.ts";

const dayMs = 86_400_000;
const mostADay = 50;

/** The ledger of drafts, over the shares and the one score that the memory world holds. */
export function createMemoryAdverseActions(
  now: () => Date,
  stored: { readonly report: ScoreReport | null },
  shares: ShareStore,
): AdverseActionStore {
  const rows: StoredAdverseAction[] = [];

  const store: AdverseActionStore = {
    async readBasis(lender, borrower) {
      const shared = stored.report && (await shares.readSharedScore(lender, borrower));
      if (!shared || !stored.report) return null;
      const { id: shareId, scope } = shared.share;
      const report = scope === "tier" ? shared.report : stored.report;
      return { shareId, scope, snapshotId: snapshotIdOf(stored.report), report };
    },
    async saveDraft({ lender, borrower, basis, decision, loanReference, reasons }) {
      const { report } = stored;
      if (report === null || basis.scope === "tier") return { error: "not_shared" };
      if (snapshotIdOf(report) !== basis.snapshotId) return { error: "score_changed" };
      const { snapshotId, shareId, scope } = basis;
      const dayAgo = now().getTime() - dayMs;
      const ofToday = rows.filter(
        (row) => row.lender === lender && row.borrower === borrower && Date.parse(row.decidedAt) > dayAgo,
      );
      if (ofToday.length >= mostADay) return { error: "too_many" };
      const same = rows.find(
        (row) =>
          row.lender === lender &&
          row.borrower === borrower &&
          row.snapshotId === snapshotId &&
          row.decision === decision &&
          row.loanReference === loanReference,
      );
      if (same) return { id: same.id, created: false };
      const { asOf, model, modelHash, score, tier, provisional } = report;
      const id = randomUUID();
      rows.unshift({
        ...{ id, lender, borrower, decision, loanReference, shareId, scope, snapshotId, reasons },
        ...{ asOf, model, modelHash, score, tier, provisional },
        decidedAt: now().toISOString(),
        noticeDueAt: new Date(now().getTime() + 30 * dayMs).toISOString(),
        noticeSentAt: null,
      });
      return { id, created: true };
    },
    async markSent(lender, borrower, id) {
      const at = rows.findIndex((row) => row.id === id && row.lender === lender && row.borrower === borrower);
      const row = rows[at];
      if (!row) return false;
      rows[at] = { ...row, noticeSentAt: row.noticeSentAt ?? now().toISOString() };
      return true;
    },
    async list({ wallet }, end, filter = {}) {
      const other = end === "lender" ? "borrower" : "lender";
      return rows.filter(
        (row) =>
          row[end] === wallet &&
          (filter.with === undefined || row[other] === filter.with) &&
          (filter.id === undefined || row.id === filter.id),
      );
    },
  };
  return store;
}

/** A uuid that stands for one report. */
function snapshotIdOf({ snapshotHash }: ScoreReport): string {
  const hex = createHash("sha256").update(snapshotHash).digest("hex");
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-4$3-8$4-$5");
}
