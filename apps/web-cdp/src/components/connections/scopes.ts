import type { AccountKind } from "@lendfriend/connector";
import type { Messages, Translator } from "#words/translator.ts";

type KnownScope = keyof Messages["connections"]["consent"]["scope"];

interface ScopeText {
  readonly label: string;
  /** What we use it for. */
  readonly why: string;
  /** What the score gets back once it is granted. */
  readonly restores: string;
}

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
export function askedScopes(
  t: Translator<"connections">,
  account: AccountKind,
): readonly { readonly scope: string; readonly text: ScopeText }[] {
  return asked[account].map((scope) => ({ scope, text: describeScope(t, scope) }));
}

/** Words for one permission; one that we never heard of keeps its own name. */
export function describeScope(t: Translator<"connections">, scope: string): ScopeText {
  const key = scope.replaceAll(".", "_");
  if (!isKnown(t, key)) return { label: scope, why: t("unknownScope"), restores: t("restores.unknown") };
  return {
    label: t(`consent.scope.${key}.label`),
    why: t(`consent.scope.${key}.why`),
    restores: t(isPart(t, key) ? `restores.${key}` : "restores.everything"),
  };
}

function isKnown(t: Translator<"connections">, key: string): key is KnownScope {
  return t.has(`consent.scope.${key as KnownScope}.label`);
}

/** Whether something of the score can be read without it. */
function isPart(
  t: Translator<"connections">,
  key: KnownScope,
): key is KnownScope & keyof Messages["connections"]["restores"] {
  return t.has(`restores.${key as "seller_shop_info"}`);
}
