import "server-only";
import type { ProvisionalReason } from "@lendfriend/connector";
import { formatWord, type Locale } from "#lib/format.ts";
import { reasonFrom } from "#server/reason-text.ts";
import { catalogue, wordsOf } from "./catalogue.ts";
import { isCodeOf } from "./is-code-of.ts";

/** Why a list is in doubt, in the reader's language; a text that is no reason of an import stays as it is. */
export function doubtIn(locale: Locale, text: string): string {
  const reason = reasonFrom(text);
  if (reason === null) return text;
  const words = wordsOf(locale, "reasons");
  const list = listName(locale, reason.stage);
  const why = whyIn(locale, reason);
  return reason.shopId === null
    ? words("doubt.ofAccount", { list, why })
    : words("doubt.ofShop", { list, why, shop: reason.shopId });
}

function listName(locale: Locale, stage: string): string {
  if (!isCodeOf(catalogue.en.connections.importing.stage, stage)) return formatWord(stage);
  return wordsOf(locale, "connections")(`importing.stage.${stage}`);
}

function whyIn(locale: Locale, { code, read, total, rows }: ProvisionalReason): string {
  const words = wordsOf(locale, "reasons");
  if (code === "rows_set_aside" && rows !== undefined) return words("doubt.setAside", { rows });
  if (code === "shop_inactive") return words("doubt.shopInactive");
  if (read !== undefined && total !== undefined) return words("doubt.counts", { read, total });
  return words("doubt.notWhole");
}
