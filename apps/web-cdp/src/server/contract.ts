import type { AccountKind, Market } from "@lendfriend/connector";
import type {
  ChangeStory,
  Concentration,
  IncomeMetrics,
  NextTier,
  PrincipalReason,
  ScoreReport,
} from "@lendfriend/credit-score";
import type { Claim, ScoreStatement, SignedRevocationList, SignedScore } from "@lendfriend/score-proof";
import type { FirstInsights, Insights } from "@lendfriend/tiktokshop-client";
import type { FigureRowsReport, RowsQuery } from "./figure-rows.ts";
import type { TieOutPage, TieOutQuery } from "./tie-out-page.ts";

/** Who is signed in. Made only by reading the session cookie against the database. */
export interface Session {
  readonly sessionId: string;
  readonly accountId: string;
  /** Lower-case hex address. */
  readonly wallet: string;
}

/** What makes a request one: its key, whose it is, and a hash of what was asked. */
export interface Once {
  readonly accountId: string;
  readonly key: string;
  readonly requestHash: string;
}

/** What was answered to a request that carried a key. */
export interface KeptResponse {
  readonly status: number;
  readonly body: unknown;
}

/** One open session, as its owner sees it. */
export interface OpenSession {
  readonly id: string;
  /** "Firefox on Windows", or null when the browser did not say. */
  readonly device: string | null;
  readonly openedAt: string;
  readonly lastSeenAt: string;
  /** Whether it is the one that asked. */
  readonly current: boolean;
}

/** How far the deletion of an account is: access has ended from `revoking` on, and with `erased` the rows are gone. */
export interface AccountDeletion {
  readonly id: string;
  readonly state: "revoking" | "revoked" | "erased";
  readonly requestedAt: string;
  readonly erasedAt: string | null;
}

/** What a wallet confirms by another signature, session or not. */
export type Act = "connection.disconnect" | "connection.delete" | "account.delete";

/** An act and what it is done to; an account is always one's own. */
export type ActOnObject =
  | { readonly act: "connection.disconnect" | "connection.delete"; readonly object: string }
  | { readonly act: "account.delete" };

/** A message of ours and a wallet's signature of it. */
export interface SignedMessage {
  readonly message: string;
  readonly signature: string;
}

export type ConnectionStatus = "importing" | "active" | "needs_reconnect" | "error" | "disconnected";

export interface RevenueFigures {
  readonly totalRevenue: string;
  readonly netRevenue: string;
  readonly orderCount: number;
  readonly itemsSold: number;
  readonly averageOrderValue: string;
  readonly affiliateCommission: string;
  /** Null where the returns of a shop were not read; `netRevenue` is before refunds then. */
  readonly returnRate: number | null;
  readonly periodDays: 90;
  readonly currency: string;
  readonly shopRating: string | null;
}

/** One connected platform account, as `GET /api/connections` answers it. */
export interface Connection {
  readonly id: string;
  readonly platform: "tiktokshop";
  readonly account: AccountKind;
  readonly platformUserId: string;
  readonly displayName: string;
  readonly shops: readonly {
    readonly id: string;
    readonly name: string;
    readonly region: string;
    readonly sellerType: string;
  }[];
  readonly status: ConnectionStatus;
  readonly progress: {
    readonly stage: string;
    readonly done: number;
    readonly total: number;
    /** Code of what keeps the platform from answering just now; null while pages come in. */
    readonly waiting: string | null;
  } | null;
  readonly lastSyncedAt: string | null;
  readonly authorizationExpiresAt: string | null;
  readonly missingScopes: readonly string[];
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly revenueData: RevenueFigures | null;
}

export type ShareScope = "tier" | "factors" | "metrics";

export interface Share {
  readonly id: string;
  readonly lender: string;
  readonly scope: ShareScope;
  readonly purpose: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  readonly status: "live" | "expired" | "revoked";
}

/** A row of the lender's list; figures beyond the share's scope are null. */
export interface SharedBorrower {
  readonly wallet: string;
  readonly scope: ShareScope;
  readonly purpose: string;
  readonly sharedAt: string;
  readonly expiresAt: string;
  readonly score: number | null;
  readonly tier: string | null;
  readonly confidence: number | null;
  readonly integrity: string | null;
  readonly provisional: boolean | null;
  readonly asOf: string | null;
}

/** A score as one lender may see it: the report cut to the share's scope, in SQL. */
export interface SharedScore {
  readonly share: Pick<Share, "id" | "scope" | "purpose" | "createdAt" | "expiresAt">;
  readonly report: Partial<ScoreReport> & Pick<ScoreReport, "model" | "modelHash" | "asOf" | "tier">;
  readonly connections: readonly {
    readonly platform: string;
    readonly account: AccountKind;
    readonly status: ConnectionStatus;
    readonly lastSyncedAt: string | null;
    readonly displayName: string | null;
  }[];
  /** Below the scope metrics null, as are the two after it. */
  readonly insights: InsightsReport | null;
  /** Newest first. */
  readonly history: readonly ScoreHistoryEntry[] | null;
  /** Why the newest score differs from the one before; null for a first score as well. */
  readonly changes: ChangeStory | null;
}

/** What a lender says it did; recorded as stated, never judged here. */
export type LenderDecision = "declined" | "counter_offer" | "incomplete_application";

/** The newest score as a lender's share shows it, and the reasons that a decision on it would have. */
export interface DecisionBasis {
  readonly snapshotId: string;
  readonly scope: ShareScope;
  readonly asOf: string;
  readonly score: number | null;
  readonly tier: string;
  readonly provisional: boolean;
  /** At most four. Null when the share's scope shows no line of the score. */
  readonly reasons: readonly PrincipalReason[] | null;
}

/** The draft of an adverse-action notice, as both ends read it: a record, never legal advice. */
export interface AdverseAction {
  readonly id: string;
  readonly lender: string;
  readonly borrower: string;
  readonly decision: LenderDecision;
  readonly loanReference: string | null;
  readonly shareId: string;
  readonly scope: Exclude<ShareScope, "tier">;
  readonly snapshotId: string;
  readonly asOf: string;
  readonly model: string;
  readonly modelHash: string;
  /** The most points lost first, at most four, in the words and figures that the share showed. */
  readonly reasons: readonly PrincipalReason[];
  readonly score: number;
  readonly tier: string;
  readonly provisional: boolean;
  readonly decidedAt: string;
  /** 30 days after `decidedAt`. */
  readonly noticeDueAt: string;
  /** When the lender said that it was sent; null until then. */
  readonly noticeSentAt: string | null;
  /** What must stand on every copy. */
  readonly statements: readonly { readonly title: string; readonly text: string }[];
}

/** Two borrowers for one lender: `choose` until two different ones are named. */
export type Comparison =
  | { readonly outcome: "not_shared" }
  | { readonly outcome: "choose"; readonly borrowers: readonly SharedBorrower[] }
  | {
      readonly outcome: "compared";
      readonly borrowers: readonly SharedBorrower[];
      readonly first: { readonly wallet: string; readonly shared: SharedScore };
      readonly second: { readonly wallet: string; readonly shared: SharedScore };
    };

/** A signed score of the wallet, as its owner lists it: no salt, so nothing here can be shown to anybody else. */
export interface SignedScoreEntry {
  readonly id: string;
  readonly statement: ScoreStatement;
  /** In the order of their positions. */
  readonly claims: readonly Claim[];
  readonly issuedAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  readonly status: "live" | "expired" | "revoked";
}

/** Whom to trust for scores of this deployment. */
export interface ScoreSigners {
  readonly issuer: string;
  /** Addresses, the one that signs now first; the others are of earlier keys. */
  readonly signers: readonly `0x${string}`[];
}

export interface AccessEntry {
  readonly lender: string;
  readonly scope: ShareScope;
  /** `list` for a line of the lender's list, which is logged once for each share and score. */
  readonly place: "score" | "list";
  readonly shareId: string;
  readonly readAt: string;
}

export interface ScoreHistoryEntry {
  readonly asOf: string;
  readonly score: number;
  readonly tier: string;
  readonly provisional: boolean;
  readonly snapshotHash: string;
  readonly model: string;
  readonly modelHash: string;
}

/** Snapshot hashes; null means the newest for `to`, and for `from` the one before `to`. */
export interface ChangesQuery {
  readonly from: string | null;
  readonly to: string | null;
}

export type InsightPart = Insights["weekdays"][number];

/** How the income behind the newest score is spread: beside the score, never in it. Answered to its owner and where metrics are shared. */
export interface InsightsReport {
  readonly asOf: string;
  readonly provisional: boolean;
  readonly snapshotHash: string;
  /** Decimal strings; of a kind of account that the borrower does not have, null. */
  readonly netUsd: string;
  readonly sellerNetUsd: string | null;
  readonly creatorNetUsd: string | null;
  /** Where the exchange rates come from, and of which day. */
  readonly rates: string;
  readonly byProduct: Concentration;
  readonly byCreator: Concentration;
  readonly medianDaysToCash: number | null;
  /** Null when the score was computed before this was counted. */
  readonly spread: Insights | FirstInsights | null;
}

/** What was sold in one day (UTC) by the rule of the score for what is a sale; no buyer is in it. */
export interface SalesToday {
  /** ISO date. */
  readonly day: string;
  /** Merchandise value by currency, as decimal strings. */
  readonly byCurrency: readonly { readonly currency: string; readonly orderCount: number; readonly gross: string }[];
  /** The newest orders, at most five. */
  readonly latest: readonly {
    readonly id: string;
    readonly shopName: string;
    readonly placedAt: string;
    readonly currency: string;
    readonly value: string;
    readonly itemCount: number;
  }[];
}

/** What an open dashboard follows, as `GET /api/score/live` answers it. */
export interface LiveState {
  /** ISO time at which reading it began: of two states the later one holds. */
  readonly at: string;
  readonly connections: readonly Connection[];
  readonly today: SalesToday;
  /** Of the newest score; null before the first. */
  readonly snapshotHash: string | null;
}

export interface RejectedRowGroup {
  readonly stage: string;
  readonly reason: string;
  readonly count: number;
  readonly exampleIds: readonly string[];
}

export interface WhatIfChanges {
  readonly [lever: string]: number | string;
}

/** Codes that the callback puts into `tiktokshop_error`. */
export type TikTokShopErrorCode =
  | "no_active_shop"
  | "region_not_supported"
  | "missing_permissions"
  | "auth_denied"
  | "state_invalid"
  | "shop_already_connected"
  | "shop_in_other_account"
  | "provider_unavailable"
  | "unexpected";

/**
 * What pages and routes may ask of the product, one verb each, dependencies already bound (`app()` in deps.ts).
 * Every verb that takes a session acts for that wallet only. Failures are `AppError`s (errors.ts).
 */
export interface App {
  issueChallenge(input: { address: string; chainId: number }): Promise<{ message: string; preSession: string }>;
  verifySignIn(input: {
    message: string;
    signature: string;
    preSession: string | null;
    /** The session that the browser held until now; it ends when the new one opens. */
    previousSession: string | null;
    /** In words of ours, from `deviceName`; never the header itself. */
    device?: string | null;
  }): Promise<{ wallet: string; sessionToken: string }>;
  /** The message that confirms one act on one object (an id), good once and for five minutes. */
  issueConfirmation(session: Session, input: ActOnObject & { readonly chainId: number }): Promise<{ message: string }>;
  readSession(sessionToken: string | null): Promise<Session | null>;
  endSession(sessionToken: string | null): Promise<void>;
  /** The person's open sessions, the one used last first. */
  listSessions(session: Session): Promise<readonly OpenSession[]>;
  /** Throws `not_found` when the person has no open session of that id. */
  revokeSession(session: Session, id: string): Promise<void>;
  /** Logs out everywhere, here too; answers how many sessions ended. */
  endAllSessions(session: Session): Promise<number>;

  /** `browser` is the value of the cookie that ties flows to this browser; the answer holds its next value. */
  startConnection(
    session: Session,
    input: {
      wallet: string;
      account: AccountKind;
      market: Market;
      /** Hash of the consent's text that the page showed; null when none was shown. */
      consentText: string | null;
      browser: string | null;
    },
  ): Promise<{ authUrl: string; browser: string }>;
  /**
   * The session that a callback is of. Null, without a look at the database, unless this browser began its flow, in time, and
   * it was not answered here before.
   */
  sessionOfCallback(
    sessionToken: string | null,
    callback: { state: string | null; browser: string | null },
  ): Promise<Session | null>;
  completeConnection(
    session: Session | null,
    input: { code: string | null; state: string | null; error: string | null; browser: string | null },
  ): Promise<
    (
      | { outcome: "connected"; connectionId: string }
      | {
          outcome: "refused";
          code: TikTokShopErrorCode;
          reference: string;
          scopes: readonly string[];
          /** The person's own connection that brings the shop already, for `shop_in_other_account`. */
          heldBy: string | null;
        }
    ) & { browser: string | null }
  >;
  listConnections(session: Session): Promise<readonly Connection[]>;
  getConnection(session: Session, id: string): Promise<Connection>;
  requestSync(session: Session, id: string, once?: Once | null): Promise<{ runId: string; created: boolean }>;
  /** Throws `confirmation_required` unless the wallet signed the message that `issueConfirmation` wrote for this act. */
  disconnectConnection(
    session: Session,
    id: string,
    keepOrDelete: "keep" | "delete",
    signed: SignedMessage,
  ): Promise<void>;
  listRejectedRows(session: Session): Promise<readonly RejectedRowGroup[]>;

  /** All that is held about the wallet, as lines of JSON text, read while they are asked for. */
  exportAccount(session: Session): AsyncGenerator<string, void, undefined>;
  /** Whether a session is still open, for what is sent piece by piece. */
  isSessionOpen(session: Session): Promise<boolean>;
  /** Ends all access at once and has everything about the wallet erased; answers the number of the receipt. */
  deleteAccount(session: Session, signed: SignedMessage): Promise<string>;
  /** Throws `not_found`. */
  readDeletion(id: string): Promise<AccountDeletion>;

  readLive(session: Session): Promise<LiveState>;
  readScore(session: Session): Promise<ScoreReport | null>;
  readScoreInputs(session: Session): Promise<IncomeMetrics | null>;
  readInsights(session: Session): Promise<InsightsReport | null>;
  readScoreHistory(session: Session): Promise<readonly ScoreHistoryEntry[]>;
  /** Null before the first import that tied the money out. */
  readTieOut(session: Session, query: TieOutQuery): Promise<TieOutPage | null>;
  /** A figure of the newest score with one page of its rows; null without a score. */
  readFigureRows(session: Session, query: RowsQuery): Promise<FigureRowsReport | null>;
  findNextTier(session: Session): Promise<NextTier | null>;
  /** Null for a first score. Throws `not_found` without a score, and for a hash that is not one of the wallet's own. */
  readScoreChanges(session: Session, between: ChangesQuery): Promise<ChangeStory | null>;
  tryWhatIf(session: Session, changes: WhatIfChanges): Promise<{ score: number; delta: number }>;

  createShare(
    session: Session,
    input: { lender: string; scope: ShareScope; purpose: string; expiresAt: string },
    once?: Once | null,
  ): Promise<Share>;
  revokeShare(session: Session, id: string): Promise<void>;
  /** At most 500, the live ones first, then the newest. */
  listShares(session: Session): Promise<readonly Share[]>;
  readAccessLog(session: Session): Promise<readonly AccessEntry[]>;
  /** At most 500: those with a score first, then the newest shares. Each score that is shown is a look, logged once. */
  listSharedBorrowers(session: Session): Promise<readonly SharedBorrower[]>;
  readSharedScore(session: Session, borrower: string): Promise<SharedScore | null>;
  /** Wallets are lower-case. A look is logged for each of the two that are shown, and the list beside them is one too. */
  compareShared(
    session: Session,
    pair: { readonly first: string | null; readonly second: string | null },
  ): Promise<Comparison>;
  readSharedTieOut(
    session: Session,
    borrower: string,
    query: TieOutQuery,
  ): Promise<{ readonly tieOut: TieOutPage | null } | null>;

  /** Null when nothing is shared or scored, alike. A look like any other: the borrower sees it. */
  readDecisionBasis(session: Session, borrower: string): Promise<DecisionBasis | null>;
  /**
   * Records a decision on the newest shared score. `created` is false when the same one had been recorded before, which
   * then stands with its date. Throws `not_found`, `conflict` when the share shows no reasons or the score is another
   * than `snapshotId`, and `daily_limit_reached`.
   */
  draftAdverseAction(
    session: Session,
    input: {
      borrower: string;
      decision: LenderDecision;
      loanReference: string | null;
      /** The score that the lender looked at; null for the newest one. */
      snapshotId: string | null;
    },
    once?: Once | null,
  ): Promise<{ readonly draft: AdverseAction; readonly created: boolean }>;
  /** Records, once, that the notice of an own draft was sent. Throws `not_found`. */
  markNoticeSent(session: Session, input: { borrower: string; id: string }): Promise<AdverseAction>;
  /** The wallet's own drafts as a lender, newest first: of one borrower, or of all. */
  listAdverseActions(session: Session, borrower: string | null): Promise<readonly AdverseAction[]>;
  /** Drafts about the wallet, newest first. */
  listDecisionsAbout(session: Session): Promise<readonly AdverseAction[]>;

  issueSignedScore(session: Session, input: { days: number }, once?: Once | null): Promise<SignedScoreEntry>;
  /** Whether there is a complete score of a connected account, which `issueSignedScore` would sign unless it is too old. */
  hasSignableScore(session: Session): Promise<boolean>;
  listSignedScores(session: Session): Promise<readonly SignedScoreEntry[]>;
  discloseSignedScore(session: Session, input: { id: string; positions: readonly number[] }): Promise<SignedScore>;
  revokeSignedScore(session: Session, id: string): Promise<void>;
  /** When live signed scores of a borrower were made, for a lender who may see the score; else none. */
  listSharedSignedScores(
    session: Session,
    borrower: string,
  ): Promise<readonly { readonly issuedAt: string; readonly expiresAt: string }[]>;
  publishRevocations(): Promise<SignedRevocationList>;
  readScoreSigners(): ScoreSigners;

  receiveWebhook(rawBody: Uint8Array, authorization: string | null): Promise<"stored" | "refused">;
  checkHealth(): Promise<{ status: "ok" | "degraded" | "down"; checks: Readonly<Record<string, string>> }>;
  /** What a request with this key was answered within a day; null for a new one. Throws `idempotency_key_reused`. */
  findResponse(once: Once): Promise<KeptResponse | null>;
  keepResponse(once: Once, response: KeptResponse): Promise<void>;
  takeRateLimit(
    key: string,
    limit: number,
    windowSeconds: number,
  ): Promise<{ allowed: boolean; retryAfterSeconds: number }>;
}
