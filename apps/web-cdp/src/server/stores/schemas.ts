import "server-only";
import type { AccountKind, Platform } from "@lendfriend/connector";
import type { IncomeMetrics, PrincipalReason, ScoreReport, StoredScore } from "@lendfriend/credit-score";
import { z } from "zod";
import type {
  AccessEntry,
  AccountDeletion,
  Connection,
  InsightsReport,
  LenderDecision,
  OpenSession,
  RejectedRowGroup,
  SalesToday,
  ScoreHistoryEntry,
  Session,
  Share,
  SharedBorrower,
  SharedScore,
  ShareScope,
  SignedScoreEntry,
} from "#server/contract.ts";
import type { StoredAdverseAction, StoredSharedScore } from "#server/ports.ts";

/*
 * The shapes in which database functions answer. Each is checked against the contract's type, so that the two cannot
 * drift apart unseen.
 */

export const nothing = z.unknown().transform(() => undefined);
export const accountKind = z.enum(["seller", "creator"]) satisfies z.ZodType<AccountKind>;
export const platform = z.enum(["tiktokshop", "shopify", "stripe", "youtube", "twitch"]) satisfies z.ZodType<Platform>;
const status = z.enum(["importing", "active", "needs_reconnect", "error", "disconnected"]);
export const scope = z.enum(["tier", "factors", "metrics"]) satisfies z.ZodType<ShareScope>;
export const decision = z.enum([
  "declined",
  "counter_offer",
  "incomplete_application",
]) satisfies z.ZodType<LenderDecision>;
const validity = z.enum(["live", "expired", "revoked"]);
export const wallet = z.string().regex(/^0x[0-9a-f]{40}$/);

export const session = z.object({
  sessionId: z.uuid(),
  accountId: z.uuid(),
  wallet,
}) satisfies z.ZodType<Session>;

export const openSession = z.object({
  id: z.uuid(),
  device: z.string().nullable(),
  openedAt: z.string(),
  lastSeenAt: z.string(),
}) satisfies z.ZodType<Omit<OpenSession, "current">>;

const revenueFigures = z.object({
  totalRevenue: z.string(),
  netRevenue: z.string(),
  orderCount: z.number(),
  itemsSold: z.number(),
  averageOrderValue: z.string(),
  affiliateCommission: z.string(),
  returnRate: z.number().nullable(),
  periodDays: z.literal(90),
  currency: z.string(),
  shopRating: z.string().nullable(),
});

export const connection = z.object({
  id: z.uuid(),
  platform: z.literal("tiktokshop"),
  account: accountKind,
  platformUserId: z.string(),
  displayName: z.string(),
  shops: z.array(z.object({ id: z.string(), name: z.string(), region: z.string(), sellerType: z.string() })),
  status,
  progress: z
    .object({ stage: z.string(), done: z.number(), total: z.number(), waiting: z.string().nullable() })
    .nullable(),
  lastSyncedAt: z.string().nullable(),
  authorizationExpiresAt: z.string().nullable(),
  missingScopes: z.array(z.string()),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  revenueData: revenueFigures.nullable(),
}) satisfies z.ZodType<Connection>;

export const rejectedRows = z.object({
  stage: z.string(),
  reason: z.string(),
  count: z.number(),
  exampleIds: z.array(z.string()),
}) satisfies z.ZodType<RejectedRowGroup>;

export const share = z.object({
  id: z.uuid(),
  lender: wallet,
  scope,
  purpose: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
  revokedAt: z.string().nullable(),
  status: validity,
}) satisfies z.ZodType<Share>;

export const accessEntry = z.object({
  lender: wallet,
  scope,
  place: z.enum(["score", "list"]),
  shareId: z.uuid(),
  readAt: z.string(),
}) satisfies z.ZodType<AccessEntry>;

export const historyEntry = z.object({
  asOf: z.string(),
  score: z.number(),
  tier: z.string(),
  provisional: z.boolean(),
  snapshotHash: z.string(),
  model: z.string(),
  modelHash: z.string(),
}) satisfies z.ZodType<ScoreHistoryEntry>;

export const sharedBorrower = z.object({
  wallet,
  scope,
  purpose: z.string(),
  sharedAt: z.string(),
  expiresAt: z.string(),
  score: z.number().nullable(),
  tier: z.string().nullable(),
  confidence: z.number().nullable(),
  integrity: z.string().nullable(),
  provisional: z.boolean().nullable(),
  asOf: z.string().nullable(),
}) satisfies z.ZodType<SharedBorrower>;

const saleSums = z.object({ currency: z.string(), orderCount: z.number(), gross: z.string() });
const sale = z.object({
  id: z.string(),
  shopName: z.string(),
  placedAt: z.string(),
  currency: z.string(),
  value: z.string(),
  itemCount: z.number(),
});
export const salesToday = z.object({
  day: z.iso.date(),
  byCurrency: z.array(saleSums),
  latest: z.array(sale),
}) satisfies z.ZodType<SalesToday>;

export const liveSales = salesToday.omit({ day: true }).extend({ snapshotHash: z.string().nullable() });

/** A report or its inputs, as they were stored: written by the model itself, immutable, and never re-read by us. */
export function storedJson<Stored extends object>() {
  return z.custom<Stored>((value) => typeof value === "object" && value !== null && !Array.isArray(value));
}

/** What was stored of one score. */
export const storedScore = z.object({
  inputs: storedJson<IncomeMetrics>(),
  report: storedJson<ScoreReport>(),
}) satisfies z.ZodType<StoredScore>;

export const insightsReport = z.object({
  asOf: z.string(),
  provisional: z.boolean(),
  snapshotHash: z.string(),
  netUsd: z.string(),
  sellerNetUsd: z.string().nullable(),
  creatorNetUsd: z.string().nullable(),
  rates: z.string(),
  byProduct: storedJson<InsightsReport["byProduct"]>(),
  byCreator: storedJson<InsightsReport["byCreator"]>(),
  medianDaysToCash: z.number().nullable(),
  spread: storedJson<NonNullable<InsightsReport["spread"]>>().nullable(),
}) satisfies z.ZodType<InsightsReport>;

export const sharedScore = z.object({
  share: share.pick({ id: true, scope: true, purpose: true, createdAt: true, expiresAt: true }),
  report: storedJson<SharedScore["report"]>(),
  connections: z.array(
    z.object({
      platform: z.string(),
      account: accountKind,
      status,
      lastSyncedAt: z.string().nullable(),
      displayName: z.string().nullable(),
    }),
  ),
  insights: insightsReport.nullable(),
  history: z.array(historyEntry).nullable(),
  compared: z.object({ from: storedScore.nullable(), to: storedScore }).nullable(),
}) satisfies z.ZodType<StoredSharedScore>;

export const adverseAction = z.object({
  id: z.uuid(),
  lender: wallet,
  borrower: wallet,
  decision,
  loanReference: z.string().nullable(),
  shareId: z.uuid(),
  scope: scope.exclude(["tier"]),
  snapshotId: z.uuid(),
  asOf: z.string(),
  model: z.string(),
  modelHash: z.string(),
  reasons: z.array(storedJson<PrincipalReason>()),
  score: z.number(),
  tier: z.string(),
  provisional: z.boolean(),
  decidedAt: z.string(),
  noticeDueAt: z.string(),
  noticeSentAt: z.string().nullable(),
}) satisfies z.ZodType<StoredAdverseAction>;

export const signedScoreEntry = z.object({
  id: z.uuid(),
  statement: storedJson<SignedScoreEntry["statement"]>(),
  claims: z.array(storedJson<SignedScoreEntry["claims"][number]>()),
  issuedAt: z.string(),
  expiresAt: z.string(),
  revokedAt: z.string().nullable(),
  status: validity,
}) satisfies z.ZodType<SignedScoreEntry>;

export const accountDeletion = z.object({
  id: z.uuid(),
  state: z.enum(["revoking", "revoked", "erased"]),
  requestedAt: z.string(),
  erasedAt: z.string().nullable(),
}) satisfies z.ZodType<AccountDeletion>;

export const shop = z.object({
  id: z.string(),
  name: z.string(),
  region: z.string(),
  sellerType: z
    .string()
    .nullable()
    .transform((value) => value ?? ""),
  cipher: z.string(),
  isActive: z.boolean().nullable(),
});

/** What the platform is told with when a connection has ended here. */
export const endedConnection = z.object({
  accessToken: z.string().nullable(),
  epoch: z.number(),
  account: accountKind,
  platform,
  shops: z.array(shop),
});
