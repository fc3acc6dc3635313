import "server-only";
import { type ChangeStory, changeStory } from "@lendfriend/credit-score";
import type { ChangesQuery, ScoreHistoryEntry, Session } from "#server/contract.ts";
import { AppError } from "#server/errors.ts";
import type { Ports } from "#server/ports.ts";

/**
 * Why one score of the wallet differs from another, in parts that sum exactly; null for a first score. Throws `not_found`
 * without a score, and for a snapshot that is not the wallet's own.
 */
export async function readScoreChanges(
  { scores }: Pick<Ports, "scores">,
  session: Session,
  between: ChangesQuery,
): Promise<ChangeStory | null> {
  const history = between.from && between.to ? [] : await scores.listHistory(session);
  const toHash = between.to ?? history[0]?.snapshotHash;
  if (toHash === undefined) throw new AppError("not_found", "There is no score yet: connect a shop and let it import.");
  const fromHash = between.from ?? hashBefore(history, toHash);
  if (fromHash === null) return null;
  const [from, to] = await Promise.all([scores.findStored(session, fromHash), scores.findStored(session, toHash)]);
  if (from === null || to === null) throw noSuchSnapshot();
  return changeStory(from, to);
}

/** Null when it is the first one. */
function hashBefore(history: readonly ScoreHistoryEntry[], hash: string): string | null {
  const at = history.findIndex((entry) => entry.snapshotHash === hash);
  if (at < 0) throw noSuchSnapshot();
  return history[at + 1]?.snapshotHash ?? null;
}

function noSuchSnapshot(): AppError {
  return new AppError("not_found", "You have no score with that snapshot hash.");
}
