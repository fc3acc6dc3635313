import "server-only";
import type { Platform } from "@lendfriend/connector";
import type { App } from "./contract.ts";
import type { Ports } from "./ports.ts";
import { createHealthCheck } from "./use-cases/check-health.ts";
import { compareShared } from "./use-cases/compare-shared.ts";
import { completeConnection } from "./use-cases/complete-connection.ts";
import { createShare } from "./use-cases/create-share.ts";
import { deleteAccount } from "./use-cases/delete-account.ts";
import { discloseSignedScore } from "./use-cases/disclose-signed-score.ts";
import { disconnectConnection } from "./use-cases/disconnect-connection.ts";
import { draftAdverseAction } from "./use-cases/draft-adverse-action.ts";
import { endSession } from "./use-cases/end-session.ts";
import { exportAccount } from "./use-cases/export-account.ts";
import { findNextTier } from "./use-cases/find-next-tier.ts";
import { getConnection } from "./use-cases/get-connection.ts";
import { issueChallenge } from "./use-cases/issue-challenge.ts";
import { issueConfirmation } from "./use-cases/issue-confirmation.ts";
import { issueSignedScore } from "./use-cases/issue-signed-score.ts";
import { listAdverseActions, listDecisionsAbout } from "./use-cases/list-adverse-actions.ts";
import { markNoticeSent } from "./use-cases/mark-notice-sent.ts";
import { createRevocationPublisher } from "./use-cases/publish-revocations.ts";
import { readDecisionBasis } from "./use-cases/read-decision-basis.ts";
import { readDeletion } from "./use-cases/read-deletion.ts";
import { readFigureRows } from "./use-cases/read-figure-rows.ts";
import { readLive } from "./use-cases/read-live.ts";
import { readScoreChanges } from "./use-cases/read-score-changes.ts";
import { readSession } from "./use-cases/read-session.ts";
import { readSharedScore } from "./use-cases/read-shared-score.ts";
import { readSharedTieOut } from "./use-cases/read-shared-tie-out.ts";
import { receiveWebhook } from "./use-cases/receive-webhook.ts";
import { requestSync } from "./use-cases/request-sync.ts";
import { revokeSession } from "./use-cases/revoke-session.ts";
import { revokeShare } from "./use-cases/revoke-share.ts";
import { revokeSignedScore } from "./use-cases/revoke-signed-score.ts";
import { createSessionOfCallback } from "./use-cases/session-of-callback.ts";
import { startConnection } from "./use-cases/start-connection.ts";
import { tryWhatIf } from "./use-cases/try-what-if.ts";
import { verifySignIn } from "./use-cases/verify-sign-in.ts";

/** The only platform that is live; the ones that come later get routes and a line of their own. */
const platform: Platform = "tiktokshop";

/** Binds every verb of the product to its ports. Reads without a rule of their own go straight to their store. */
export function createApp(ports: Ports): App {
  const { auth, connections, digest, rateLimits, scores, shares, tieOuts } = ports;
  const revocations = createRevocationPublisher(ports);
  return {
    issueChallenge: (input) => issueChallenge(ports, input),
    verifySignIn: (input) => verifySignIn(ports, input),
    issueConfirmation: (session, input) => issueConfirmation(ports, session, input),
    readSession: (sessionToken) => readSession({ auth, digest }, sessionToken),
    endSession: (sessionToken) => endSession({ auth, digest }, sessionToken),
    listSessions: async ({ accountId, sessionId }) =>
      (await auth.listSessions(accountId)).map((open) => ({ ...open, current: open.id === sessionId })),
    revokeSession: (session, id) => revokeSession(ports, session, id),
    endAllSessions: ({ accountId }) => auth.revokeSessions(accountId),

    startConnection: (session, input) => startConnection(ports, session, { ...input, platform }),
    sessionOfCallback: createSessionOfCallback(ports),
    completeConnection: (session, input) => completeConnection(ports, session, { ...input, platform }),
    listConnections: (session) => connections.listConnections(session),
    getConnection: (session, id) => getConnection(ports, session, id),
    requestSync: (session, id, once) => requestSync(ports, session, id, once),
    disconnectConnection: (session, id, keepOrDelete, signed) =>
      disconnectConnection(ports, session, { id, keepOrDelete, signed }),
    listRejectedRows: (session) => connections.listRejectedRows(session),

    isSessionOpen: (session) => ports.accounts.isOpen(session),
    exportAccount: (session) => exportAccount(ports, session),
    deleteAccount: (session, signed) => deleteAccount(ports, session, signed),
    readDeletion: (id) => readDeletion(ports, id),

    readLive: (session) => readLive(ports, session),
    readScore: (session) => scores.findReport(session),
    readScoreInputs: (session) => scores.findInputs(session),
    readInsights: (session) => scores.findInsights(session),
    readScoreHistory: (session) => scores.listHistory(session),
    readTieOut: (session, query) => tieOuts.findTieOut(session, query),
    readFigureRows: (session, query) => readFigureRows(ports, session, query),
    findNextTier: (session) => findNextTier(ports, session),
    readScoreChanges: (session, between) => readScoreChanges(ports, session, between),
    tryWhatIf: (session, changes) => tryWhatIf(ports, session, changes),

    createShare: (session, input, once) => createShare(ports, session, input, once),
    revokeShare: (session, id) => revokeShare(ports, session, id),
    listShares: (session) => shares.listShares(session),
    readAccessLog: (session) => shares.listAccess(session),
    listSharedBorrowers: (session) => shares.listBorrowers(session.wallet),
    readSharedScore: (session, borrower) => readSharedScore(ports, session, borrower),
    compareShared: (session, pair) => compareShared(ports, session, pair),
    readSharedTieOut: (session, borrower, query) => readSharedTieOut(ports, session, borrower, query),

    readDecisionBasis: (session, borrower) => readDecisionBasis(ports, session, borrower),
    draftAdverseAction: (session, input, once) => draftAdverseAction(ports, session, input, once),
    markNoticeSent: (session, input) => markNoticeSent(ports, session, input),
    listAdverseActions: (session, borrower) => listAdverseActions(ports, session, borrower),
    listDecisionsAbout: (session) => listDecisionsAbout(ports, session),

    issueSignedScore: (session, input, once) =>
      issueSignedScore(ports, session, input, once).finally(revocations.forget),
    hasSignableScore: async (session) => (await ports.signedScores.findSignable(session)) !== null,
    listSignedScores: (session) => ports.signedScores.list(session),
    discloseSignedScore: (session, input) => discloseSignedScore(ports, session, input),
    revokeSignedScore: (session, id) => revokeSignedScore(ports, session, id).finally(revocations.forget),
    listSharedSignedScores: ({ wallet }, borrower) => ports.signedScores.listShared(wallet, borrower),
    publishRevocations: () => revocations.publish(),
    readScoreSigners: () => ({ issuer: ports.origin, signers: ports.scoreSigner.signers }),

    receiveWebhook: (rawBody, authorization) => receiveWebhook(ports, { platform, rawBody, authorization }),
    checkHealth: createHealthCheck(ports),
    findResponse: (once) => ports.onceOnly.findResponse(once),
    keepResponse: (once, response) => ports.onceOnly.keepResponse(once, response),
    takeRateLimit: (key, limit, windowSeconds) =>
      rateLimits.takeRateLimit(digest("address", key), limit, windowSeconds),
  };
}
