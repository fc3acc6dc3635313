import type { Market } from "../markets.ts";
import type { Hundredths } from "../money.ts";
import type { DefectSpec } from "./defects.ts";

/** One product of a catalogue. */
export interface ProductSpec {
  readonly name: string;
  readonly skus: readonly string[];
  readonly price: Hundredths;
  /** Days from the anchor day; negative is the past. */
  readonly createdDay: number;
  readonly status?: "ACTIVATE" | "SELLER_DEACTIVATED" | "PLATFORM_DEACTIVATED" | "FREEZE" | "DRAFT" | "DELETED";
}

/** A creator who promotes a shop, from a day on. */
export interface PromoterSpec {
  readonly username: string;
  readonly fromDay: number;
  readonly untilDay?: number;
  readonly rateBps: number;
}

/** Shares of orders, 0 to 1, unless the name says otherwise. */
export interface TradeRates {
  readonly unpaid: number;
  readonly held: number;
  readonly cancelledByBuyer: number;
  readonly cancelledBySeller: number;
  readonly cancelledBySystem: number;
  readonly sample: number;
  readonly replacement: number;
  readonly exchange: number;
  readonly gift: number;
  readonly cashOnDelivery: number;
  readonly partlyShipped: number;
  readonly lateDispatch: number;
  readonly returned: number;
  readonly returnedAfterSettlement: number;
  readonly editedReturn: number;
  readonly discounted: number;
  readonly affiliate: number;
}

/** How a shop trades; a pure description that the generator turns into orders. */
export interface TradeProfile {
  readonly catalogue: readonly ProductSpec[];
  readonly promoters: readonly PromoterSpec[];
  readonly rates: TradeRates;
  readonly historyDays: number;
  readonly futureDays: number;
  /** Expected orders on a day, counted from the anchor day (0); fractions are shared out at random. */
  readonly dailyOrders: (day: number) => number;
  readonly settleDays: number;
  readonly adjustments: "none" | "usual" | "penalties";
  readonly failedPayoutDay?: number;
  /** Faults in the books, for whoever checks them. */
  readonly defects?: DefectSpec;
  readonly customerService: {
    readonly responseMins: string;
    readonly satisfaction: string;
    readonly sessions: number;
  } | null;
  readonly shopScore: string | null;
}

/** A shop with its trade: regular (generated day by day), worked (exact sums), bulk (computed by index), or none. */
export type ShopTrade =
  | { readonly kind: "generated"; readonly profile: TradeProfile }
  | { readonly kind: "worked"; readonly profile: TradeProfile; readonly orders: WorkedOrders }
  | { readonly kind: "bulk"; readonly profile: TradeProfile; readonly orderCount: number };

/** Orders of one exact merchandise value, some with one exact refund. */
export interface WorkedOrders {
  readonly count: number;
  readonly unitPrice: Hundredths;
  readonly unitsPerOrder: number;
  /** How many orders have one unit returned and refunded. */
  readonly refundedUnits: number;
  /** Orders before the window, so that history is older than 90 days. */
  readonly olderOrders: number;
}

export interface Shop {
  readonly id: string;
  /** The shop's number in this sandbox: part of every id it owns. */
  readonly number: number;
  readonly name: string;
  readonly code: string;
  readonly cipher: string;
  readonly market: Market;
  readonly sellerType: "LOCAL" | "CROSS_BORDER";
  readonly isActive: boolean;
  readonly trade: ShopTrade;
}

export const usualRates: TradeRates = {
  unpaid: 0.02,
  held: 0.01,
  cancelledByBuyer: 0.02,
  cancelledBySeller: 0.008,
  cancelledBySystem: 0.004,
  sample: 0.01,
  replacement: 0.003,
  exchange: 0.002,
  gift: 0.03,
  cashOnDelivery: 0,
  partlyShipped: 0.05,
  lateDispatch: 0.03,
  returned: 0.035,
  returnedAfterSettlement: 0.25,
  editedReturn: 0.1,
  discounted: 0.5,
  affiliate: 0.35,
};
