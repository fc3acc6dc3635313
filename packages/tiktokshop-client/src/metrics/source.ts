import type { AccountKind, IncomeRecord } from "@lendfriend/connector";

export type RecordKind = IncomeRecord["kind"];
export type RecordOf<Kind extends RecordKind> = Extract<IncomeRecord, { readonly kind: Kind }>;

/** How one stage of the latest import ended. `shopId` is null for a stage that is read once per account. */
export interface StageOutcome {
  readonly stage: string;
  readonly shopId: string | null;
  /** `withheld`: the permission was asked for and not granted. `unsupported`: the platform offers no such list here. */
  readonly status: "read" | "withheld" | "unsupported" | "failed";
}

export interface IncomeShop {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly sellerType: string;
  /** Null when the platform would not tell. */
  readonly isActive: boolean | null;
  /** Unix seconds of the shop's earliest order ever, null when it had none or it is not known. */
  readonly firstActivity: number | null;
}

/** One connected account, as the metrics see it. */
export interface ConnectionIncome {
  readonly id: string;
  readonly account: AccountKind;
  readonly region: string | null;
  /** False once the platform or the person ended the authorisation. */
  readonly isAuthorized: boolean;
  /** Unix seconds, null when the authorisation has no end. */
  readonly authorizationExpiresAt: number | null;
  /** Of the account itself: for creators, the earliest commission order. */
  readonly firstActivity: number | null;
  readonly shops: readonly IncomeShop[];
  readonly stages: readonly StageOutcome[];
}

/** A dated table of reference rates. */
export interface ExchangeRates {
  /** Units of `currency` per US dollar on a UTC day (`YYYY-MM-DD`), or null when no rate is near enough. */
  rateOn(currency: string, day: string): { readonly unitsPerUsd: string } | null;
  /** Where the rates come from, and the SHA-256 over the rows that may be used. */
  describe(): { readonly source: string; readonly hash: string };
}

/** Everything that the metrics of one wallet are computed from. */
export interface MetricsSource {
  /** Unix seconds: the second at which the import's windows were fixed. */
  readonly asOf: number;
  readonly connections: readonly ConnectionIncome[];
  /**
   * Streams one connection's records of a kind, grouped so that records of the same key are adjacent (orders by shop
   * and id, commissions by order and line), the newest of equal keys first. May be asked more than once.
   */
  read<Kind extends RecordKind>(
    connectionId: string,
    kind: Kind,
  ): AsyncIterable<RecordOf<Kind>> | Iterable<RecordOf<Kind>>;
  readonly rates: ExchangeRates;
  /** Why these figures may still change; empty when all was read. */
  readonly provisional: readonly string[];
}
