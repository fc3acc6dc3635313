import "server-only";
import type { AccountKind, Connector, Market, Platform, PlatformShop, WebhookEvent } from "@lendfriend/connector";
import type { IncomeMetrics, PrincipalReason, ScoreReport, StoredScore } from "@lendfriend/credit-score";
import type { HeldScore, ScoreSigner } from "@lendfriend/score-proof";
import type { ConsentText } from "#words/consent-text.ts";
import type {
  AccessEntry,
  AccountDeletion,
  Act,
  AdverseAction,
  Connection,
  InsightsReport,
  KeptResponse,
  LenderDecision,
  LiveState,
  Once,
  OpenSession,
  RejectedRowGroup,
  ScoreHistoryEntry,
  Session,
  Share,
  SharedBorrower,
  SharedScore,
  ShareScope,
  SignedScoreEntry,
} from "./contract.ts";
import type { Digest } from "./crypto/digest.ts";
import type { Vault } from "./crypto/vault.ts";
import type { RowsQuery, StoredRows } from "./figure-rows.ts";
import type { SalesDay } from "./live/sales-day.ts";
import type { Log } from "./log.ts";
import type { Proof } from "./sign-in/proof-of.ts";
import type { TieOutPage, TieOutQuery } from "./tie-out-page.ts";

/*
 * Everything that use-cases may touch. Stores throw `AppError` `unavailable` when the database cannot be reached.
 * A method that takes a session reads as that wallet, under row level security.
 */

export interface AuthStore {
  saveChallenge(challenge: {
    readonly nonceHash: string;
    readonly preSessionHash: string;
    readonly wallet: string;
    readonly chainId: number;
    readonly message: string;
    readonly ttlSeconds: number;
  }): Promise<void>;
  /** Reads and removes in one step; null when there is none, it expired, or one byte differs. */
  takeChallenge(
    preSessionHash: string,
    message: string,
  ): Promise<{ readonly wallet: string; readonly chainId: number } | null>;
  saveConfirmation(confirmation: {
    readonly nonceHash: string;
    readonly sessionId: string;
    readonly act: Act;
    readonly object: string;
    readonly chainId: number;
    readonly message: string;
    readonly ttlSeconds: number;
  }): Promise<void>;
  /**
   * Reads and removes in one step, with what proved the account; null when one of these differs, it expired, or the session
   * has ended.
   */
  takeConfirmation(key: {
    readonly sessionId: string;
    readonly act: Act;
    readonly object: string;
    readonly message: string;
  }): Promise<{ readonly chainId: number; readonly provedBy: string | null } | null>;
  /**
   * The first proof of an account stays its proof. Null for a contract's on another chain, and for any contract's when the
   * account was proved by its key: an address may be somebody else's there (B14).
   */
  openSession(opened: {
    readonly sessionHash: string;
    readonly wallet: string;
    readonly proof: Proof;
    readonly device?: string | null | undefined;
  }): Promise<Session | null>;
  findSession(sessionHash: string): Promise<Session | null>;
  closeSession(sessionHash: string): Promise<void>;
  listSessions(accountId: string): Promise<readonly Omit<OpenSession, "current">[]>;
  /** Ends one session of the account, or all without an id; answers how many ended. */
  revokeSessions(accountId: string, sessionId?: string): Promise<number>;
}

/** Smart-contract wallets, which cannot sign themselves: the chain that a message names is asked. */
export interface ContractWallets {
  /** Whether the contract at `wallet` (lower-case) says that it signed `message`. False too when nobody can tell. */
  confirms(claim: {
    readonly wallet: string;
    readonly chainId: number;
    readonly message: string;
    readonly signature: string;
  }): Promise<boolean>;
}

export interface TransactionStore {
  saveTransaction(transaction: {
    readonly stateHash: string;
    readonly sessionId: string;
    readonly browserHash: string;
    readonly wallet: string;
    readonly platform: Platform;
    readonly account: AccountKind;
    readonly market: Market;
    /** What the person read before leaving for the platform; null when no text was shown. */
    readonly consentText: ConsentText | null;
    readonly ttlSeconds: number;
  }): Promise<void>;
  /** Reads and removes in one step; null unless state, session, browser and platform all belong together. */
  takeTransaction(key: {
    readonly stateHash: string;
    readonly sessionId: string;
    readonly browserHash: string;
    readonly platform: Platform;
  }): Promise<{
    readonly wallet: string;
    readonly account: AccountKind;
    readonly market: Market;
    readonly consentText: ConsentText | null;
  } | null>;
  /** Remembers a code for a day; false when it had been seen before. */
  claimCode(codeHash: string): Promise<boolean>;
}

/** Everything that one completed consent writes, in one transaction. Tokens are sealed, times unix seconds. */
export interface CompletedConnection {
  readonly connectionId: string;
  readonly epoch: number;
  readonly wallet: string;
  readonly platform: Platform;
  readonly account: AccountKind;
  readonly market: Market;
  readonly platformUserId: string;
  readonly displayName: string;
  readonly region: string | null;
  readonly accessToken: string;
  readonly accessTokenExpiresAt: number;
  readonly refreshToken: string;
  readonly refreshTokenExpiresAt: number | null;
  readonly grantedScopes: readonly string[];
  readonly missingScopes: readonly string[];
  readonly consentText: ConsentText | null;
  readonly shops: readonly PlatformShop[];
}

/** What is left of a connection that was just ended here, for telling the platform. */
export interface EndedConnection {
  /** Sealed under `epoch`; null when the connection held none. */
  readonly accessToken: string | null;
  readonly epoch: number;
  readonly account: AccountKind;
  readonly platform: Platform;
  readonly shops: readonly PlatformShop[];
}

export interface ConnectionStore {
  /** The id and the epoch that tokens must be sealed under. Writes nothing. */
  prepareConnection(key: {
    readonly wallet: string;
    readonly platform: Platform;
    readonly account: AccountKind;
    readonly platformUserId: string;
  }): Promise<{ readonly connectionId: string; readonly epoch: number; readonly isNew: boolean }>;
  /**
   * `conflict`: somebody completed the same connection meanwhile; prepare again. `heldBy` is the wallet's connection that brings
   * one of the shops already.
   */
  completeConnection(
    connection: CompletedConnection,
  ): Promise<
    | { readonly runId: string }
    | { readonly error: "shop_already_connected" | "conflict" }
    | { readonly error: "shop_in_other_account"; readonly heldBy: string }
  >;
  /** With `once`, here and below: one effect for its key, whose first answer a repetition gets. */
  requestSync(
    wallet: string,
    connectionId: string,
    once?: Once | null,
  ): Promise<
    | { readonly runId: string; readonly created: boolean }
    | { readonly error: "not_found" | "needs_reconnect" | "disconnected" }
  >;
  /** Ends it here at once: tokens gone, imports cancelled. Null when the wallet has no such connection. */
  disconnect(wallet: string, connectionId: string, keepOrDelete: "keep" | "delete"): Promise<EndedConnection | null>;
  listConnections(session: Session): Promise<readonly Connection[]>;
  listRejectedRows(session: Session): Promise<readonly RejectedRowGroup[]>;
}

export interface ScoreStore {
  findReport(session: Session): Promise<ScoreReport | null>;
  findInsights(session: Session): Promise<InsightsReport | null>;
  findInputs(session: Session): Promise<IncomeMetrics | null>;
  /** One score of the wallet by its snapshot hash; null when it has none of that hash. */
  findStored(session: Session, snapshotHash: string): Promise<StoredScore | null>;
  /** Newest first. */
  listHistory(session: Session): Promise<readonly ScoreHistoryEntry[]>;
}

export interface LiveStore {
  /** A mark for each session that is still open; it changes whenever something that its wallet's dashboard shows does. */
  findMarks(sessionIds: readonly string[], day: SalesDay): Promise<ReadonlyMap<string, string>>;
  findSales(
    session: Session,
    day: SalesDay,
  ): Promise<Omit<LiveState["today"], "day"> & Pick<LiveState, "snapshotHash">>;
}

/** A shared score as it is stored: the story of its change is yet to be told from the two scores. */
export interface StoredSharedScore extends Omit<SharedScore, "changes"> {
  /** Null where the scope does not reach. */
  readonly compared: { readonly from: StoredScore | null; readonly to: StoredScore } | null;
}

export interface ShareStore {
  createShare(
    share: {
      readonly wallet: string;
      readonly lender: string;
      readonly scope: ShareScope;
      readonly purpose: string;
      readonly expiresAt: Date;
    },
    once?: Once | null,
  ): Promise<Share | { readonly error: "lender_is_borrower" | "expiry_in_past" | "too_many" }>;
  /** False when the wallet has no live share of that id. */
  revokeShare(wallet: string, shareId: string): Promise<boolean>;
  /** At most 500, the live ones first, then the newest. */
  listShares(session: Session): Promise<readonly Share[]>;
  listAccess(session: Session): Promise<readonly AccessEntry[]>;
  /** Reads at most 500 and writes the access log in one transaction, once for each share and score. */
  listBorrowers(lender: string): Promise<readonly SharedBorrower[]>;
  /** Whether two different borrowers share a score with the lender; no look. */
  bothShareScores(lender: string, first: string, second: string): Promise<boolean>;
  /** Reads and writes the access log in one transaction; null when nothing is shared. */
  readSharedScore(lender: string, borrower: string): Promise<StoredSharedScore | null>;
}

export interface TieOutStore {
  findTieOut(session: Session, query: TieOutQuery): Promise<TieOutPage | null>;
  /** Reads and writes the access log in one transaction; null when metrics are not shared. */
  readSharedTieOut(
    lender: string,
    borrower: string,
    query: TieOutQuery,
  ): Promise<{ readonly tieOut: TieOutPage | null } | null>;
}

/** The newest score of a borrower as one lender's share shows it. */
export interface SharedBasis {
  readonly shareId: string;
  readonly scope: ShareScope;
  readonly snapshotId: string;
  readonly report: SharedScore["report"];
}

/** A draft as it is stored; what stands on every copy is added when it is read. */
export type StoredAdverseAction = Omit<AdverseAction, "statements">;

export interface AdverseActionStore {
  /** Reads and writes the access log in one transaction; null when nothing is shared or scored. */
  readBasis(lender: string, borrower: string): Promise<SharedBasis | null>;
  /**
   * Writes a draft and its audit row in one transaction, under the share and on the snapshot that `basis` names.
   * `not_shared`, `score_changed`: that has ended or is no longer the newest.
   */
  saveDraft(
    draft: {
      readonly lender: string;
      readonly borrower: string;
      readonly basis: SharedBasis;
      readonly decision: LenderDecision;
      readonly loanReference: string | null;
      readonly reasons: readonly PrincipalReason[];
    },
    once?: Once | null,
  ): Promise<
    { readonly id: string; readonly created: boolean } | { readonly error: "not_shared" | "score_changed" | "too_many" }
  >;
  /** Into the audit log of both ends, once; false when the lender has no such draft about the borrower. */
  markSent(lender: string, borrower: string, id: string): Promise<boolean>;
  /** Newest first; `with` names the other end, `id` one of them. */
  list(
    session: Session,
    end: "lender" | "borrower",
    filter?: { readonly with?: string; readonly id?: string },
  ): Promise<readonly StoredAdverseAction[]>;
}

/** Some rows of an export, each a line of JSON text as the database wrote it. */
export interface ExportPage {
  readonly lines: readonly string[];
  /** Where the next page begins; null when there was no row. */
  readonly next: string | null;
}

export interface AccountStore {
  /** Writes into the wallet's audit log that its data were taken away. */
  noteExport(wallet: string): Promise<void>;
  /** Whether the session still reads as its wallet: one that has ended finds no rows. */
  isOpen(session: Session): Promise<boolean>;
  /** The tables that hold rows of signed-in people. */
  listExportParts(session: Session): Promise<readonly string[]>;
  readExportPage(session: Session, part: string, after: string | null): Promise<ExportPage>;
  /** What no signed-in person may read by themselves: sessions and deliveries. */
  readHeldAside(wallet: string, after: string | null): Promise<ExportPage>;
  /** Ends everything that gives access, at once. A second call names the same deletion; null for an unknown wallet. */
  beginDeletion(wallet: string): Promise<{
    readonly deletionId: string;
    readonly ended: readonly (EndedConnection & { readonly connectionId: string })[];
  } | null>;
  /** The platform was told, so that the rows may go. */
  markRevoked(deletionId: string): Promise<void>;
  findDeletion(deletionId: string): Promise<AccountDeletion | null>;
}

export interface FigureRowStore {
  /** The newest score with one page of rows, one more than asked for where there is a next page; null without a score. */
  findRows(session: Session, query: RowsQuery, kinds: readonly string[]): Promise<StoredRows | null>;
  /** Asks a worker to gather the rows of the wallet's newest score. Tells whether it has given up for a while. */
  requestRows(wallet: string): Promise<{ readonly gaveUp: boolean }>;
}

/** The newest complete snapshot of a wallet. */
export interface SignableScore {
  readonly snapshotId: string;
  readonly report: ScoreReport;
  readonly inputs: IncomeMetrics;
  readonly newerIsProvisional: boolean;
}

export interface SignedScoreStore {
  findSignable(session: Session): Promise<SignableScore | null>;
  /** Answers the entry, that of the first request with `once`. `no_snapshot`: it was erased meanwhile. */
  save(
    wallet: string,
    snapshotId: string,
    held: HeldScore,
    once?: Once | null,
  ): Promise<SignedScoreEntry | "no_snapshot" | "too_many" | "too_many_today">;
  list(session: Session): Promise<readonly SignedScoreEntry[]>;
  findHeld(session: Session, id: string): Promise<HeldScore | null>;
  /** False when the wallet has no signed score of that id that still counts. */
  revoke(wallet: string, id: string): Promise<boolean>;
  /** Those that would not have expired yet. Times are unix seconds. */
  listRevoked(): Promise<readonly { readonly id: string; readonly revokedAt: number }[]>;
  listShared(
    lender: string,
    borrower: string,
  ): Promise<readonly { readonly issuedAt: string; readonly expiresAt: string }[]>;
}

/** The key that signs scores, and the addresses that count, the present one first. */
export interface ScoreSigning {
  readonly account: ScoreSigner;
  readonly signers: readonly `0x${string}`[];
}

export interface WebhookInbox {
  /** `conflict`: the id came before with another body, which stands. */
  saveDelivery(platform: Platform, event: WebhookEvent, bodySha: string): Promise<"stored" | "duplicate" | "conflict">;
}

export interface OnceStore {
  /** Throws `idempotency_key_reused` when the key came with another request. */
  findResponse(once: Once): Promise<KeptResponse | null>;
  keepResponse(once: Once, response: KeptResponse): Promise<void>;
}

export interface RateLimitStore {
  takeRateLimit(
    key: string,
    limit: number,
    windowSeconds: number,
  ): Promise<{ readonly allowed: boolean; readonly retryAfterSeconds: number }>;
}

export interface HealthStore {
  /** Throws `unavailable` while the database takes no writes. */
  probeWriting(): Promise<void>;
  /** When heads of the audit chains were last written outside of the database; null when they never were. */
  readRecordedAt(): Promise<Date | null>;
  /** Throws when the database is unreachable. */
  checkDatabase(): Promise<{ readonly migrations: string | null; readonly workerSeenAt: Date | null }>;
  /** What of the platform's deliveries needs attention: those set aside within a day, the oldest unread, shops without topics. */
  readWebhooks(): Promise<{
    readonly dead: number;
    readonly oldestWaitingSeconds: number;
    readonly shopsWithoutTopics: number;
  }>;
}

export interface Ports {
  readonly accounts: AccountStore;
  readonly auth: AuthStore;
  readonly contractWallets: ContractWallets;
  readonly transactions: TransactionStore;
  readonly connections: ConnectionStore;
  readonly scores: ScoreStore;
  readonly live: LiveStore;
  readonly shares: ShareStore;
  readonly tieOuts: TieOutStore;
  readonly adverseActions: AdverseActionStore;
  readonly figureRows: FigureRowStore;
  readonly signedScores: SignedScoreStore;
  readonly scoreSigner: ScoreSigning;
  readonly onceOnly: OnceStore;
  readonly inbox: WebhookInbox;
  readonly rateLimits: RateLimitStore;
  readonly health: HealthStore;
  readonly connectors: Readonly<Partial<Record<Platform, Connector>>>;
  readonly vault: Vault;
  readonly digest: Digest;
  /** Origin under which people reach the app; the only source of domains and addresses. */
  readonly origin: string;
  readonly now: () => Date;
  /** Unpredictable bytes. */
  readonly random: (byteCount: number) => Uint8Array;
  /** Runs after the answer has been sent. The task reports its own failures. */
  readonly background: (task: () => Promise<void>) => void;
  readonly log: Log;
}
