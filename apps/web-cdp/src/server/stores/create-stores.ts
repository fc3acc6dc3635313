import "server-only";
import type { Ports } from "#server/ports.ts";
import { createAccountStore } from "./account-store.ts";
import { createAdverseActionStore } from "./adverse-action-store.ts";
import { createAuthStore } from "./auth-store.ts";
import { createConnectionStore } from "./connection-store.ts";
import type { CallFunction } from "./data-api.ts";
import { createFigureRowStore } from "./figure-row-store.ts";
import { createHealthStore } from "./health-store.ts";
import { createWebhookInbox } from "./inbox-store.ts";
import { createLiveStore } from "./live-store.ts";
import { createOnceStore } from "./once-store.ts";
import { createScoreStore } from "./score-store.ts";
import { createShareStore } from "./share-store.ts";
import { createSignedScoreStore } from "./signed-score-store.ts";
import { createTieOutStore } from "./tie-out-store.ts";
import { createTransactionStore } from "./transaction-store.ts";
import type { WalletClients } from "./wallet-client.ts";

type Stores = Pick<
  Ports,
  | "adverseActions"
  | "accounts"
  | "auth"
  | "connections"
  | "figureRows"
  | "health"
  | "inbox"
  | "onceOnly"
  | "live"
  | "rateLimits"
  | "scores"
  | "shares"
  | "signedScores"
  | "tieOuts"
  | "transactions"
>;

/** Every store over the Data API: `call` runs as the service, clients of `clientOf` as the person. */
export function createStores(call: CallFunction, clientOf: WalletClients): Stores {
  const auth = createAuthStore(call);
  return {
    accounts: createAccountStore(call, clientOf),
    auth,
    rateLimits: auth,
    transactions: createTransactionStore(call),
    connections: createConnectionStore(call, clientOf),
    live: createLiveStore(call, clientOf),
    scores: createScoreStore(clientOf),
    shares: createShareStore(call, clientOf),
    tieOuts: createTieOutStore(call, clientOf),
    adverseActions: createAdverseActionStore(call, clientOf),
    figureRows: createFigureRowStore(call, clientOf),
    signedScores: createSignedScoreStore(call, clientOf),
    onceOnly: createOnceStore(call),
    inbox: createWebhookInbox(call),
    health: createHealthStore(call),
  };
}
