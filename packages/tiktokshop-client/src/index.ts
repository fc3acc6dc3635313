export { createTikTokShopConnector } from "./create-connector.ts";
export { incomeMetrics } from "./metrics/income-metrics.ts";
export { recordsSource } from "./metrics/records-source.ts";
export { type RevenueData, revenueData } from "./metrics/revenue-data.ts";
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
