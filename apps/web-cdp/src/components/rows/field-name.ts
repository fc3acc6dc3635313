import { formatWord } from "#lib/format.ts";
import { catalogue } from "#words/catalogue.ts";
import { isCodeOf } from "#words/is-code-of.ts";
import type { Translator } from "#words/translator.ts";

const { field: fields } = catalogue.en.figures;

/** What an amount that was not reported would have said; a field of a newer score reads as its own words. */
export function fieldName(t: Translator<"figures">, field: string): string {
  return isCodeOf(fields, field) ? t(`field.${field}`) : formatWord(field);
}
