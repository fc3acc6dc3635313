import { formatWord } from "#lib/format.ts";
import { catalogue } from "#words/catalogue.ts";
import { isCodeOf } from "#words/is-code-of.ts";
import type { Translator } from "#words/translator.ts";

const { reason: reasons } = catalogue.en.figures;

/** Why a row does not count; a reason of a newer score reads as its own words. */
export function reasonName(t: Translator<"figures">, reason: string): string {
  return isCodeOf(reasons, reason) ? t(`reason.${reason}`) : formatWord(reason);
}
