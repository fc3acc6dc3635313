import type { AccountKind } from "@lendfriend/connector";

/** What the app asks for in Partner Center, and what a person must have granted before anything can be imported. */
const scopesByAccount: Readonly<Record<AccountKind, { asked: readonly string[]; required: readonly string[] }>> = {
  seller: {
    asked: [
      "seller.authorization.info",
      "seller.shop.info",
      "seller.order.info",
      "seller.finance.info",
      "seller.product.basic",
      "seller.return_refund.basic",
      "seller.affiliate_collaboration.read",
    ],
    required: ["seller.order.info"],
  },
  creator: {
    asked: ["creator.affiliate_collaboration.read", "creator.affiliate.info"],
    required: ["creator.affiliate_collaboration.read"],
  },
};

/** Scopes that the app asks for and the person did not grant. Scopes that we do not know are ignored: the list is open. */
export function missingScopes(account: AccountKind, grantedScopes: readonly string[]): readonly string[] {
  return scopesByAccount[account].asked.filter((scope) => !grantedScopes.includes(scope));
}

/** Scopes without which nothing of the account can be imported. */
export function requiredScopes(account: AccountKind): readonly string[] {
  return scopesByAccount[account].required;
}
