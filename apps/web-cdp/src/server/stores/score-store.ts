import "server-only";
import type { IncomeMetrics, ScoreReport } from "@lendfriend/credit-score";
import { z } from "zod";
import type { ScoreStore } from "#server/ports.ts";
import { answerOf, functionsOf } from "./data-api.ts";
import * as answer from "./schemas.ts";
import type { WalletClients } from "./wallet-client.ts";

const hash = /^[0-9a-f]{64}$/;

/** Scores, read as the wallet that owns them. */
export function createScoreStore(clientOf: WalletClients): ScoreStore {
  return {
    findReport: (session) =>
      functionsOf(clientOf(session))("my_score", {}, answer.storedJson<ScoreReport>().nullable()),
    findInputs: (session) =>
      functionsOf(clientOf(session))("my_inputs", {}, answer.storedJson<IncomeMetrics>().nullable()),
    async findStored(session, snapshotHash) {
      if (!hash.test(snapshotHash)) return null;
      const response = await clientOf(session)
        .from("score_snapshots")
        .select("inputs, report")
        .like("snapshot_hash", snapshotHash)
        .order("created_at", { ascending: false })
        .limit(1);
      const [score] = answerOf("score_snapshots", response, z.array(answer.storedScore));
      return score ?? null;
    },
    findInsights: (session) => functionsOf(clientOf(session))("my_insights", {}, answer.insightsReport.nullable()),
    listHistory: (session) => functionsOf(clientOf(session))("my_score_history", {}, z.array(answer.historyEntry)),
  };
}
