import "server-only";
import { messageValues, type SaidMessage, type ValueKind } from "@lendfriend/credit-score";
import { formatChange, formatMoney, formatNumber, formatPercent, type Locale } from "#lib/format.ts";
import { explanationCode } from "#server/explanation-code.ts";
import { wordsOf } from "./catalogue.ts";
import { doubtIn } from "./doubt-text.ts";
import { isCodeOf } from "./is-code-of.ts";
import { langOfEnglish } from "./languages.ts";
import type { Translator } from "./translator.ts";

/** A text of a score with the codes beside it, which scores from before they were kept do not have. */
export interface SaidText {
  readonly text: string;
  readonly said: readonly SaidMessage[] | undefined;
}

/**
 * What a text of a score says, in the reader's language and without figures where none were shared. Null where its codes
 * are not known here: then there is only its English.
 */
export function sayIn(locale: Locale, { said }: Pick<SaidText, "said">): string | null {
  if (!said || said.length === 0) return null;
  const words = wordsOf(locale, "reasons");
  const sentences = said.map((message) => sentenceOf(words, locale, message));
  return sentences.every((sentence) => sentence !== null) ? sentences.join(" ") : null;
}

/** The same as words and the language they are in, for an element's `lang`; undefined where it is the page's own. */
export function saidIn(locale: Locale, given: SaidText): { readonly words: string; readonly lang: "en" | undefined } {
  const words = sayIn(locale, given);
  if (words !== null) return { words, lang: undefined };
  return { words: given.text, lang: langOfEnglish(locale) };
}

type Words = Translator<"reasons">;
type Given = string | readonly string[] | undefined;

function sentenceOf(words: Words, locale: Locale, { code, values = {} }: SaidMessage): string | null {
  if (!isCodeOf(messageValues, code)) return null;
  const kinds: Readonly<Record<string, ValueKind>> = messageValues[code];
  const filled = Object.entries(kinds).map(([name, kind]) =>
    filledWith(words, locale, { name, kind, value: values[name] }),
  );
  // Safe: a test fills every message of every language so, from the kinds by which a code is typed.
  const say = words as unknown as (key: string, values: Readonly<Record<string, string | number>>) => string;
  const isWhole = filled.every((value) => value !== null);
  return say(`${isWhole ? "full" : "plain"}.${code}`, Object.assign({}, ...filled));
}

interface Value {
  readonly name: string;
  readonly kind: ValueKind;
  readonly value: Given;
}

/** What a message's place is filled with; null where the value was not shared or has no words here. */
function filledWith(
  words: Words,
  locale: Locale,
  { name, kind, value }: Value,
): Record<string, string | number> | null {
  if (kind === "names") return Array.isArray(value) ? namesIn(words, name, namesOf(locale, name, value)) : null;
  if (typeof value !== "string") return null;
  switch (kind) {
    case "usd":
      return { [name]: formatMoney(locale, value, "USD") };
    case "number":
      return { [name]: formatNumber(locale, Number(value)) };
    case "count":
      return { [name]: Number(value) };
    case "percent":
      return { [name]: formatPercent(locale, Number(value) / 100) };
    case "change":
      return { [name]: formatChange(locale, value) };
    case "sentence":
      return { [name]: sentence(words, value) };
    case "item":
      return subjectIn(words, locale, name, value);
  }
}

/** Permissions inside a sentence are joined by "and", other lists by commas or, where they hold some, semicolons. */
function namesIn(words: Words, name: string, names: readonly string[]): Record<string, string | number> {
  const separator = name === "parts" ? "; " : ", ";
  return {
    [name]: names.join(separator),
    [`${name}Together`]: names.slice(1).reduce((these, one) => words("both", { these, one }), names[0] ?? ""),
    [`${name}Count`]: names.length,
  };
}

/** What an import is in doubt about is said in words; permissions and currencies are names in every language. */
function namesOf(locale: Locale, name: string, names: readonly string[]): readonly string[] {
  return name === "parts" ? names.map((part) => doubtIn(locale, part)) : names;
}

function sentence(words: Words, english: string): string {
  const code = explanationCode(english);
  return code === null ? english : words(`explanation.${code}`);
}

/** Null for an item that no sentence names, so that what is said of it is said without a name. */
function subjectIn(words: Words, locale: Locale, name: string, item: string): Record<string, string> | null {
  const key = `subject.${item}` as Parameters<Words>[0];
  if (!words.has(key)) return null;
  const subject = words(key as "subject.refund_rate");
  return { [name]: subject, [`${name}First`]: subject.charAt(0).toLocaleUpperCase(locale) + subject.slice(1) };
}
