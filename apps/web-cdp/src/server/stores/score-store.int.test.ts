import { afterAll, expect, it } from "vitest";
import type { Session } from "#server/contract.ts";
import { createPerson } from "#server/testing/memory-world.ts";
import { databaseClients } from "#server/testing/real-database.ts";
import { openPool, openSession } from "../../../../../supabase/tests/harness.ts";
import { createScoreStore } from "./score-store.ts";

const pool = openPool(2);
afterAll(() => pool.end());

const scores = createScoreStore(databaseClients().clientOf);

/** The second reads as a number, which the local Data API would compare as one. */
const hashes = ["ab".repeat(32), "7".repeat(64)];

async function newSession(): Promise<Session> {
  const { wallet } = createPerson();
  return { sessionId: await openSession(pool, wallet), accountId: crypto.randomUUID(), wallet };
}

it("finds a score by its hash for its owner only", async () => {
  const [owner, another] = [await newSession(), await newSession()];
  for (const [at, hash] of hashes.entries()) await saveScore(owner, hash, at);

  for (const [at, hash] of hashes.entries()) {
    expect(await scores.findStored(owner, hash)).toEqual({ inputs: { at }, report: { snapshotHash: hash } });
    expect(await scores.findStored(another, hash)).toBeNull();
  }
  expect(await scores.findStored(owner, "7".repeat(63).concat("8"))).toBeNull();
  expect(await scores.findStored(owner, "%")).toBeNull();
});

async function saveScore({ wallet }: Session, hash: string, at: number): Promise<void> {
  await pool.query(
    `insert into public.score_snapshots
      (wallet_address, as_of, model, model_hash, provisional, score_millipoints, tier, inputs, report, snapshot_hash)
     values ($1, now(), 'ttshop-1', 'hash', false, 61500, 'Growing', $2, $3, $4)`,
    [wallet, JSON.stringify({ at }), JSON.stringify({ snapshotHash: hash }), hash],
  );
}
