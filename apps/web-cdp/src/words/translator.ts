import { createTranslator } from "use-intl/core";
import type { Locale } from "#lib/format.ts";
import type { en } from "#messages/en/index.ts";

export type Messages = typeof en;
export type Namespace = keyof Messages;

/** Messages of some namespaces in one language, compiled: what a page hands to its islands. */
export type CompiledMessages<Part extends Namespace = Namespace> = { readonly [Key in Part]: Messages[Key] };

/** Messages that stand for themselves: those that are filled with nothing. */
export type PlainMessages<Part> = {
  readonly [Key in keyof Part as Part[Key] extends `${string}{${string}` | `${string}<${string}`
    ? never
    : Key]: Part[Key] extends string ? string : PlainMessages<Part[Key]>;
};

/** Words of one namespace: `t("key", values)`, or `t.rich` where a part of the message is an element. */
export type Translator<Part extends Namespace> = ReturnType<typeof createTranslator<Messages, Part>>;

/** Typed by the English messages, whose keys and values all languages share. */
export function translatorOf<Part extends Namespace>(
  locale: Locale,
  messages: CompiledMessages<Part>,
  namespace: Part,
): Translator<Part> {
  return createTranslator<Messages, Part>({ locale, messages: messages as Messages, namespace });
}
