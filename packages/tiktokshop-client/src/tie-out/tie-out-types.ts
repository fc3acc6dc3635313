import type { MetricsSource, RecordOf } from "../metrics/source.ts";

/** What became of one order, statement or payment; the package's README defines each. */
export type TieOutState = "MATCHED" | "PARTIAL" | "PENDING" | "MISSING" | "ORPHAN" | "MISMATCH";

/** The states in which something is wrong: each such id is listed. */
export type TieOutKind = Exclude<TieOutState, "MATCHED" | "PENDING">;

export type TieOutSubject = "order" | "settlement" | "unsettled" | "statement" | "payment";

/** Why an id is flagged. */
export type TieOutProblem =
  | "not_settled"
  | "settled_short"
  | "settled_over"
  | "other_currency"
  | "unknown_order"
  | "unknown_statement"
  | "payment_not_found"
  | "payment_failed"
  | "no_statement"
  | "sum_differs";

/** One flagged id. Amounts are decimal strings; `expected` and `found` say what should agree and did not. */
export interface TieOutFlag {
  readonly kind: TieOutKind;
  readonly subject: TieOutSubject;
  readonly problem: TieOutProblem;
  readonly shopId: string;
  readonly id: string;
  readonly orderId: string | null;
  readonly statementId: string | null;
  readonly paymentId: string | null;
  readonly currency: string;
  readonly expected: string | null;
  readonly found: string | null;
  /** Of `found`, when it is another currency than `currency`. */
  readonly foundCurrency: string | null;
  /** Unix seconds: when the order, statement or payment was made; null when the platform does not say. */
  readonly at: number | null;
}

export interface TieOutCount {
  readonly subject: TieOutSubject;
  readonly state: TieOutState;
  readonly currency: string;
  readonly count: number;
  /** Orders: merchandise value. All others: the platform's own amount. */
  readonly value: string;
}

/** What the integrity badge is made of, in each currency: score model §3 and §6. */
export interface OldDelivered {
  readonly currency: string;
  readonly count: number;
  readonly value: string;
  readonly missingCount: number;
  readonly missingValue: string;
}

/** An account whose money cannot be followed, and why. */
export interface UntiedAccount {
  readonly account: "seller" | "creator";
  readonly reason: "withheld" | "unsupported" | "nothing_settled" | "no_settlements_for_creators";
  /** The permission that would restore it. */
  readonly permission: string | null;
}

export interface TieOutSummary {
  readonly status: "available" | "unavailable";
  readonly untied: readonly UntiedAccount[];
  readonly counts: readonly TieOutCount[];
  readonly oldDelivered: readonly OldDelivered[];
}

export type KindByOrder = "order" | "return" | "settlement" | "unsettled";

/** The rows of an import, with those of an order side by side. */
export interface TieOutSource extends Pick<MetricsSource, "asOf" | "connections" | "read"> {
  /**
   * Streams one connection's rows by shop and order id, both compared by code point and rows without an order first;
   * of two states of one order the newer first.
   */
  readByOrder<Kind extends KindByOrder>(
    connectionId: string,
    kind: Kind,
  ): AsyncIterable<RecordOf<Kind>> | Iterable<RecordOf<Kind>>;
  /** Whether an order that is not among the rows was listed all the same, and kept aside because it could not be understood. */
  isKeptAside(connectionId: string, order: { readonly shopId: string; readonly orderId: string }): Promise<boolean>;
}
