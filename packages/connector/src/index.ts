export type {
  AccountKind,
  Connector,
  ImportPage,
  ImportStage,
  Market,
  PageHead,
  PageRequest,
  Platform,
  PlatformAccount,
  PlatformShop,
  RangeTime,
  RereadAnswer,
  RereadKind,
  RereadRequest,
  TokenSet,
  WebhookEvent,
} from "./connector.ts";
export { ConnectorError, type ConnectorErrorCode, type ConnectorErrorFacts, connectorErrorCodes } from "./errors.ts";
export {
  decimalFromUnits,
  divideHalfEven,
  type Money,
  MoneyError,
  moneyScale,
  roundUnits,
  sumDecimals,
  unitsFromDecimal,
} from "./money.ts";
export {
  createPaceLedger,
  endOfHour,
  grantPace,
  type KnownPace,
  type Pace,
  type PaceGrant,
  type PaceLedger,
  type PaceRefusalCode,
  type PaceReport,
  startPace,
} from "./pace.ts";
export { gather, type Page, paginate } from "./paginate.ts";
export { unplain } from "./plain-text.ts";
export { type ProvisionalReason, reasonText } from "./provisional-reason.ts";
export type {
  CommissionRecord,
  IncomeRecord,
  OrderLine,
  OrderRecord,
  PayoutRecord,
  ProductRecord,
  RejectedRow,
  ReturnRecord,
  SettlementRecord,
  ShopPerformanceRecord,
  StatementRecord,
  UnsettledRecord,
} from "./records.ts";
export {
  decideRetry,
  defaultRetryPolicy,
  type RetryDecision,
  type RetryOptions,
  type RetryPolicy,
  withRetry,
} from "./retry.ts";
