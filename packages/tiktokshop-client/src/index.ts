export { createTikTokShopClient, type TikTokShopClient, type TikTokShopClientSettings } from "./create-client.ts";
export { createTikTokShopConnector } from "./create-connector.ts";
export type { AuthUrlOptions } from "./methods/get-auth-url.ts";
export type { AuthorizedShop } from "./methods/get-authorized-shops.ts";
export type { SessionRevenue } from "./methods/get-revenue-data.ts";
export type { IncomePage } from "./methods/stream-income.ts";
export type { GatheredRecords, RecordPage } from "./methods/stream-stage.ts";
export { explanations } from "./metrics/explanations.ts";
export { incomeMetrics } from "./metrics/income-metrics.ts";
export { type FirstInsights, type Insights, InsightsBook } from "./metrics/insights.ts";
export { recordsSource } from "./metrics/records-source.ts";
export { type RevenueData, revenueData } from "./metrics/revenue-data.ts";
export { familyOf, figureName, type SpreadName, spreadNames } from "./metrics/rows/figure-name.ts";
export { type FigureSum, FigureSums, type FigureTotal, figureTotal } from "./metrics/rows/figure-sums.ts";
export { type FigureValue, figureValues } from "./metrics/rows/figure-values.ts";
export type { MetricRow, MetricRowKind, RowSink } from "./metrics/rows/metric-row.ts";
export { shownFigures } from "./metrics/rows/shown-figures.ts";
export type {
  ConnectionIncome,
  ExchangeRates,
  IncomeShop,
  MetricsSource,
  RecordKind,
  RecordOf,
  StageOutcome,
} from "./metrics/source.ts";
export type { TikTokShopClientOptions } from "./options.ts";
export type { TikTokShopSession } from "./session.ts";
export { recordsByOrder } from "./tie-out/records-by-order.ts";
export { tieOut } from "./tie-out/tie-out.ts";
export type {
  KindByOrder,
  OldDelivered,
  TieOutCount,
  TieOutFlag,
  TieOutKind,
  TieOutProblem,
  TieOutSource,
  TieOutState,
  TieOutSubject,
  TieOutSummary,
  UntiedAccount,
} from "./tie-out/tie-out-types.ts";
