import "server-only";
import { revocationListSchema, signedScoreSchema } from "@lendfriend/score-proof";
import { z } from "zod";
import type {
  AdverseAction,
  App,
  InsightPart,
  InsightsReport,
  LiveState,
  OpenSession,
  ScoreSigners,
} from "#server/contract.ts";
import { statusByCode } from "#server/errors.ts";
import { type ComparedFigure, type FigureAmount, type FigureRowsReport, storedRows } from "#server/figure-rows.ts";
import * as stored from "#server/stores/schemas.ts";
import { tieOutPage } from "#server/tie-out-page.ts";
import { changeStory, concentration, principalReason, sharedReport } from "./score-answers.ts";

/*
 * What routes answer. Where the database answers the same shape, its own schema serves; each is checked against the
 * contract's type.
 */

export const errorBody = z
  .object({
    error: z.object({
      code: z.enum(Object.keys(statusByCode)),
      message: z.string().meta({ description: "Words for the person who made the request." }),
      requestId: z.uuid().meta({ description: "The same as the header `x-request-id`; quote it to support." }),
    }),
  })
  .meta({ id: "Error" });

const wallet = stored.wallet.meta({ description: "A wallet's address in lower-case hex." });

export const signedIn = z.object({ wallet });
export const maybeSignedIn = z.object({ wallet: wallet.nullable() });
export const loggedOut = z.object({ wallet: z.null() });
export const loggedOutEverywhere = z.object({ wallet: z.null(), ended: z.number().int() });
export const openSession = stored.openSession
  .extend({ current: z.boolean() })
  .meta({ id: "OpenSession" }) satisfies z.ZodType<OpenSession>;

export const connection = stored.connection.meta({ id: "Connection" });
export const requestedSync = z.object({ runId: z.uuid(), created: z.boolean() });

export const liveState = z
  .object({
    at: z.iso.datetime(),
    connections: z.array(connection),
    today: stored.salesToday,
    snapshotHash: z.string().nullable(),
  })
  .meta({ id: "LiveState" }) satisfies z.ZodType<LiveState>;

export const historyEntry = stored.historyEntry.meta({ id: "ScoreHistoryEntry" });
export const tieOut = tieOutPage.meta({ id: "TieOut" });
export const whatIf = z.object({ score: z.number(), delta: z.number() });

export const deletedAccount = z.object({ deletionId: z.uuid(), state: z.literal("revoking") });
export const accountDeletion = stored.accountDeletion.meta({ id: "AccountDeletion" });

const insightPart = z.object({
  key: z.string().nullable(),
  isRest: z.boolean(),
  currency: z.string(),
  count: z.number(),
  net: z.string(),
  netUsd: z.string(),
}) satisfies z.ZodType<InsightPart>;

const attribution = {
  content: z.array(insightPart),
  contentIds: z.array(insightPart),
  campaigns: z.array(insightPart),
  collaborationKinds: z.array(insightPart),
  collaborations: z.array(insightPart),
};
const places = {
  weekdays: z.array(insightPart),
  hours: z.array(insightPart),
  markets: z.array(insightPart),
  partnerShops: z.array(insightPart),
};
const spread = z.object({
  schema: z.literal(2),
  ...places,
  ...attribution,
  costs: z.object(attribution),
  daysToCash: z.object({ count: z.number(), lower: z.number(), median: z.number(), upper: z.number() }).nullable(),
});
const { content, campaigns } = attribution;
/** As scores of earlier versions keep it. */
const firstSpread = z.object({ schema: z.literal(1), ...places, content, campaigns });

export const insights = stored.insightsReport
  .extend({
    byProduct: concentration,
    byCreator: concentration,
    spread: z.union([spread, firstSpread]).nullable(),
  })
  .meta({ id: "Insights" }) satisfies z.ZodType<InsightsReport>;

const figureAmount = z.union([
  z.object({ unit: z.literal("money"), amount: z.string(), currency: z.string() }),
  z.object({ unit: z.enum(["count", "share", "days"]), value: z.number() }),
]) satisfies z.ZodType<FigureAmount>;

const comparedFigure = z.object({
  figure: z.string(),
  label: z.string().nullable(),
  span: z.object({ from: z.number(), to: z.number() }).nullable(),
  stated: figureAmount.nullable(),
  total: figureAmount.nullable(),
  rowCount: z.number().nullable(),
  agrees: z.boolean().nullable(),
}) satisfies z.ZodType<ComparedFigure>;

export const figureRows = comparedFigure
  .extend({
    side: z.enum(["counted", "left_out"]),
    asOf: z.string(),
    provisional: z.boolean(),
    snapshotHash: z.string(),
    status: z.enum(["gathering", "gathered", "failed"]),
    gatheredAt: z.string().nullable(),
    parts: z.array(comparedFigure),
    leftOut: storedRows.shape.leftOut.unwrap(),
    rows: storedRows.shape.rows.unwrap(),
    position: z.number(),
    pageSize: z.number(),
    nextPage: z.string().nullable(),
  })
  .meta({ id: "FigureRows" }) satisfies z.ZodType<FigureRowsReport>;

export const share = stored.share.meta({ id: "Share" });
export const accessEntry = stored.accessEntry.meta({ id: "AccessEntry" });
export const sharedBorrower = stored.sharedBorrower.meta({ id: "SharedBorrower" });
export const sharedScore = stored.sharedScore
  .omit({ compared: true })
  .extend({ report: sharedReport, insights: insights.nullable(), changes: changeStory.nullable() })
  .meta({ id: "SharedScore" });

export const adverseAction = stored.adverseAction
  .extend({
    lender: wallet,
    borrower: wallet,
    reasons: z.array(principalReason),
    statements: z.array(z.object({ title: z.string(), text: z.string() })),
  })
  .meta({ id: "AdverseAction" }) satisfies z.ZodType<AdverseAction>;
export const adverseActionDraft = z.object({ draft: adverseAction });

export const signedScore = signedScoreSchema.meta({ id: "SignedScore" });
export const revocationList = revocationListSchema.meta({ id: "SignedRevocationList" });
const { statement, disclosures } = signedScoreSchema.shape;
export const signedScoreEntry = stored.signedScoreEntry
  .extend({ statement, claims: z.array(disclosures.element.shape.claim) })
  .meta({ id: "SignedScoreEntry" });
const hex = signedScoreSchema.shape.signer;
export const scoreSigners = z.object({ issuer: z.string(), signers: z.array(hex) }) satisfies z.ZodType<ScoreSigners>;

export const health = z.object({
  status: z.enum(["ok", "degraded", "down"]),
  checks: z.record(z.string(), z.string()),
}) satisfies z.ZodType<Awaited<ReturnType<App["checkHealth"]>>>;
