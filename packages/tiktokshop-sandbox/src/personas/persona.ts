import type { CreatorTrade } from "../trade/creator-trade.ts";
import type { Shop } from "../trade/shop.ts";

interface PersonaBase {
  /** Stable id, used in `persona=` and in `data-persona`. */
  readonly id: string;
  readonly name: string;
  /** What this persona is there to show. */
  readonly teaches: string;
  readonly openId: string;
  readonly region: string;
  /** Scopes this person does not grant although the app asks for them. */
  readonly withheldScopes: readonly string[];
  /** How long the authorisation lasts from the consent on. */
  readonly authorizationDays: number;
}

export interface SellerPersona extends PersonaBase {
  readonly kind: "seller";
  readonly shops: readonly Shop[];
  /** `OddRows` makes some answers malformed on purpose. */
  readonly hasOddRows: boolean;
}

export interface CreatorPersona extends PersonaBase {
  readonly kind: "creator";
  readonly username: string;
  /** The creator's number in this sandbox: part of every id it owns. */
  readonly number: number;
  readonly trade: CreatorTrade;
}

/** One account that a person can sign in with on the consent page. */
export type Persona = SellerPersona | CreatorPersona;

export const sellerScopes: readonly string[] = [
  "seller.authorization.info",
  "seller.shop.info",
  "seller.order.info",
  "seller.finance.info",
  "seller.product.basic",
  "seller.return_refund.basic",
  "seller.affiliate_collaboration.read",
  "data.shop_analytics.public.read",
  "seller.customer_service",
];

export const creatorScopes: readonly string[] = ["creator.affiliate_collaboration.read", "creator.affiliate.info"];

/** What each scope lets the app read, in the words of the consent page. */
export const scopeTitles: Readonly<Record<string, string>> = {
  "seller.authorization.info": "Shop authorized information",
  "seller.shop.info": "Global shop information",
  "seller.order.info": "Order information",
  "seller.finance.info": "Finance information",
  "seller.product.basic": "Product basic",
  "seller.return_refund.basic": "Return and refund basic",
  "seller.affiliate_collaboration.read": "Read seller affiliate collaborations",
  "data.shop_analytics.public.read": "TikTok Shop analytics",
  "seller.customer_service": "Customer service",
  "creator.affiliate_collaboration.read": "Read creator affiliate collaborations",
  "creator.affiliate.info": "Affiliate information",
};
