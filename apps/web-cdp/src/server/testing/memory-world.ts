import { randomBytes } from "node:crypto";
import type { IncomeMetrics, ScoreReport, StoredScore } from "@lendfriend/credit-score";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import type { App } from "#server/contract.ts";
import { createApp } from "#server/create-app.ts";
import { createDigest } from "#server/crypto/digest.ts";
import { createVault } from "#server/crypto/vault.ts";
import type { StoredRows } from "#server/figure-rows.ts";
import { createLog } from "#server/log.ts";
import type { Ports } from "#server/ports.ts";
import { createScoreSigner } from "#server/signing/create-score-signer.ts";
import { createMemoryAccounts } from "./memory-accounts.ts";
import { createMemoryAdverseActions } from "./memory-adverse-actions.ts";
import { createMemoryAuth } from "./memory-auth.ts";
import { createMemoryConnections } from "./memory-connections.ts";
import { createMemoryOnce } from "./memory-once.ts";
import { createMemoryShares } from "./memory-shares.ts";
import { createMemorySignedScores } from "./memory-signed-scores.ts";
import { createScriptedConnector } from "./scripted-connector.ts";

export const testOrigin = "http://localhost:3000";

/** The product over memory, with a clock that stands still, a scripted platform, and everything it logs. */
export function createWorld() {
  let time = Date.parse("2026-11-20T12:00:00Z");
  const now = () => new Date(time);
  const logged: string[] = [];
  const background: Promise<void>[] = [];
  const { auth, consents, endSessionsOf, isSessionOpen, liveTransactions } = createMemoryAuth(now);
  const { connections, rows } = createMemoryConnections();
  const connector = createScriptedConnector();
  const shares = createMemoryShares(now);
  const stored: {
    report: ScoreReport | null;
    inputs: IncomeMetrics | null;
    scores: readonly StoredScore[];
    rows: StoredRows | null;
    rowsGaveUp: boolean;
  } = { report: null, inputs: null, scores: [], rows: null, rowsGaveUp: false };
  const rowRequests: string[] = [];
  const deliveries = new Map<string, string>();
  const accounts = createMemoryAccounts({
    now,
    isOpen: isSessionOpen,
    async endAccess(wallet) {
      endSessionsOf(wallet);
      const own = [...rows.values()].filter((row) => row.wallet === wallet);
      const ended = await Promise.all(
        own.map(async ({ connectionId }) => ({
          connectionId,
          ended: await connections.disconnect(wallet, connectionId, "keep"),
        })),
      );
      return ended.flatMap(({ connectionId, ended }) => (ended === null ? [] : [{ connectionId, ...ended }]));
    },
  });
  const ports: Ports = {
    accounts: accounts.store,
    auth,
    contractWallets: { confirms: async () => false },
    rateLimits: auth,
    transactions: consents,
    connections,
    scores: {
      findReport: async () => stored.report,
      findInputs: async () => stored.inputs,
      findStored: async (_, hash) => stored.scores.find(({ report }) => report.snapshotHash === hash) ?? null,
      listHistory: async () => stored.scores.map(({ report }) => report),
      findInsights: async () => null,
    },
    shares,
    adverseActions: createMemoryAdverseActions(now, stored, shares),
    figureRows: {
      findRows: async () => stored.rows,
      async requestRows(wallet) {
        rowRequests.push(wallet);
        return { gaveUp: stored.rowsGaveUp };
      },
    },
    live: {
      findMarks: async (sessionIds) => new Map(sessionIds.map((id) => [id, stored.report?.snapshotHash ?? "none"])),
      findSales: async () => ({ byCurrency: [], latest: [], snapshotHash: stored.report?.snapshotHash ?? null }),
    },
    tieOuts: { findTieOut: async () => null, readSharedTieOut: async () => null },
    signedScores: createMemorySignedScores(now, stored),
    scoreSigner: createScoreSigner({ scoreSigning: { privateKey: generatePrivateKey(), retired: [] } }),
    onceOnly: createMemoryOnce(),
    inbox: {
      async saveDelivery(_, { notificationId }, bodySha) {
        const before = deliveries.get(notificationId);
        if (before !== undefined) return before === bodySha ? "duplicate" : "conflict";
        deliveries.set(notificationId, bodySha);
        return "stored";
      },
    },
    health: {
      checkDatabase: async () => ({ migrations: "20261123", workerSeenAt: now() }),
      probeWriting: async () => undefined,
      readRecordedAt: async () => null,
      readWebhooks: async () => ({ dead: 0, oldestWaitingSeconds: 0, shopsWithoutTopics: 0 }),
    },
    connectors: { tiktokshop: connector },
    vault: createVault([{ kid: "k1", key: new Uint8Array(randomBytes(32)) }]),
    digest: createDigest("a-secret-of-tests-that-is-long-enough"),
    origin: testOrigin,
    now,
    random: (byteCount) => new Uint8Array(randomBytes(byteCount)),
    background: (task) => void background.push(task()),
    log: createLog("info", {}, { write: (line: string) => void logged.push(line) }),
  };
  return {
    app: createApp(ports),
    ports,
    accounts,
    connector,
    rows,
    stored,
    rowRequests,
    deliveries,
    logged,
    liveTransactions,
    advance: (seconds: number) => {
      time += seconds * 1000;
    },
    settled: () => Promise.all(background),
  };
}

export type World = ReturnType<typeof createWorld>;

/** A person with a wallet of their own. */
export function createPerson() {
  const account = privateKeyToAccount(generatePrivateKey());
  return { account, wallet: account.address.toLowerCase() };
}

/** Signs a person in, as a browser would, and answers the session. */
export async function signIn(app: App, person = createPerson()) {
  const { message, preSession } = await app.issueChallenge({ address: person.account.address, chainId: 1 });
  const signature = await person.account.signMessage({ message });
  const { sessionToken } = await app.verifySignIn({ message, signature, preSession, previousSession: null });
  const session = await app.readSession(sessionToken);
  if (session === null) throw new Error("the session that was just opened is gone");
  return { ...person, session, sessionToken };
}

/** Ends a connection as its owner does: with a fresh signature of the wallet. */
export async function endConnection(
  app: App,
  { account, session }: Pick<Awaited<ReturnType<typeof signIn>>, "account" | "session">,
  id: string,
  keepOrDelete: "keep" | "delete",
) {
  const act = keepOrDelete === "delete" ? "connection.delete" : "connection.disconnect";
  const { message } = await app.issueConfirmation(session, { act, object: id, chainId: 1 });
  await app.disconnectConnection(session, id, keepOrDelete, {
    message,
    signature: await account.signMessage({ message }),
  });
}

/** Begins a consent and answers what the browser now holds. */
export async function startConsent(
  app: App,
  { session, wallet }: Awaited<ReturnType<typeof signIn>>,
  {
    account = "seller",
    consentText = null,
    browser = null,
  }: { account?: "seller" | "creator"; consentText?: string | null; browser?: string | null } = {},
) {
  const started = await app.startConnection(session, { wallet, account, market: "US", consentText, browser });
  const state = new URL(started.authUrl).searchParams.get("state");
  if (state === null) throw new Error("the consent page was given no state");
  return { ...started, state };
}
