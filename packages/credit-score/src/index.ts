export { areRefundsKnown } from "./are-refunds-known.ts";
export { canonicalHash, canonicalJson } from "./canonical-json.ts";
export { type ChangeStory, changeStory, type ItemChange, type StoredScore } from "./change-story.ts";
export { confidenceAt, reconciledShare } from "./confidence.ts";
export type {
  Concentration,
  CurrencyMetrics,
  ExcludedRows,
  IncomeMetrics,
  IncomeWindow,
  Measure,
  PeriodMetrics,
  Reconciliation,
  ShopMetrics,
  SideCurrency,
  SideMetrics,
  StandingState,
  Unmeasured,
} from "./income-metrics.ts";
export type { LeverName } from "./levers.ts";
export { type MessageCode, messageValues, type SaidMessage, type ValueKind } from "./messages.ts";
export { type NextTier, type NextTierItem, type NextTierPath, nextTier } from "./next-tier.ts";
export { type DisclosedLedger, type PrincipalReason, principalReasons } from "./principal-reasons.ts";
export { saysItsTexts } from "./said-texts.ts";
export { type ScoreOptions, scoreIncome, snapshotHash, tierOf } from "./score-income.ts";
export type {
  AlertCode,
  CapCode,
  FactorCode,
  ItemCode,
  ItemReasonCode,
  ItemStatus,
  ItemUnit,
  ReportMetrics,
  ScoreAlert,
  ScoreCap,
  ScoreFactor,
  ScoreIntegrity,
  ScoreItem,
  ScoreReason,
  ScoreReport,
  ScoreTier,
} from "./score-report.ts";
export { type ItemWeight, modelHash, type ScoreModel, ttshop1 } from "./ttshop1.ts";
export { type WhatIfChanges, type WhatIfLever, whatIf, whatIfLevers } from "./what-if.ts";
export { WhatIfError, type WhatIfErrorCode } from "./what-if-error.ts";
