import type { AccountKind } from "@lendfriend/connector";

export interface ScopeText {
  readonly label: string;
  /** What we use it for. */
  readonly why: string;
  /** What the score gets back once it is granted; null when nothing can be read without it. */
  readonly restores: string | null;
}

const texts: Readonly<Record<string, ScopeText>> = {
  "seller.authorization.info": {
    label: "Which shops you allowed",
    why: "We list the shops that this account may speak for.",
    restores: null,
  },
  "seller.shop.info": {
    label: "Shop profile",
    why: "We check that the shop is open and in which market.",
    restores: "platform standing",
  },
  "seller.order.info": {
    label: "Orders",
    why: "We count sales and add up their value. Buyers’ names, addresses and messages are dropped before anything is stored.",
    restores: null,
  },
  "seller.return_refund.basic": {
    label: "Returns and refunds",
    why: "We take refunds off your sales and work out the refund rate.",
    restores: "the refund rate (reliability)",
  },
  "seller.finance.info": {
    label: "Statements and payouts",
    why: "We check that sales were really paid out. We cannot move money.",
    restores: "the check against payouts, integrity, platform standing, and part of the confidence",
  },
  "seller.product.basic": {
    label: "Products",
    why: "We see which products are new and when the shop began.",
    restores: "product launches (growth)",
  },
  "seller.affiliate_collaboration.read": {
    label: "Affiliate orders",
    why: "We count how many creators sell for you.",
    restores: "the affiliate network (growth)",
  },
  "creator.affiliate_collaboration.read": {
    label: "Your commission orders",
    why: "We add up the commissions that you earned.",
    restores: null,
  },
  "creator.affiliate.info": {
    label: "Your creator profile",
    why: "We show the right name and market for your account.",
    restores: "your creator name and market",
  },
};

const asked: Readonly<Record<AccountKind, readonly string[]>> = {
  seller: [
    "seller.authorization.info",
    "seller.shop.info",
    "seller.order.info",
    "seller.return_refund.basic",
    "seller.finance.info",
    "seller.product.basic",
    "seller.affiliate_collaboration.read",
  ],
  creator: ["creator.affiliate_collaboration.read", "creator.affiliate.info"],
};

/** The permissions that the app asks TikTok for, in the order in which they are explained. */
export function askedScopes(account: AccountKind): readonly { readonly scope: string; readonly text: ScopeText }[] {
  return asked[account].map((scope) => ({ scope, text: describeScope(scope) }));
}

/** Words for one permission; one that we never heard of keeps its own name. */
export function describeScope(scope: string): ScopeText {
  return (
    texts[scope] ?? {
      label: scope,
      why: "TikTok lists this permission as needed.",
      restores: "the figures that need it",
    }
  );
}
