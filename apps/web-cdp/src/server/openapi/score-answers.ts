import type {
  AlertCode,
  CapCode,
  ChangeStory,
  Concentration,
  FactorCode,
  ItemCode,
  ItemReasonCode,
  ItemStatus,
  ItemUnit,
  LeverName,
  NextTier,
  PeriodMetrics,
  PrincipalReason,
  ReportMetrics,
  SaidMessage,
  ScoreAlert,
  ScoreCap,
  ScoreFactor,
  ScoreIntegrity,
  ScoreItem,
  ScoreReason,
  ScoreReport,
  ScoreTier,
} from "@lendfriend/credit-score";
import { z } from "zod";
import { wordsOf } from "./words-of.ts";

/*
 * The model's types as schemas, each checked against its type. Money is a decimal string; points have three decimals.
 */

const money = z.string().meta({ description: "A decimal number as text; never a float.", examples: ["1234.56"] });
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const isoTime = z.string().meta({ description: "ISO 8601, UTC.", examples: ["2026-11-20T12:00:00.000Z"] });

const itemCode = wordsOf<ItemCode>({
  monthly_revenue: true,
  order_frequency: true,
  order_regularity: true,
  revenue_stability: true,
  account_age: true,
  seller_type: true,
  refund_rate: true,
  on_time_dispatch: true,
  seller_cancellations: true,
  customer_satisfaction: true,
  platform_standing: true,
  revenue_growth: true,
  order_growth: true,
  product_launches: true,
  market_expansion: true,
  affiliate_network: true,
});
const factorCode = wordsOf<FactorCode>({ revenue: true, consistency: true, reliability: true, growth: true });
const capCode = wordsOf<CapCode>({
  NO_QUALIFYING_ORDERS: true,
  REFUNDS_EXCEED_SALES: true,
  FEWER_THAN_5_ORDERS: true,
  HISTORY_UNDER_28_DAYS: true,
});
const itemStatus = wordsOf<ItemStatus>({
  scored: true,
  unavailable_platform: true,
  insufficient_history: true,
  withheld: true,
});
const itemReasonCode = wordsOf<ItemReasonCode>({
  MEASURED: true,
  NOT_OFFERED_BY_PLATFORM: true,
  INSUFFICIENT_HISTORY: true,
  NO_QUALIFYING_ORDERS: true,
  CONSENT_WITHHELD: true,
});
const itemUnit = wordsOf<ItemUnit>({
  usd_month: true,
  share: true,
  ratio: true,
  months: true,
  count: true,
  score_5: true,
  percent: true,
});
const alertCode = wordsOf<AlertCode>({
  REVENUE_DECLINE: true,
  MISSING_EXCHANGE_RATE: true,
  UNKNOWN_STATUS: true,
  AMOUNTS_NOT_REPORTED: true,
  CONSENT_WITHHELD: true,
  PROVISIONAL: true,
});
const tier = wordsOf<ScoreTier>({ Established: true, Growing: true, Building: true, New: true });
const integrity = wordsOf<ScoreIntegrity>({ PASS: true, REVIEW: true, FAIL: true, UNAVAILABLE: true });

const said = z
  .array(
    z.object({
      code: z.string(),
      values: z.record(z.string(), z.union([z.string(), z.array(z.string())])).exactOptional(),
    }),
  )
  .meta({
    description:
      "What the text says, as codes and the values it is filled with; absent in scores from before it was kept.",
  }) satisfies z.ZodType<readonly SaidMessage[]>;

const item = z.object({
  code: itemCode,
  points: z.number(),
  max: z.number(),
  millipoints: z.number(),
  maxMillipoints: z.number(),
  value: z.number().nullable(),
  threshold: z.number().nullable(),
  unit: itemUnit,
  status: itemStatus,
  reasonCode: itemReasonCode,
  reason: z.string(),
  said: said.exactOptional(),
  permissions: z.array(z.string()),
}) satisfies z.ZodType<ScoreItem>;

const factor = z.object({
  points: z.number(),
  max: z.number(),
  millipoints: z.number(),
  items: z.array(item),
}) satisfies z.ZodType<ScoreFactor>;

const cap = z.object({
  code: capCode,
  limit: z.number(),
  applied: z.boolean(),
  pointsLost: z.number(),
  reason: z.string(),
  said: said.exactOptional(),
}) satisfies z.ZodType<ScoreCap>;

const reason = z.object({
  code: z.union([itemCode, capCode]),
  factor: z.union([factorCode, z.literal("cap")]),
  reasonCode: z.union([itemReasonCode, z.literal("CAP")]),
  value: z.number().nullable(),
  threshold: z.number().nullable(),
  points: z.number(),
  gain: z.number().nullable(),
  gainAt: z.number().nullable(),
  text: z.string(),
  said: said.exactOptional(),
}) satisfies z.ZodType<ScoreReason>;

export const principalReason = z.object({
  code: z.union([itemCode, capCode]),
  factor: z.union([factorCode, z.literal("cap")]),
  reasonCode: z.union([itemReasonCode, z.literal("CAP")]),
  pointsLost: z.number(),
  text: z.string(),
  value: z.number().nullable(),
  threshold: z.number().nullable(),
  unit: itemUnit.nullable(),
}) satisfies z.ZodType<PrincipalReason>;

const alert = z.object({
  code: alertCode,
  value: z.number().nullable(),
  threshold: z.number().nullable(),
  text: z.string(),
  said: said.exactOptional(),
}) satisfies z.ZodType<ScoreAlert>;

const period = z.object({
  from: z.number(),
  to: z.number(),
  orderCount: z.number(),
  gross: money,
  net: money,
  netUsd: money,
}) satisfies z.ZodType<PeriodMetrics>;

export const concentration = z
  .object({
    hhi: z.number().nullable(),
    count: z.number(),
    largest: z.array(z.object({ id: z.string(), name: z.string(), share: z.number() })),
  })
  .meta({ id: "Concentration" }) satisfies z.ZodType<Concentration>;

const metrics = z.object({
  window: z.object({ from: z.number(), to: z.number(), days: z.number() }),
  observedDays: z.number(),
  currency: z.string(),
  gross: money,
  refunds: money,
  net: money,
  monthlyNet: money,
  orderCount: z.number(),
  itemsSold: z.number(),
  averageOrderValue: money,
  affiliateCommission: money,
  affiliateCommissionEstimated: money,
  excluded: z.record(
    z.string(),
    z.object({
      count: z.number(),
      value: money,
      currency: z.literal("USD").optional().meta({ description: "Told where `value` is not in that of the metrics." }),
    }),
  ),
  weekly: z.array(period),
  blocks: z.array(period),
  byCurrency: z.array(
    z.object({
      currency: z.string(),
      orderCount: z.number(),
      gross: money,
      refunds: money,
      net: money,
      affiliateCommission: money,
      netUsd: money,
      usdShare: z.number(),
    }),
  ),
  byShop: z.array(
    z.object({
      shopId: z.string(),
      name: z.string(),
      region: z.string(),
      orderCount: z.number(),
      gross: money,
      refunds: money,
      net: money,
    }),
  ),
  byProduct: concentration,
  byCreator: concentration,
  medianDaysToCash: z.number().nullable(),
  exchangeRates: z.object({ source: z.string(), hash: z.string(), missing: z.array(z.string()) }),
  notReported: z.array(z.object({ field: z.string(), count: z.number(), examples: z.array(z.string()) })),
  reconciledShare: z.number().nullable(),
}) satisfies z.ZodType<ReportMetrics>;

const factorsOf = <Factor extends z.ZodType>(one: Factor) =>
  z.object({ revenue: one, consistency: one, reliability: one, growth: one });

export const scoreReport = z
  .object({
    model: z.string(),
    modelHash: hash,
    asOf: isoTime,
    provisional: z.boolean(),
    score: z.number().min(0).max(100),
    millipoints: z.number(),
    pointsLost: z.number(),
    tier,
    confidence: z.number(),
    integrity,
    factors: factorsOf(factor),
    caps: z.array(cap),
    reasons: z.object({ negative: z.array(reason), positive: z.array(reason) }),
    alerts: z.array(alert),
    metrics,
    snapshotHash: hash,
  })
  .meta({ id: "ScoreReport" }) satisfies z.ZodType<ScoreReport>;

/** What a share of scope `tier` lets through. */
const tierReport = scoreReport
  .pick({ model: true, modelHash: true, asOf: true, provisional: true, tier: true, confidence: true, integrity: true })
  .meta({ id: "ScoreReportTier", description: "Scope `tier`: no score and no figure." });

/** Codes without the values, which are figures. */
const cutSaid = { said: z.array(z.object({ code: z.string() })).exactOptional() };
const cutReason = reason.pick({ code: true, factor: true, reasonCode: true, points: true, text: true }).extend(cutSaid);

/** What a share of scope `factors` lets through: points, and sentences whose figures are replaced by "…". */
const factorsReport = tierReport
  .extend({
    score: scoreReport.shape.score,
    factors: factorsOf(
      factor.pick({ points: true, max: true }).extend({
        items: z.array(
          item
            .pick({
              code: true,
              points: true,
              max: true,
              status: true,
              reasonCode: true,
              permissions: true,
              reason: true,
            })
            .extend(cutSaid),
        ),
      }),
    ),
    caps: z.array(cap.extend(cutSaid)),
    reasons: z.object({ negative: z.array(cutReason), positive: z.array(cutReason) }),
    alerts: z.array(alert.pick({ code: true, text: true }).extend(cutSaid)),
  })
  .meta({ id: "ScoreReportFactors", description: "Scope `factors`: points and reasons, no figures of the shop." });

/** A report as a lender gets it; the scope of the share says which. */
export const sharedReport = z.union([tierReport, factorsReport, scoreReport]);

const mark = z.object({
  asOf: isoTime,
  score: z.number(),
  tier: z.string(),
  modelHash: hash,
  snapshotHash: hash,
  provisional: z.boolean(),
});
const itemAt = item.pick({ points: true, max: true, value: true, unit: true, status: true, reason: true, said: true });
const move = z.object({ millipoints: z.number(), points: z.number() });
const side = z.enum(["seller", "creator"]);

export const changeStory = z
  .object({
    from: mark,
    to: mark,
    millipoints: z.number(),
    points: z.number(),
    items: z.array(
      z.object({
        code: itemCode,
        factor: factorCode,
        before: itemAt,
        after: itemAt,
        millipoints: z.number(),
        points: z.number(),
      }),
    ),
    caps: move,
    model: move.nullable(),
    itemised: z.boolean(),
    shops: z.object({ added: z.array(z.string()), removed: z.array(z.string()) }),
    sides: z.object({ added: z.array(side), removed: z.array(side) }),
  })
  .meta({ id: "ChangeStory" }) satisfies z.ZodType<ChangeStory>;

const lever = wordsOf<LeverName>({
  monthlyNetUsd: true,
  orderCount: true,
  weeksWithSales: true,
  accountAgeMonths: true,
  refundRate: true,
  lateDispatchRate: true,
  sellerCancellationRate: true,
  shopScore: true,
  chatSatisfaction: true,
  standingRestored: true,
  productLaunches: true,
  newMarketShare: true,
  activeAffiliates: true,
});

export const nextTier = z
  .object({
    tier,
    from: z.number(),
    score: z.number(),
    pointsNeeded: z.number(),
    heldBy: cap.pick({ code: true, limit: true, reason: true, said: true }).nullable(),
    paths: z.array(
      z.object({
        lever,
        item: itemCode.nullable(),
        label: z.string(),
        unit: itemUnit,
        value: z.number(),
        outcome: z.enum(["reaches", "not_alone"]),
        target: z.number(),
        score: z.number(),
        gain: z.number(),
      }),
    ),
    items: z.array(z.object({ item: itemCode, factor: factorCode, pointsMissing: z.number(), suffices: z.boolean() })),
  })
  .meta({ id: "NextTier" }) satisfies z.ZodType<NextTier>;
