import type { Hundredths } from "../money.ts";

export interface PromotedProduct {
  readonly shopName: string;
  readonly productName: string;
  readonly price: Hundredths;
  readonly rateBps: number;
}

/** How a creator earns; a pure description that the generator turns into commission orders. */
export type CreatorTrade =
  | {
      readonly kind: "generated";
      readonly currency: string;
      readonly historyDays: number;
      readonly futureDays: number;
      readonly dailyOrders: (day: number) => number;
      readonly products: readonly PromotedProduct[];
      /** Amounts printed for people (`Rp9.900`) instead of plain decimals. */
      readonly isPrinted: boolean;
    }
  | {
      readonly kind: "worked";
      readonly currency: string;
      readonly settledLines: number;
      readonly base: Hundredths;
      readonly rateBps: number;
      readonly products: readonly PromotedProduct[];
      readonly olderLines: number;
      readonly isPrinted: false;
    };
