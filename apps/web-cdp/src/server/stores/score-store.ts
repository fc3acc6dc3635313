import "server-only";
import type { IncomeMetrics, ScoreReport } from "@lendfriend/credit-score";
import { z } from "zod";
import type { ScoreStore } from "#server/ports.ts";
import { functionsOf } from "./data-api.ts";
import * as answer from "./schemas.ts";
import type { WalletClients } from "./wallet-client.ts";

/** Scores, read as the wallet that owns them. */
export function createScoreStore(clientOf: WalletClients): ScoreStore {
  return {
    findReport: (session) =>
      functionsOf(clientOf(session))("my_score", {}, answer.storedJson<ScoreReport>().nullable()),
    findInputs: (session) =>
      functionsOf(clientOf(session))("my_inputs", {}, answer.storedJson<IncomeMetrics>().nullable()),
    listHistory: (session) => functionsOf(clientOf(session))("my_score_history", {}, z.array(answer.historyEntry)),
  };
}
