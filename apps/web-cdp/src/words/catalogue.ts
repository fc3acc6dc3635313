import "server-only";
import compile from "icu-minify/compile";
import type { Locale } from "#lib/format.ts";
import { de } from "#messages/de/index.ts";
import { en } from "#messages/en/index.ts";
import { id } from "#messages/id/index.ts";
import { th } from "#messages/th/index.ts";
import type { Translated } from "#messages/translated.ts";
import { vi } from "#messages/vi/index.ts";
import { type Language, languageOf } from "./languages.ts";
import { type CompiledMessages, type Messages, type Namespace, type Translator, translatorOf } from "./translator.ts";

/** All words of all languages, as they are written. */
export const catalogue = { en, id, vi, th, de } as const satisfies Record<Language, Translated<Messages>>;

const compiled = new Map<Language, Messages>();
const translators = new Map<string, Translator<Namespace>>();

/**
 * Words of one namespace in the language of `locale`, for what is rendered on the server. A translator keeps the
 * formatters it has made, and pages ask for one in every row, so each is made once.
 */
export function wordsOf<Part extends Namespace>(locale: Locale, namespace: Part): Translator<Part> {
  const key = `${locale} ${namespace}`;
  // Safe: the key names the namespace, so what is kept under it was made for that one.
  const known = translators.get(key) as Translator<Part> | undefined;
  if (known) return known;
  const fresh = translatorOf(locale, compiledFor(locale), namespace);
  translators.set(key, fresh as Translator<Namespace>);
  return fresh;
}

/** Compiled messages that a page hands to its islands through `MessagesProvider`. */
export function messagesFor<Part extends Namespace>(
  locale: Locale,
  namespaces: readonly Part[],
): CompiledMessages<Part> {
  const all = compiledFor(locale);
  return Object.fromEntries(namespaces.map((part) => [part, all[part]])) as CompiledMessages<Part>;
}

function compiledFor(locale: Locale): Messages {
  const language = languageOf(locale);
  const known = compiled.get(language);
  if (known) return known;
  const fresh = compileAll(catalogue[language]) as Messages;
  compiled.set(language, fresh);
  return fresh;
}

function compileAll(messages: object): object {
  return Object.fromEntries(
    Object.entries(messages).map(([key, message]) => [
      key,
      // The compiler makes objects without a prototype, which React does not hand to islands; a clone is plain.
      typeof message === "string" ? structuredClone(compile(message)) : compileAll(message),
    ]),
  );
}
